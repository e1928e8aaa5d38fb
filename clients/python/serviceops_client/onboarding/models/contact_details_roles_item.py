from typing import Literal

ContactDetailsRolesItem = Literal["admin", "billing", "champion", "decision_maker", "user"]

CONTACT_DETAILS_ROLES_ITEM_VALUES: set[ContactDetailsRolesItem] = {
    "admin",
    "billing",
    "champion",
    "decision_maker",
    "user",
}


def check_contact_details_roles_item(value: str) -> ContactDetailsRolesItem:
    if value in CONTACT_DETAILS_ROLES_ITEM_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {CONTACT_DETAILS_ROLES_ITEM_VALUES!r}")
