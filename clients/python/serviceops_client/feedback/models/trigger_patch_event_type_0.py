from typing import Literal

TriggerPatchEventType0 = Literal["project.completed", "recovery.completed", "ticket.solved"]

TRIGGER_PATCH_EVENT_TYPE_0_VALUES: set[TriggerPatchEventType0] = {
    "project.completed",
    "recovery.completed",
    "ticket.solved",
}


def check_trigger_patch_event_type_0(value: str) -> TriggerPatchEventType0:
    if value in TRIGGER_PATCH_EVENT_TYPE_0_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {TRIGGER_PATCH_EVENT_TYPE_0_VALUES!r}")
