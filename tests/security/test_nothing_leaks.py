"""After a whole story, neither logs nor metrics, problems or dead letters hold a key, an address, a name or a word."""

import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import httpx

from deploy.local.options import OPS_PORTS_ABOVE
from tests.fixtures.stack import RunningStack
from tests.flows.customers import Customer, ask, eventually_is, listed

TAG = "q7zv9k"
"""In all that is personal or secret, so that one look finds it wherever it went."""

TOKEN = f"eyJhbGciOiJSUzI1NiJ9.{TAG}.{TAG}"


async def test_a_story_leaves_no_personal_data_and_no_secret(stack: RunningStack) -> None:
    onboarding, ticketing, feedback = stack["onboarding"], stack["ticketing"], stack["feedback"]
    account = await ask(onboarding, "POST", "/v1/accounts", {"name": f"Acme {TAG}", "tier": "gold"})
    body = {"account_id": account["id"], "name": f"Ana {TAG}", "email": f"ana-{TAG}@acme.example", "phone": f"+47{TAG}"}
    contact = await ask(onboarding, "POST", "/v1/contacts", body)
    customer = Customer(stack, account["id"], contact["id"], TAG)
    mia = await customer.gets_csm()
    await eventually_is(lambda: ticketing.get(f"/v1/agents/{mia['staff_id']}"), lambda got: got.is_success)
    answer = await customer.answers(2, comment=f"Slow {TAG}")
    ticket = await customer.ticket_of(answer["id"])
    message = {"body": f"Sorry {TAG}", "visibility": "public"}
    await ask(ticketing, "POST", f"/v1/tickets/{ticket['id']}/messages", message)
    await eventually_is(
        lambda: listed(ticketing, "/v1/notifications", response_id=answer["id"]),
        lambda found: bool(found) and all(notice["state"] == "sent" for notice in found),
    )
    await ask(feedback, "PATCH", f"/v1/responses/{answer['id']}", {"comment": f"Better {TAG}", "score": 9})
    refused = [problem async for problem in refusals(stack)]
    await ask(feedback, "DELETE", f"/v1/responses/{answer['id']}")

    assert any(TAG in path.read_text(errors="replace") for path in (stack.state / "mail").rglob("*") if path.is_file())
    secrets = [TAG, stack.now.api_key, stack.now.api_key.split("_")[2], TOKEN, "BEGIN PRIVATE"]
    written = {
        **logs(stack.state, stack.now.api_key),
        **await metrics(stack),
        **await dead_letters(stack),
        **dict(refused),
    }
    assert len(written) > 10
    assert sum(len(text) for where, text in written.items() if where.endswith(".log")) > 1_000, "something was logged"
    leaks = [f"{secret} in {where}" for where, text in written.items() for secret in secrets if secret in text]
    assert leaks == []


async def refusals(stack: RunningStack) -> Any:
    """What wrong requests of a customer are told, each under what it was."""
    bad = {"account_id": TAG, "name": [TAG], "email": {TAG: TAG}, "phone": 7, "unknown": TAG}
    for service in ("onboarding", "ticketing", "feedback", "analytics"):
        client = stack[service]
        port = client.base_url
        async with httpx.AsyncClient(base_url=port) as stranger:
            for headers in ({"X-API-Key": f"so_{TAG}_{TAG * 6}"}, {"Authorization": f"Bearer {TOKEN}"}):
                yield f"{service} refused a key", (await stranger.get("/v1/jobs", headers=headers)).text
        yield f"{service} refused a query", (await client.get("/v1/jobs", params={"cursor": TAG})).text
    for service, path in (("onboarding", "/v1/contacts"), ("ticketing", "/v1/tickets"), ("feedback", "/v1/responses")):
        answer = await stack[service].post(path, json=bad, headers={"X-Request-Id": f"{TAG}\tx"})
        assert answer.status_code == 422
        yield f"{service} refused a body", answer.text
        answer = await stack[service].post(path, content=f'{{"{TAG}": '.encode(), headers={"content-type": "text/csv"})
        yield f"{service} refused a form", answer.text


def logs(state: Path, api_key: str) -> dict[str, str]:
    """All that any process wrote, the servers' logs included. What the launcher shows is for the one who started it:
    there, and nowhere else, the key stands.
    """
    screen = state.with_suffix(".log")
    found = {str(path): path.read_text(errors="replace") for path in state.rglob("*.log")}
    shown = screen.read_text(errors="replace")
    assert api_key in shown
    return {**found, str(screen): shown.replace(api_key, "")}


async def metrics(stack: RunningStack) -> dict[str, str]:
    """What Prometheus scrapes of each service."""
    found = {}
    async with httpx.AsyncClient() as client:
        for name in stack.only:
            url = httpx.URL(stack.now.services[name].url)
            ops = url.copy_with(port=(url.port or 0) + OPS_PORTS_ABOVE, path="/metrics")
            found[f"{name} metrics"] = (await client.get(ops)).raise_for_status().text
    return found


async def dead_letters(stack: RunningStack) -> dict[str, str]:
    """What the dead letters and jobs say of what went wrong."""
    found = {}
    for name in stack.only:
        letters = await listed(stack[name], "/v1/dead-letters")
        found[f"{name} dead letters"] = json.dumps([[letter["error"], letter["handler"]] for letter in letters])
        found[f"{name} jobs"] = json.dumps(await listed(stack[name], "/v1/jobs"))
    found["asked at"] = datetime.now(UTC).isoformat()
    return found
