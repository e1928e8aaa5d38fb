"""Words for schemathesis to draw from: what is there, and what no schema can say."""

from typing import Any

from tests.security.known import Known

IN_BODIES = {
    "account_id": "account_id",
    "contact_id": "contact_id",
    "group_id": "group_id",
    "assignee_id": "staff_id",
    "owner_id": "staff_id",
    "lead_id": "staff_id",
    "finding_id": "finding_id",
    "into": "ticket_id",
    "ticket_id": "ticket_id",
    "macro_id": "macro_id",
    "template_id": "plan_id",
    "message_ids[*]": "message_id",
}
"""Fields of bodies that name a thing, and the parameter that names the same."""


WORDS: Known = {
    "past": ["2026-01-01T00:00:00Z", "2026-11-01T09:30:00+02:00"],
    "future": ["2027-01-01T00:00:00Z", "2027-06-30T23:59:59.999999Z"],
    "zone": ["Europe/Oslo", "UTC", "Pacific/Chatham"],
    "mail": ["mia@us.example", "ana@acme.example"],
    "currency": ["EUR", "JPY"],
    "locale": ["en", "de-CH"],
    "group": ["customer-care"],
    "address": ["https://93.184.215.14/hook", "https://93.184.215.14:8443/?to=us"],
}
"""What no schema can say: which texts are zones, which instants lie in the range."""

IN_QUERIES = {"from": "past", "to": "future", "updated_since": "past", "answered_since": "past", "timezone": "zone"}

WORDS_IN_BODIES = {
    "closed_at": "past",
    "answered_at": "past",
    "agreed_with_customer_at": "past",
    "contacted_at": "past",
    "at": "past",
    "effective_from": "future",
    "expires_at": "future",
    "away_from": "past",
    "away_until": "future",
    "timezone": "zone",
    "account.timezone": "zone",
    "email": "mail",
    "staff.email": "mail",
    "requester.email": "mail",
    "notify_address": "mail",
    "staff.notify_address": "mail",
    "currency": "currency",
    "account.currency": "currency",
    "locale": "locale",
    "group": "group",
    "url": "address",
}


def dictionaries(known: Known) -> tuple[dict[str, Any], dict[str, Any]]:
    """The same for schemathesis: its `dictionaries`, and the `parameters` that draw from them."""
    words = {_named(name): {"values": values} for name, values in (WORDS | known).items()}
    drawn = {f"path.{name}": _drawn(name, 0.8) for name in known}
    drawn |= {f"query.{name}": _drawn(name, 0.3) for name in known}
    drawn |= {f"body.{field}": _drawn(name, 0.5) for field, name in IN_BODIES.items() if name in known}
    drawn |= {f"query.{name}": _drawn(word, 0.7) for name, word in IN_QUERIES.items()}
    drawn |= {f"body.{name}": _drawn(word, 0.7) for name, word in WORDS_IN_BODIES.items()}
    return words, drawn


def _drawn(name: str, probability: float) -> dict[str, Any]:
    return {"dictionary": _named(name), "probability": probability}


def _named(name: str) -> str:
    return name.replace("_", "-")
