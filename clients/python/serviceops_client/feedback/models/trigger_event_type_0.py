from typing import Literal

TriggerEventType0 = Literal["project.completed", "recovery.completed", "ticket.solved"]

TRIGGER_EVENT_TYPE_0_VALUES: set[TriggerEventType0] = {
    "project.completed",
    "recovery.completed",
    "ticket.solved",
}


def check_trigger_event_type_0(value: str) -> TriggerEventType0:
    if value in TRIGGER_EVENT_TYPE_0_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {TRIGGER_EVENT_TYPE_0_VALUES!r}")
