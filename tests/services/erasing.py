"""A person whom tests erase, and looking for what is left of them in all tables of a service."""

import json
from collections import defaultdict
from typing import Any, Protocol
from uuid import UUID

from shared.contracts import story
from shared.contracts.analytics import AutomationRepairRequested
from shared.contracts.onboarding import ContactCreated, ContactErasureRequested
from shared.ids import uuid7
from tests.fixtures.services import ServiceUnderTest

NAME, EMAIL, PHONE = "Zlatibora Quist", "Zlatibora.Quist@acme.example", "+47 5550 1937"
WORDS = "the turnstile ate my umbrella"
TRACES = ("zlatibora", "quist", "5550 1937", "turnstile")
"""What must be nowhere, without case."""

_COLUMNS = """
SELECT relname AS "table", attname AS "column", atttypid = 'bytea'::regtype AS bytes
FROM pg_class JOIN pg_attribute ON attrelid = pg_class.oid
WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace AND attnum > 0 AND NOT attisdropped
  AND relname <> 'alembic_version' ORDER BY 1, 2
"""


def contact(contact_id: UUID, account_id: UUID, **changes: Any) -> ContactCreated:
    """The person, as onboarding tells them."""
    return ContactCreated.model_validate(
        {
            **story.ANA_CONTACT,
            "contact_id": contact_id,
            "account_id": account_id,
            "name": NAME,
            "email": EMAIL,
            "phone": PHONE,
            **changes,
        }
    )


def request(contact_id: UUID, account_id: UUID | None = None) -> ContactErasureRequested:
    """The request to erase them."""
    return ContactErasureRequested(contact_id=contact_id, account_id=account_id or uuid7())


def repair_request(contact_id: UUID, service: str) -> AutomationRepairRequested:
    """The ledger misses a service's answer."""
    example = AutomationRepairRequested.example
    data = request(contact_id).model_dump(mode="json")
    trigger = {**example["trigger"], "type": "contact.erasure_requested.v1", "subject": str(contact_id), "data": data}
    changes = {"repair_id": uuid7(), "service": service, "step": f"erased_by_{service}", "trigger": trigger}
    return AutomationRepairRequested.model_validate({**example, **changes})


class Rows(Protocol):
    """A database that can be asked."""

    async def rows(self, statement: str, **values: Any) -> list[Any]:
        """The rows of a query."""
        ...


async def left_of(service: Rows, *traces: str) -> list[str]:
    """`table.column` of every place in the service's database that still holds one of the traces."""
    columns: dict[str, list[str]] = defaultdict(list)
    for row in await service.rows(_COLUMNS):
        text = f"encode(\"{row.column}\", 'escape')" if row.bytes else f'"{row.column}"::text'
        columns[row.table].append(f"('{row.table}.{row.column}', {text})")
    looks = (
        f'SELECT held.place, traces.trace FROM "{table}"'
        f" CROSS JOIN LATERAL (VALUES {', '.join(held)}) AS held (place, words)"
        " JOIN traces ON position(traces.trace IN lower(held.words)) > 0"
        for table, held in columns.items()
    )
    found = await service.rows(
        f"WITH traces AS (SELECT unnest(CAST(:traces AS text[])) AS trace) {' UNION '.join(looks)} ORDER BY 1, 2",
        traces=list(traces or TRACES),
    )
    return [f"{row.place} holds {row.trace}" for row in found]


async def settle(service: ServiceUnderTest) -> None:
    """Let the marks be as old as they must be."""
    await service.execute("UPDATE erased_contact SET requested_at = now() - interval '1 hour' WHERE erased_at IS NULL")


async def erase_waiting(service: ServiceUnderTest) -> int:
    """Run the job until nobody waits; answers how many were erased."""
    await settle(service)
    done = 0
    while await service.run_job("erase_contacts"):
        done += 1
    return done


async def as_told(service: ServiceUnderTest) -> str:
    """All that the outbox would send again, as text."""
    return json.dumps([fact.data for fact in await service.told()]).lower()
