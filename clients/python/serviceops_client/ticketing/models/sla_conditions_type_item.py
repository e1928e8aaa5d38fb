from typing import Literal

SlaConditionsTypeItem = Literal["complaint", "escalation", "incident", "question", "repair", "task"]

SLA_CONDITIONS_TYPE_ITEM_VALUES: set[SlaConditionsTypeItem] = {
    "complaint",
    "escalation",
    "incident",
    "question",
    "repair",
    "task",
}


def check_sla_conditions_type_item(value: str) -> SlaConditionsTypeItem:
    if value in SLA_CONDITIONS_TYPE_ITEM_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {SLA_CONDITIONS_TYPE_ITEM_VALUES!r}")
