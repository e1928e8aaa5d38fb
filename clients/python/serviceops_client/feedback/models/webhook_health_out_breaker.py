from typing import Literal

WebhookHealthOutBreaker = Literal["closed", "half_open", "open"]

WEBHOOK_HEALTH_OUT_BREAKER_VALUES: set[WebhookHealthOutBreaker] = {
    "closed",
    "half_open",
    "open",
}


def check_webhook_health_out_breaker(value: str) -> WebhookHealthOutBreaker:
    if value in WEBHOOK_HEALTH_OUT_BREAKER_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {WEBHOOK_HEALTH_OUT_BREAKER_VALUES!r}")
