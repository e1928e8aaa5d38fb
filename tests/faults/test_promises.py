"""Every promise has tests that exist and are collected, and the docs name the same."""

import importlib
from pathlib import Path
from types import FunctionType

import pytest

from tests.faults.promises import PROMISES, table

ROOT = Path(__file__).parents[2]
TESTS = sorted({test for promise in PROMISES for test in promise.tests})


def test_every_promise_names_a_test() -> None:
    assert all(promise.tests for promise in PROMISES)
    assert len({promise.text for promise in PROMISES}) == len(PROMISES) == 12


@pytest.mark.parametrize("test", TESTS)
def test_it_is_collected(test: str, request: pytest.FixtureRequest) -> None:
    """What pytest would collect; and where this run has its file, and was not narrowed, what it did collect."""
    file, _, name = test.partition("::")
    assert Path(file).name.startswith("test_")
    assert name.startswith("test_")
    module = importlib.import_module(file.removesuffix(".py").replace("/", "."))
    assert isinstance(getattr(module, name, None), FunctionType), f"{file} has no {name}"
    marks = {mark.name for mark in getattr(getattr(module, name), "pytestmark", [])}
    assert not marks & {"skip", "xfail"}
    narrowed = request.config.option.keyword or request.config.option.markexpr not in ("", "not full_matrix")
    collected = {item.nodeid.partition("[")[0] for item in request.session.items}
    if not narrowed and "full_matrix" not in marks and any(node.startswith(f"{file}::") for node in collected):
        given = request.config.args
        assert test in collected or any("::" in argument for argument in given)


def test_the_docs_show_them() -> None:
    assert table() in (ROOT / "docs/reliability.md").read_text(), (
        "docs/reliability.md shows another table: put what `python -m tests.faults.promises` prints there"
    )
