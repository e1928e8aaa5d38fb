"""What a small run is asked and answers: one survey answered whole and badly, one in part, one taken back; a wave."""

import asyncio
import re
from datetime import UTC, datetime, timedelta
from email import message_from_bytes, policy
from pathlib import Path
from typing import Any

import httpx

from tests.chaos.small_run import SmallRun, until

PAGE = re.compile(r"(https?://\S+/r/[^\s?]+)\?score=")
SOON = 120.0  # seconds
BADLY = 2
HOUR, DAY = 3_600, timedelta(days=1)


class SmallSurveys:
    """Customers of a small run, whom feedback asks."""

    def __init__(self, run: SmallRun) -> None:
        self._run = run

    async def work(self) -> None:
        """All of it."""
        await asyncio.gather(
            self._answer(do="send"), self._answer(do="save"), self._open_again(), self._ask_everybody()
        )

    async def _answer(self, *, do: str) -> None:
        """A recovery ends, the customer is asked by mail, and sends the page's form; twice, as impatient people do."""
        ana = await self._run.new_customer()
        await self._run.may_be_asked(ana)
        answer = await self._run.answer(ana, BADLY)
        await self._run.win_back(answer, reply=False)
        link = await until(lambda: self._link(ana), SOON)
        form = {"locale": "en", "asked": "score reason", "score": str(BADLY), "q.reason": "Still slow.", "do": do}
        async with httpx.AsyncClient() as browser:
            (await browser.get(f"{link}?score={BADLY}")).raise_for_status()
            for sent in await asyncio.gather(*(browser.post(link, data=form) for _ in range(2))):
                assert sent.status_code == httpx.codes.SEE_OTHER, sent.text

    async def _link(self, customer: dict[str, Any]) -> str | None:
        return await asyncio.to_thread(_link_to, Path(self._run.stack.now.mail_dir), customer["email"])

    async def _open_again(self) -> None:
        """A ticket is solved, and open again before its customer is asked how that was."""
        ana = await self._run.new_customer(team=False)
        await self._run.may_be_asked(ana)
        body = {"subject": f"Open again {self._run.tag}", "requester": {"contact_id": ana["contact_id"]}}
        ticket = await self._run.ask("ticketing", "POST", "/v1/tickets", {**body, "type": "question"})
        path = f"/v1/tickets/{ticket['id']}/transitions"
        await self._run.ask("ticketing", "POST", path, {"to": "solved", "resolution_code": "answered"})
        assert await self._run.first("feedback", "/v1/invitations", ticket_id=ticket["id"], state="queued")
        await self._run.ask("ticketing", "POST", path, {"to": "open"})

    async def _ask_everybody(self) -> None:
        """A program asks one of an account, and considers everybody else; its next wave is held up and given up."""
        ana = await self._run.new_customer(team=False)
        await self._run.may_be_asked(ana)
        survey = await self._run.first("feedback", "/v1/surveys", type="csat")
        assert survey is not None
        body: dict[str, Any] = {
            "name": f"Everybody {self._run.tag}",
            "survey_id": survey["id"],
            "audience": {"account_ids": [ana["account_id"]]},
            "trigger": {"kind": "wave"},
            "quarantine_class": "relationship",
            "gap_seconds": HOUR,
            "account_cap": 1,
        }
        program = f"/v1/programs/{(await self._do('/v1/programs', body))['id']}"
        await self._do(f"{program}/activate")
        planned = await self._do(f"{program}/waves", {"name": f"Now {self._run.tag}", "trickle_seconds": 2})
        assert await self._run.first("feedback", f"{program}/waves", state="done"), planned
        body = {"name": f"Tomorrow {self._run.tag}", "not_before": (datetime.now(UTC) + DAY).isoformat()}
        later = await self._do(f"{program}/waves", body)
        for step in ("pause", "resume", "cancel"):
            await self._do(f"/v1/waves/{later['id']}/{step}")

    async def _do(self, path: str, body: dict[str, Any] | None = None) -> Any:
        return await self._run.ask("feedback", "POST", path, body)


def _link_to(folder: Path, address: str) -> str | None:
    for file in folder.glob("*.eml"):
        mail = message_from_bytes(file.read_bytes(), policy=policy.default)
        text = mail.get_body(("plain",)) if address in str(mail["To"]) else None
        if text is not None and (found := PAGE.search(text.get_content())):
            return found[1]
    return None
