from typing import Literal

WebhookMadeDisabledType0 = Literal["asked", "gone"]

WEBHOOK_MADE_DISABLED_TYPE_0_VALUES: set[WebhookMadeDisabledType0] = {
    "asked",
    "gone",
}


def check_webhook_made_disabled_type_0(value: str) -> WebhookMadeDisabledType0:
    if value in WEBHOOK_MADE_DISABLED_TYPE_0_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {WEBHOOK_MADE_DISABLED_TYPE_0_VALUES!r}")
