"""In whose pages a survey may be shown: origins, as a content security policy names them."""

import re
from collections.abc import Iterable

_ORIGIN = re.compile(r"https://[a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?(:[0-9]{1,5})?")


class NotAnOrigin(ValueError):
    """An origin is https://, a host, and perhaps a port."""


def origins_of(texts: Iterable[str]) -> tuple[str, ...]:
    """The origins that these texts name, without empty ones. Raises NotAnOrigin."""
    found = tuple(text.strip().lower() for text in texts if text.strip())
    for text in found:
        if not _ORIGIN.fullmatch(text):
            raise NotAnOrigin(text)
    return found


def ancestors(*groups: Iterable[str]) -> str:
    """The policy's frame-ancestors: these origins, or nobody. What is no origin opens nothing."""
    named = (text.strip().lower() for group in groups for text in group)
    allowed = [text for text in named if _ORIGIN.fullmatch(text)]
    return " ".join(dict.fromkeys(allowed)) or "'none'"
