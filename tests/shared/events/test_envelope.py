"""What is an event of its topic, by our own reading and by the CloudEvents library's."""

import contextlib
import json
from typing import Any
from uuid import UUID

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
    assert (str(envelope.id), envelope.sequence, envelope.raw["score"]) == (ID, 42, 3)


@pytest.mark.parametrize("form", ["{id}", "urn:uuid:{id}", "{{{id}}}", "{plain}", "{upper}"])
def test_reads_every_form_of_a_uuid(form: str) -> None:
    text = form.format(id=ID, plain=ID.replace("-", ""), upper=ID.upper()).encode()
    envelope = decode("feedback-events", {**HEADERS, "ce_id": text, "ce_correlationid": text}, BODY)
    assert (envelope.id, envelope.trace_id) == (UUID(ID), UUID(ID))


STRUCTURED = {"content-type": b"application/cloudevents+json"}


def structured(**changes: Any) -> bytes:
    """The same event with its attributes in the value; ABSENT leaves one out."""
    event: dict[str, Any] = {name[3:]: value.decode() for name, value in HEADERS.items() if name.startswith("ce_")}
    event |= {"datacontenttype": "application/json", "data": ResponseReceived.example, **changes}
    return json.dumps({name: value for name, value in event.items() if value is not ABSENT}).encode()


ABSENT = "absent"  # a word, since the tests are named by it and all workers must name them alike


@pytest.mark.parametrize(
    "content_type",
    [
        b"application/cloudevents+json",
        b"application/cloudevents+json; charset=utf-8",
        b"Application/CloudEvents+JSON ;charset=UTF-8",
    ],
)
def test_reads_structured_mode(content_type: bytes) -> None:
    read = decode("feedback-events", {"content-type": content_type}, structured())
    assert read == decode("feedback-events", HEADERS, BODY)


def test_a_null_attribute_is_not_set() -> None:
    read = decode("feedback-events", STRUCTURED, structured(traceparent=None, actor=None, position=7))
    assert (read.traceparent, read.actor) == (None, "")
    with pytest.raises(Undecodable, match="KeyError 'subject'"):
        decode("feedback-events", STRUCTURED, structured(subject=None))


def test_in_structured_mode_headers_say_nothing() -> None:
    forged = {**HEADERS, **STRUCTURED, "ce_type": b"response.deleted.v1", "ce_subject": b"another"}
    assert decode("feedback-events", forged, structured()).type == "response.received.v1"


@pytest.mark.parametrize(
    "changed",
    [
        {"source": "/ticketing"},
        {"source": "feedback"},
        {"type": "ticket.solved.v1"},
        {"specversion": "0.3"},
        {"specversion": 1.0},
        {"id": "not-a-uuid"},
        {"id": ["01a207e6"]},
        {"subject": {"id": "s"}},
        {"subject": "a\x00b"},
        {"time": "2026-11-23T10:15:00"},
        {"sequence": "soon"},
        {"data": "text"},
        {"data": ABSENT},
        {"data": ABSENT, "data_base64": "e30="},
        *({name: ABSENT} for name in ("specversion", "id", "source", "type", "subject", "time", "sequence")),
    ],
    ids=str,
)
def test_refuses_what_is_broken_in_structured_mode_too(changed: dict[str, Any]) -> None:
    with pytest.raises(Undecodable):
        decode("feedback-events", STRUCTURED, structured(**changed))


@pytest.mark.parametrize("content_type", [b"application/cloudevents-batch+json", b"application/cloudevents+jsonx"])
def test_refuses_other_modes(content_type: bytes) -> None:
    with pytest.raises(Undecodable, match="KeyError 'specversion'"):
        decode("feedback-events", {"content-type": content_type}, structured())


@given(
    st.binary(max_size=300)
    | st.recursive(st.text() | st.integers() | st.none(), st.lists).map(json.dumps).map(str.encode)
)
def test_whatever_is_structured_is_decoded_or_refused(value: bytes) -> None:
    with contextlib.suppress(Undecodable, UnknownType):
        decode("feedback-events", STRUCTURED, value)


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
