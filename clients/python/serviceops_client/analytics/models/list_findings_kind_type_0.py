from typing import Literal

ListFindingsKindType0 = Literal[
    "duplicate", "failed", "missing", "offset_gap", "recompute_differs", "silent", "wrong_target"
]

LIST_FINDINGS_KIND_TYPE_0_VALUES: set[ListFindingsKindType0] = {
    "duplicate",
    "failed",
    "missing",
    "offset_gap",
    "recompute_differs",
    "silent",
    "wrong_target",
}


def check_list_findings_kind_type_0(value: str) -> ListFindingsKindType0:
    if value in LIST_FINDINGS_KIND_TYPE_0_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {LIST_FINDINGS_KIND_TYPE_0_VALUES!r}")
