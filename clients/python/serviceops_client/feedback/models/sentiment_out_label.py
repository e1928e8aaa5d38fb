from typing import Literal

SentimentOutLabel = Literal["negative", "neutral", "positive"]

SENTIMENT_OUT_LABEL_VALUES: set[SentimentOutLabel] = {
    "negative",
    "neutral",
    "positive",
}


def check_sentiment_out_label(value: str) -> SentimentOutLabel:
    if value in SENTIMENT_OUT_LABEL_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {SENTIMENT_OUT_LABEL_VALUES!r}")
