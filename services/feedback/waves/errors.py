"""What waves refuse.

Conflict 409
├── NoWaves
├── WaveTransitionNotAllowed
└── TooManyContacts
"""

from shared.http.errors import Conflict


class NoWaves(Conflict):
    """The program asks by an event or by hand, and has no waves."""

    code = "program_has_no_waves"


class WaveTransitionNotAllowed(Conflict):
    """The wave is not in a state that allows this."""

    code = "transition_not_allowed"


class TooManyContacts(Conflict):
    """The directory has more contacts than a dry run looks at."""

    code = "too_many_contacts"
