"""What declared fields refuse.

Problem
├── Conflict 409
│   ├── KeyTaken
│   └── TooManyFields
└── Invalid 422
    └── CustomInvalid
"""

from shared.http.errors import Conflict, Invalid


class KeyTaken(Conflict):
    """Another field has this key."""

    code = "key_taken"


class TooManyFields(Conflict):
    """So many fields are declared already; take one away first."""

    code = "too_many_fields"


class CustomInvalid(Invalid):
    """The ticket's custom fields are not as they are declared."""

    code = "custom_invalid"
