"""Who watches the tickets of a small run, and with which groups and suppliers they rest."""

import asyncio
import uuid
from typing import Any

from tests.chaos.small_run import SmallRun, until

SHORT, LONG = 1, 3_600  # seconds that are promised
SOON = 120.0  # seconds


class SmallRest:
    """Colleagues of a small run who follow tickets, hand them on, and wait for others."""

    def __init__(self, run: SmallRun) -> None:
        self._run = run

    async def work(self) -> None:
        """All of it."""
        await asyncio.gather(self._watch(), self._rest())

    async def somebody(self, name: str) -> str:
        """A new colleague, once ticketing knows them."""
        body = {"name": name, "email": f"{name}-{uuid.uuid4().hex[:8]}@us.example"}
        staff = await self._run.ask("onboarding", "POST", "/v1/staff", body)
        path = f"/v1/tickets/{await self._ticket(f'Known to {name}')}/watchers/{staff['id']}"

        async def known() -> bool:
            got = await self._run.stack["ticketing"].put(path)
            return got.is_success

        await until(known, SOON)
        await self._run.ask("ticketing", "PUT", path)
        return str(staff["id"])

    async def _ticket(self, subject: str, **more: Any) -> str:
        body = {"subject": f"{subject} {self._run.tag}", "type": "question", **more}
        return str((await self._run.ask("ticketing", "POST", "/v1/tickets", body))["id"])

    async def _do(self, path: str, body: dict[str, Any]) -> Any:
        return await self._run.ask("ticketing", "POST", f"/v1/{path}", body)

    async def _watch(self) -> None:
        """One follows a ticket and writes on it too, one what is merged into it, and one has seen enough."""
        ida, kim, jo = [await self.somebody(name) for name in ("ida", "kim", "jo")]
        ticket, other = await self._ticket("Watched"), await self._ticket("Merged and watched")
        for watched, staff in ((ticket, ida), (other, kim), (ticket, jo)):
            await self._run.ask("ticketing", "PUT", f"/v1/tickets/{watched}/watchers/{staff}")
        await self._run.ask("ticketing", "DELETE", f"/v1/tickets/{ticket}/watchers/{jo}")
        await self._do(f"tickets/{other}/merge", {"into": ticket})
        written = {"visibility": "public", "body": f"It is still slow. {self._run.tag}"}
        await self._do(f"tickets/{ticket}/messages", {**written, "author": {"kind": "customer"}})
        written["body"] = f"We look into it. {self._run.tag}"
        await self._do(f"tickets/{ticket}/messages", {**written, "author": {"kind": "agent", "id": ida}})
        await self._do(f"tickets/{ticket}/transitions", {"to": "pending"})

    async def _rest(self) -> None:
        """A ticket is late with a group and with a supplier, and handed on; another is merged, and waits."""
        mo = await self.somebody("mo")
        slow, other = await self._group("Slow", SHORT), await self._group("Other", LONG)
        supplier = await self._do("suppliers", {"name": f"Hosting {self._run.tag}", "target_seconds": SHORT})

        async def resting() -> str | None:
            ticket = await self._ticket("Rests", group_id=slow)
            return ticket if await self._stays(ticket) else None

        ticket = await until(resting, SOON)  # every process knows of a new promise after a while
        await until(lambda: self._late(ticket, "pickup"), SOON)
        await self._do(f"tickets/{ticket}/assign", {"assignee_id": mo})
        await self._do(f"tickets/{ticket}/transitions", {"to": "on_hold", "supplier_id": supplier["id"]})
        await until(lambda: self._late(ticket, "supplier_wait"), SOON)
        await self._do(f"tickets/{ticket}/transitions", {"to": "open"})
        await self._do(f"tickets/{ticket}/assign", {"group_id": other})
        merged = await self._ticket("Rests, and is merged", group_id=other)
        await self._do(f"tickets/{merged}/merge", {"into": ticket})

    async def _group(self, name: str, seconds: int) -> str:
        group = await self._do("groups", {"name": f"{name} {self._run.tag}", "strategy": "manual"})
        body = {"pickup_seconds": seconds, "handling_seconds": LONG}
        await self._run.ask("ticketing", "PUT", f"/v1/groups/{group['id']}/ola", body)
        return str(group["id"])

    async def _late(self, ticket: str, metric: str) -> bool:
        """Whether a stay is late, and that has been seen."""
        return any(stay["metric"] == metric and stay["detected_at"] for stay in await self._stays(ticket))

    async def _stays(self, ticket: str) -> list[dict[str, Any]]:
        got = await self._run.stack["ticketing"].get(f"/v1/tickets/{ticket}/ola")
        return list(got.json()["items"]) if got.is_success else []
