"""What a person may write into a template, and what they may not."""

import pytest
from markupsafe import Markup

from shared.features.notification_templates import language
from shared.features.notification_templates.language import OutputTooLarge, Part, TemplateNotFilled

FIELDS = {"name", "comment"}


@pytest.mark.parametrize(
    ("source", "code"),
    [
        ("{{ ''.__class__.__mro__ }}", "construct"),
        ("{{ name.__class__ }}", "construct"),
        ("{{ name['x'] }}", "construct"),
        ("{{ name.format(1) }}", "construct"),
        ("{{ name|attr('__class__') }}", "filter"),
        ("{{ name|upper|lower|upper }}", "filter"),
        ("{{ 'x'|upper }}", "filter"),
        ("{{ self }}", "unknown_field"),
        ("{{ cycler }}", "unknown_field"),
        ("{{ passwort }}", "unknown_field"),
        ("{% if passwort %}{% endif %}", "unknown_field"),
        ("{% for i in name %}x{% endfor %}", "construct"),
        ("{% for i in range(10000000) %}x{% endfor %}", "construct"),
        ("{{ name * 1000000000 }}", "construct"),
        ("{{ name ~ comment }}", "construct"),
        ("{{ [1] * 1000000000 }}", "construct"),
        ("{% set name = 1 %}", "construct"),
        ("{% include 'settings' %}", "construct"),
        ("{% macro m() %}{% endmacro %}", "construct"),
        ("{% if name is defined %}{% endif %}", "construct"),
        ("{% if name == 'Mia' %}{% endif %}", "construct"),
        ("{% if name %}" * 7 + "{% endif %}" * 7, "nested"),
        ("{{ " + "(" * 5_000 + "name", "nested"),
        ("{% if " + "name and " * 2_000 + "name %}{% endif %}", "nested"),
        ("{{ name }}" * 201, "too_many_fields"),
        ("Hello {{ name", "syntax"),
        ("{% endif %}", "syntax"),
        ("{% if name %}", "syntax"),
    ],
)
def test_refuses(source: str, code: str) -> None:
    assert {fault.code for fault in language.faults(Part.TEXT, source, FIELDS)} == {code}


def test_says_on_which_line() -> None:
    [fault] = language.faults(Part.TEXT, "Hello\n\n{{ nam }}", FIELDS)
    assert (fault.line, fault.message) == (3, "There is no such field; there are comment, name")


@pytest.mark.parametrize("subject", ["a\nb", "a\r\nBcc: all@us.example", "a\u2028b", "\x1b[31m"])
def test_a_subject_is_one_line(subject: str) -> None:
    assert [fault.code for fault in language.faults(Part.SUBJECT, subject, FIELDS)] == ["line_break"]


@pytest.mark.parametrize(
    "source",
    [
        "<script>alert(1)</script>",
        "<{{ name }}script>",
        "<scr{% if name %}ipt>{% endif %}",
        "<{% if name %}{% endif %}script>",
        "<p onclick=x>",
        "<svg/onload=x>",
        "<a href='javascript:x'>",
        "<a href=' jav\tascript:x'>",
        "<a href='https://us.example/{{ name }}'>",
        "<a style='x' href='https://us.example'>",
        "<img src=x>",
        "<style>p {}</style>",
        "<form>",
        "<!-- x -->",
        "<!DOCTYPE html>",
        "<?php x ?>",
        "<![CDATA[ x ]]>",
        "</script>",
        "<p",
        "1 < 2",
    ],
)
def test_refuses_markup_that_could_do_something(source: str) -> None:
    assert language.faults(Part.HTML, source, FIELDS)


@pytest.mark.parametrize(
    "source", ["<p>Hello <b>{{ name }}</b></p>", "<a href='https://us.example/x?y=1'>x</a>", "a &lt; b"]
)
def test_lets_text_and_links_be(source: str) -> None:
    assert language.faults(Part.HTML, source, FIELDS) == []


def test_fills_in_fields_ifs_and_filters() -> None:
    source = "{% if comment %}{{ comment }}{% else %}nothing{% endif %}, {{ name|upper }}, {{ comment|upper }}"
    assert language.faults(Part.TEXT, source, FIELDS) == []
    assert language.render(Part.TEXT, source, {"name": "Mia", "comment": None}) == "nothing, MIA, –"
    assert language.render(Part.TEXT, source, {"name": "Mia", "comment": 0}) == "0, MIA, 0"


def test_values_are_no_templates_and_no_markup() -> None:
    values = {"name": "{{ comment }}<script>", "comment": "x"}
    assert language.render(Part.TEXT, "{{ name }}", values) == "{{ comment }}<script>"
    assert language.render(Part.HTML, "{{ name }}", values) == "{{ comment }}&lt;script&gt;"
    assert language.render(Part.HTML, "{{ name }}", {"name": Markup("<ul></ul>")}) == "<ul></ul>"


def test_refuses_to_fill_a_huge_text() -> None:
    with pytest.raises(OutputTooLarge):
        language.render(Part.TEXT, "{{ name }}" * 200, {"name": "x" * 20_000})


def test_names_what_was_not_given() -> None:
    with pytest.raises(TemplateNotFilled, match="comment"):
        language.render(Part.TEXT, "{{ comment }}", {"name": "Mia"})
