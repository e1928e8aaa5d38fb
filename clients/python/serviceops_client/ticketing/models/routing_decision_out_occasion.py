from typing import Literal

RoutingDecisionOutOccasion = Literal["created", "group_given", "rerouted", "waiting"]

ROUTING_DECISION_OUT_OCCASION_VALUES: set[RoutingDecisionOutOccasion] = {
    "created",
    "group_given",
    "rerouted",
    "waiting",
}


def check_routing_decision_out_occasion(value: str) -> RoutingDecisionOutOccasion:
    if value in ROUTING_DECISION_OUT_OCCASION_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {ROUTING_DECISION_OUT_OCCASION_VALUES!r}")
