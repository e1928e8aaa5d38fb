"""People write a survey, send it to somebody, and read what came: without scripts, on a phone, wide and dark."""

import asyncio
import os
import random
import re
from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
import uvicorn
from playwright.async_api import Browser, Page, expect

from deploy.local import processes
from shared.ids import uuid7
from tests.browser.conftest import PHONE, faults, looking, sign_in
from tests.fixtures.servers import MakeDatabase
from tests.fixtures.services import ServiceUnderTest, _new_key, service_under_test
from tests.services.feedback import asking, facts
from tests.services.feedback.invitations.asking import sender
from tests.services.feedback.surveys.test_previews import PULSE
from tests.services.feedback.waves.test_waves import decide
from tests.shared.features.notifications.conftest import MailServer, mail_server

__all__ = ["mail_server"]

FOLDER = os.environ.get("SCREENSHOTS")
MIA = UUID("01935f2e-7c00-7000-8000-00000000aa01")
WIDE, TALL = {"width": 1320, "height": 860}, {"width": 1320, "height": 1230}
ACCOUNTS = ("Nordfjord Dental", "Vitosha Clinics", "Costa Marítima", "Brevik Logistics", "Lindqvist & Söner")
PEOPLE = ("Kari Nordby", "Dimitar Kolev", "José Marín", "Ingrid Solheim", "Lena Lindqvist", "Jelena Petrović")
SAID = (
    (3, "The customs export stops at 500 rows. We asked twice and waited two days."),
    (10, "Mia called within the hour, and it has worked ever since."),
    (7, "It does what it should. The invoices could be easier to read."),
    (9, "Fast answers, and people who know our setup."),
    (2, "Nobody told us that the depot was closed on Friday."),
    (10, None),
    (8, "Good, but slow on Mondays."),
)


@dataclass
class Studio:
    """The service, where it listens, the key of somebody who may do everything, and what to look at."""

    service: ServiceUnderTest
    url: str
    key: str
    mails: MailServer
    program: str = ""
    pulse: str = ""
    draft: str = ""
    case: str = ""

    @property
    def pages(self) -> list[str]:
        """The paths of all pages."""
        program, survey = f"/studio/programs/{self.program}", f"/studio/surveys/{self.pulse}"
        rest = ["/studio/scores", "/studio/answers", "/studio/loops", f"/studio/loops/{self.case}"]
        programs = ["/studio", program, f"{program}/dry-run", f"{program}/waves"]
        made = ["/studio/programs/new", f"/studio/programs/{self.draft}/edit"]
        return [*programs, *made, "/studio/surveys", survey, f"{survey}/send", *rest]


@pytest.fixture
async def studio(fresh_database: MakeDatabase, mail_server: MailServer) -> AsyncIterator[Studio]:
    """Feedback on a port, with customers, programs and a year of answers."""
    async with service_under_test(
        "feedback",
        fresh_database("feedback"),
        smtp_url=mail_server.url,
        mail_from="Halden <surveys@us.example>",
        public_base_url=None,
        feedback_url="http://127.0.0.1:9",
        ticketing_url="http://desk.example",
    ) as service:
        port = processes.free_port()
        config = uvicorn.Config(service.app, port=port, log_config=None, lifespan="off", access_log=False)
        server = uvicorn.Server(config)
        server.install_signal_handlers = lambda: None  # type: ignore[method-assign]
        serving = asyncio.create_task(server._serve())
        while not server.started:  # noqa: ASYNC110 - uvicorn tells by this flag alone
            await asyncio.sleep(0.02)
        key = await _new_key(service.database, ["feedback:*:read", "feedback:*:write"], staff_id=MIA)
        made = Studio(service, f"http://127.0.0.1:{port}", key, mail_server)
        await furnish(made)
        yield made
        server.should_exit = True
        await serving


async def furnish(studio: Studio) -> None:
    """Customers of five accounts, a wave that asked some of them, one that is to come, and answers."""
    service = studio.service
    await service.deliver(facts.staff(MIA, name="Mia Thorsen"), times=1)
    accounts = [uuid7() for _ in ACCOUNTS]
    segments = ("Enterprise", "Mid-size", "Small", "Mid-size", "Public sector")
    await service.deliver(
        *(
            facts.account(one, name=name, segment=kind)
            for one, name, kind in zip(accounts, ACCOUNTS, segments, strict=True)
        ),
        times=1,
    )
    contacts = []
    for number, name in enumerate(PEOPLE):
        email = f"{name.split()[0].lower()}@customer{number}.example"
        changes: dict[str, Any] = {"name": name, "email": email, "roles": ["user"] if number == 3 else ["admin"]}
        if number == 4:
            changes["consent"] = {"email": False}
        contacts.append(await asking.person(service, account_id=accounts[number % 5], **changes))
    studio.pulse = (await service.post("/v1/surveys", PULSE))["id"]
    relationship = await asking.program(
        service, name="Relationship NPS, autumn", audience={"roles": ["admin"]}, cadence_seconds=90 * asking.DAY
    )
    studio.program = relationship["id"]
    [draft] = [one for one in (await service.get("/v1/programs"))["items"] if one["shipped"] == "relationship_nps"]
    studio.draft = draft["id"]
    by_hand = await asking.program(service, name="NPS, by hand", trigger={"kind": "manual"})
    await service.post(f"/v1/programs/{by_hand['id']}/ask", {"contact_id": str(contacts[2])})
    await service.post(f"/v1/programs/{studio.program}/waves", {"name": "Autumn", "trickle_seconds": 0})
    await decide(service)
    for account_id in accounts:
        await asking.people(service, 16, account_id=account_id, name="Customer", roles=["admin"])
    later = (service.clock() + timedelta(days=6)).isoformat()
    wave = {"name": "Winter", "not_before": later, "trickle_seconds": 24 * asking.DAY}
    await service.post(f"/v1/programs/{studio.program}/waves", wave)
    service.clock.stop_at(service.clock() - timedelta(days=4))
    await _answer(service, accounts, contacts)
    service.clock.run_on()
    studio.case = (await service.get("/v1/loop-cases", state="open"))["items"][0]["id"]


async def _answer(service: ServiceUnderTest, accounts: list[UUID], contacts: list[UUID]) -> None:
    draw = random.Random(4)
    rows = []
    for number in range(200):
        score = draw.choices(range(11), [1, 1, 2, 2, 2, 3, 5, 12, 16, 24, 32])[0]
        at = service.clock() - timedelta(days=draw.randrange(2, 355), hours=number % 24)
        rows.append({"score": score, "answered_at": at.isoformat(), "account_id": str(draw.choice(accounts))})
    for number, (score, comment) in enumerate(SAID):
        at = service.clock() - timedelta(hours=5 * number + 1)
        account = {"account_id": str(accounts[number % 5]), "contact_id": str(contacts[number % 5])}
        rows.append({"score": score, "comment": comment, "answered_at": at.isoformat(), **account})
    for row in rows:
        body = {"source": "phone", "source_id": str(uuid7()), "survey_type": "nps", **row}
        made = await service.post("/v1/responses", body)
        if made["loop_case_id"] is None:
            continue
        if not row.get("comment"):
            await service.post(f"/v1/loop-cases/{made['loop_case_id']}/close", {"reason": "answered_by_phone"})
        else:
            ticket = facts.escalation(made["id"], MIA).model_copy(update={"ticket_id": uuid7()})
            await service.deliver(ticket, times=1)


async def too_wide(page: Page) -> int:
    """By how many pixels the page is wider than the window."""
    return int(await page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth"))


async def test_a_survey_is_sent_from_the_studio_and_arrives(studio: Studio, browser: Browser) -> None:
    async with looking(browser, java_script_enabled=False) as page:
        await sign_in(page, studio.url, studio.key, "/studio")
        await page.get_by_role("link", name="Send a survey").click()
        await page.get_by_role("link", name="Send Customer satisfaction").click()
        await page.get_by_label("Address").fill("nobody@customer0.example")
        await page.get_by_role("button", name="Send the survey").click()
        await expect(page.get_by_role("alert")).to_contain_text("There is no contact with this address")
        await page.get_by_label("Address").fill("ingrid@customer3.example")
        await page.get_by_role("button", name="Send the survey").click()
        await expect(page.get_by_role("heading", name="Ingrid Solheim gets it now")).to_be_visible()
        await page.get_by_role("button", name="Send to Lena Lindqvist").click()
        await expect(page.get_by_role("heading", name="Lena Lindqvist is not asked")).to_be_visible()
        await expect(page.get_by_role("listitem").filter(has_text="Wants no mails")).to_be_visible()
    while await sender(studio.service).run_once():
        pass
    [mail] = [mail for mail in studio.mails.mails if mail["To"] == "ingrid@customer3.example"]
    assert "/r/" in mail.as_string()
    assert not [mail for mail in studio.mails.mails if "lena@customer4" in str(mail["To"])]


async def test_a_survey_is_written_and_read_in_another_language(studio: Studio, browser: Browser) -> None:
    async with looking(browser, java_script_enabled=False) as page:
        await sign_in(page, studio.url, studio.key, f"/studio/surveys/{studio.pulse}")
        await page.get_by_label("Title").fill("Your week with us")
        await page.get_by_text("Add a question").click()
        await page.get_by_label("Question (leave it empty to add none)").fill("Which desk helped you?")
        await page.get_by_label("Options (choice, matrix)").fill("phone = The phone\nThe chat")
        await page.get_by_text("Languages", exact=True).click()
        await page.get_by_label("Add a language").fill("es")
        await page.get_by_role("button", name="Save as version 2").click()
        await expect(page.get_by_role("status")).to_contain_text("Version 2 is asked from now on.")
        await expect(page.get_by_role("link", name="Español")).to_have_attribute("aria-current", "page")
        await page.get_by_label("Title").fill("Su semana con nosotros")
        await page.get_by_role("button", name="Save as version 3").click()
        preview = page.get_by_role("region", name="As a customer reads it")
        await expect(preview.get_by_role("heading", name="Su semana con nosotros")).to_be_visible()
        await expect(preview).to_contain_text("The chat")
        await page.get_by_role("link", name="English").click()
        await expect(preview.get_by_role("heading", name="Your week with us")).to_be_visible()
    newest = await studio.service.get(f"/v1/surveys/{studio.pulse}")
    assert newest["questions"][-1]["options"] == ["phone", "the_chat"]
    assert newest["locales"]["es"]["title"] == "Su semana con nosotros"


async def test_a_program_is_made_tried_changed_and_its_wave_paused(studio: Studio, browser: Browser) -> None:
    async with looking(browser, java_script_enabled=False) as page:
        await sign_in(page, studio.url, studio.key, "/studio")
        await page.get_by_role("link", name="New program").click()
        await page.get_by_label("Name", exact=True).fill("Champions, twice a year")
        await page.get_by_role("radio", name="A schedule").check()
        await page.get_by_label("Rule", exact=True).fill("FREQ=HOURLY")
        await page.get_by_label("Begins").fill("2027-03-01T09:00")
        await page.get_by_label("Roles of the contact").fill("admin")
        await page.get_by_role("radio", name="In a sending window").check()
        await page.get_by_label("Opens").fill("17:00")
        await page.get_by_label("Closes").fill("09:00")
        await page.get_by_role("button", name="Make the draft").click()
        await expect(page.get_by_role("alert")).to_contain_text("Survey: Choose a survey")
        await page.get_by_role("link", name="Closes").click()
        await expect(page.get_by_label("Closes")).to_have_accessible_description(re.compile("A window ends after"))
        await page.get_by_label("Closes").fill("18:00")
        await page.get_by_label("Survey", exact=True).select_option(label="Net Promoter Score (NPS)")
        await page.get_by_role("button", name="Make the draft").click()
        await expect(page.get_by_label("Rule", exact=True)).to_have_attribute("aria-invalid", "true")
        await page.get_by_label("Rule", exact=True).fill("FREQ=YEARLY;BYMONTH=3,9;BYMONTHDAY=1")
        await page.get_by_role("button", name="Make the draft").click()
        await expect(page.get_by_role("heading", name="Champions, twice a year Draft")).to_be_visible()
        await page.get_by_role("link", name="Preview 90 days").click()
        await expect(page.get_by_role("heading", name="Whom it would ask")).to_be_visible()
        await page.get_by_role("link", name="Champions, twice a year").click()
        await page.get_by_role("link", name="Change").click()
        await page.get_by_role("radio", name="Waves").check()
        await expect(page.get_by_label("Rule", exact=True)).to_be_hidden()
        await page.get_by_label("Gap", exact=True).fill("30")
        await page.get_by_role("button", name="Save the program").click()
        await page.get_by_role("button", name="Activate").click()
        await page.get_by_text("Start a wave").click()
        await page.get_by_label("Name").fill("Spring")
        await page.get_by_label("Begins").fill("2027-03-01T09:00")
        await page.get_by_role("button", name="Start the wave").click()
        await page.get_by_role("link", name="Spring").click()
        await page.get_by_role("button", name="Pause wave 1").click()
        await expect(page.get_by_role("status")).to_contain_text("Wave 1, Spring, is paused.")
        await page.get_by_role("link", name="Cancel wave 1").click()
        await page.get_by_role("button", name="Cancel the wave").click()
        await expect(page.get_by_role("region", name="Spring")).to_contain_text("Cancelled")
    [made] = [one for one in (await studio.service.get("/v1/programs"))["items"] if one["name"].startswith("Champions")]
    assert (made["state"], made["trigger"]["kind"], made["gap_seconds"]) == ("active", "wave", 30 * asking.DAY)
    assert made["sending_window"] == {"days": [1, 2, 3, 4, 5], "from": "17:00", "until": "18:00"}


async def test_a_refused_program_and_what_asks_first_are_as_good_for_everybody(
    studio: Studio, browser: Browser
) -> None:
    async with looking(browser) as page:
        await sign_in(page, studio.url, studio.key, "/studio/programs/new")
        await page.get_by_label("Gap", exact=True).fill("soon")
        await page.get_by_label("Name", exact=True).fill("x")
        await page.get_by_role("button", name="Make the draft").click()
        await expect(page.get_by_role("alert")).to_be_focused()
        assert await faults(page) == []
        await page.set_viewport_size(PHONE)
        assert await too_wide(page) == 0
        await page.goto(f"{studio.url}/studio/programs/{studio.program}/waves")
        await page.get_by_role("link", name="Cancel wave 2").click()
        dialog = page.get_by_role("dialog", name="Cancel Winter?")
        await expect(dialog).to_be_visible()
        assert await faults(page) == []
        await dialog.get_by_role("link", name="Keep it").click()
        await expect(dialog).to_be_hidden()


async def test_a_case_is_closed_with_the_keyboard(studio: Studio, browser: Browser) -> None:
    async with looking(browser, java_script_enabled=False) as page:
        await sign_in(page, studio.url, studio.key, "/studio/loops")
        await page.get_by_role("link", name="Kari Nordby", exact=True).focus()
        await page.keyboard.press("Enter")
        await page.get_by_label("Close it without action, since").fill("???")
        await page.keyboard.press("Enter")
        await expect(page.get_by_role("alert")).to_contain_text("Say it in a few words")
        await page.get_by_label("Close it without action, since").fill("Answered by phone")
        await page.keyboard.press("Enter")
        await expect(page.get_by_role("status")).to_contain_text("The case is closed.")
        await page.get_by_role("link", name="Loop cases").first.click()
        await expect(page.get_by_text("The customs export stops")).to_have_count(0)


async def test_axe_finds_nothing_serious_and_320_pixels_are_wide_enough(studio: Studio, browser: Browser) -> None:
    for colours in ("light", "dark"):
        async with looking(browser, color_scheme=colours) as page:
            await sign_in(page, studio.url, studio.key, "/studio")
            for path in studio.pages:
                await page.goto(studio.url + path)
                assert await faults(page) == [], (colours, path)
    async with looking(browser, viewport=PHONE) as page:
        await sign_in(page, studio.url, studio.key, "/studio")
        for path in studio.pages:
            await page.goto(studio.url + path)
            assert await too_wide(page) == 0, path


@pytest.fixture
def folder() -> Path:
    """Where the pictures go."""
    made = Path(FOLDER or "")
    made.mkdir(parents=True, exist_ok=True)
    return made


@pytest.mark.skipif(not FOLDER, reason="SCREENSHOTS names no folder")
async def test_take_pictures(studio: Studio, browser: Browser, folder: Path) -> None:
    programs = ["programs", "program", "dry-run", "waves", "new-program", "change-program"]
    named = [*programs, "surveys", "builder", "send", "scores", "answers", "loops", "loop"]
    for colours in ("light", "dark"):
        async with looking(browser, color_scheme=colours, viewport=WIDE) as page:
            await sign_in(page, studio.url, studio.key, "/studio")
            for name, path in zip(named, studio.pages, strict=True):
                await page.goto(studio.url + path)
                await page.set_viewport_size(TALL if name in ("dry-run", "scores") else WIDE)
                await page.screenshot(path=folder / f"studio-{name}-{colours}.png")
    async with looking(browser, viewport=PHONE) as page:
        await sign_in(page, studio.url, studio.key, "/studio")
        for name, path in zip(named, studio.pages, strict=True):
            await page.goto(studio.url + path)
            await page.screenshot(path=folder / f"phone-studio-{name}-light.png")
