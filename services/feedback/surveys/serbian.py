"""Serbian in its other script. From Cyrillic to Latin each letter has one form, so that a text is written once."""

_CYRILLIC = "абвгдђежзијклљмнњопрстћуфхцчџш"
_LATIN = (*"abvgdđežzijkl", "lj", *"mn", "nj", *"oprstćufhcč", "dž", "š")
_LETTERS = dict(zip(_CYRILLIC, _LATIN, strict=True))
_TABLE = str.maketrans(_LETTERS | {cyrillic.upper(): latin.capitalize() for cyrillic, latin in _LETTERS.items()})


def in_latin(text: str) -> str:
    """A Serbian text in Latin letters; what is no Serbian Cyrillic stays. No word is expected in capitals alone."""
    return text.translate(_TABLE)
