from typing import Literal

ErasureInReasonType0 = Literal[
    "child", "consent_withdrawn", "legal_obligation", "no_longer_needed", "objection", "unlawful"
]

ERASURE_IN_REASON_TYPE_0_VALUES: set[ErasureInReasonType0] = {
    "child",
    "consent_withdrawn",
    "legal_obligation",
    "no_longer_needed",
    "objection",
    "unlawful",
}


def check_erasure_in_reason_type_0(value: str) -> ErasureInReasonType0:
    if value in ERASURE_IN_REASON_TYPE_0_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {ERASURE_IN_REASON_TYPE_0_VALUES!r}")
