"""What merging and splitting refuse.

Problem
├── Conflict 409
│   ├── MergeNotAllowed
│   └── SplitNotAllowed
└── Invalid 422
    ├── NothingLeft
    ├── UnknownMessage
    └── UnknownTicket
"""

from shared.http.errors import Conflict, Invalid, place


class MergeNotAllowed(Conflict):
    """The ticket cannot be merged into this one."""

    code = "merge_not_allowed"


class SplitNotAllowed(Conflict):
    """The ticket cannot be split."""

    code = "split_not_allowed"


class UnknownTicket(Invalid):
    """There is no such ticket to merge into."""

    code = "unknown_ticket"

    def __init__(self) -> None:
        super().__init__(errors=[place("body", "into", msg="There is no such ticket", code=self.code)])


class UnknownMessage(Invalid):
    """A message is not on this ticket."""

    code = "unknown_message"

    def __init__(self, position: int) -> None:
        msg = "There is no such message on this ticket"
        super().__init__(errors=[place("body", "message_ids", position, msg=msg, code=self.code)])


class NothingLeft(Invalid):
    """A split leaves at least one message on the ticket."""

    code = "nothing_left"

    def __init__(self) -> None:
        msg = "These are all messages of the ticket"
        super().__init__(errors=[place("body", "message_ids", msg=msg, code=self.code)])
