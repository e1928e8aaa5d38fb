"""Brands: under which name and colours a customer is asked."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.feedback import seeds
from services.feedback.brands import contrast
from shared.events.cause import Cause
from shared.events.transaction import transaction
from tests.fixtures.services import ServiceUnderTest

HALDEN: dict[str, Any] = {
    "key": "halden-pay",
    "name": "Halden Pay",
    "colour": "#1F4E79",
    "text_colour": "#ffffff",
    "sender_name": "Halden Pay customer care",
}
COLOURS = st.from_regex(r"\A#[0-9a-f]{6}\Z")


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("#000000", "#ffffff", 21.0),
        ("#777777", "#ffffff", 4.48),
        ("#767676", "#ffffff", 4.54),
        ("#ff0000", "#ffffff", 4.0),
    ],
)
def test_the_contrast_is_that_of_wcag(one: str, other: str, expected: float) -> None:
    assert contrast.ratio(one, other) == pytest.approx(expected, abs=0.005)


@given(COLOURS, COLOURS)
def test_a_contrast_has_no_order_and_lies_from_1_to_21(one: str, other: str) -> None:
    assert contrast.ratio(one, other) == contrast.ratio(other, one)
    assert 1.0 <= contrast.ratio(one, other) <= 21.0
    assert contrast.ratio(one, one) == 1.0


async def test_a_brand_is_made_read_and_changed(feedback: ServiceUnderTest) -> None:
    created = await feedback.client.post("/v1/brands", json=HALDEN)
    brand = created.json()
    assert (created.status_code, created.headers["location"]) == (201, f"/v1/brands/{brand['id']}")
    assert (brand["colour"], brand["logo_url"], brand["version"]) == ("#1f4e79", None, 1)
    assert await feedback.get(f"/v1/brands/{brand['id']}") == brand
    assert (await feedback.get("/v1/brands", key="halden-pay"))["items"] == [brand]
    changed = await feedback.client.patch(
        f"/v1/brands/{brand['id']}", json={"colour": "#7a1f3d"}, headers={"If-Match": '"1"'}
    )
    assert (changed.json()["colour"], changed.json()["version"]) == ("#7a1f3d", 2)
    late = await feedback.client.patch(f"/v1/brands/{brand['id']}", json={"name": "X"}, headers={"If-Match": '"1"'})
    assert late.status_code == 412
    noted = await feedback.rows("SELECT action FROM audit WHERE entity = 'brand' AND actor LIKE 'key/%' ORDER BY id")
    assert [row.action for row in noted] == ["brand.create", "brand.change"]


async def test_colours_that_cannot_be_read_are_refused_with_their_contrast(feedback: ServiceUnderTest) -> None:
    refused = await feedback.client.post("/v1/brands", json={**HALDEN, "colour": "#777777"})
    [error] = refused.json()["errors"]
    assert (refused.status_code, error["type"]) == (422, "contrast")
    assert "4.47:1" in error["msg"]
    assert "4.5:1" in error["msg"]
    brand = await feedback.post("/v1/brands", HALDEN)
    for change in ({"colour": "#eeeeee"}, {"text_colour": "#1f4e79"}):
        refused = await feedback.client.patch(f"/v1/brands/{brand['id']}", json=change)
        assert (refused.status_code, refused.json()["errors"][0]["type"]) == (422, "contrast")
    assert await feedback.get(f"/v1/brands/{brand['id']}") == brand


@pytest.mark.parametrize(
    "change",
    [
        {"colour": "red"},
        {"colour": "#12345"},
        {"colour": "#1f4e79;}"},
        {"key": "Halden Pay"},
        {"name": ""},
        {"logo_url": "http://halden.example/logo.svg"},
        {"logo_url": "https://halden.example/logo.svg; script-src *"},
        {"logo_url": "https://halden.example"},
        {"logo_url": "https://ana:secret@halden.example/logo.svg"},
        {"logo_url": "https://halden.example:0/logo.svg"},
        {"logo_url": "https://halden.example:99999/logo.svg"},
        {"logo_url": "data:image/svg+xml,<svg/>"},
        {"logo_url": "https://halden.example/#logo"},
    ],
    ids=str,
)
async def test_what_is_no_brand_is_refused(feedback: ServiceUnderTest, change: dict[str, Any]) -> None:
    refused = await feedback.client.post("/v1/brands", json={**HALDEN, **change})
    assert (refused.status_code, refused.json()["errors"][0]["loc"]) == (422, ["body", next(iter(change))])


async def test_a_key_names_one_brand(feedback: ServiceUnderTest) -> None:
    brand = await feedback.post("/v1/brands", HALDEN)
    taken = await feedback.client.post("/v1/brands", json={**HALDEN, "name": "Other"})
    assert (taken.status_code, taken.json()["code"]) == (409, "brand_key_taken")
    assert taken.json()["conflicting_id"] == brand["id"]


async def test_the_default_brand_ships_and_an_operator_s_words_for_it_stay(feedback: ServiceUnderTest) -> None:
    [default] = (await feedback.get("/v1/brands"))["items"]
    assert default["key"] == "default"
    await feedback.patch(f"/v1/brands/{default['id']}", {"name": "Halden Pay"})
    async with transaction(feedback.database) as session:
        await seeds.seed(session, Cause("request/seed", "service/seed", feedback.clock()))
    assert [brand["name"] for brand in (await feedback.get("/v1/brands"))["items"]] == ["Halden Pay"]


async def test_a_survey_is_previewed_under_its_brand(feedback: ServiceUnderTest) -> None:
    await feedback.post("/v1/brands", HALDEN)
    [nps] = (await feedback.get("/v1/surveys", type="nps"))["items"]
    definition = {name: nps[name] for name in ("scale", "bands", "questions", "fallback_locale", "locales")}
    for key, shown in (("halden-pay", "halden-pay"), ("unheard-of", "default")):
        survey = await feedback.post("/v1/surveys", {"name": key, "type": "nps", "brand": key, **definition})
        assert (await feedback.get(f"/v1/surveys/{survey['id']}/preview"))["brand"]["key"] == shown
