"""clients/python is made of the APIs as they are, and works against a running stack."""

import importlib
from typing import Any
from uuid import UUID, uuid4

import pytest

from deploy import client
from tests.fixtures.stack import RunningStack

SUBJECT = "The export is slow"


@pytest.fixture(autouse=True)
def _importable(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(str(client.FOLDER))


def module(service: str, name: str) -> Any:
    return importlib.import_module(f"serviceops_client.{service}.{name}")


def client_of(stack: RunningStack, service: str, key: str | None = None) -> Any:
    return module(service, "client").AuthenticatedClient(
        stack.now.services[service].url, token=key or stack.now.api_key, prefix="", auth_header_name="X-API-Key"
    )


def test_each_operation_of_each_service_has_its_module() -> None:
    for service, document in client.documents().items():
        operations = {operation["operationId"] for path in document["paths"].values() for operation in path.values()}
        made = {path.stem for path in (client.PACKAGE / service / "api").glob("*/*.py")} - {"__init__"}
        assert made == operations


def test_a_ticket_is_opened_found_and_refused(stack: RunningStack) -> None:
    models = module("ticketing", "models")
    create, list_ = (module("ticketing", f"api.tickets.{name}") for name in ("create_ticket", "list_tickets"))
    with client_of(stack, "ticketing") as ticketing:
        source = models.Source(service="test", kind="client", id=str(uuid4()))
        body = models.TicketIn(subject=SUBJECT, type_="question", source=source)
        made = create.sync_detailed(client=ticketing, body=body)
        assert (made.status_code, made.headers["etag"]) == (201, '"1"')
        assert isinstance(made.parsed, models.TicketOut)
        again = create.sync(client=ticketing, body=body)
        assert again == made.parsed
        found = list_.sync(client=ticketing, source_id=source.id)
        assert [(ticket.id, ticket.subject) for ticket in found.items] == [(made.parsed.id, SUBJECT)]
        refused = create.sync(client=ticketing, body=models.TicketIn(subject="", type_="question"))
        assert isinstance(refused, models.Problem)
        assert [error.loc for error in refused.errors] == [["body", "subject"]]


def test_a_stranger_is_told_so(stack: RunningStack) -> None:
    with client_of(stack, "ticketing", key="so_nobody") as stranger:
        answer = module("ticketing", "api.tickets.list_tickets").sync_detailed(client=stranger)
    assert (answer.status_code, answer.parsed.code) == (401, "unauthorized")


@pytest.mark.parametrize(
    ("service", "operation"),
    [
        ("feedback", "api.surveys.list_surveys"),
        ("onboarding", "api.calendars.list_calendars"),
        ("analytics", "api.metrics.list_metrics"),
    ],
)
async def test_what_ships_is_read_without_blocking(stack: RunningStack, service: str, operation: str) -> None:
    async with client_of(stack, service) as there:
        found = await module(service, operation).asyncio(client=there)
    assert found.items
    assert type(found).from_dict(found.to_dict()) == found


def test_ids_and_times_are_typed(stack: RunningStack) -> None:
    models = module("onboarding", "models")
    with client_of(stack, "onboarding") as onboarding:
        body = models.AccountIn(name=f"Client {uuid4()}")
        account = module("onboarding", "api.accounts.create_account").sync(client=onboarding, body=body)
    assert isinstance(account.id, UUID)
    assert account.created_at.tzinfo is not None
