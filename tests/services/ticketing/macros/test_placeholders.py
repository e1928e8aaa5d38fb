"""What a macro's text may name."""

import pytest

from services.ticketing.macros import placeholders

VALUES = {field: f"<{field}>" for field in placeholders.FIELDS}


def test_fields_are_filled_in() -> None:
    text = "#{{ ticket.number }} {{requester.name|upper}} {% if account.name %}of {{ account.name }}{% endif %} a.b"
    assert placeholders.faults(text) == []
    said = placeholders.filled_in(text, {**VALUES, "ticket.number": 1042})
    assert said == "#1042 <REQUESTER.NAME> of <account.name> a.b"


def test_what_is_not_known_is_a_dash_and_no_where_an_if_asks() -> None:
    nobody = {**VALUES, "requester.name": None}
    text = "{% if requester.name %}Dear {{ requester.name }}{% else %}Hello{% endif %}, {{ requester.name }}"
    assert placeholders.filled_in(text, nobody) == "Hello, –"


@pytest.mark.parametrize(
    "text",
    [
        "{{ ticket.secret }}",
        "{{ ticket }}",
        "{{ ticket.number.real }}",
        "{{ ticket.number.__class__ }}",
        "{{ ''.__class__.__mro__ }}",
        "{{ 9 ** 9 ** 9 }}",
        "{% for a in ticket.number %}x{% endfor %}",
        "{{ agent.name | replace('a', 'b') }}",
        "{{ ticket.number",
        "{% if ticket.number %}",
        "{{ ticket.number }}" * 201,
    ],
)
def test_nothing_else_may_stand_there(text: str) -> None:
    assert placeholders.faults(text)


def test_an_unknown_field_is_answered_with_those_there_are() -> None:
    [fault] = placeholders.faults("a\n{{ ticket.secret }}")
    assert fault.line == 2
    assert "ticket.number, ticket.subject" in fault.message
