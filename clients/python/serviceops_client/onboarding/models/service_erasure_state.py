from typing import Literal

ServiceErasureState = Literal["done", "overdue", "waiting"]

SERVICE_ERASURE_STATE_VALUES: set[ServiceErasureState] = {
    "done",
    "overdue",
    "waiting",
}


def check_service_erasure_state(value: str) -> ServiceErasureState:
    if value in SERVICE_ERASURE_STATE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {SERVICE_ERASURE_STATE_VALUES!r}")
