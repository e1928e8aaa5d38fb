"""Types of the directory's bodies."""

import re
import zoneinfo
from functools import cache
from typing import Annotated

from pydantic import AfterValidator, Field
from pydantic_core import PydanticCustomError

from shared.features.notifications import addresses, mail
from shared.http.fields import ShortText, Text

MOST_ENTRIES = 50  # of a list or map in a body

_LOCALE = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8}){0,4}")


def _is_mail_address(text: str) -> str:
    try:
        mail.usable_address(text)
    except mail.UnusableAddress:
        raise PydanticCustomError("email", "It must be a mail address") from None
    return text


def _is_notify_address(text: str) -> str:
    try:
        return addresses.checked(text)
    except addresses.UnusableAddress as wrong:
        raise PydanticCustomError("notify_address", "{why}", {"why": str(wrong)}) from None


def _is_mail_to(text: str) -> str:
    if addresses.channel_of(text) != "email" or "://" in text:
        raise PydanticCustomError("notify_address", "Here it must be mailto: and a mail address")
    return _is_notify_address(text)


def _is_timezone(text: str) -> str:
    if text not in _timezones():
        raise PydanticCustomError("unknown_timezone", "No time zone of the IANA database")
    return text


def _is_locale(text: str) -> str:
    if not _LOCALE.fullmatch(text):
        raise PydanticCustomError("locale", "It must be a language tag, as in en or nb-NO")
    return text


@cache
def _timezones() -> frozenset[str]:
    return frozenset(zoneinfo.available_timezones())


Email = Annotated[Text, Field(min_length=1, max_length=254), AfterValidator(_is_mail_address)]
"""A mail address, kept as it was given."""

NotifyAddress = Annotated[
    Text, Field(min_length=1, max_length=2 * addresses.LONGEST), AfterValidator(_is_notify_address)
]
"""Where to reach a member of staff: `mailto:` and a mail address, a webhook with its secret, or one of apprise's."""

MailTo = Annotated[Text, Field(min_length=1, max_length=300), AfterValidator(_is_mail_to)]
"""`mailto:` and a mail address."""

Timezone = Annotated[ShortText, AfterValidator(_is_timezone)]
"""An IANA name."""

Locale = Annotated[Text, Field(min_length=1, max_length=35), AfterValidator(_is_locale)]
"""A BCP 47 tag."""

ExternalIds = Annotated[dict[ShortText, ShortText], Field(max_length=MOST_ENTRIES)]
"""{system: id}"""

Consent = Annotated[dict[ShortText, bool | None], Field(max_length=MOST_ENTRIES)]
"""{channel: true | false | null}; null = not asked."""


def folded(email: str) -> str:
    """A mail address as it is compared: without case, nor the spaces around it."""
    return email.strip().casefold()
