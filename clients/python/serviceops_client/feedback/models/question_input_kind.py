from typing import Literal

QuestionInputKind = Literal["choice", "matrix", "score", "text"]

QUESTION_INPUT_KIND_VALUES: set[QuestionInputKind] = {
    "choice",
    "matrix",
    "score",
    "text",
}


def check_question_input_kind(value: str) -> QuestionInputKind:
    if value in QUESTION_INPUT_KIND_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {QUESTION_INPUT_KIND_VALUES!r}")
