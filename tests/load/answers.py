"""The answers that the load generators send: NPS 3 with a comment, of a hundred known contacts."""

import json
from uuid import UUID

COMMENTS = (
    "The portal is slow every morning and nobody calls back.",
    "Support took four days to answer a simple question about our invoice.",
    "The last delivery was late again, and the contract says otherwise.",
    "Too expensive for what it does; the reports are confusing.",
    "We waited for an hour on the phone and then the line went dead.",
    "The new version broke our import, it crashes with every second file.",
    "Friendly people, but the same fault has come back three times now.",
    "Nobody told us about the change, and the training was cancelled.",
)
ACCOUNTS = 20
CONTACTS = 100  # five at each account


def account_id(number: int) -> UUID:
    """The id of an account, from its number below ACCOUNTS."""
    return UUID(int=0x01A1F82F_1E81_7A10_8C51_000000000000 + number)


def contact_id(number: int) -> UUID:
    """The id of a contact, from its number below CONTACTS."""
    return UUID(int=0x01A1F82F_1E81_7A11_9B3E_000000000000 + number)


def bodies(source: str, *, commented: bool = True) -> list[bytes]:
    """The bodies of POST /v1/responses from this source, each with a place for the number of its source_id."""
    return [
        json.dumps(
            _comment(number, commented)
            | {
                "source": source,
                "source_id": "%015d",
                "survey_type": "nps",
                "score": 3,
                "account_id": str(account_id(number % ACCOUNTS)),
                "contact_id": str(contact_id(number)),
                "locale": "en",
            }
        ).encode()
        for number in range(CONTACTS)
    ]


def _comment(number: int, commented: bool) -> dict[str, str]:
    return {"comment": COMMENTS[number % len(COMMENTS)]} if commented else {}
