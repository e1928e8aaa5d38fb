"""An agent's day in the console, as they would click and type it."""

import re
from typing import Any

import pytest
from playwright.async_api import Browser, Page, expect

from tests.browser.conftest import PHONE, Desk, faults, looking, sign_in
from tests.services.ticketing import facts


async def test_sign_in_find_reply_assign_solve_and_take_it_back(desk: Desk, browser: Browser) -> None:
    ticket = await desk.ticket("The label printer prints twice")
    async with looking(browser) as page:
        await sign_in(page, desk.url, desk.key)
        await page.get_by_role("searchbox").fill("label printer")
        await page.keyboard.press("Enter")
        await page.get_by_role("link", name="The label printer prints twice").click()
        await expect(page.get_by_role("heading", level=1)).to_have_text("The label printer prints twice")
        await work_on(page)
        await page.get_by_text("Assign", exact=True).first.click()
        await page.get_by_label("Owner").select_option(label="Jelena Petrović")
        await page.get_by_role("button", name="Assign").click()
        await expect(page.get_by_role("status")).to_contain_text("belongs to Jelena Petrović")
        await page.get_by_role("button", name="Undo").click()
        await expect(page.get_by_text("Owner nobody")).to_be_visible()
        await page.get_by_text("Solve", exact=True).first.click()
        await page.get_by_label("How it was solved").select_option("fixed")
        await page.get_by_role("button", name="Solve").click()
        await expect(page.get_by_role("status")).to_contain_text("is solved")
        await page.get_by_role("button", name="Undo").click()
        await expect(page.get_by_text("Reopened").first).to_be_visible()
    stands = await desk.service.get(f"/v1/tickets/{ticket['id']}")
    assert (stands["status"], stands["reopen_count"], stands["assignee_id"]) == ("open", 1, None)


async def work_on(page: Page) -> None:
    await page.get_by_label("Your reply or note").fill("Dear Ana, please choose the other tray.")
    await page.get_by_role("button", name="Send", exact=True).click()
    await expect(page.locator("#timeline").get_by_text("please choose the other tray")).to_be_visible()
    await expect(page.get_by_text("Met in").first).to_be_visible()


@pytest.mark.parametrize("scripts", [True, False])
async def test_files_go_with_a_reply_and_what_is_refused_keeps_the_text(
    desk: Desk, browser: Browser, scripts: bool
) -> None:
    ticket = await desk.ticket("The invoice cannot be printed")
    large = {"name": "scan.tiff", "mimeType": "image/tiff", "buffer": b"x" * 3_000_000}
    small = {"name": "scan.png", "mimeType": "image/png", "buffer": b"x" * 1_000}
    note = {"name": "How to.txt", "mimeType": "", "buffer": b"Press twice."}
    async with looking(browser, java_script_enabled=scripts, viewport=PHONE) as page:
        await sign_in(page, desk.url, desk.key, f"/console/tickets/{ticket['number']}")
        await page.get_by_label("Your reply or note").fill("Dear Ana, this is how.")
        await page.keyboard.press("Tab")
        await expect(page.get_by_label("Files")).to_be_focused()
        await page.get_by_label("Files").set_input_files([small, large])
        await page.get_by_role("button", name="Send", exact=True).click()
        await expect(page.get_by_role("alert")).to_contain_text("“scan.tiff” is larger than 1.0 MB")
        await expect(page.get_by_role("alert")).to_contain_text("Choose them again")
        await expect(page.get_by_label("Your reply or note")).to_have_value("Dear Ana, this is how.")
        await expect(page.get_by_label("Files")).to_have_accessible_description(re.compile("Choose them again"))
        if scripts:  # by which axe looks
            assert await faults(page) == []
            assert await page.evaluate(WIDEST) <= PHONE["width"]
        await page.get_by_label("Files").set_input_files([small, note])
        await page.get_by_role("button", name="Send", exact=True).click()
        await expect(page.get_by_role("status")).to_contain_text("Your reply is on its way")
        async with page.expect_download() as kept:
            await page.get_by_role("link", name="How to.txt").click()
        assert (await (await kept.value).path()).read_bytes() == b"Press twice."
    [_, reply] = (await desk.service.get(f"/v1/tickets/{ticket['id']}", include="messages"))["messages"]
    assert [file["name"] for file in reply["attachments"]] == ["scan.png", "How to.txt"]


async def test_a_recovery_is_planned_and_the_customer_called(desk: Desk, browser: Browser) -> None:
    answer = facts.received(comment="Nobody called back.")
    await desk.service.deliver(answer, times=1)
    found = await desk.service.get("/v1/tickets", source_id=str(answer.response_id))
    async with looking(browser) as page:
        await sign_in(page, desk.url, desk.key, f"/console/tickets/{found['items'][0]['number']}")
        await page.get_by_role("button", name="Acknowledge").click()
        await page.get_by_label("How we win them back").fill("Call today, and send the whole export.")
        await page.get_by_label("Step 1", exact=True).fill("Call Ingrid")
        await page.get_by_label("Who does step 1").select_option(label="Mia Thorsen")
        await page.get_by_role("button", name="Keep the plan").click()
        await expect(page.get_by_role("status")).to_contain_text("The plan is kept")
        await page.get_by_text("Record a contact").click()
        await page.get_by_role("button", name="Record it").click()
        await expect(page.get_by_text("Reached the customer")).to_be_visible()
    cases = await desk.service.get("/v1/recovery-cases", response_id=str(answer.response_id))
    assert cases["items"][0]["state"] == "in_progress"
    assert [step["title"] for step in cases["items"][0]["plan"]["steps"]] == ["Call Ingrid"]


async def test_two_tickets_become_one_and_two_again(desk: Desk, browser: Browser) -> None:
    one, other = await desk.ticket("The gate is stuck"), await desk.ticket("The gate does not open")
    async with looking(browser) as page:
        await sign_in(page, desk.url, desk.key, f"/console/tickets/{one['number']}")
        await page.get_by_text("Merge", exact=True).first.click()
        await page.get_by_label("Make it part of ticket").fill(f"#{other['number']}")
        await page.get_by_role("button", name="Merge").click()
        await expect(page.get_by_text("which shows its messages")).to_be_visible()
        await page.get_by_role("button", name="Undo").click()
        await expect(page.get_by_role("status")).to_contain_text("stands by itself again")
        await expect(page.get_by_label("Your reply or note")).to_be_visible()


async def test_a_macro_is_seen_and_used_without_scripts(desk: Desk, browser: Browser) -> None:
    ticket = await desk.ticket("The lift stands still")
    async with looking(browser, java_script_enabled=False) as page:
        await sign_in(page, desk.url, desk.key, f"/console/tickets/{ticket['number']}")
        await page.get_by_label("Macro").select_option(label="Known outage")
        await page.get_by_role("button", name="Show", exact=True).click()
        await expect(page.get_by_label("Your reply or note")).to_have_value(re.compile("Dear Ana Lim, we know of it"))
        await page.get_by_role("button", name="Do all of it").click()
        await expect(page.get_by_role("status")).to_contain_text("“Known outage” is done")
    assert (await desk.service.get(f"/v1/tickets/{ticket['id']}"))["status"] == "pending"


async def test_macros_and_views_are_kept_and_tickets_watched(desk: Desk, browser: Browser) -> None:
    ticket = await desk.ticket("The gate does not open")
    async with looking(browser) as page:
        await sign_in(page, desk.url, desk.key, "/console/macros")
        await page.get_by_text("Make one").click()
        await page.get_by_label("Name", exact=True).first.fill("Gate")
        await page.get_by_label("Text").first.fill("Dear {{ requester.name }}, push it.")
        await page.get_by_role("button", name="Make the macro").click()
        await expect(page.get_by_role("status")).to_contain_text("“Gate” can be used")
        await page.get_by_text("Change “Gate”").click()
        await page.get_by_role("button", name="Remove “Gate”").click()
        await expect(page.get_by_role("status")).to_contain_text("The macro is gone")
        await page.goto(desk.url + "/console?q=gate")
        await page.get_by_text("Keep this as a view").click()
        await page.get_by_label("Name", exact=True).fill("Gates")
        await page.get_by_role("button", name="Keep", exact=True).click()
        await expect(page.get_by_role("heading", name="Gates", level=1)).to_be_visible()
        await page.get_by_text("Change this view").click()
        await page.get_by_role("button", name="Remove the view").click()
        await expect(page.get_by_role("status")).to_contain_text("The view is gone")
        await page.goto(f"{desk.url}/console/tickets/{ticket['number']}")
        await page.get_by_role("button", name="Watch", exact=True).click()
        await expect(page.get_by_role("status")).to_contain_text("You hear of")
        await page.get_by_role("button", name="Stop watching").click()
        await expect(page.get_by_text("Nobody watches it.")).to_be_visible()


async def test_the_keyboard_is_enough(desk: Desk, browser: Browser) -> None:
    async with looking(browser) as page:
        await sign_in(page, desk.url, desk.key)
        await page.keyboard.press("j")
        first = await page.evaluate("document.activeElement.textContent")
        await page.keyboard.press("j")
        await page.keyboard.press("k")
        assert await page.evaluate("document.activeElement.textContent") == first
        await page.keyboard.press("Enter")
        await page.wait_for_url("**/console/tickets/*")
        await expect(page.get_by_role("heading", level=1)).to_have_text(first)
        await page.keyboard.press("?")
        await expect(page.get_by_role("dialog", name="Keys")).to_be_visible()
        await page.keyboard.press("Escape")
        await page.keyboard.press("a")
        await expect(
            page.get_by_role("button", name="Take it myself").or_(page.get_by_label("Owner")).first
        ).to_be_focused()
        await page.keyboard.press("Escape")
        await page.keyboard.press("r")
        await expect(page.get_by_label("Your reply or note")).to_be_focused()
        await page.keyboard.type("j and k are letters here")
        await expect(page.get_by_label("Your reply or note")).to_have_value("j and k are letters here")
        await page.keyboard.press("Escape")
        await page.keyboard.press("/")
        await expect(page.get_by_role("searchbox")).to_be_focused()


async def test_what_others_do_appears_by_itself(desk: Desk, browser: Browser) -> None:
    ticket = await desk.ticket("The scanner beeps")
    async with looking(browser) as page:
        await sign_in(page, desk.url, desk.key, f"/console/tickets/{ticket['number']}")
        await page.get_by_label("Your reply or note").fill("Half a reply")
        said = {"body": "It still beeps.", "visibility": "public", "author": {"kind": "customer"}}
        await desk.service.post(f"/v1/tickets/{ticket['id']}/messages", said)
        await page.evaluate("document.body.dispatchEvent(new Event('refresh'))")
        await expect(page.get_by_text("It still beeps.")).to_be_visible()
        await expect(page.get_by_label("Your reply or note")).to_have_value("Half a reply")


async def test_it_works_without_scripts(desk: Desk, browser: Browser) -> None:
    ticket = await desk.ticket("The till is slow")
    async with looking(browser, java_script_enabled=False) as page:
        await sign_in(page, desk.url, desk.key, "/console?view=all")
        await page.get_by_role("link", name="The till is slow").click()
        await page.get_by_text("Internal note", exact=True).click()
        await page.get_by_label("Your reply or note").fill("The disk is full.")
        await page.get_by_role("button", name="Send", exact=True).click()
        await expect(page.locator("#timeline").get_by_text("The disk is full.")).to_be_visible()
        await page.get_by_text("Solve", exact=True).first.click()
        await page.get_by_label("How it was solved").select_option("workaround")
        await page.get_by_role("button", name="Solve").click()
        await expect(page.get_by_text("Solved: workaround")).to_be_visible()
    assert (await desk.service.get(f"/v1/tickets/{ticket['id']}"))["status"] == "solved"


async def test_a_stale_form_says_so_and_keeps_what_was_typed(desk: Desk, browser: Browser) -> None:
    ticket = await desk.ticket("The door does not lock")
    async with looking(browser) as page:
        await sign_in(page, desk.url, desk.key, f"/console/tickets/{ticket['number']}")
        await desk.service.patch(f"/v1/tickets/{ticket['id']}", {"priority": "urgent"})
        await page.get_by_label("Subject").fill("The back door does not lock")
        await page.get_by_role("button", name="Save details").click()
        await expect(page.get_by_role("alert")).to_contain_text("Somebody changed this")
        await expect(page.get_by_label("Subject")).to_have_value("The back door does not lock")
        await page.get_by_role("button", name="Save details").click()
        await expect(page.get_by_role("heading", level=1)).to_have_text("The back door does not lock")


WIDEST = """Math.max(document.documentElement.scrollWidth, ...[...document.querySelectorAll(".grow, form, .card")].map(
    (each) => each.getBoundingClientRect().left + each.scrollWidth))"""

PAGES = [
    *("/signin", "/console", "/console?view=all&q=nothing+like+it", "/console?q=colour:red"),
    *("ticket", "complaint", "macro", "clocks", "/console/macros", "/console/nothing"),
]


@pytest.mark.parametrize("colours", ["light", "dark"])
async def test_axe_finds_nothing_serious(desk: Desk, browser: Browser, colours: Any) -> None:
    async with looking(browser, color_scheme=colours) as page:
        await page.goto(desk.url + "/signin")
        assert await faults(page) == []
        await sign_in(page, desk.url, desk.key)
        for name in PAGES[1:]:
            await page.goto(address(desk, name))
            await page.evaluate("document.querySelectorAll('details').forEach((each) => { each.open = true; })")
            assert await faults(page) == [], name


async def test_nothing_scrolls_sideways_on_a_phone(desk: Desk, browser: Browser) -> None:
    async with looking(browser, viewport=PHONE) as page:
        await sign_in(page, desk.url, desk.key)
        for name in PAGES[1:]:
            await page.goto(address(desk, name))
            await page.evaluate("document.querySelectorAll('details.fold').forEach((each) => { each.open = true; })")
            wide = await page.evaluate(WIDEST)
            assert wide <= PHONE["width"], f"{name} is {wide} wide"


async def test_who_may_only_read_sees_no_forms(desk: Desk, browser: Browser) -> None:
    async with looking(browser) as page:
        await sign_in(page, desk.url, desk.reader, f"/console/tickets/{desk.escalation}")
        await expect(page.get_by_text("You may read here, and not write")).to_be_visible()
        actions = await page.eval_on_selector_all("form[method=post]", "forms => forms.map(form => form.action)")
        assert all(re.search(r"/(theme|signout)$", action) for action in actions)


async def test_the_colours_are_kept(desk: Desk, browser: Browser) -> None:
    async with looking(browser, color_scheme="light") as page:
        await sign_in(page, desk.url, desk.key)
        await page.get_by_role("button", name="Colours: system").click()
        await expect(page.get_by_role("button", name="Colours: dark")).to_be_visible()
        assert await page.evaluate("getComputedStyle(document.documentElement).colorScheme") == "dark"


def address(desk: Desk, name: str) -> str:
    if name == "complaint":
        return f"{desk.url}/console/tickets/{desk.complaint}"
    inner = {"ticket": "", "clocks": "/clocks", "macro": f"?macro={desk.macro}"}
    return desk.url + (name if name.startswith("/") else f"/console/tickets/{desk.escalation}{inner[name]}")
