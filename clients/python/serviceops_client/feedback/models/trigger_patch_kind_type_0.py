from typing import Literal

TriggerPatchKindType0 = Literal["event", "manual", "schedule", "wave"]

TRIGGER_PATCH_KIND_TYPE_0_VALUES: set[TriggerPatchKindType0] = {
    "event",
    "manual",
    "schedule",
    "wave",
}


def check_trigger_patch_kind_type_0(value: str) -> TriggerPatchKindType0:
    if value in TRIGGER_PATCH_KIND_TYPE_0_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {TRIGGER_PATCH_KIND_TYPE_0_VALUES!r}")
