"""What the people of a load process know of each other: the ids that answers have told them so far."""

import random
from collections import deque
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from typing import Any

from tests.chaos.caller import Answer, Caller, new_key
from tests.chaos.mailbox import Mailbox

REMEMBERED = 400  # of each kind, the newest
HOT = 12  # tickets at which several agents work at once
KEYED = 0.6  # share of writes that carry an Idempotency-Key
TURN_AWAY = 0.9  # share of writes that are not even tried at a service that does not answer; else all would wait
ALONE = 0.08  # share of answers that name no account


@dataclass
class Town:
    """One load process' part of the world. name: what its natural keys begin with."""

    name: str
    caller: Caller
    dice: random.Random
    accounts: list[str] = field(default_factory=list)
    contacts: list[tuple[str, str]] = field(default_factory=list)  # contact, account
    staff: list[str] = field(default_factory=list)
    groups: list[str] = field(default_factory=list)
    responses: deque[str] = field(default_factory=lambda: deque(maxlen=REMEMBERED))
    tickets: deque[str] = field(default_factory=lambda: deque(maxlen=REMEMBERED))
    cases: deque[str] = field(default_factory=lambda: deque(maxlen=REMEMBERED))
    handoffs: deque[str] = field(default_factory=lambda: deque(maxlen=REMEMBERED))
    mails: deque[tuple[str, str, int]] = field(default_factory=lambda: deque(maxlen=REMEMBERED))
    """source_id, sender, and the number of the ticket that it is on."""
    messages: deque[tuple[str, str]] = field(default_factory=lambda: deque(maxlen=REMEMBERED))
    """The ticket that a message lies on, as far as this town knows, and the message."""
    merged: deque[str] = field(default_factory=lambda: deque(maxlen=REMEMBERED))
    complaints: deque[str] = field(default_factory=lambda: deque(maxlen=REMEMBERED))
    owed: deque[tuple[str, str]] = field(default_factory=lambda: deque(maxlen=REMEMBERED))
    """A case, and a compensation that waits for approval."""
    letters: deque[str] = field(default_factory=lambda: deque(maxlen=REMEMBERED))
    """Paths of answer pages, from the mails that asked for an answer."""
    mailbox: Mailbox = field(default_factory=Mailbox)
    watched: deque[tuple[str, str]] = field(default_factory=lambda: deque(maxlen=REMEMBERED))
    """A ticket, and who watches it."""
    suppliers: list[str] = field(default_factory=list)
    programs: list[str] = field(default_factory=list)
    """Those that ask their whole audience when somebody plans it."""
    waves: list[str] = field(default_factory=list)
    keys: list[str] = field(default_factory=list)
    """Keys of ticketing that act for members of staff."""
    deals: deque[tuple[str, dict[str, Any]]] = field(default_factory=lambda: deque(maxlen=REMEMBERED))
    _numbers: int = 0

    def number(self) -> str:
        """A name that nothing else of this run has."""
        self._numbers += 1
        return f"{self.name}-{self._numbers}"

    async def write(
        self, service: str, method: str, path: str, body: Any, *, again: bool = False, api_key: str | None = None
    ) -> Answer:
        """A write by one of the town's clients, of whom some are careful.

        again: a natural key makes it safe to be sent again without an Idempotency-Key. api_key: whose, if not the
        town's own.
        """
        if self.caller.is_sick(service) and self.dice.random() < TURN_AWAY:
            return Answer(None)
        keyed = method != "PUT" and method != "DELETE" and self.dice.random() < KEYED
        key = new_key(self.dice) if keyed else None
        if key is not None or again:
            return await self.caller.insist(service, method, path, body, dice=self.dice, key=key, api_key=api_key)
        return await self.caller.send(service, method, path, body, api_key=api_key)

    def any_contact(self) -> tuple[str, str] | None:
        """A contact and its account."""
        return self.dice.choice(self.contacts) if self.contacts else None

    def any_ticket(self) -> str | None:
        """A ticket; often one of the few at which others work as well."""
        if not self.tickets:
            return None
        newest = min(HOT, len(self.tickets))
        if self.dice.random() < 0.25:
            return self.tickets[-self.dice.randint(1, newest)]
        return self.dice.choice(self.tickets)


Deed = Callable[[Town], Awaitable[object]]
