from typing import Literal

RoutingDecisionOutStrategy = Literal["least_loaded", "manual", "round_robin", "skills"]

ROUTING_DECISION_OUT_STRATEGY_VALUES: set[RoutingDecisionOutStrategy] = {
    "least_loaded",
    "manual",
    "round_robin",
    "skills",
}


def check_routing_decision_out_strategy(value: str) -> RoutingDecisionOutStrategy:
    if value in ROUTING_DECISION_OUT_STRATEGY_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {ROUTING_DECISION_OUT_STRATEGY_VALUES!r}")
