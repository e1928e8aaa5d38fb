"""A customer's mail program and browser: a mail that came, the link in it, the page, and its form."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from email import message_from_bytes, policy
from html.parser import HTMLParser
from pathlib import Path
from types import TracebackType
from typing import Self
from urllib.parse import urljoin

import httpx

TIMEOUT = 10.0  # seconds
LINK = re.compile(r"https?://\S+/r/[^\s?]+\?score=(\d+)")


def score_links(folder: Path, address: str) -> Iterator[dict[int, str]]:
    """The links of each mail to this address that asks for a score, by score; the latest mail first."""
    for file in sorted(folder.glob("*.eml"), reverse=True):
        mail = message_from_bytes(file.read_bytes(), policy=policy.default)
        text = mail.get_body(("plain",)) if address in str(mail["To"]) else None
        links = {int(found[1]): found[0] for found in LINK.finditer(text.get_content())} if text else {}
        if links:
            yield links


@dataclass
class Page:
    """A page as it came. fields: of its form, as a browser would send them; action: where to, None without a form."""

    status: int
    address: str
    action: str | None = None
    fields: dict[str, str] = field(default_factory=dict)


class Browser:
    """Follows links and sends forms; it has no key and knows nothing of the API."""

    def __init__(self) -> None:
        self._client = httpx.Client(timeout=TIMEOUT, follow_redirects=True, headers={"Accept": "text/html"})

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._client.close()

    def open(self, link: str) -> Page:
        """GET it."""
        return _page(self._client.get(link))

    def send(self, page: Page, **typed: str) -> Page:
        """Press the page's button, with what was typed into its form; answers the page that it leads to."""
        if page.action is None:
            return page
        return _page(self._client.post(urljoin(page.address, page.action), data={**page.fields, **typed}))


def _page(answer: httpx.Response) -> Page:
    form = _Form()
    form.feed(answer.text)
    return Page(answer.status_code, str(answer.url), form.action, form.fields)


class _Form(HTMLParser):
    """Reads a page's form: what is hidden, chosen or written in it, and its first button."""

    def __init__(self) -> None:
        super().__init__()
        self.action: str | None = None
        self.fields: dict[str, str] = {}
        self._written: str | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note a field of the form."""
        given = dict(attrs)
        name = given.get("name") or ""
        if tag == "form":
            self.action = given.get("action") or ""
        elif self.action is None or not name:
            return
        elif tag == "textarea":
            self._written, self.fields[name] = name, ""
        elif tag == "button":
            self.fields.setdefault(name, given.get("value") or "")
        elif tag == "input" and (given.get("type") == "hidden" or "checked" in given):
            self.fields[name] = given.get("value") or ""

    def handle_data(self, data: str) -> None:
        """What stands in a field already."""
        if self._written is not None:
            self.fields[self._written] += data.removeprefix("\n")

    def handle_endtag(self, tag: str) -> None:
        """A field ends."""
        if tag == "textarea":
            self._written = None
