"""Who had to be told: judged by the observer's own mirror of teams and leads, not by whom the service named."""

from typing import Any
from uuid import UUID

import pytest

from services.analytics.assurance.recipients import GROUP_LEAD, Member, Valid
from services.analytics.assurance.rules import Happened
from shared.ids import uuid7
from tests.services.analytics.assurance.judging import BEFORE, NOON, POSITIVE, at, states, team, verdicts
from tests.services.analytics.stories import Story, happened


def told(story: Story, *staff: UUID) -> list[Happened]:
    """An escalation that names these people as CSMs, who are all notified."""
    return [
        happened(story.received(), NOON),
        happened(story.escalated(*(("csm", one) for one in staff)), at(seconds=1)),
        *(happened(story.notified(one), at(seconds=2), source="ticketing") for one in staff),
    ]


def test_somebody_else_than_the_csm_is_the_wrong_target(story: Story) -> None:
    stranger = uuid7()
    mirror = team((BEFORE, (Member("csm", story.mia),)))
    known = {"onboarding": at(hours=1)}
    assert states(told(story, stranger), directory=mirror)[f"notification_sent:{stranger}"] == "open"
    assert states(told(story, stranger), directory=mirror, covered=known) == {
        "escalation_opened": "met",
        f"notification_sent:{stranger}": "wrong_target",
        "recovery_planned": "open",
        "recovery_contacted": "open",
        "loop_closed": "open",
    }


def test_any_team_valid_between_trigger_and_due_counts(story: Story) -> None:
    earlier, later = uuid7(), uuid7()
    mirror = team(
        (BEFORE, (Member("csm", earlier),)),
        (at(seconds=-1), (Member("csm", story.mia),)),
        (at(minutes=2), (Member("csm", later),)),
    )
    known = {"onboarding": at(hours=1), "ticketing": at(seconds=3)}
    for one, state in [(earlier, "wrong_target"), (story.mia, "met"), (later, "met")]:
        assert states(told(story, one), directory=mirror, covered=known)[f"notification_sent:{one}"] == state


def test_who_stands_in_counts_too(story: Story) -> None:
    ida = uuid7()
    mirror = team((BEFORE, (Member("csm", story.mia), Member("csm", ida, backup=True))))
    assert states(told(story, ida), directory=mirror)[f"notification_sent:{ida}"] == "met"


def test_a_role_that_the_service_passed_over_is_owed_to_who_held_it(story: Story) -> None:
    mirror = team((BEFORE, (Member("csm", story.mia),)))
    facts = told(story)
    assert states(facts, directory=mirror)[f"notification_sent:{story.mia}"] == "open"
    known = {"ticketing": at(hours=1)}
    assert states(facts, directory=mirror, covered=known)[f"notification_sent:{story.mia}"] == "missing"


def test_a_role_that_nobody_holds_makes_no_step(story: Story) -> None:
    leads = [Valid(BEFORE, ())]
    mirror = team((BEFORE, (Member("csm", story.mia),)), leads=leads)
    found = verdicts(told(story, story.mia), directory=mirror)["notification_sent"]
    assert [verdict.target for verdict in found] == [story.mia]


def test_the_groups_lead_is_checked_by_the_groups_own_history(story: Story) -> None:
    stranger = uuid7()
    mirror = team(leads=[Valid(BEFORE, (Member(GROUP_LEAD, story.leo),))])
    facts = [
        happened(story.received(), NOON),
        happened(story.escalated(("group_lead", stranger)), at(seconds=1)),
    ]
    known = {"ticketing": at(minutes=5)}
    assert states(facts, directory=mirror, covered=known)[f"notification_sent:{stranger}"] == "wrong_target"


def test_the_right_person_told_after_all_takes_the_strangers_place(story: Story) -> None:
    stranger = uuid7()
    mirror = team((BEFORE, (Member("csm", story.mia),)))
    facts = [*told(story, stranger), happened(story.notified(story.mia), at(minutes=3), source="ticketing")]
    found = verdicts(facts, directory=mirror, covered={"onboarding": at(hours=1)})["notification_sent"]
    assert [(verdict.target, verdict.state) for verdict in found] == [(story.mia, "met")]


def test_good_news_is_owed_to_the_accounts_team_by_the_observers_own_mirror(story: Story) -> None:
    backup, manager = uuid7(), uuid7()
    mirror = team(
        (
            BEFORE,
            (Member("csm", story.mia), Member("csm", backup, backup=True), Member("project_manager", manager)),
        )
    )
    facts = [
        happened(story.received("positive"), NOON),
        happened(story.notified(story.mia), at(seconds=2), source="feedback"),
    ]
    known: dict[str, Any] = {"rule": POSITIVE, "directory": mirror, "covered": {"feedback": at(hours=1)}}
    assert states(facts, **known) == {
        f"notification_sent:{story.mia}": "met",
        f"notification_sent:{manager}": "missing",
    }


def test_good_news_that_nobody_can_hear_has_failed_once_that_is_known(story: Story) -> None:
    facts = [happened(story.received("positive"), NOON)]
    assert states(facts, rule=POSITIVE, covered={"feedback": at(days=1)}) == {"notification_sent": "open"}
    assert states(facts, rule=POSITIVE, covered={"onboarding": at(days=1)}) == {"notification_sent": "failed"}


@pytest.mark.parametrize(("left_before", "state"), [(59, "met"), (61, "open")])
def test_good_news_may_reach_one_who_had_only_just_left(story: Story, left_before: int, state: str) -> None:
    mirror = team((BEFORE, (Member("csm", story.mia),)), (at(seconds=-left_before), ()))
    facts = [
        happened(story.received("positive"), NOON),
        happened(story.notified(story.mia), at(seconds=2), source="feedback"),
    ]
    told = {name.partition(":")[0]: found for name, found in states(facts, rule=POSITIVE, directory=mirror).items()}
    assert told == {"notification_sent": state}


def test_good_news_without_an_account_is_nobodys(story: Story) -> None:
    [verdict] = verdicts([happened(story.received("positive", account_id=None), NOON)], rule=POSITIVE)[
        "notification_sent"
    ]
    assert (verdict.state, verdict.reason) == ("skipped", "no_account")


def test_good_news_that_turned_bad_need_not_be_told(story: Story) -> None:
    mirror = team((BEFORE, (Member("csm", story.mia),)))
    facts = [happened(story.received("positive"), NOON), happened(story.edited("negative", "positive"), at(minutes=1))]
    [verdict] = verdicts(facts, rule=POSITIVE, directory=mirror)["notification_sent"]
    assert (verdict.state, verdict.reason) == ("skipped", "called_off")
