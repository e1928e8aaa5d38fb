from typing import Literal

SentimentOutSourceType0 = Literal["vader", "words"]

SENTIMENT_OUT_SOURCE_TYPE_0_VALUES: set[SentimentOutSourceType0] = {
    "vader",
    "words",
}


def check_sentiment_out_source_type_0(value: str) -> SentimentOutSourceType0:
    if value in SENTIMENT_OUT_SOURCE_TYPE_0_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {SENTIMENT_OUT_SOURCE_TYPE_0_VALUES!r}")
