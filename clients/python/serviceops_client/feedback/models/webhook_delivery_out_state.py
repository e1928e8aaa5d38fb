from typing import Literal

WebhookDeliveryOutState = Literal["delivered", "exhausted", "pending"]

WEBHOOK_DELIVERY_OUT_STATE_VALUES: set[WebhookDeliveryOutState] = {
    "delivered",
    "exhausted",
    "pending",
}


def check_webhook_delivery_out_state(value: str) -> WebhookDeliveryOutState:
    if value in WEBHOOK_DELIVERY_OUT_STATE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {WEBHOOK_DELIVERY_OUT_STATE_VALUES!r}")
