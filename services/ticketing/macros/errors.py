"""What macros refuse.

Problem
├── Conflict 409
│   └── MacroInactive
└── Invalid 422
    ├── NoAgent
    └── ReplyUnusable
"""

from shared.http.errors import Conflict, Invalid


class MacroInactive(Conflict):
    """The macro is not in use."""

    code = "macro_inactive"


class NoAgent(Invalid):
    """The macro gives the ticket to whoever applies it, and the caller is no member of staff."""

    code = "not_staff"


class ReplyUnusable(Invalid):
    """Filled in for this ticket, the reply is empty or too long."""

    code = "reply_unusable"
