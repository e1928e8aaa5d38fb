from typing import Literal

ProgramInQuarantineClass = Literal["follow_up", "relationship", "transactional"]

PROGRAM_IN_QUARANTINE_CLASS_VALUES: set[ProgramInQuarantineClass] = {
    "follow_up",
    "relationship",
    "transactional",
}


def check_program_in_quarantine_class(value: str) -> ProgramInQuarantineClass:
    if value in PROGRAM_IN_QUARANTINE_CLASS_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {PROGRAM_IN_QUARANTINE_CLASS_VALUES!r}")
