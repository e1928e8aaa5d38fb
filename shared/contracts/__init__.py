"""The language that the services share: one frozen class for each fact, in the file of its teller.

Importing this package fills the register (`shared.events.fact.known_facts`). `platform` holds the facts that
every service tells on its own topic; `story` the one story that all examples tell.

What holds for every fact:

- Fields are named as the other services name them: `<thing>_id`, `_at`, `_on`, `_seconds`, `_minor`. Every
  field is on the wire, null when unset; a field that came after the first version has a default, so that a
  new listener reads old facts.
- `Literal` is for what is closed while the type's version lives: states, scales, results. Another value is a
  new version. What may grow (channels, kinds, roles, reasons, templates, metrics) is `str`: a listener passes
  by the values that it does not know.
- Names, addresses and free text stay out, except where a listener cannot work without them.
- `tests/contracts` holds each fact's JSON Schema, which may only grow.
"""

from shared.contracts import analytics, feedback, onboarding, platform, ticketing
from shared.events.fact import Fact, known_facts

__all__ = ["analytics", "contracts", "feedback", "onboarding", "platform", "ticketing", "told_by"]


def contracts() -> tuple[type[Fact], ...]:
    """Every fact of the suite; what a stranger tells us is declared elsewhere, and is none of these."""
    return tuple(fact for fact in known_facts().values() if fact.__module__.startswith(f"{__name__}."))


def told_by(service: str) -> tuple[type[Fact], ...]:
    """The facts that a service tells: its own, then those that every service tells."""
    told = [fact for fact in contracts() if fact.teller in (service, None)]
    return tuple(sorted(told, key=lambda fact: fact.teller is None))
