"""What is an event of its topic, by our own reading and by the CloudEvents library's."""

import contextlib
import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import shared.contracts  # noqa: F401 - fills the register
from shared.contracts.feedback import ResponseReceived
from shared.events.envelope import Undecodable, UnknownType, decode

ID = "01a207e6-dd18-7c31-b02d-6f87c14ea50d"
HEADERS = {
    "ce_specversion": b"1.0",
    "ce_id": ID.encode(),
    "ce_source": b"/feedback",
    "ce_type": b"response.received.v1",
    "ce_subject": b"s",
    "ce_time": b"2026-11-23T10:15:00Z",
    "ce_recordedtime": b"2026-11-23T10:15:00.120000Z",
    "ce_sequence": b"0000000000000000042",
    "ce_correlationid": ID.encode(),
    "ce_causationid": b"request/1",
    "ce_actor": b"customer",
    "content-type": b"application/json",
}
BODY = json.dumps(ResponseReceived.example).encode()


def test_reads_binary_mode() -> None:
    envelope = decode("feedback-events", HEADERS, BODY)
    assert (str(envelope.id), envelope.sequence, envelope.data["score"]) == (ID, 42, 3)


def test_reads_structured_mode() -> None:
    event: dict[str, Any] = {name[3:]: value.decode() for name, value in HEADERS.items() if name.startswith("ce_")}
    event["data"] = ResponseReceived.example
    structured = {"content-type": b"application/cloudevents+json; charset=utf-8"}
    assert decode("feedback-events", structured, json.dumps(event).encode()) == decode("feedback-events", HEADERS, BODY)


@pytest.mark.parametrize("missing", ["ce_id", "ce_type", "ce_source", "ce_subject", "ce_time", "ce_sequence"])
def test_refuses_an_event_without(missing: str) -> None:
    headers = {name: value for name, value in HEADERS.items() if name != missing}
    with pytest.raises(Undecodable, match=missing.removeprefix("ce_")):
        decode("feedback-events", headers, BODY)


@pytest.mark.parametrize(
    "changed",
    [
        {"ce_id": b"not-a-uuid"},
        {"ce_time": b"2026-11-23T10:15:00"},
        {"ce_sequence": b"soon"},
        {"ce_specversion": b"0.3"},
        {"ce_source": b"/ticketing"},
        {"ce_source": b"feedback"},
        {"ce_id": b"\xff\xfe"},
    ],
)
def test_refuses(changed: dict[str, bytes]) -> None:
    with pytest.raises(Undecodable):
        decode("feedback-events", {**HEADERS, **changed}, BODY)


def test_refuses_a_type_that_its_source_does_not_tell() -> None:
    with pytest.raises(Undecodable, match="does not tell"):
        decode("feedback-events", {**HEADERS, "ce_type": b"ticket.solved.v1"}, BODY)


def test_knows_what_it_does_not_know() -> None:
    with pytest.raises(UnknownType):
        decode("feedback-events", {**HEADERS, "ce_type": b"response.sung.v1"}, BODY)


@pytest.mark.parametrize("value", [None, b"", b"{", b"[]", b"\xff", b"nul", b"[" * 100_000, b'"text"'])
def test_refuses_a_value_that_is_no_object(value: bytes | None) -> None:
    with pytest.raises(Undecodable):
        decode("feedback-events", HEADERS, value)


@given(st.dictionaries(st.sampled_from(sorted(HEADERS)), st.binary(max_size=40)), st.binary(max_size=200))
def test_whatever_comes_is_decoded_or_refused(headers: dict[str, bytes], value: bytes) -> None:
    with contextlib.suppress(Undecodable, UnknownType):
        decode("feedback-events", {**HEADERS, **headers}, value)


def test_a_stranger_may_leave_out_what_only_the_suite_writes() -> None:
    headers = {"ce_specversion": b"1.0", "ce_id": b"deal-77", "ce_source": b"/crm", "ce_type": b"deal.closed_won.v1"}
    envelope = decode("crm-deals", headers, b"{}", foreign=True)
    assert decode("crm-deals", headers, b"{}", foreign=True).id == envelope.id
    assert decode("crm-deals", {**headers, "ce_id": b"deal-78"}, b"{}", foreign=True).id != envelope.id
    assert (envelope.subject, envelope.trace_id) == ("", envelope.id)
