from typing import Literal

RecoveryCaseOutOutcomeType0 = Literal["lost", "partly", "recovered", "unreachable"]

RECOVERY_CASE_OUT_OUTCOME_TYPE_0_VALUES: set[RecoveryCaseOutOutcomeType0] = {
    "lost",
    "partly",
    "recovered",
    "unreachable",
}


def check_recovery_case_out_outcome_type_0(value: str) -> RecoveryCaseOutOutcomeType0:
    if value in RECOVERY_CASE_OUT_OUTCOME_TYPE_0_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {RECOVERY_CASE_OUT_OUTCOME_TYPE_0_VALUES!r}")
