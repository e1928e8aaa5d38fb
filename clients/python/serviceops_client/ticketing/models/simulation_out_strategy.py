from typing import Literal

SimulationOutStrategy = Literal["least_loaded", "manual", "round_robin", "skills"]

SIMULATION_OUT_STRATEGY_VALUES: set[SimulationOutStrategy] = {
    "least_loaded",
    "manual",
    "round_robin",
    "skills",
}


def check_simulation_out_strategy(value: str) -> SimulationOutStrategy:
    if value in SIMULATION_OUT_STRATEGY_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {SIMULATION_OUT_STRATEGY_VALUES!r}")
