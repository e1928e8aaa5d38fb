"""What suppliers and internal promises refuse.

Problem
├── Conflict 409
│   └── SupplierNameTaken
└── Invalid 422
    ├── UnknownCalendar
    └── UnknownSupplier
"""

from shared.http.errors import Conflict, Invalid, place


class SupplierNameTaken(Conflict):
    """Another supplier has this name."""

    code = "name_taken"


class UnknownCalendar(Invalid):
    """There is no such calendar."""

    code = "unknown_calendar"

    def __init__(self) -> None:
        super().__init__(errors=[place("body", "calendar_id", msg="There is no such calendar", code=self.code)])


class UnknownSupplier(Invalid):
    """There is no such supplier, or no ticket waits for it any more."""

    code = "unknown_supplier"

    def __init__(self) -> None:
        super().__init__(errors=[place("body", "supplier_id", msg="There is no such supplier", code=self.code)])
