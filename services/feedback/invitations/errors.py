"""What invitations and suppressions refuse.

Problem
└── Conflict 409
    ├── InvitationMoved
    ├── NoLink
    ├── NotYet
    ├── Suppressed
    └── AlreadySuppressed
"""

from shared.http.errors import Conflict


class InvitationMoved(Conflict):
    """The invitation is not in a state that allows this."""

    code = "transition_not_allowed"


class NoLink(Conflict):
    """This invitation goes out by mail; only one of the channel `link` is handed to another system."""

    code = "not_a_link"


class NotYet(Conflict):
    """The contact's sending window has not begun."""

    code = "not_yet"


class Suppressed(Conflict):
    """The contact gets no surveys any more."""

    code = "suppressed"


class AlreadySuppressed(Conflict):
    """There is a suppression of this address or contact, for another reason or time."""

    code = "already_suppressed"
