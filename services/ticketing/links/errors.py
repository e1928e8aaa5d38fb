"""What links refuse.

Problem
├── Conflict 409
│   ├── LinkContradicts
│   └── TooManyLinks
└── Invalid 422
    ├── LinkedToItself
    └── UnknownTicket
"""

from shared.http.errors import Conflict, Invalid, place


class LinkContradicts(Conflict):
    """The tickets are linked the other way round."""

    code = "link_contradicts"


class TooManyLinks(Conflict):
    """A ticket has so many links at most."""

    code = "too_many_links"


class LinkedToItself(Invalid):
    """A ticket is linked to another one."""

    code = "linked_to_itself"

    def __init__(self) -> None:
        super().__init__(errors=[place("body", "ticket_id", msg="This is the ticket itself", code=self.code)])


class UnknownTicket(Invalid):
    """There is no such ticket to link to."""

    code = "unknown_ticket"

    def __init__(self) -> None:
        super().__init__(errors=[place("body", "ticket_id", msg="There is no such ticket", code=self.code)])
