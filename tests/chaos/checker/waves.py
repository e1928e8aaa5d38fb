"""A wave considers everybody once, spreads whom it asks over its time, and tells what it came to.

From feedback §2: a wave runs in transactions of some contacts each, and resumes after kill -9; waves trickle, they do
not blast; an account cap per wave. Whom it asks is told as `asked` says; whom it does not, by their number alone.
"""

from collections import Counter, defaultdict
from datetime import datetime, timedelta
from itertools import pairwise

from tests.chaos.checker.asked import ASKING, stands
from tests.chaos.checker.databases import Row
from tests.chaos.checker.site import Request
from tests.chaos.checker.verdict import Verdict
from tests.chaos.checker.world import World, group

COMMITS_WITHIN = timedelta(seconds=15)
"""How long after it was begun a fact's effect may still be unseen by others."""

DECIDED_WITHIN = timedelta(seconds=20)
"""How long after its time a wave may still be under way: the loop comes every second, for some contacts each."""

COMING = ("planned", "running")
LEADS_TO = {"pause": ("paused",), "cancel": ("cancelled",), "resume": ("running", "done")}


def check(world: World, verdict: Verdict) -> None:
    """Hold waves against their decisions, their facts, their invitations, and what was asked of them."""
    waves = _Waves(world, verdict)
    waves.told()
    waves.decided()
    waves.everybody()
    waves.asked()
    waves.moved()


class _Waves:
    def __init__(self, world: World, verdict: Verdict) -> None:
        self._world = world
        self._verdict = verdict
        self._waves = world.by("feedback", "wave")
        self._programs = world.by("feedback", "program")
        rows = world.rows("feedback", "send_decision")
        self._decisions = group((row for row in rows if row["wave_id"] is not None), "wave_id")

    def told(self) -> None:
        """A wave that is over told so, with what it holds, and no other did; none that is due stays behind."""
        facts = {fact.subject: fact for fact in self._world.of_type("wave.decided")}
        for id_ in facts.keys() - self._waves.keys():
            self._verdict.count("lost", "wave_row", "a wave that was told of is not there", wave=id_)
        for id_, wave in self._waves.items():
            if (wave["state"] == "done") != (id_ in facts):
                self._count("lost", "wave_fact", f"a wave is {wave['state']}, and that is told or not", id_)
            elif id_ in facts and not _as_told(wave, facts[id_].data):
                self._count("lost", "wave_fact", "a wave came to something else than was told", id_)
            active = self._programs[wave["program_id"]]["state"] == "active"
            late = wave["not_before"] + DECIDED_WITHIN + self._world.site.skew < self._world.now
            if wave["state"] in COMING and active and late:
                self._count("causes_without_effect", "wave", "a wave is due and does not go on", id_)

    def decided(self) -> None:
        """Everybody was considered once, as far as the wave has come, and its counts are those."""
        for id_, rows in self._decisions.items():
            wave = self._waves.get(id_)
            if wave is None:
                self._count("effects_without_cause", "wave", "somebody was decided about in no wave", id_)
                continue
            for times in Counter(row["key"] for row in rows).values():
                for _ in range(times - 1):
                    self._count("doubled", "wave", "a wave considered somebody twice", id_)
            for row in rows:
                of, _, contact_id = row["key"].partition("/")
                if of != id_ or contact_id > (wave["after_contact_id"] or ""):
                    says = "a wave considered somebody beyond where it stands"
                    self._count("effects_without_cause", "wave", says, id_, key=row["key"])
        for id_, wave in self._waves.items():
            rows = self._decisions.get(id_, [])
            counts = Counter(row["verdict"] if row["verdict"] in ASKING else row["reason"] for row in rows)
            if counts != Counter(wave["counts"]):
                says = "a wave's counts are not those of its decisions"
                self._count("lost", "wave_counts", says, id_, counts=wave["counts"], decisions=dict(counts))
        for program_id, waves in group(self._waves.values(), "program_id").items():
            if sorted(wave["number"] for wave in waves) != list(range(1, len(waves) + 1)):
                says = "the waves of a program are not numbered one after the other"
                self._verdict.count("doubled", "wave_number", says, program=program_id)

    def everybody(self) -> None:
        """Whoever was known when a wave was planned was considered once it had come so far."""
        known = self._known()
        for request in self._world.done("feedback", "POST"):
            parts = request.path.split("/")
            wave = self._waves.get(request.answer["id"]) if parts[2] == "programs" and parts[4:] == ["waves"] else None
            if wave is None:
                continue
            considered = {row["key"].partition("/")[2] for row in self._decisions.get(wave["id"], [])}
            came_to = wave["after_contact_id"] or ""
            certain = self._world.site.sent_at(request) - COMMITS_WITHIN - self._world.site.standstill
            for contact_id, heard_at in known.items():
                passed = wave["state"] == "done" or contact_id <= came_to
                if passed and heard_at < certain and contact_id not in considered:
                    says = "a wave passed over somebody"
                    self._count("causes_without_effect", "wave", says, wave["id"], contact=contact_id)

    def _known(self) -> dict[str, datetime]:
        """When feedback heard of each contact who never became part of another one."""
        mirror = self._world.by("feedback", "contact", "contact_id")
        heard = self._world.heard["feedback"]
        merged = {
            fact.subject
            for fact in self._world.of_type("contact.created", "contact.updated")
            if fact.data["merged_into_id"] is not None
        }
        return {
            fact.subject: heard[fact.id]
            for fact in self._world.of_type("contact.created")
            if fact.id in heard and fact.subject in mirror and fact.subject not in merged
        }

    def asked(self) -> None:
        """Each is asked within the wave's time, and of an account no more than may be."""
        decisions = self._world.by("feedback", "send_decision")
        asked: dict[tuple[str, str], int] = defaultdict(int)
        for row in self._world.rows("feedback", "invitation"):
            decision = decisions.get(row["decision_id"])
            if decision is not None and decision["wave_id"] != row["wave_id"]:
                says = "an invitation names another wave than its decision"
                self._count("effects_without_cause", "wave", says, row["wave_id"], invitation=row["id"])
            wave = self._waves.get(row["wave_id"] or "")
            if wave is None or decision is None:
                continue
            if not self._in_time(wave, row, decision):
                says = f"somebody is asked at {row['reserved_at']}, before or after the wave's time"
                self._count("reordered", "trickle", says, wave["id"], invitation=row["id"])
            if row["account_id"] is not None and stands(row):
                asked[wave["id"], row["account_id"]] += 1
        for (wave_id, account_id), times in asked.items():
            cap = self._programs[self._waves[wave_id]["program_id"]]["account_cap"]
            for _ in range(times - (cap or times)):
                says = f"a wave asks more than {cap} of an account"
                self._count("doubled", "account_cap", says, wave_id, account=account_id)

    def _in_time(self, wave: Row, invitation: Row, decision: Row) -> bool:
        if self._programs[wave["program_id"]]["sending_window"] is not None:
            return True  # it waits for that
        spread = timedelta(seconds=wave["trickle_seconds"])
        first, last = max(wave["begun_at"], decision["at"]), max(wave["begun_at"] + spread, decision["at"])
        return bool(first <= invitation["reserved_at"] <= last)

    def moved(self) -> None:
        """A wave is paused, goes on or is cancelled as was acknowledged last, where that can be told."""
        of_waves: dict[str, list[Request]] = defaultdict(list)
        for request in self._world.site.requests:
            parts = request.path.split("/")
            if request.service == "feedback" and parts[2] == "waves" and request.method == "POST" and request.perhaps:
                of_waves[parts[3]].append(request)
        for id_, requests in of_waves.items():
            wave = self._waves.get(id_)
            in_turn = sorted(requests, key=lambda request: request.at)
            clear = all(each.done for each in in_turn) and all(
                earlier.until < later.at for earlier, later in pairwise(in_turn)
            )
            last = in_turn[-1].path.rpartition("/")[2]
            if wave is not None and clear and wave["state"] not in LEADS_TO[last]:
                self._count("lost", "wave_state", f"a wave is {wave['state']} after its last {last}", id_)

    def _count(self, column: str, rule: str, says: str, wave_id: str | None, **ids: object) -> None:
        self._verdict.count(column, rule, says, wave=wave_id, **ids)


def _as_told(wave: Row, told: Row) -> bool:
    counts = {each["code"]: each["contacts"] for each in told["counts"]}
    return bool(counts == wave["counts"] and told["considered"] == sum(counts.values()))
