"""Addresses of people in the form in which two of them are compared."""


def email(address: str) -> str:
    """Without case and blanks around it."""
    return address.strip().lower()


def phone(number: str) -> str | None:
    """Its digits, an international prefix of 00 as a + would be; None where there is none."""
    digits = "".join(sign for sign in number if sign.isascii() and sign.isdigit())
    return digits.removeprefix("00") or None
