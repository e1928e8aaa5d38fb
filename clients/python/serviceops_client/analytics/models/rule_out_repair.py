from typing import Literal

RuleOutRepair = Literal["approval", "automatic", "on_request"]

RULE_OUT_REPAIR_VALUES: set[RuleOutRepair] = {
    "approval",
    "automatic",
    "on_request",
}


def check_rule_out_repair(value: str) -> RuleOutRepair:
    if value in RULE_OUT_REPAIR_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {RULE_OUT_REPAIR_VALUES!r}")
