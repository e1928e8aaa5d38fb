"""The language of templates: Jinja's, of which fields, `if` and three filters are left.

What a person may write is decided on the parsed text, before any of it runs: there are no attributes, calls,
loops, literals or operators that could reach into the process or cost more than the text is long. The sandbox is a
second wall.
"""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from typing import Any
from unicodedata import category

from jinja2 import StrictUndefined, TemplateSyntaxError, UndefinedError, nodes
from jinja2.environment import Template as Compiled
from jinja2.sandbox import SandboxedEnvironment
from markupsafe import Markup

from shared.features.notification_templates import markup

NOTHING = "–"  # stands where a template names a value that is null
FILTERS = ("upper", "lower", "capitalize")
LARGEST_OUTPUT = 100_000  # characters
MOST_MARKS = 200  # of {{ and {% in one text
DEEPEST = 5  # of one `if` in another
MOST_FILTERS = 2  # on one field

BREAKING = frozenset({"Cc", "Cs", "Zl", "Zp"})
"""What has no place in one line: controls, surrogates, line and paragraph separators, as Unicode's categories."""

_ALLOWED = (nodes.Output, nodes.TemplateData, nodes.Name, nodes.If, nodes.Not, nodes.And, nodes.Or, nodes.Filter)


class Part(StrEnum):
    """What is written in this language."""

    SUBJECT = "subject"
    TEXT = "text"
    HTML = "html"


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong with a text, and on which of its lines, from 1."""

    line: int
    message: str
    code: str


_READABLE = "This line cannot be read: only {{ field }} and {% if field %} … {% endif %} may stand here"
_NESTED = Fault(1, "The text is nested too deeply", "nested")


class TemplateNotFilled(ValueError):
    """A value that the template names was not given."""


class OutputTooLarge(ValueError):
    """The filled-in text is too large."""


class _Nothing(str):
    """What a null is: a dash where it is written, and no where an `if` asks."""

    def __bool__(self) -> bool:
        return False


def _shown(value: Any) -> str:
    if value is None:
        return _Nothing(NOTHING)
    return value if isinstance(value, Markup) else str(value)


def _environment(*, autoescape: bool) -> SandboxedEnvironment:
    made = SandboxedEnvironment(
        autoescape=autoescape,
        undefined=StrictUndefined,
        keep_trailing_newline=True,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.globals.clear()
    made.tests.clear()
    made.filters = {name: made.filters[name] for name in FILTERS}
    return made


_PLAIN = _environment(autoescape=False)
_ESCAPING = _environment(autoescape=True)


def faults(part: Part, source: str, fields: Collection[str]) -> list[Fault]:
    """What is wrong with a text that a person wrote; empty if it may be used. fields: that it may name."""
    if part is Part.SUBJECT and any(category(letter) in BREAKING for letter in source):
        return [Fault(1, "A subject is one line without control characters", "line_break")]
    if source.count("{{") + source.count("{%") > MOST_MARKS:
        return [Fault(1, f"A text has at most {MOST_MARKS} fields and ifs", "too_many_fields")]
    try:
        tree = _PLAIN.parse(source)
    except TemplateSyntaxError as wrong:
        return [Fault(wrong.lineno, _READABLE, "syntax")]
    except (RecursionError, MemoryError):
        return [_NESTED]
    found = list(_of_tree(tree, fields))
    if not found and part is Part.HTML:
        found = list(_of_markup(tree))
    if not found:
        try:
            _compiled(part is Part.HTML, source)
        except (RecursionError, MemoryError, SyntaxError):  # of Python's compiler, on a thousand ands
            return [_NESTED]
    return found


def render(part: Part, source: str, values: Mapping[str, Any]) -> str:
    """Fill in a text that has no faults. Raises TemplateNotFilled and OutputTooLarge."""
    pieces: list[str] = []
    left = LARGEST_OUTPUT
    shown = {name: _shown(value) for name, value in values.items()}
    try:
        for piece in _compiled(part is Part.HTML, source).generate(shown):
            left -= len(piece)
            if left < 0:
                raise OutputTooLarge(f"It has more than {LARGEST_OUTPUT} characters.")
            pieces.append(piece)
    except UndefinedError as missing:
        raise TemplateNotFilled(str(missing)) from missing
    return "".join(pieces)


@lru_cache(maxsize=128)
def _compiled(escaping: bool, source: str) -> Compiled:
    return (_ESCAPING if escaping else _PLAIN).from_string(source)


def _of_tree(tree: nodes.Template, fields: Collection[str]) -> Iterator[Fault]:
    waiting: list[tuple[nodes.Node, int]] = [(child, 0) for child in tree.body]
    while waiting:
        node, depth = waiting.pop()
        fault = _of_node(node, depth, fields)
        if fault is not None:
            yield fault
            continue
        waiting.extend((child, depth + isinstance(node, nodes.If)) for child in node.iter_child_nodes())


def _of_node(node: nodes.Node, depth: int, fields: Collection[str]) -> Fault | None:
    line = node.lineno or 1
    if not isinstance(node, _ALLOWED):
        allowed = f"Only fields, if, and, or, not and the filters {', '.join(FILTERS)} may stand here"
        return Fault(line, allowed, "construct")
    if depth > DEEPEST:
        return Fault(line, f"An if may stand in at most {DEEPEST} others", "nested")
    if isinstance(node, nodes.Name) and node.name not in fields:
        return Fault(line, f"There is no such field; there are {', '.join(sorted(fields))}", "unknown_field")
    if isinstance(node, nodes.Filter):
        return _of_filter(node, line)
    return None


def _of_filter(node: nodes.Filter, line: int) -> Fault | None:
    chained, count = node.node, 1
    while isinstance(chained, nodes.Filter) and count <= MOST_FILTERS:
        chained, count = chained.node, count + 1
    plain = not (node.args or node.kwargs or node.dyn_args or node.dyn_kwargs)
    if node.name in FILTERS and plain and count <= MOST_FILTERS and isinstance(chained, nodes.Name):
        return None
    return Fault(line, f"A field may have at most {MOST_FILTERS} of the filters {', '.join(FILTERS)}", "filter")


def _of_markup(tree: nodes.Template) -> Iterator[Fault]:
    """Each piece between fields is looked at by itself, so that no tag can be put together from several."""
    for data in tree.find_all(nodes.TemplateData):
        wrong = markup.fault(data.data)
        if wrong is not None:
            yield Fault((data.lineno or 1) + wrong.line - 1, wrong.message, "markup")
