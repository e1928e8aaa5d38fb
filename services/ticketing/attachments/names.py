"""What a file that a stranger named is called here, and how a header says it. Source: RFC 6266, RFC 6838."""

import re
from typing import Final
from unicodedata import category
from urllib.parse import quote

LONGEST: Final = 255  # bytes in UTF-8, as file systems have it
UNNAMED: Final = "file"

MEDIA_TYPE: Final = re.compile(
    r"(?P<kind>application|audio|font|image|message|model|text|video)/[a-z0-9][a-z0-9!#$&^_.+-]{0,100}"
)
_UNREADABLE: Final = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})  # controls, and what turns text around
_EXTENSION: Final = re.compile(r"\.[A-Za-z0-9]{1,16}$")


def safe(name: str) -> str:
    """The name without a path, controls, signs that turn text around, dots before it, and what is too long."""
    last = re.split(r"[/\\]", name)[-1]
    shown = "".join(" " if category(letter) in _UNREADABLE else letter for letter in last)
    plain = " ".join(shown.split()).lstrip(". ").rstrip(". ")
    return _shortened(plain) or UNNAMED


def media_type(header: str | None) -> str | None:
    """The type that a Content-Type names, without its parameters; None where it names none of RFC 6838's."""
    name = (header or "").partition(";")[0].strip().lower()
    return name if MEDIA_TYPE.fullmatch(name) else None


def disposition(name: str) -> str:
    """The Content-Disposition that has a browser keep the file instead of showing it."""
    plain = re.sub(r'[^ -~]|["\\%]', "_", name)
    return f"attachment; filename=\"{plain}\"; filename*=UTF-8''{quote(name, safe='')}"


def _shortened(name: str) -> str:
    """At most so many bytes, with its extension."""
    if len(name.encode()) <= LONGEST:
        return name
    found = _EXTENSION.search(name)
    extension = found.group() if found else ""
    kept = name[: len(name) - len(extension)].encode()[: LONGEST - len(extension)]
    return kept.decode("utf-8", "ignore").rstrip(". ") + extension
