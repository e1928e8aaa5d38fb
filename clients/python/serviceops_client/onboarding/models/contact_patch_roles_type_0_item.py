from typing import Literal

ContactPatchRolesType0Item = Literal["admin", "billing", "champion", "decision_maker", "user"]

CONTACT_PATCH_ROLES_TYPE_0_ITEM_VALUES: set[ContactPatchRolesType0Item] = {
    "admin",
    "billing",
    "champion",
    "decision_maker",
    "user",
}


def check_contact_patch_roles_type_0_item(value: str) -> ContactPatchRolesType0Item:
    if value in CONTACT_PATCH_ROLES_TYPE_0_ITEM_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {CONTACT_PATCH_ROLES_TYPE_0_ITEM_VALUES!r}")
