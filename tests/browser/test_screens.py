"""Pictures of the console for docs/screenshots, taken where SCREENSHOTS names a folder."""

import os
from pathlib import Path

import pytest
from playwright.async_api import Browser

from tests.browser.conftest import PHONE, Desk, looking, sign_in

FOLDER = os.environ.get("SCREENSHOTS")
WIDE = {"width": 1320, "height": 720}  # pictures of at most 200 kB


@pytest.fixture
def folder() -> Path:
    """Where the pictures go."""
    made = Path(FOLDER or "")
    made.mkdir(parents=True, exist_ok=True)
    return made


@pytest.mark.skipif(not FOLDER, reason="SCREENSHOTS names no folder")
@pytest.mark.parametrize("colours", ["light", "dark"])
async def test_take_pictures(desk: Desk, browser: Browser, folder: Path, colours: str) -> None:
    async with looking(browser, color_scheme=colours, viewport=WIDE) as page:
        await page.goto(desk.url + "/console")
        await page.screenshot(path=folder / f"signin-{colours}.png")
        await sign_in(page, desk.url, desk.key)
        await page.screenshot(path=folder / f"queue-{colours}.png")
        await page.goto(f"{desk.url}/console/tickets/{desk.escalation}")
        await page.screenshot(path=folder / f"ticket-{colours}.png")
        await page.goto(f"{desk.url}/console/tickets/{desk.complaint}?macro={desk.macro}")
        await page.screenshot(path=folder / f"complaint-{colours}.png")
        await page.goto(f"{desk.url}/console/tickets/{desk.escalation}/clocks")
        await page.screenshot(path=folder / f"clocks-{colours}.png")
        await page.goto(f"{desk.url}/console/nothing")
        await page.screenshot(path=folder / f"error-{colours}.png")
    async with looking(browser, color_scheme=colours, viewport=PHONE) as page:
        await sign_in(page, desk.url, desk.key)
        await page.screenshot(path=folder / f"phone-queue-{colours}.png")
        await page.goto(f"{desk.url}/console/tickets/{desk.escalation}")
        await page.screenshot(path=folder / f"phone-ticket-{colours}.png")
