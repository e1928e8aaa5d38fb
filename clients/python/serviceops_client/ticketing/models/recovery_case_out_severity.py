from typing import Literal

RecoveryCaseOutSeverity = Literal["critical", "major", "minor"]

RECOVERY_CASE_OUT_SEVERITY_VALUES: set[RecoveryCaseOutSeverity] = {
    "critical",
    "major",
    "minor",
}


def check_recovery_case_out_severity(value: str) -> RecoveryCaseOutSeverity:
    if value in RECOVERY_CASE_OUT_SEVERITY_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {RECOVERY_CASE_OUT_SEVERITY_VALUES!r}")
