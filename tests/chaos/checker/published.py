"""Every told fact lies on its topic, as it was told, once in effect and in the order of its subject.

From: a 2xx means that state and fact are both durable; no fact without its state; late commits are neither
lost nor overtaken; the broker loses everything, or its tail: retained facts come again. Sending an event
again is allowed (at least once), sending it as something else is not.
"""

from collections import defaultdict

from tests.chaos.checker.topics import Record
from tests.chaos.checker.verdict import Verdict
from tests.chaos.checker.world import Fact, World


def check(world: World, verdict: Verdict) -> None:
    """Compare outboxes with topics."""
    sent: dict[str, list[Record]] = defaultdict(list)
    for record in world.records:
        sent[record.id].append(record)
    verdict.facts = len(sent)
    for fact in world.facts:
        _is_there(fact, sent.get(fact.id, []), verdict)
    for id_, records in sent.items():
        if id_ not in world.by_id:
            first = records[0]
            verdict.count(
                "effects_without_cause",
                "fact_without_state",
                "a fact lies on the topic and in no outbox",
                **_place(first),
            )
    _one_event_a_sequence(world.records, verdict)
    _in_order(world.records, verdict)
    _feed_in_order(world.facts, verdict)


def _is_there(fact: Fact, records: list[Record], verdict: Verdict) -> None:
    ids = {"fact": fact.id, "type": fact.type, "subject": fact.subject, "service": fact.service}
    if fact.parked:
        verdict.count("lost", "parked", "a fact is parked and will never be sent", **ids)
    elif not fact.published:
        verdict.count("lost", "unpublished", "a fact was never marked as published", **ids)
    elif not records:
        verdict.count("lost", "not_on_topic", "a published fact is not on its topic", **ids)
    told = (fact.topic, fact.key, fact.type, f"/{fact.service}", fact.subject, fact.sequence, fact.payload)
    for record in records:
        seen = (
            record.topic,
            record.key,
            record.type,
            record.source,
            record.subject,
            record.sequence,
            record.payload,
        )
        if seen != told:
            verdict.count(
                "doubled", "sent_as_another", "one outbox row was published as two different events", **_place(record)
            )


def _one_event_a_sequence(records: list[Record], verdict: Verdict) -> None:
    """ce_sequence is the outbox row's id, so one number is one event."""
    held: dict[tuple[str, int], str] = {}
    for record in records:
        first = held.setdefault((record.source, record.sequence), record.id)
        if first != record.id:
            verdict.count(
                "doubled", "two_events_one_row", "two events have one sequence", other=first, **_place(record)
            )


def _in_order(records: list[Record], verdict: Verdict) -> None:
    """Of each key, the first publication of each event comes in rising sequence, in one partition."""
    newest: dict[tuple[str, str], Record] = {}
    seen: set[tuple[str, str]] = set()
    for record in sorted(records, key=lambda one: (one.topic, one.partition, one.offset)):
        if (record.topic, record.id) in seen:
            continue
        seen.add((record.topic, record.id))
        before = newest.get((record.topic, record.key))
        if before is not None and before.partition != record.partition:
            verdict.count("reordered", "two_partitions", "a subject lies in two partitions", **_place(record))
        if before is not None and before.sequence > record.sequence:
            verdict.count(
                "reordered", "topic", "an older fact was published after a newer one", after=before.id, **_place(record)
            )
        else:
            newest[record.topic, record.key] = record


def _feed_in_order(facts: list[Fact], verdict: Verdict) -> None:
    """GET /v1/events follows `position`: it shows a subject's facts in their order too."""
    newest: dict[tuple[str, str], int] = {}
    for fact in facts:  # in the order of their rows
        if fact.position is None:
            continue
        before = newest.get((fact.service, fact.key), 0)
        if before > fact.position:
            verdict.count("reordered", "feed", "the feed shows a newer fact first", fact=fact.id, subject=fact.subject)
        newest[fact.service, fact.key] = max(before, fact.position)


def _place(record: Record) -> dict[str, object]:
    return {
        "fact": record.id,
        "type": record.type,
        "subject": record.subject,
        "place": f"{record.topic}/{record.partition}/{record.offset}",
    }
