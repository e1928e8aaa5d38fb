from typing import Literal

PlannedStepOwnerRoleType0 = Literal["billing", "csm", "executive_sponsor", "project_manager", "solution_engineer"]

PLANNED_STEP_OWNER_ROLE_TYPE_0_VALUES: set[PlannedStepOwnerRoleType0] = {
    "billing",
    "csm",
    "executive_sponsor",
    "project_manager",
    "solution_engineer",
}


def check_planned_step_owner_role_type_0(value: str) -> PlannedStepOwnerRoleType0:
    if value in PLANNED_STEP_OWNER_ROLE_TYPE_0_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {PLANNED_STEP_OWNER_ROLE_TYPE_0_VALUES!r}")
