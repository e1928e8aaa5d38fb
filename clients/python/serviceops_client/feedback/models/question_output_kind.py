from typing import Literal

QuestionOutputKind = Literal["choice", "matrix", "score", "text"]

QUESTION_OUTPUT_KIND_VALUES: set[QuestionOutputKind] = {
    "choice",
    "matrix",
    "score",
    "text",
}


def check_question_output_kind(value: str) -> QuestionOutputKind:
    if value in QUESTION_OUTPUT_KIND_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {QUESTION_OUTPUT_KIND_VALUES!r}")
