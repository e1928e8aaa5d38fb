"""What becomes of invitations: each is told of as it stands, asks about what is so, and gets one answer.

Whom they are for, and why not: `asked`. From feedback §2 and §3: a reopened ticket cancels its queued CSAT, a merged
one too; after the third negative answer of a story no survey follows; one response an invitation; a partial answer
settles 15 min after its last change, and response.received is told once.
"""

from collections import Counter, defaultdict
from datetime import timedelta

from tests.chaos.checker.databases import Row
from tests.chaos.checker.verdict import Verdict
from tests.chaos.checker.world import Fact, World, group

SOLVED = "ticket.solved"
SETTLES_WITHIN = timedelta(seconds=90)
"""How long after its time a partial answer may still not be told: a job, and a machine that is busy."""

COMMITS_WITHIN = timedelta(seconds=15)
"""How long after it was written a fact may still be unseen by others."""

TOLD_OF = {"sent_at": "survey.sent", "bounced_at": "survey.bounced", "cancelled_at": "survey.cancelled"}
"""An invitation's time, and the fact that tells of it."""

MOST_NEGATIVE = 3


def check(world: World, verdict: Verdict) -> None:
    """Hold invitations and answers against the facts, and against each other."""
    surveys = _Surveys(world, verdict)
    surveys.invitations()
    surveys.taken_back()
    surveys.ended_stories()
    surveys.answers()


class _Surveys:
    def __init__(self, world: World, verdict: Verdict) -> None:
        self._world = world
        self._verdict = verdict
        self._decisions = world.rows("feedback", "send_decision")
        self._invitations = world.rows("feedback", "invitation")

    def invitations(self) -> None:
        """What is told of an invitation is so, and is told once."""
        rows = {row["id"]: row for row in self._invitations}
        for name, type_ in TOLD_OF.items():
            told = Counter(fact.data["invitation_id"] for fact in self._world.of_type(type_))
            for id_ in told.keys() - rows.keys():
                self._verdict.count("effects_without_cause", "invitation", f"{type_} of no invitation", invitation=id_)
            for id_, row in rows.items():
                if (row[name] is not None) != (told[id_] > 0):
                    says = f"an invitation's {name} and {type_} do not agree"
                    self._verdict.count("lost", "invitation_fact", says, invitation=id_, state=row["state"])
                for _ in range(told[id_] - 1):
                    self._verdict.count("doubled", "invitation_fact", f"{type_} is told twice", invitation=id_)

    def taken_back(self) -> None:
        """No survey waits to ask about a solution that is none any more."""
        reopened: dict[str, int] = {}
        for fact in self._world.of_type("ticket.reopened"):
            reopened[fact.subject] = max(fact.data["reopen_count"], reopened.get(fact.subject, 0))
        merged: dict[str, int] = {}
        for fact in self._world.of_type("ticket.merged"):
            merged[fact.data["ticket_id"]] = max(fact.sequence, merged.get(fact.data["ticket_id"], 0))
        solved = {(fact.subject, str(fact.data["reopen_count"])): fact.sequence for fact in self._world.of_type(SOLVED)}
        cycles = {row["id"]: row["key"].split("/")[2] for row in self._decisions if row["key"].startswith(SOLVED)}
        for row in self._invitations:
            cycle = cycles.get(row["decision_id"])
            if row["state"] != "queued" or cycle is None:
                continue
            ticket_id = row["ticket_id"]
            merged_since = merged.get(ticket_id, 0) > solved.get((ticket_id, cycle), 0)
            if int(cycle) < reopened.get(ticket_id, 0) or merged_since:
                says = "a survey waits to ask about a ticket that is open again, or part of another"
                ids = {"invitation": row["id"], "ticket": ticket_id}
                self._verdict.count("causes_without_effect", "taken_back", says, **ids)

    def ended_stories(self) -> None:
        """A story with three negative answers, all known when a recovery ended, asks nobody any more."""
        negative: dict[str, list[Fact]] = defaultdict(list)
        for facts in self._world.answers.values():
            if len(facts) == 1 and facts[0].data["outcome"] == "negative":  # neither edited nor deleted
                negative[facts[0].trace_id].append(facts[0])
        for row in self._invitations:
            certain = row["created_at"] - self._world.site.skew - COMMITS_WITHIN
            known = sum(fact.stored_at < certain for fact in negative.get(row["trace_id"], []))
            if row["recovery_case_id"] is not None and known >= MOST_NEGATIVE:
                says = "a story of three negative answers asks again"
                self._verdict.count("effects_without_cause", "story", says, invitation=row["id"])

    def answers(self) -> None:
        """An invitation has at most one answer, and names it; a part of one is told of by nobody until it settles."""
        rows = {row["id"]: row for row in self._invitations}
        received = {fact.subject for fact in self._world.of_type("response.received")}
        given = [row for row in self._world.rows("feedback", "response") if row["invitation_id"] is not None]
        for invitation_id, answers in group(given, "invitation_id").items():
            for _ in answers[1:]:
                self._verdict.count("doubled", "answer", "an invitation has two answers", invitation=invitation_id)
            if invitation_id not in rows:
                self._verdict.count(
                    "effects_without_cause", "answer", "an answer to nothing", response=answers[0]["id"]
                )
        for row in given:
            self._answer(row, rows.get(row["invitation_id"]), told=row["id"] in received)
        answered = {row["invitation_id"] for row in given}
        for id_, row in rows.items():
            if row["state"] in ("partial", "completed") and id_ not in answered:
                self._verdict.count("lost", "answer", "an invitation is answered and has no answer", invitation=id_)

    def _answer(self, row: Row, invitation: Row | None, *, told: bool) -> None:
        ids = {"response": row["id"], "invitation": row["invitation_id"]}
        partial = row["state"] == "partial"
        if partial == told:
            says = "a part of an answer is told of" if partial else "an answer is told of by nobody"
            self._verdict.count("lost" if told is False else "effects_without_cause", "answer", says, **ids)
        overdue = row["settles_at"] is not None and (
            row["settles_at"] + SETTLES_WITHIN + self._world.site.skew < self._world.now
        )
        if partial and overdue and row["deleted_at"] is None:
            self._verdict.count("causes_without_effect", "partial", "a part of an answer never settled", **ids)
        if invitation is not None and invitation["answer_id"] not in (None, row["id"]):
            self._verdict.count("effects_without_cause", "answer", "an invitation names another answer", **ids)
