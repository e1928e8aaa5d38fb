"""The customers' mailbox: what the mail catcher's folder holds, read as it comes."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from email import message_from_bytes, policy
from pathlib import Path

MOST_AT_ONCE = 40  # files
_PAGE = re.compile(r"https?://[^/\s]+(/r/[^\s?]+)\?score=")


@dataclass
class Mailbox:
    """folder: of .eml files; None is empty."""

    folder: Path | None = None
    _seen: set[str] = field(default_factory=set)

    def new_pages(self) -> Iterator[str]:
        """The paths of the answer pages that mails ask to open, of mails that were not read before."""
        if self.folder is None or not self.folder.exists():
            return
        unread = [file for file in sorted(self.folder.glob("*.eml")) if file.name not in self._seen]
        for file in unread[:MOST_AT_ONCE]:
            self._seen.add(file.name)
            content = file.read_bytes()
            if b"List-Unsubscribe" not in content:
                continue  # of the notifications and replies, which are many
            text = message_from_bytes(content, policy=policy.default).get_body(("plain",))
            if text is not None and (found := _PAGE.search(text.get_content())):
                yield found[1]
