from typing import Literal

ContactOutRolesItem = Literal["admin", "billing", "champion", "decision_maker", "user"]

CONTACT_OUT_ROLES_ITEM_VALUES: set[ContactOutRolesItem] = {
    "admin",
    "billing",
    "champion",
    "decision_maker",
    "user",
}


def check_contact_out_roles_item(value: str) -> ContactOutRolesItem:
    if value in CONTACT_OUT_ROLES_ITEM_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {CONTACT_OUT_ROLES_ITEM_VALUES!r}")
