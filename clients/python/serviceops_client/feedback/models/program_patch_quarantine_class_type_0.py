from typing import Literal

ProgramPatchQuarantineClassType0 = Literal["follow_up", "relationship", "transactional"]

PROGRAM_PATCH_QUARANTINE_CLASS_TYPE_0_VALUES: set[ProgramPatchQuarantineClassType0] = {
    "follow_up",
    "relationship",
    "transactional",
}


def check_program_patch_quarantine_class_type_0(value: str) -> ProgramPatchQuarantineClassType0:
    if value in PROGRAM_PATCH_QUARANTINE_CLASS_TYPE_0_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {PROGRAM_PATCH_QUARANTINE_CLASS_TYPE_0_VALUES!r}")
