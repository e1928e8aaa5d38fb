from typing import Literal

ProgramOutQuarantineClass = Literal["follow_up", "relationship", "transactional"]

PROGRAM_OUT_QUARANTINE_CLASS_VALUES: set[ProgramOutQuarantineClass] = {
    "follow_up",
    "relationship",
    "transactional",
}


def check_program_out_quarantine_class(value: str) -> ProgramOutQuarantineClass:
    if value in PROGRAM_OUT_QUARANTINE_CLASS_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {PROGRAM_OUT_QUARANTINE_CLASS_VALUES!r}")
