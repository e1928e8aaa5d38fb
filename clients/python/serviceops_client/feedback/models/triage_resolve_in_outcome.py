from typing import Literal

TriageResolveInOutcome = Literal["confirmed", "corrected", "dismissed"]

TRIAGE_RESOLVE_IN_OUTCOME_VALUES: set[TriageResolveInOutcome] = {
    "confirmed",
    "corrected",
    "dismissed",
}


def check_triage_resolve_in_outcome(value: str) -> TriageResolveInOutcome:
    if value in TRIAGE_RESOLVE_IN_OUTCOME_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {TRIAGE_RESOLVE_IN_OUTCOME_VALUES!r}")
