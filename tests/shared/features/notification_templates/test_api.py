"""Editing what notifications say, over HTTP."""

import pytest

from tests.fixtures.services import ServiceUnderTest

PATH = "/v1/notification-templates/good_news/sv"
TEXT = {"subject": "Bra! {{ customer }}", "text": "Hej {{ name }}\n", "html": "<p>Hej {{ name }}</p>"}


async def test_lists_what_ships_with_an_example(feedback: ServiceUnderTest) -> None:
    items = (await feedback.get("/v1/notification-templates"))["items"]
    assert {item["template"] for item in items} == {
        *("good_news", "answer_given", "advocacy_ask", "triage_needed", "digest")
    }
    [english] = [item for item in items if (item["template"], item["locale"]) == ("good_news", "en")]
    assert (english["version"], english["edited"], english["shipped"]) == (1, False, True)
    assert english["preview"]["subject"] == "Good news from Acme: NPS 10"
    assert english["fields"]["customer"] == "Acme"


async def test_edits_keeps_versions_and_goes_back(feedback: ServiceUnderTest) -> None:
    shipped = await feedback.get(PATH)
    first = await feedback.client.put(PATH, json={**TEXT, "reason": "Shorter"}, headers={"If-Match": '"1"'})
    assert (first.status_code, first.headers["etag"], first.json()["edited"]) == (200, '"2"', True)
    assert first.json()["preview"] == {
        "locale": "sv",
        "subject": "Bra! Acme",
        "text": "Hej Mia\n",
        "html": "<p>Hej Mia</p>",
    }
    assert (await feedback.client.put(PATH, json=TEXT)).json()["version"] == 2  # the same again
    assert (await feedback.client.put(PATH, json=TEXT, headers={"If-Match": '"1"'})).status_code == 412
    assert (await feedback.client.delete(PATH, headers={"If-Match": '"1"'})).status_code == 412

    assert (await feedback.client.delete(PATH)).status_code == 204
    assert (await feedback.client.delete(PATH)).status_code == 204

    back = await feedback.get(PATH)
    assert (back["subject"], back["edited"], back["version"]) == (shipped["subject"], False, 3)
    versions = (await feedback.get(f"{PATH}/versions"))["items"]
    assert [(item["version"], item["subject"], item["reason"]) for item in versions] == [
        (3, None, None),
        (2, TEXT["subject"], "Shorter"),
    ]
    audited = (await feedback.get("/v1/audit", entity="notification_template"))["items"]
    assert [entry["action"] for entry in audited] == ["notification_template.go_back", "notification_template.write"]
    assert (audited[1]["reason"], audited[1]["after"]["subject"]) == ("Shorter", TEXT["subject"])
    assert audited[0]["before"]["subject"] == TEXT["subject"]


async def test_a_locale_that_does_not_ship_may_come_and_go(feedback: ServiceUnderTest) -> None:
    german = PATH.replace("/sv", "/de")
    assert (await feedback.client.get(german)).status_code == 404
    assert (await feedback.client.put(german, json=TEXT)).json()["shipped"] is False
    assert (await feedback.client.delete(german)).status_code == 204
    assert (await feedback.client.get(german)).status_code == 404


@pytest.mark.parametrize(
    ("changes", "where", "code"),
    [
        ({"text": "\n{{ nam }}"}, "text", "unknown_field"),
        ({"text": "{% for x in name %}{% endfor %}"}, "text", "construct"),
        ({"text": "{{ ''.__class__ }}"}, "text", "construct"),
        ({"subject": "a\r\nBcc: all@us.example"}, "subject", "line_break"),
        ({"html": "<script>x</script>"}, "html", "markup"),
    ],
)
async def test_refuses_with_the_place(
    feedback: ServiceUnderTest, changes: dict[str, str], where: str, code: str
) -> None:
    for answer in (
        await feedback.client.put(PATH, json={**TEXT, **changes}),
        await feedback.client.post(f"{PATH}/preview", json={**TEXT, **changes}),
    ):
        assert (answer.status_code, answer.json()["code"]) == (422, "template_refused")
        [error] = answer.json()["errors"]
        assert (error["loc"], error["type"]) == (["body", where], code)
        assert error["msg"].startswith(f"Line {2 if code == 'unknown_field' else 1}: ")
    assert (await feedback.get(PATH))["version"] == 1


async def test_a_preview_changes_nothing(feedback: ServiceUnderTest) -> None:
    async with feedback.client_with("feedback:notifications:write") as writer:
        unsaved = await writer.post(f"{PATH}/preview", json={**TEXT, "values": {"name": "<Mia>\r\nBcc: x"}})
        assert unsaved.json()["html"] == "<p>Hej &lt;Mia&gt;\r\nBcc: x</p>"
        saved = await writer.post("/v1/notification-templates/good_news/sv-FI/preview", json={})
        assert saved.json()["subject"] == "Goda nyheter från Acme: NPS 10"
        in_subject = await writer.post(f"{PATH}/preview", json={"values": {"customer": "A\r\nBcc: all@us.example"}})
        assert in_subject.json()["subject"] == "Goda nyheter från A Bcc: all@us.example: NPS 10"
        huge = await writer.post(f"{PATH}/preview", json={"text": "{{ name }}" * 200, "values": {"name": "x" * 9_999}})
        assert (huge.status_code, huge.json()["errors"][0]["type"]) == (422, "too_large")
    assert (await feedback.get(PATH))["version"] == 1


async def test_says_what_is_not_there(feedback: ServiceUnderTest) -> None:
    for path, status in (("unheard_of/en", 404), ("good_news/english", 422), ("good_news/de", 404)):
        assert (await feedback.client.get(f"/v1/notification-templates/{path}")).status_code == status
