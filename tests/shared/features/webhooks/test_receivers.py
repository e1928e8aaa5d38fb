"""Receivers that hang, talk without end, redirect, or are not where they were: nothing else suffers from them."""

import asyncio
import socket
from typing import Any

import pytest

from shared.features.webhooks import sender as senders
from shared.features.webhooks import sending
from tests.fixtures.services import ServiceUnderTest
from tests.shared.events.conftest import running, until
from tests.shared.features.webhooks import receiving as receivers
from tests.shared.features.webhooks.receiving import (
    Receiver,
    attempts,
    deliveries,
    receiving,
    send,
    sender_of,
    subscribe,
    tell_and_queue,
)


async def test_one_that_hangs_keeps_no_other_waiting(
    open_feedback: ServiceUnderTest, receiver: Receiver, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sending, "WHOLE_SECONDS", 30.0)
    async with receiving(behaviour=receivers.hang) as hanging:
        await subscribe(open_feedback, hanging.url())
        await subscribe(open_feedback, receiver.url())
        sender = sender_of(open_feedback)
        async with running(_until_cancelled(sender.run())):
            await tell_and_queue(open_feedback)
            await until(lambda: _seen(hanging), len)
            first = len(receiver.requests)
            await tell_and_queue(open_feedback)
            await until(lambda: _seen(receiver), lambda seen: len(seen) == first + 1 == 2, seconds=10)
            monkeypatch.setattr(senders, "LAST_SECONDS", 0.1)
        await sender.close()


async def _until_cancelled(work: Any) -> None:
    try:
        await work
    except asyncio.CancelledError:
        return


async def _seen(receiver: Receiver) -> list[receivers.Request]:
    return receiver.requests


@pytest.mark.parametrize(
    ("behaviour", "state", "outcome"),
    [
        (receivers.hang, "pending", "timeout"),
        (receivers.drip_headers, "pending", "timeout"),
        (receivers.speak_no_http, "pending", "protocol"),
        (receivers.answer_without_end, "delivered", "delivered"),
    ],
)
async def test_receivers_that_do_not_behave(
    open_feedback: ServiceUnderTest,
    monkeypatch: pytest.MonkeyPatch,
    behaviour: receivers.Behaviour,
    state: str,
    outcome: str,
) -> None:
    monkeypatch.setattr(sending, "WHOLE_SECONDS", 1.0)
    async with receiving(behaviour=behaviour) as receiver:
        await subscribe(open_feedback, receiver.url())
        await tell_and_queue(open_feedback)
        async with asyncio.timeout(15):
            await send(open_feedback)
        [delivery] = await deliveries(open_feedback)
        assert (delivery["state"], delivery["last_outcome"]) == (state, outcome)


async def test_nobody_listens(open_feedback: ServiceUnderTest) -> None:
    async with receiving() as receiver:
        url = receiver.url()
    await subscribe(open_feedback, url)
    await tell_and_queue(open_feedback)
    await send(open_feedback)
    [delivery] = await deliveries(open_feedback)
    assert (delivery["state"], delivery["last_outcome"]) == ("pending", "unreachable")


@pytest.mark.parametrize("status", [301, 302, 307, 308])
async def test_a_redirect_is_a_failure_and_not_followed(
    open_feedback: ServiceUnderTest, receiver: Receiver, status: int
) -> None:
    async with receiving() as elsewhere:
        receiver.statuses, receiver.headers = [status], f"Location: {elsewhere.url('/inside')}\r\n"
        await subscribe(open_feedback, receiver.url())
        await tell_and_queue(open_feedback)
        await send(open_feedback)
        assert elsewhere.requests == []
    [delivery] = await deliveries(open_feedback)
    assert (delivery["state"], delivery["last_outcome"]) == ("pending", f"http_{status}")


async def test_a_name_that_moves_inside_is_not_called(
    open_feedback: ServiceUnderTest, receiver: Receiver, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It led elsewhere when the webhook was made: it is looked up, and judged, for each attempt."""
    answers = iter([["93.184.215.14"], ["127.0.0.2"], ["93.184.215.14", "127.0.0.2"], ["10.0.0.1"]])

    async def getaddrinfo(host: str, port: int, **_: Any) -> list[Any]:
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (address, port)) for address in next(answers)]

    monkeypatch.setattr(asyncio.get_running_loop(), "getaddrinfo", getaddrinfo)
    await subscribe(open_feedback, f"https://moves.example:{receiver.port}/")
    monkeypatch.undo()
    with monkeypatch.context() as patched:
        await tell_and_queue(open_feedback)
        for minutes in (0, 5, 30):
            patched.setattr(asyncio.get_running_loop(), "getaddrinfo", getaddrinfo)
            open_feedback.clock.advance(minutes=minutes)
            await send(open_feedback)
    [delivery] = await deliveries(open_feedback)
    outcomes = [one["outcome"] for one in await attempts(open_feedback, delivery)]
    assert outcomes == ["address_refused"] * 3
    assert receiver.requests == []
