"""A customer answers: without scripts, by the keyboard, on a small phone, in a frame."""

import asyncio
import os
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest
import uvicorn
from playwright.async_api import Browser, Page, Route, expect

from deploy.local import processes
from tests.browser.conftest import PHONE, faults, looking
from tests.fixtures.servers import MakeDatabase
from tests.fixtures.services import ServiceUnderTest, service_under_test
from tests.services.feedback.answering.inviting import Invited, invite
from tests.services.feedback.brands.test_brands import HALDEN
from tests.services.feedback.surveys.test_previews import PULSE

FOLDER = os.environ.get("SCREENSHOTS")
COMMENT = "The export stops at 500 rows, and we waited two days for an answer."


class Served:
    """The service, and where it listens."""

    def __init__(self, service: ServiceUnderTest, url: str) -> None:
        self.service = service
        self.url = url

    async def page_of(self, survey: str = "nps", **changes: Any) -> tuple[str, Invited]:
        """Where somebody answers who was asked just now."""
        invited = await invite(self.service, survey, **{"brand": "halden-pay", **changes})
        return self.url + invited.page, invited

    async def answer(self, invited: Invited) -> Any:
        """What is kept of an answer."""
        [row] = await self.service.rows(
            "SELECT state, score, comment, answers FROM response WHERE invitation_id = :id", id=invited.id
        )
        return row


@pytest.fixture(scope="module")
async def feedback_pages(worker_database: MakeDatabase) -> AsyncIterator[Served]:
    """Feedback on a port, with a brand."""
    async with service_under_test("feedback", worker_database("feedback")) as service:
        port = processes.free_port()
        config = uvicorn.Config(service.app, port=port, log_config=None, lifespan="off", access_log=False)
        server = uvicorn.Server(config)
        server.install_signal_handlers = lambda: None  # type: ignore[method-assign]
        serving = asyncio.create_task(server._serve())
        while not server.started:  # noqa: ASYNC110 - uvicorn tells by this flag alone
            await asyncio.sleep(0.02)
        await service.post("/v1/brands", HALDEN)
        yield Served(service, f"http://127.0.0.1:{port}")
        server.should_exit = True
        await serving


async def test_the_keyboard_is_enough_and_no_script_is_needed(feedback_pages: Served, browser: Browser) -> None:
    url, invited = await feedback_pages.page_of()
    async with looking(browser, java_script_enabled=False) as page:
        await page.goto(f"{url}?score=9")
        await page.get_by_role("radio", name="9", exact=True).focus()
        for _ in range(6):
            await page.keyboard.press("ArrowLeft")
        await expect(page.get_by_role("radio", name="3", exact=True)).to_be_checked()
        await page.keyboard.press("Tab")
        await expect(page.get_by_label("What is the main reason for your score?")).to_be_focused()
        await page.keyboard.type(COMMENT)
        await page.keyboard.press("Tab")
        await page.keyboard.press("Enter")
        await expect(page.get_by_role("status")).to_contain_text("Your score is saved: 3 of 10.")
        await expect(page.get_by_role("button", name="Change my answer")).to_be_visible()
    kept = await feedback_pages.answer(invited)
    assert (kept.state, kept.score, kept.comment) == ("completed", 3, COMMENT)


async def test_one_tap_saves_and_the_rest_may_follow_on_a_phone(feedback_pages: Served, browser: Browser) -> None:
    survey = await feedback_pages.service.post("/v1/surveys", {**PULSE, "name": "On a phone"})
    url, invited = await feedback_pages.page_of(survey["id"])
    async with looking(browser, java_script_enabled=False, viewport=PHONE, has_touch=True) as page:
        await page.goto(f"{url}?score=1")
        await page.get_by_role("button", name="Save for now").tap()
        await expect(page.get_by_role("status")).to_contain_text("Your score is saved: 1 of 3.")
        assert (await feedback_pages.answer(invited)).state == "partial"
        await page.get_by_text("The speed").tap()
        await page.get_by_role("button", name="Send my answer").tap()
        for desk, said in (("Phone", "Good"), ("Chat", "Bad")):
            await page.get_by_role("group", name=desk).get_by_text(said).tap()
        await page.get_by_role("button", name="Send my answer").tap()
        await expect(page.get_by_role("status")).to_contain_text("Thank you.")
    kept = await feedback_pages.answer(invited)
    assert (kept.state, kept.answers[1]["value"]) == ("completed", {"phone": "good", "chat": "bad"})


async def test_a_refused_answer_leads_to_what_is_missing(feedback_pages: Served, browser: Browser) -> None:
    url, _ = await feedback_pages.page_of(locale="sr-Latn")
    async with looking(browser) as page:
        await page.goto(url)
        await page.get_by_role("textbox").fill("Čekali smo dva dana.")
        await page.get_by_role("button", name="Pošaljite odgovor").click()
        await expect(page.get_by_role("alert")).to_be_focused()
        await expect(page.get_by_role("alert")).to_contain_text("Vaš odgovor još nije sačuvan")
        await expect(page.get_by_role("textbox")).to_have_value("Čekali smo dva dana.")
        await page.get_by_role("alert").get_by_role("link").click()
        await expect(page.get_by_role("radio").first).to_be_focused()
        assert await faults(page) == []


async def test_axe_finds_nothing_serious(feedback_pages: Served, browser: Browser) -> None:
    pulse = await feedback_pages.service.post("/v1/surveys", {**PULSE, "name": "Looked at"})
    for colours in ("light", "dark"):
        for survey in ("nps", "csat", pulse["id"]):
            url, _ = await feedback_pages.page_of(survey)
            async with looking(browser, color_scheme=colours) as page:
                for step in ("?score=1", None):
                    if step is None:
                        await page.get_by_role("button", name="Send my answer").click()
                    else:
                        await page.goto(url + step)
                    assert await faults(page) == [], (colours, survey, step)
        for state in ("expired", "cancelled"):
            url, _ = await feedback_pages.page_of(state=state)
            async with looking(browser, color_scheme=colours) as page:
                await page.goto(url)
                assert await faults(page) == []


@pytest.mark.parametrize("locale", ["en", "es", "sv", "no", "sr", "sr-Latn", "bg"])
async def test_320_pixels_are_wide_enough_in_every_language(
    feedback_pages: Served, browser: Browser, locale: str
) -> None:
    pulse = await feedback_pages.service.post("/v1/surveys", {**PULSE, "name": f"Narrow {locale}"})
    async with looking(browser, viewport=PHONE, java_script_enabled=True) as page:
        for survey in ("nps", "csat", "ces", pulse["id"]):
            url, _ = await feedback_pages.page_of(survey, locale=locale)
            await page.goto(url + "?score=1")
            assert await too_wide(page) == 0, survey
            smallest = await page.evaluate(
                "Math.min(...[...document.querySelectorAll('.btn, .scale label')].map(one => one.offsetHeight))"
            )
            assert smallest >= 44


async def test_it_stands_in_a_frame_of_an_allowed_page_alone(feedback_pages: Served, browser: Browser) -> None:
    invited = await invite(feedback_pages.service, frame_origins=("https://portal.example",))
    frame = f'<iframe title="Survey" src="https://feedback.example{invited.embedded}"></iframe>'

    async def show_portal(route: Route) -> None:
        await route.fulfill(body=f"<!doctype html><title>Portal</title>{frame}", content_type="text/html")

    async def serve(route: Route) -> None:
        here = route.request.url.replace("https://feedback.example", feedback_pages.url)
        await route.fulfill(response=await route.fetch(url=here))

    for origin, shown in (("https://portal.example", True), ("https://other.example", False)):
        context = await browser.new_context()
        page = await context.new_page()
        await page.route(f"{origin}/**", show_portal)
        await page.route("https://feedback.example/**", serve)
        await page.goto(f"{origin}/", wait_until="networkidle")
        seen = page.frame_locator("iframe").get_by_role("button", name="Send my answer")
        await (expect(seen).to_be_visible() if shown else expect(seen).to_have_count(0))
        await context.close()


async def test_surveys_are_stopped_without_scripts_by_one_button(feedback_pages: Served, browser: Browser) -> None:
    url, invited = await feedback_pages.page_of()
    async with looking(browser, viewport=PHONE, java_script_enabled=False) as page:
        await page.goto(url.replace("/r/", "/unsubscribe/"))
        assert "Halden" in await page.title()
        await page.get_by_role("button", name="Stop the surveys").click()
        await expect(page.get_by_role("status")).to_contain_text("You get no more surveys")
    stopped = "SELECT suppression.reason FROM suppression JOIN invitation USING (address) WHERE invitation.id = :id"
    assert [row.reason for row in await feedback_pages.service.rows(stopped, id=invited.id)] == ["unsubscribed"]
    again, _ = await feedback_pages.page_of()
    async with looking(browser, viewport=PHONE) as page:
        await page.goto(again.replace("/r/", "/unsubscribe/"))
        assert await faults(page) == []
        assert await too_wide(page) == 0


async def too_wide(page: Page) -> int:
    """By how many pixels the page is wider than the window."""
    return int(await page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth"))


@pytest.fixture
def folder() -> Path:
    """Where the pictures go."""
    made = Path(FOLDER or "")
    made.mkdir(parents=True, exist_ok=True)
    return made


@pytest.mark.skipif(not FOLDER, reason="SCREENSHOTS names no folder")
@pytest.mark.parametrize("colours", ["light", "dark"])
async def test_take_pictures(feedback_pages: Served, browser: Browser, folder: Path, colours: str) -> None:
    url, _ = await feedback_pages.page_of()
    async with looking(browser, color_scheme=colours, viewport={"width": 1000, "height": 760}) as page:
        await page.goto(url + "?score=3")
        await page.screenshot(path=folder / f"answer-{colours}.png")
        await page.goto(url.replace("/r/", "/unsubscribe/"))
        await page.screenshot(path=folder / f"unsubscribe-{colours}.png")
        await page.goto(url + "?score=3")
        await page.get_by_role("textbox").fill(COMMENT)
        await page.get_by_role("button", name="Send my answer").click()
        await page.screenshot(path=folder / f"answer-sent-{colours}.png")
        refused, _ = await feedback_pages.page_of(locale="sr")
        await page.goto(refused)
        await page.get_by_role("button", name="Пошаљите одговор").click()
        await page.screenshot(path=folder / f"answer-refused-{colours}.png")
        expired, _ = await feedback_pages.page_of(state="expired", locale="es")
        await page.goto(expired)
        await page.screenshot(path=folder / f"answer-expired-{colours}.png")
        survey = await feedback_pages.service.post("/v1/surveys", {**PULSE, "name": f"Pictured {colours}"})
        pulse, _ = await feedback_pages.page_of(survey["id"])
        await page.goto(pulse + "?score=1")
        await page.get_by_text("The speed").click()
        await page.get_by_role("button", name="Send my answer").click()
        await page.screenshot(path=folder / f"answer-more-{colours}.png", full_page=True)
    async with looking(browser, color_scheme=colours, viewport=PHONE) as page:
        await page.goto(url)
        await page.screenshot(path=folder / f"phone-answer-{colours}.png", full_page=True)
