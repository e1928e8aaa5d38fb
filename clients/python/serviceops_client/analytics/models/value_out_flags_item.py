from typing import Literal

ValueOutFlagsItem = Literal["provisional", "small_n"]

VALUE_OUT_FLAGS_ITEM_VALUES: set[ValueOutFlagsItem] = {
    "provisional",
    "small_n",
}


def check_value_out_flags_item(value: str) -> ValueOutFlagsItem:
    if value in VALUE_OUT_FLAGS_ITEM_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {VALUE_OUT_FLAGS_ITEM_VALUES!r}")
