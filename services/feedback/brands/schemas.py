"""HTTP bodies of brands."""

from datetime import datetime
from typing import Annotated, Any, Self
from urllib.parse import urlsplit
from uuid import UUID

from pydantic import AfterValidator, StringConstraints, model_validator
from pydantic_core import PydanticCustomError

from services.feedback.brands import contrast
from services.feedback.brands.models import Brand
from shared.http.fields import Body, Filters, ShortText, Text, View, example

_BODY: dict[str, Any] = {
    "key": "halden-pay",
    "name": "Halden Pay",
    "colour": "#1f4e79",
    "text_colour": "#ffffff",
    "logo_url": "https://halden.example/logo.svg",
    "sender_name": "Halden Pay customer care",
}
BRAND_EXAMPLE: dict[str, Any] = {
    "id": "01a19b45-b800-7004-a1c4-22d9e4b07f11",
    **_BODY,
    "created_at": "2026-11-20T09:00:00Z",
    "updated_at": "2026-11-20T09:00:00Z",
    "version": 1,
}


def _plain_address(text: str) -> str:
    try:
        parts = urlsplit(text)
        port = parts.port
    except ValueError:
        raise PydanticCustomError("logo_url", "This is no address") from None
    if not parts.hostname or parts.username or parts.password or parts.fragment or port == 0:
        raise PydanticCustomError("logo_url", "A logo's address is https://, a host and a path")
    return text


BrandKey = Annotated[Text, StringConstraints(pattern=r"^[a-z0-9][a-z0-9_-]{0,99}$")]
Colour = Annotated[Text, StringConstraints(pattern=r"^#[0-9A-Fa-f]{6}$", to_lower=True)]
# What a content security policy divides its sources by is left out: the address's host goes into one.
LogoUrl = Annotated[
    Text,
    StringConstraints(max_length=1_000, pattern=r"^https://[A-Za-z0-9.-]+(:[0-9]{1,5})?/[^\s;,'\"<>\\]*$"),
    AfterValidator(_plain_address),
]


class BrandIn(Body):
    """A brand: who asks, and in which colours.

    key: as surveys and answers name it. text_colour: of what stands on colour, with a contrast of at least 4.5:1.
    sender_name: from whom mails come.
    """

    model_config = example(_BODY)

    key: BrandKey
    name: ShortText
    colour: Colour
    text_colour: Colour = "#ffffff"
    logo_url: LogoUrl | None = None
    sender_name: ShortText

    @model_validator(mode="after")
    def _can_be_read(self) -> Self:
        found = contrast.ratio(self.colour, self.text_colour)
        if found < contrast.LEAST:
            raise PydanticCustomError(
                "contrast",
                "The text's contrast with the colour is {found}:1; people need {least}:1 to read it",
                {"found": f"{int(found * 100) / 100:.2f}", "least": contrast.LEAST},
            )
        return self


class BrandPatch(Body):
    """What changes about a brand, as a merge-patch; its key stays."""

    model_config = example({"colour": "#7a1f3d"})

    name: ShortText | None = None
    colour: Colour | None = None
    text_colour: Colour | None = None
    logo_url: LogoUrl | None = None
    sender_name: ShortText | None = None


class BrandOut(View):
    """A brand."""

    model_config = example(BRAND_EXAMPLE)

    id: UUID
    key: str
    name: str
    colour: str
    text_colour: str
    logo_url: str | None
    sender_name: str
    created_at: datetime
    updated_at: datetime
    version: int

    @classmethod
    def of(cls, row: Brand) -> Self:
        """A row as the API shows it."""
        return cls.model_validate(row)


class BrandFilters(Filters):
    """What the list of brands may be narrowed to."""

    key: BrandKey | None = None
