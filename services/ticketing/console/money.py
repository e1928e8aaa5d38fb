"""Amounts of money as people write them."""

from decimal import Decimal, InvalidOperation
from typing import Final

WITHOUT_MINOR: Final = frozenset(
    {"BIF", "CLP", "DJF", "GNF", "ISK", "JPY", "KMF", "KRW"}
    | {"PYG", "RWF", "UGX", "UYI", "VND", "VUV", "XAF", "XOF", "XPF"}
)
THREE_DIGITS: Final = frozenset({"BHD", "IQD", "JOD", "KWD", "LYD", "OMR", "TND"})
"""Source: ISO 4217, the minor units of each currency; all others have two digits."""

LONGEST: Final = 20  # characters


def digits(currency: str | None) -> int:
    """Digits behind the point."""
    return 0 if currency in WITHOUT_MINOR else 3 if currency in THREE_DIGITS else 2


def shown(amount_minor: int, currency: str | None) -> str:
    """`1,200.00 EUR`."""
    places = digits(currency)
    return f"{Decimal(amount_minor).scaleb(-places):,.{places}f} {currency or ''}".rstrip()


def minor(text: str, currency: str | None) -> int | None:
    """An amount that somebody typed, in minor units; None for what is no such amount."""
    plain = text.strip().replace(" ", "")
    if not plain.isascii() or not plain.replace(".", "", 1).isdigit() or len(plain) > LONGEST:
        return None
    try:
        scaled = Decimal(plain).scaleb(digits(currency))
    except InvalidOperation:
        return None
    return int(scaled) if scaled == scaled.to_integral_value() else None
