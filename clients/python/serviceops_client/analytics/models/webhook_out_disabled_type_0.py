from typing import Literal

WebhookOutDisabledType0 = Literal["asked", "gone"]

WEBHOOK_OUT_DISABLED_TYPE_0_VALUES: set[WebhookOutDisabledType0] = {
    "asked",
    "gone",
}


def check_webhook_out_disabled_type_0(value: str) -> WebhookOutDisabledType0:
    if value in WEBHOOK_OUT_DISABLED_TYPE_0_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {WEBHOOK_OUT_DISABLED_TYPE_0_VALUES!r}")
