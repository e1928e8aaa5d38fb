"""Two customers' mails whose tickets are merged: each goes on hearing what is written to them, and nothing else."""

from tests.fixtures.services import ServiceUnderTest
from tests.services.ticketing.channels.writing import BEN, came, mail, replied, sender
from tests.shared.features.notifications.conftest import MailServer


async def test_a_reply_on_a_merged_ticket_goes_to_its_own_customer(
    desk: ServiceUnderTest, mail_server: MailServer
) -> None:
    of_ana = (await came(desk, source_id="<ana-1@acme.example>"))["ticket"]
    of_ben = (await came(desk, source_id="<ben-1@acme.example>", **{"from": BEN}))["ticket"]
    await desk.post(f"/v1/tickets/{of_ben['id']}/merge", {"into": of_ana["id"]})
    landed = await replied(desk, of_ben["id"], body="It is mended for you too.")
    assert landed["ticket_id"] == of_ana["id"]
    await replied(desk, of_ana["id"])
    await sender(desk, mail_server).run_once()

    to_ben, to_ana = mail_server.mails
    assert (to_ben["To"], to_ben["In-Reply-To"]) == ("ben@acme.example", "<ben-1@acme.example>")
    assert to_ben["Subject"].endswith(f"[#{of_ben['number']}]")
    assert (to_ana["To"], to_ana["In-Reply-To"]) == ("ana@acme.example", "<ana-1@acme.example>")
    assert to_ana["Subject"].endswith(f"[#{of_ana['number']}]")


async def test_what_a_customer_of_a_merged_ticket_writes_is_theirs_after_the_unmerge(
    desk: ServiceUnderTest, mail_server: MailServer
) -> None:
    of_ana = (await came(desk))["ticket"]
    of_ben = (await came(desk, **{"from": BEN}))["ticket"]
    await desk.post(f"/v1/tickets/{of_ben['id']}/merge", {"into": of_ana["id"]})
    reply = await replied(desk, of_ben["id"])
    await sender(desk, mail_server).run_once()
    answers = {"in_reply_to": str(mail_server.mails[0]["Message-ID"]), "subject": "Re: thanks"}
    for more in (answers, {"subject": f"Again [#{of_ben['number']}]"}, {"subject": "And one thing more"}):
        taken = await came(desk, **{"from": BEN}, **more)
        assert taken["message"]["ticket_id"] == of_ana["id"], "it lands where the two are one"

    await desk.post(f"/v1/tickets/{of_ben['id']}/unmerge")
    found = await desk.get(f"/v1/tickets/{of_ben['id']}/messages")
    assert len(found["items"]) == 5
    assert {item["ticket_id"] for item in found["items"]} == {of_ben["id"]}
    assert reply["id"] in {item["id"] for item in found["items"]}
    assert len((await desk.get(f"/v1/tickets/{of_ana['id']}/messages"))["items"]) == 1


async def test_a_loop_through_a_merged_ticket_is_refused_as_well(desk: ServiceUnderTest) -> None:
    of_ana = (await came(desk))["ticket"]
    of_ben = (await came(desk, **{"from": BEN}))["ticket"]
    await desk.post(f"/v1/tickets/{of_ben['id']}/merge", {"into": of_ana["id"]})
    most = desk.app.state.settings.inbound_burst
    for _ in range(most - 1):
        await came(desk, **{"from": BEN})
    refused = await desk.client.post("/v1/inbound/email", json=mail(**{"from": BEN}))
    assert (refused.status_code, refused.json()["code"]) == (429, "loop_suspected")


async def test_what_a_customer_of_a_merged_ticket_wrote_is_split_off_as_theirs(
    desk: ServiceUnderTest, mail_server: MailServer
) -> None:
    of_ana = (await came(desk))["ticket"]
    of_ben = (await came(desk, **{"from": BEN}))["ticket"]
    await desk.post(f"/v1/tickets/{of_ben['id']}/merge", {"into": of_ana["id"]})
    wrote = (await came(desk, **{"from": BEN}, body="And my invoice is wrong."))["message"]
    split = await desk.post(f"/v1/tickets/{of_ana['id']}/split", {"message_ids": [wrote["id"]]})
    assert split["requester"]["email"] == "ben@acme.example"
    await replied(desk, split["id"])
    await sender(desk, mail_server).run_once()
    assert [sent["To"] for sent in mail_server.mails] == ["ben@acme.example"]
