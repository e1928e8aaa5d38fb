"""What a macro's text may name, in the language of notification templates: `{{ ticket.number }}`.

That language has no attributes, so that nothing can be reached through them: a dotted name here is one field.
"""

import re
from collections.abc import Mapping
from typing import Any

from shared.features.notification_templates import language
from shared.features.notification_templates.language import Fault, Part

FIELDS = (
    *("ticket.number", "ticket.subject", "ticket.status", "ticket.priority", "ticket.type"),
    *("requester.name", "requester.email", "account.name", "group.name", "agent.name"),
)

_MARK = re.compile(r"\{[{%][^{}]{0,200}[%}]\}")
_DOTTED = re.compile(r"\b([a-z]{1,20})\.([a-z]{1,20})\b")


def faults(source: str) -> list[Fault]:
    """What is wrong with a text; empty if it may be used."""
    return [
        Fault(fault.line, f"There is no such field; there are {', '.join(FIELDS)}", fault.code)
        if fault.code == "unknown_field"
        else fault
        for fault in language.faults(Part.TEXT, _flat(source), [_name(field) for field in FIELDS])
    ]


def filled_in(source: str, values: Mapping[str, Any]) -> str:
    """A text without faults with its values in it. values: one for each field. Raises what `language` raises."""
    return language.render(Part.TEXT, _flat(source), {_name(field): values[field] for field in FIELDS})


def _flat(source: str) -> str:
    return _MARK.sub(lambda mark: _DOTTED.sub(r"\1_\2", mark[0]), source)


def _name(field: str) -> str:
    return field.replace(".", "_")
