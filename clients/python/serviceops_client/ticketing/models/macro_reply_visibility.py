from typing import Literal

MacroReplyVisibility = Literal["internal", "public"]

MACRO_REPLY_VISIBILITY_VALUES: set[MacroReplyVisibility] = {
    "internal",
    "public",
}


def check_macro_reply_visibility(value: str) -> MacroReplyVisibility:
    if value in MACRO_REPLY_VISIBILITY_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {MACRO_REPLY_VISIBILITY_VALUES!r}")
