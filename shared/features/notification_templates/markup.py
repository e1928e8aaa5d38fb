"""Which HTML a template may hold: text with its structure and links. No scripts, styles sheets, forms or pictures."""

from dataclasses import dataclass
from html.parser import HTMLParser
from urllib.parse import urlsplit

TAGS = frozenset(
    [
        "a",
        "b",
        "blockquote",
        "br",
        "code",
        "div",
        "em",
        "h1",
        "h2",
        "h3",
        "hr",
        "i",
        "li",
        "ol",
        "p",
        "pre",
        "small",
        "span",
        "strong",
        "table",
        "tbody",
        "td",
        "th",
        "thead",
        "tr",
        "u",
        "ul",
    ]
)
LINKS = frozenset({"https", "http", "mailto"})


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong, and on which line of the piece, from 1."""

    line: int
    message: str


def fault(piece: str) -> Fault | None:
    """The first thing in a piece of HTML that may not stand there."""
    reader = _Reader()
    try:
        reader.feed(piece)
    except (AssertionError, ValueError):  # html.parser of some versions, on `<![`
        return Fault(1, "This HTML cannot be read")
    if reader.found is None and reader.rawdata:
        return Fault(
            reader.getpos()[0], "A tag must be whole, without fields or ifs in it; write &lt; and &amp; in text"
        )
    return reader.found


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=False)
        self.found: Fault | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in TAGS:
            self._refuse(f"Of tags there may be {', '.join(sorted(TAGS))}")
        for name, value in attrs:
            if tag != "a" or name != "href" or urlsplit(value or "").scheme.lower() not in LINKS:
                self._refuse("Of attributes there may be href of a, with an https, http or mailto address")

    def handle_endtag(self, tag: str) -> None:
        if tag not in TAGS:
            self._refuse(f"Of tags there may be {', '.join(sorted(TAGS))}")

    def handle_data(self, data: str) -> None:
        if "<" in data:
            self._refuse("A tag must be whole, without fields or ifs in it; write &lt; in text")

    def handle_comment(self, data: str) -> None:
        self._refuse("There may be no comments")

    def handle_decl(self, decl: str) -> None:
        self._refuse("There may be no declarations")

    def unknown_decl(self, data: str) -> None:
        self._refuse("There may be no declarations")

    def handle_pi(self, data: str) -> None:
        self._refuse("There may be no declarations")

    def _refuse(self, message: str) -> None:
        self.found = self.found or Fault(self.getpos()[0], message)
