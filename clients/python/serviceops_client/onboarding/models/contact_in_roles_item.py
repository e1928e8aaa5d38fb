from typing import Literal

ContactInRolesItem = Literal["admin", "billing", "champion", "decision_maker", "user"]

CONTACT_IN_ROLES_ITEM_VALUES: set[ContactInRolesItem] = {
    "admin",
    "billing",
    "champion",
    "decision_maker",
    "user",
}


def check_contact_in_roles_item(value: str) -> ContactInRolesItem:
    if value in CONTACT_IN_ROLES_ITEM_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {CONTACT_IN_ROLES_ITEM_VALUES!r}")
