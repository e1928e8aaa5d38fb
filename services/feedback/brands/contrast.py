"""How well a text can be read on a colour, by WCAG 2.2."""

LEAST = 4.5  # to 1, of text in its usual size: success criterion 1.4.3

_RED, _GREEN, _BLUE = 0.2126, 0.7152, 0.0722  # how bright each looks


def ratio(one: str, other: str) -> float:
    """The contrast of two colours (`#rrggbb`), from 1 (the same) to 21 (black and white); their order is no matter."""
    brighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (brighter + 0.05) / (darker + 0.05)


def luminance(colour: str) -> float:
    """How bright `#rrggbb` looks, from 0 to 1: WCAG's relative luminance of sRGB."""
    red, green, blue = (_linear(int(colour[at : at + 2], 16) / 255) for at in (1, 3, 5))
    return _RED * red + _GREEN * green + _BLUE * blue


def _linear(share: float) -> float:
    return share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4
