from typing import Literal

ListDeadLettersStateType0 = Literal["discarded", "open", "replayed"]

LIST_DEAD_LETTERS_STATE_TYPE_0_VALUES: set[ListDeadLettersStateType0] = {
    "discarded",
    "open",
    "replayed",
}


def check_list_dead_letters_state_type_0(value: str) -> ListDeadLettersStateType0:
    if value in LIST_DEAD_LETTERS_STATE_TYPE_0_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {LIST_DEAD_LETTERS_STATE_TYPE_0_VALUES!r}")
