"""Two tickets made one, taken apart, split and linked, by the forms of their pages."""

import re
from pathlib import Path

from services.ticketing.console import changes
from tests.fixtures.pages import visiting
from tests.fixtures.services import ServiceUnderTest
from tests.services.ticketing.console.desk import a_ticket, take_back

ALL = ("ticketing:*:read", "ticketing:*:write")


async def test_a_merge_says_where_the_ticket_went_and_is_taken_back(ticketing: ServiceUnderTest) -> None:
    first, second = await a_ticket(ticketing), await a_ticket(ticketing, subject="Slow again")
    path, other = f"/console/tickets/{first['number']}", f"/console/tickets/{second['number']}"
    async with visiting(ticketing, *ALL) as mia:
        page = (await mia.send(path + "/merge", into=f"#{second['number']}", reason="She wrote twice.")).text
        assert f"#{first['number']} is part of #{second['number']}." in page
        assert f'Merged into <a href="{other}">#{second["number"]} Slow again</a>' in page
        actions = set(re.findall(r'method="post" action="([^"]+)"', page))
        assert actions == {path + "/unmerge", "/theme", "/signout"}
        survivor = await mia.get(other)
        assert "It takes an hour since Monday." in survivor
        assert f'from <a href="{path}">#{first["number"]}</a>' in survivor
        assert f'Took in <a href="{path}">#{first["number"]}</a>: She wrote twice.' in survivor
        assert "Take out again" in survivor
        assert f"#{first['number']} ·" not in await mia.get("/console")
        assert "</svg>Merged</span>" in await mia.get("/console?view=all")
        apart = await take_back(mia, page)
        assert "stands by itself again" in apart.text
        assert "Take out again" not in await mia.get(other)
    assert (await ticketing.get(f"/v1/tickets/{first['id']}"))["merged_into_id"] is None


async def test_what_is_merged_is_taken_out_on_the_other_ones_page(ticketing: ServiceUnderTest) -> None:
    first, second = await a_ticket(ticketing), await a_ticket(ticketing, subject="Slow again")
    merged = await ticketing.post(f"/v1/tickets/{first['id']}/merge", {"into": second["id"]})
    other = f"/console/tickets/{second['number']}"
    async with visiting(ticketing, *ALL) as mia:
        form = {"version": str(merged["version"]), "shown_on": str(second["number"])}
        answer = await mia.send(f"/console/tickets/{first['number']}/unmerge", other, **form)
        assert answer.url.path == other
        assert f'Gave back <a href="/console/tickets/{first["number"]}">' in answer.text


async def test_a_merge_that_cannot_be_says_why_and_keeps_what_was_typed(ticketing: ServiceUnderTest) -> None:
    ticket = await a_ticket(ticketing)
    path = f"/console/tickets/{ticket['number']}"
    async with visiting(ticketing, *ALL) as mia:
        for into in ("#4711", "x", "", "9" * 30):
            nowhere = await mia.send(path + "/merge", into=into, reason="Why <not>?")
            assert nowhere.status_code == 422
            assert "There is no ticket with this number or id" in nowhere.text
            assert "Why &lt;not&gt;?" in nowhere.text
        itself = await mia.send(path + "/merge", into=ticket["id"])
        assert itself.status_code == 409
        assert "A ticket cannot be merged into itself" in itself.text
        other = await a_ticket(ticketing)
        assert (await mia.send(path + "/merge", into=str(other["number"]), version="7")).status_code == 412
    assert (await ticketing.get(f"/v1/tickets/{ticket['id']}"))["version"] == 1


async def test_chosen_messages_become_a_ticket_and_lead_there(ticketing: ServiceUnderTest) -> None:
    ticket = await a_ticket(ticketing)
    said = {"body": "And the invoice is wrong.", "visibility": "public", "author": {"kind": "customer"}}
    message = await ticketing.post(f"/v1/tickets/{ticket['id']}/messages", said)
    path = f"/console/tickets/{ticket['number']}"
    async with visiting(ticketing, *ALL) as mia:
        assert f'name="m-{message["id"]}"' in await mia.get(path)
        none = await mia.send(path + "/split", subject="The <invoice>")
        assert none.status_code == 422
        assert "Choose at least one message" in none.text
        assert "The &lt;invoice&gt;" in none.text
        stranger = await mia.send(path + "/split", **{f"m-{ticket['id']}": "1"})
        assert stranger.status_code == 422
        assert (await mia.send(path + "/split", **{"m-x": "1"})).status_code == 422
        page = await mia.send(path + "/split", subject="The invoice", **{f"m-{message['id']}": "1"})
        assert page.url.path == f"/console/tickets/{ticket['number'] + 1}"
        assert "And the invoice is wrong." in page.text
        assert f'Split from <a href="{path}">' in page.text
        first = await mia.get(path)
        assert "Split 1 message into" in first
        assert "Has the duplicate" in first  # as a choice of links
    made = (await ticketing.get("/v1/tickets"))["items"][0]
    assert made["subject"] == "The invoice"


async def test_tickets_are_linked_and_unlinked(ticketing: ServiceUnderTest) -> None:
    one, two = await a_ticket(ticketing), await a_ticket(ticketing, subject="The index is missing")
    path = f"/console/tickets/{one['number']}"
    async with visiting(ticketing, *ALL) as mia:
        page = (await mia.send(path + "/links", kind="blocked_by", linked=str(two["number"]))).text
        assert "Blocked by <a" in page
        assert "#1002 The index is missing" in page
        assert "Blocks <a" in await mia.get(f"/console/tickets/{two['number']}")
        [link] = (await ticketing.get(f"/v1/tickets/{one['id']}/links"))["items"]
        refused = await mia.send(path + "/links", kind="friend_of", linked=str(two["number"]))
        assert refused.status_code == 422
        assert (await mia.send(path + "/unlink", link="x")).status_code == 404
        gone = (await mia.send(path + "/unlink", link=link["id"])).text
        assert "The link is gone." in gone
        assert "No longer blocked by" in gone
    assert (await ticketing.get(f"/v1/tickets/{one['id']}/links"))["items"] == []


async def test_parents_and_parts_name_one_another(ticketing: ServiceUnderTest) -> None:
    above = await a_ticket(ticketing, subject="The move to Oslo")
    below = await a_ticket(ticketing, subject="New phones", parent_id=above["id"])
    async with visiting(ticketing, *ALL) as mia:
        assert "Has the part <a" in await mia.get(f"/console/tickets/{above['number']}")
        assert "Part of <a" in await mia.get(f"/console/tickets/{below['number']}")


def test_levels_and_reasons_read_as_words() -> None:
    assert changes.level("first_reply", "75%") == "First reply: 75% of the time is used"
    assert changes.level("first_reply", "due-30m") == "First reply: 30 min before it is due"
    assert changes.level("total_resolution", "due+120m") == "Resolution: 2 h overdue"
    assert changes.level("first_reply", "due+0m") == "First reply: due"
    assert changes.level("first_reply", "later") == "First reply: later"


def test_every_deed_on_a_ticket_is_known_to_the_timeline() -> None:
    house = Path(changes.__file__).parents[1]
    written = "\n".join(path.read_text() for path in house.rglob("*.py") if "migrations" not in path.parts)
    recorded = set(re.findall(r'(?:action=|Change\(\s*)"((?:ticket|message|complaint)\.[a-z_]+)"', written))
    recorded |= {f"recovery_case.{verb}" for verb in re.findall(r'record\(\s*session, cause, case, "(\w+)"', written)}
    recorded |= {f"complaint.{verb}" for verb in re.findall(r'_record\(session, cause, row, "(\w+)"', written)}
    assert len(recorded) > 25
    assert recorded - changes.READ == set()
