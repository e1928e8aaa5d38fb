from typing import Literal

TriageOutWithdrawnForType0 = Literal["response_deleted", "response_edited"]

TRIAGE_OUT_WITHDRAWN_FOR_TYPE_0_VALUES: set[TriageOutWithdrawnForType0] = {
    "response_deleted",
    "response_edited",
}


def check_triage_out_withdrawn_for_type_0(value: str) -> TriageOutWithdrawnForType0:
    if value in TRIAGE_OUT_WITHDRAWN_FOR_TYPE_0_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {TRIAGE_OUT_WITHDRAWN_FOR_TYPE_0_VALUES!r}")
