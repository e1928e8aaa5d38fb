"""How much of what a hand-off must say is said."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.onboarding.handoffs import completeness

WHOLE: dict[str, Any] = {
    "use_case": "One desk",
    "goals": ["Answer within an hour"],
    "promised_dates": [{"name": "go-live", "on": "2027-01-15"}],
    "contract": {"starts_on": "2026-12-01", "ends_on": None, "mrr_minor": None, "plan": None},
    "risks": ["Two systems at once"],
    "stakeholders": [{"name": "Ana"}],
}


@pytest.mark.parametrize("segment", ["small", "mid", "enterprise", "Mid", "unheard-of", None])
def test_what_says_everything_is_complete(segment: str | None) -> None:
    assert completeness.judge(segment, WHOLE) == completeness.Judgement(1.0, ())


@pytest.mark.parametrize(
    ("segment", "missing", "share", "gaps"),
    [
        ("mid", ["risks", "stakeholders"], 0.8, ("risks",)),
        (None, ["risks", "stakeholders"], 0.8, ("risks",)),
        ("enterprise", ["risks", "stakeholders"], 0.6667, ("risks", "stakeholders")),
        ("small", ["risks", "stakeholders"], 1.0, ()),
        ("small", list(WHOLE), 0.0, ("use_case", "goals", "contract")),
    ],
)
def test_each_segment_asks_for_its_own(
    segment: str | None, missing: list[str], share: float, gaps: tuple[str, ...]
) -> None:
    content = {name: value for name, value in WHOLE.items() if name not in missing}
    assert completeness.judge(segment, content) == completeness.Judgement(share, gaps)


@pytest.mark.parametrize("nothing", [None, "", "  \n", [], [""], {}, {"plan": None}, [{"name": " "}]])
@pytest.mark.parametrize("name", completeness.FIELDS)
def test_what_says_nothing_is_a_gap(name: str, nothing: Any) -> None:
    assert completeness.judge("enterprise", {**WHOLE, name: nothing}).gaps == (name,)


@given(st.sampled_from([*completeness.REQUIRED, None]), st.sets(st.sampled_from(completeness.FIELDS)))
def test_share_and_gaps_agree(segment: str | None, missing: set[str]) -> None:
    judged = completeness.judge(segment, {name: WHOLE[name] for name in completeness.FIELDS if name not in missing})
    required = completeness.REQUIRED.get(segment or "mid", ())
    assert judged.share == round(1 - len(judged.gaps) / len(required), 4)
    assert set(judged.gaps) == missing & set(required)
