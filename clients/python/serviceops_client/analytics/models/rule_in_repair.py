from typing import Literal

RuleInRepair = Literal["approval", "automatic", "on_request"]

RULE_IN_REPAIR_VALUES: set[RuleInRepair] = {
    "approval",
    "automatic",
    "on_request",
}


def check_rule_in_repair(value: str) -> RuleInRepair:
    if value in RULE_IN_REPAIR_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {RULE_IN_REPAIR_VALUES!r}")
