from typing import Literal

TriageOutOutcomeType0 = Literal["confirmed", "corrected", "dismissed"]

TRIAGE_OUT_OUTCOME_TYPE_0_VALUES: set[TriageOutOutcomeType0] = {
    "confirmed",
    "corrected",
    "dismissed",
}


def check_triage_out_outcome_type_0(value: str) -> TriageOutOutcomeType0:
    if value in TRIAGE_OUT_OUTCOME_TYPE_0_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {TRIAGE_OUT_OUTCOME_TYPE_0_VALUES!r}")
