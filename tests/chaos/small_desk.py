"""What a small run does at the desk: one of each deed that joins tickets, keeps a promise, or makes good.

Who watches tickets, and with whom they rest: `small_rest`.
"""

import asyncio
from datetime import datetime
from typing import Any

from tests.chaos.small_rest import SmallRest
from tests.chaos.small_run import SmallRun, until

SHORT = 2  # seconds that tasks are promised
LEVELS = 2  # of the rule below
LIMIT, LARGE = 100_00, 500_00  # minor units


class SmallDesk:
    """Agents of a small run."""

    def __init__(self, run: SmallRun) -> None:
        self._run = run

    async def work(self) -> None:
        """All of it; some is left merged, and a compensation waits for approval."""
        await asyncio.gather(
            self._merge(),
            self._split(),
            self._mail(),
            self._late(),
            self._complain(),
            self._give(),
            self._solve(),
            SmallRest(self._run).work(),
        )

    async def _ticket(self, subject: str, **more: Any) -> str:
        body = {"subject": f"{subject} {self._run.tag}", "type": "question", **more}
        return str((await self._run.ask("ticketing", "POST", "/v1/tickets", body))["id"])

    async def _do(self, path: str, body: dict[str, Any], api_key: str | None = None) -> Any:
        return await self._run.ask("ticketing", "POST", f"/v1/{path}", body, api_key=api_key)

    async def _escalated(self) -> tuple[str, str]:
        """A ticket of a negative answer, and its case."""
        answer = await self._run.answer(self._run.customers[0], 2)
        ticket = await self._run.first("ticketing", "/v1/tickets", source_id=answer["id"])
        case = await self._run.first("ticketing", "/v1/recovery-cases", response_id=answer["id"])
        assert ticket is not None
        assert case is not None
        return ticket["id"], case["id"]

    async def _merge(self) -> None:
        """Two tickets of one customer, of which one has a case, and one that was merged by mistake."""
        (first, _), other = await self._escalated(), await self._ticket("Merged by mistake")
        into = await self._ticket("The one to keep")
        for ticket in (first, other):
            await self._do(f"tickets/{ticket}/merge", {"into": into})
            reply = {"body": f"To what is merged: {ticket}", "visibility": "public"}
            await self._do(f"tickets/{ticket}/messages", reply)
        await self._do(f"tickets/{other}/unmerge", {})

    async def _split(self) -> None:
        ticket = await self._ticket("Two matters")
        note = {"body": f"Another matter {self._run.tag}", "visibility": "internal"}
        message = await self._do(f"tickets/{ticket}/messages", note)
        await self._do(f"tickets/{ticket}/messages", {**note, "body": f"The same matter {self._run.tag}"})
        split = {"message_ids": [message["id"]], "subject": f"The other matter {self._run.tag}"}
        await self._do(f"tickets/{ticket}/split", split)

    async def _mail(self) -> None:
        """A customer's mail, delivered three times, and a reply to it, which leaves."""
        mail = {
            "source_id": f"<mail-{self._run.tag}@acme.example>",
            "from": {"name": "Cora", "email": f"cora-{self._run.tag}@acme.example"},
            "subject": f"A mail {self._run.tag}",
            "body": f"The invoice is wrong {self._run.tag}",
        }
        taken = [await self._do("inbound/email", mail) for _ in range(3)]
        path = f"tickets/{taken[0]['ticket']['id']}/messages"
        reply = await self._do(path, {"body": f"It is right now {self._run.tag}", "visibility": "public"})

        async def left() -> bool:
            got = await self._run.stack["ticketing"].get(f"/v1/{path}/{reply['id']}")
            return got.is_success and bool(got.json()["delivery"]["state"] == "sent")

        await until(left, 120)

    async def _late(self) -> None:
        """A task that nobody does in time, and that somebody watches before its first level is reached."""
        target = {"metric": "first_reply", "priority": "normal", "seconds": SHORT}
        policy = {"name": "Tasks", "rank": 5, "conditions": {"type": ["task"]}, "targets": [target]}
        await self._do("sla-policies", policy)
        notify = {"recipients": [{"role": "address", "address": "duty@us.example"}], "actions": [{"do": "notify"}]}
        tag = {"actions": [{"do": "add_tag", "tag": "late"}]}
        levels = [{"at": {"share": 50}, **notify}, {"at": {"minutes_after_due": 0}, **tag}]
        await self._do("escalation-rules", {"name": "Late", "metrics": ["first_reply"], "levels": levels})

        ida = await SmallRest(self._run).somebody("ida")

        async def seen() -> bool:
            ticket = await self._ticket("A task", type="task")
            watched = await self._run.ask("ticketing", "PUT", f"/v1/tickets/{ticket}/watchers/{ida}")
            await asyncio.sleep(2 * SHORT)
            got = await self._run.stack["ticketing"].get(f"/v1/tickets/{ticket}/escalation-levels")
            fired = got.json()["fired"] if got.is_success else []
            since = datetime.fromisoformat(watched["since_at"])
            return len(fired) == LEVELS and all(datetime.fromisoformat(one["detected_at"]) > since for one in fired)

        await until(seen, 120)  # every process knows of a new policy after a while

    async def _complain(self) -> None:
        ticket = await self._ticket("A complaint", type="complaint")
        complaint = await self._run.first("ticketing", "/v1/complaints", ticket_id=ticket)
        assert complaint is not None
        path = f"complaints/{complaint['id']}"
        await self._do(f"{path}/transitions", {"to": "acknowledged"})
        await self._do(f"{path}/decision", {"outcome": "upheld", "reasons": "It was late."})
        await self._do(f"{path}/acceptance", {"accepted": True})
        await self._do(f"{path}/transitions", {"to": "closed"})

    async def _solve(self) -> None:
        """Two tickets of one customer: after the first they are asked how it went, after the second not again."""
        ana = await self._run.new_customer(team=False)
        await self._run.may_be_asked(ana)
        for number in range(2):
            ticket = await self._ticket(f"Solved {number}", requester={"contact_id": ana["contact_id"]})
            await self._do(f"tickets/{ticket}/transitions", {"to": "solved", "resolution_code": "answered"})

    async def _give(self) -> None:
        """Small things alone, a large one with another's approval, and one that still waits for it."""
        keys = []
        for number, limit in enumerate((LIMIT, 10 * LARGE)):
            body: dict[str, Any] = {"name": f"Mo {number}", "email": f"mo-{self._run.tag}-{number}@us.example"}
            staff = await self._run.ask("onboarding", "POST", "/v1/staff", body)
            said = {"staff_id": staff["id"], "currency": "EUR", "amount_minor": limit}
            await self._do("authority-limits", said)
            key = {"name": f"key {number}", "scopes": ["ticketing:*:*"], "staff_id": staff["id"]}
            keys.append((await self._do("api-keys", key))["key"])
        giver, approver = keys
        _, case = await self._escalated()
        for amount, reason in ((LIMIT, "small"), (LARGE, "large"), (LARGE, "waiting")):
            body = {"kind": "refund", "amount_minor": amount, "currency": "EUR", "reason": f"{reason} {self._run.tag}"}
            given = await self._do(f"recovery-cases/{case}/compensations", body, giver)
            if reason == "large":
                pending = next(each for each in given["compensations"] if each["state"] == "pending_approval")
                await self._do(f"recovery-cases/{case}/compensations/{pending['id']}/approve", {}, approver)
