"""The page of a program's waves: how far they are, why not the rest, and how they go on."""

import re
from typing import Any

import pytest

from services.feedback.waves import jobs, service
from shared.ids import uuid7
from tests.fixtures.pages import Visitor, code_of, visiting
from tests.fixtures.services import ServiceUnderTest
from tests.services.feedback import asking
from tests.services.feedback.waves.test_waves import decide


async def planned(feedback: ServiceUnderTest, program: Any, name: str = "Autumn", **body: Any) -> Any:
    """A wave of a program."""
    return await feedback.post(f"/v1/programs/{program['id']}/waves", {"name": name, **body})


async def move(visitor: Visitor, here: str, wave: Any, verb: str, version: int | None = None) -> Any:
    """Press a wave's button; answers what is shown then."""
    code = code_of(await visitor.client.get(here))
    form = {"csrf": code, "version": str(version or wave["version"])}
    answer = await visitor.client.post(f"{here}/{wave['id']}/{verb}", data=form)
    return await visitor.client.get(answer.headers["location"]) if answer.status_code == 303 else answer


async def test_a_wave_says_how_far_it_is_and_why_not_the_rest(
    feedback: ServiceUnderTest, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(service, "AT_ONCE", 4)
    program = await asking.program(feedback, audience={"roles": ["admin"]})
    await asking.people(feedback, 2, roles=["admin"])
    await asking.people(feedback, 3, roles=["user"])
    await asking.people(feedback, 1, consent={"email": False})
    here = f"/studio/programs/{program['id']}/waves"
    async with visiting(feedback, "*") as iris:
        assert "No wave was planned yet." in await iris.get(here)
        wave = await planned(feedback, program, name="<b>Autumn</b>")
        page = await iris.get(here)
        assert "6 contacts are in the directory now" in page
        assert "&lt;b&gt;Autumn&lt;/b&gt;" in page
        assert "<b>Autumn" not in page
        await jobs.go_on(feedback.database, feedback.clock)
        assert '<progress max="6" value="4"' in await iris.get(here)
        await decide(feedback)
        page = await iris.get(here)
        counts = (await feedback.get(f"/v1/waves/{wave['id']}"))["counts"]
        assert counts == {"opted_out": 1, "role": 3, "send": 2}
        assert "2 of 6 are asked, 33 %." in page
        assert re.findall(r"<code>(\w+)</code>.*?<td class=\"num\">(\d+)</td>", page) == [
            ("role", "3"),
            ("opted_out", "1"),
        ]
        assert "Cancel" not in page


async def test_a_wave_is_paused_goes_on_and_is_cancelled(feedback: ServiceUnderTest) -> None:
    program = await asking.program(feedback)
    await asking.people(feedback, 2)
    wave = await planned(feedback, program)
    here = f"/studio/programs/{program['id']}/waves"
    async with visiting(feedback, "*") as iris:
        shown = await move(iris, here, wave, "pause")
        assert "Wave 1, Autumn, is paused." in shown.text
        assert f'action="{here}/{wave["id"]}/resume"' in shown.text
        await decide(feedback)
        assert (await feedback.get(f"/v1/waves/{wave['id']}"))["counts"] == {}
        late = await move(iris, here, wave, "resume", version=1)
        assert late.status_code == 412
        assert "Somebody changed this" in late.text
        assert "goes on" in (await move(iris, here, wave, "resume", version=2)).text
        assert "is cancelled" in (await move(iris, here, wave, "cancel", version=3)).text
        await decide(feedback)
        ended = await feedback.get(f"/v1/waves/{wave['id']}")
        assert (ended["state"], ended["counts"]) == ("cancelled", {})
        refused = await move(iris, here, wave, "resume", version=4)
        assert refused.status_code == 409
        assert "A wave that is cancelled cannot become running." in refused.text


async def test_a_wave_is_moved_on_the_page_of_its_own_program_alone(feedback: ServiceUnderTest) -> None:
    program, other = await asking.program(feedback), await asking.program(feedback, name="Other")
    wave = await planned(feedback, program)
    async with visiting(feedback, "*") as iris:
        here = f"/studio/programs/{other['id']}/waves"
        assert (await move(iris, here, wave, "cancel")).status_code == 404
        assert (await move(iris, here, {**wave, "id": uuid7()}, "cancel")).status_code == 404
        assert (await iris.client.get(f"/studio/programs/{uuid7()}/waves")).status_code == 404
    assert (await feedback.get(f"/v1/waves/{wave['id']}"))["state"] == "planned"


async def test_who_may_only_read_moves_no_wave(feedback: ServiceUnderTest) -> None:
    program = await asking.program(feedback)
    wave = await planned(feedback, program)
    here = f"/studio/programs/{program['id']}/waves"
    async with visiting(feedback, "feedback:programs:read") as reader:
        assert "Pause" not in await reader.get(here)
        for verb in ("pause", "resume", "cancel"):
            assert (await move(reader, here, wave, verb)).status_code == 403
    async with visiting(feedback, "*") as iris:
        answer = await iris.client.post(f"{here}/{wave['id']}/cancel", data={"version": "1"})
        assert answer.status_code == 403
    assert (await feedback.get(f"/v1/waves/{wave['id']}"))["version"] == 1


async def test_many_waves_are_shown_the_newest_first_page_by_page(feedback: ServiceUnderTest) -> None:
    program = await asking.program(feedback)
    for number in range(3):
        await planned(feedback, program, name=f"Wave of {2024 + number}", not_before="2027-06-01T00:00:00Z")
    async with visiting(feedback, "*") as iris:
        page = await iris.get(f"/studio/programs/{program['id']}/waves?limit=2")
        assert re.findall(r'id="wave-(\d)"', page) == ["3", "2"]
        following = re.search(r'href="(/studio/programs/[^"]+cursor=[^"]+)"', page)
        assert following
        assert re.findall(r'id="wave-(\d)"', await iris.get(following[1])) == ["1"]
