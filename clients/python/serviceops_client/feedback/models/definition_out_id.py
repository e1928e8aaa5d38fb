from typing import Literal

DefinitionOutId = Literal["ces", "csat", "nps", "response_rate"]

DEFINITION_OUT_ID_VALUES: set[DefinitionOutId] = {
    "ces",
    "csat",
    "nps",
    "response_rate",
}


def check_definition_out_id(value: str) -> DefinitionOutId:
    if value in DEFINITION_OUT_ID_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {DEFINITION_OUT_ID_VALUES!r}")
