"""The addresses that a notification can go to: mail, a signed webhook, or one of apprise's.

All but mail hold secrets. Such an address is sealed with SECRET_KEY where it is set, and stays so in rows, facts and
the audit trail; the worker opens it when it sends. What is sealed twice is the same text, so that an address that
did not change is no change.
"""

import binascii
from base64 import b64decode, urlsafe_b64decode, urlsafe_b64encode
from dataclasses import dataclass
from hashlib import blake2b
from typing import TYPE_CHECKING, Literal, TypeVar
from urllib.parse import parse_qsl, unquote, urlsplit

import httpx
from pydantic import BaseModel

from shared.features.notifications import mail
from shared.http.errors import Invalid, place
from shared.ops.settings import APPRISE_SCHEMES, ServiceSettings

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.ciphers.aead import AESSIV

LONGEST = 1_000  # characters
SHORTEST_SECRET, LONGEST_SECRET = 24, 64  # bytes; what Standard Webhooks asks for
SECRET = "whsec_"  # noqa: S105 - what a secret begins with
SEALED = "sealed:"
CUT = "/…"  # stands in an answer for what is not shown

Channel = Literal["email", "webhook", "apprise"]

B = TypeVar("B", bound=BaseModel)


class UnusableAddress(ValueError):
    """No notification can go there; the message says what is wrong and repeats nothing."""


class AddressNotAllowed(Invalid):
    """Notifications do not go to this address."""

    code = "address_refused"


@dataclass(frozen=True, slots=True)
class Webhook:
    """Where to POST, and the secret that signs."""

    url: str
    secret: str


def mail_address(address: str | None) -> str | None:
    """An address as a row holds it: `mailto:mia@us.example?subject=x` becomes `mia@us.example`."""
    if address is None or address[:7].lower() != "mailto:":
        return address
    return unquote(address[7:].partition("?")[0])


def channel_of(address: str | None) -> Channel:
    """How a notification goes to an address as a row holds it."""
    if address is None or not address.startswith(SEALED):
        return "email"
    return "webhook" if address.startswith(f"{SEALED}http") else "apprise"


def checked(address: str) -> str:
    """An address as a person gives it, in its usual form. Raises UnusableAddress.

    A sealed one passes: it was checked before it was sealed, and `seal` refuses one from outside.
    """
    if address.startswith(SEALED):
        return address
    scheme = address.partition("://")[0].lower() if "://" in address else ""
    if scheme in ("https", "http"):
        webhook(address)
        return address
    if scheme in APPRISE_SCHEMES:
        _refuse_odd_apprise(address)
        return address
    plain = mail_address(address)
    try:
        mail.usable_address(plain)
    except mail.UnusableAddress:
        raise UnusableAddress(
            "It must be mailto: and a mail address, https:// with a #whsec_ secret,"
            f" or an address of {', '.join(APPRISE_SCHEMES)}"
        ) from None
    return f"mailto:{plain}"


def webhook(address: str) -> Webhook:
    """`https://hooks.us.example/alerts#whsec_…`: the fragment is the secret, and is never sent.

    Raises UnusableAddress.
    """
    try:
        url = httpx.URL(address)
        host = url.raw_host.decode("ascii")
    except (httpx.InvalidURL, ValueError):
        raise UnusableAddress("This is no address") from None
    if not host or url.userinfo or CUT in address:
        raise UnusableAddress("A webhook's address is given whole, with its secret and without a user")
    if not url.fragment.startswith(SECRET) or not _is_secret(url.fragment.removeprefix(SECRET)):
        raise UnusableAddress("A webhook's address ends with #whsec_ and 24 to 64 random bytes in base64, which sign")
    return Webhook(str(url.copy_with(fragment=None)), url.fragment)


def seal(body: B, settings: ServiceSettings) -> B:
    """A checked request body as it is kept: a `notify_address` with secrets is sealed. Raises AddressNotAllowed."""
    address = getattr(body, "notify_address", None)
    if address is None:
        return body
    if address.startswith(SEALED):
        raise _not_allowed("An address is given as it is, not sealed")
    if "://" not in address:
        return body
    scheme = address.partition("://")[0].lower()
    if scheme in APPRISE_SCHEMES and scheme not in settings.schemes:
        raise _not_allowed(f"NOTIFY_SCHEMES allows {', '.join(sorted(settings.schemes)) or 'none'}")
    return body.model_copy(update={"notify_address": sealed(address, settings.secret_key.get_secret_value())})


def sealed(address: str, secret_key: str) -> str:
    """`sealed:`, what may be shown of it, and the rest under SECRET_KEY."""
    parts = urlsplit(address)
    head = f"{parts.scheme}://{parts.hostname}" if parts.scheme in ("https", "http") else f"{parts.scheme}:/"
    kept = _cipher(secret_key).encrypt(address.encode(), [head.encode()])
    return f"{SEALED}{head}:{urlsafe_b64encode(kept).decode()}"


def opened(address: str, secret_key: str) -> str:
    """A sealed address as it was given. Raises UnusableAddress, also where SECRET_KEY was another."""
    from cryptography.exceptions import InvalidTag  # here, since its import costs 6 MB, which mail does not need

    head, _, kept = address.removeprefix(SEALED).rpartition(":")
    try:
        return _cipher(secret_key).decrypt(urlsafe_b64decode(kept), [head.encode()]).decode()
    except (InvalidTag, binascii.Error, ValueError):
        raise UnusableAddress("It was sealed with another SECRET_KEY: give it again") from None


def shown(address: str) -> str:
    """What an answer may show of an address: of a sealed one the scheme, and of a webhook the host."""
    if not address.startswith(SEALED):
        return address
    return address.removeprefix(SEALED).rpartition(":")[0] + CUT


def _cipher(secret_key: str) -> "AESSIV":
    from cryptography.hazmat.primitives.ciphers.aead import AESSIV

    return AESSIV(blake2b(secret_key.encode(), digest_size=64, person=b"notify-address").digest())


def _is_secret(text: str) -> bool:
    try:
        return SHORTEST_SECRET <= len(b64decode(text, validate=True)) <= LONGEST_SECRET
    except (binascii.Error, ValueError):
        return False


def _refuse_odd_apprise(address: str) -> None:
    """Whatever else apprise takes in a query can name files, other hosts or turn off what protects."""
    if not address.isascii() or not address.isprintable() or " " in address or "#" in address:
        raise UnusableAddress("It has characters that no such address has")
    query = address.partition("?")[2]
    if query and parse_qsl(query, keep_blank_values=True) not in ([("region", "us")], [("region", "eu")]):
        raise UnusableAddress("Of parameters there may be region=us or region=eu")
    if not address.partition("://")[2].strip("/"):
        raise UnusableAddress("The address is not whole")


def _not_allowed(message: str) -> AddressNotAllowed:
    return AddressNotAllowed(errors=[place("body", "notify_address", msg=message, code="address_refused")])
