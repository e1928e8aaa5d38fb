"""What is promised of facts, and the tests that prove it; `docs/reliability.md` shows this table."""

from dataclasses import dataclass

EVENTS = "tests/shared/events"
FAULTS = "tests/faults"


@dataclass(frozen=True)
class Promise:
    """One promise in plain words. tests: node ids without their parameters."""

    text: str
    tests: tuple[str, ...]


PROMISES = (
    Promise(
        "a 2xx means that state and fact are both durable",
        (
            f"{FAULTS}/test_durability.py::test_what_was_answered_2xx_outlives_a_database_that_is_stopped_at_once",
            f"{FAULTS}/test_durability.py::test_a_client_that_asks_again_after_a_kill_has_one_answer",
        ),
    ),
    Promise(
        "no fact without its state, no state without its fact",
        (
            f"{FAULTS}/test_state_and_fact.py::test_a_request_that_is_cancelled_at_any_await_stores_all_or_nothing",
            f"{FAULTS}/test_state_and_fact.py::test_a_request_that_fails_at_any_statement_stores_nothing",
            f"{EVENTS}/test_outbox.py::test_a_rolled_back_savepoint_drops_its_own_facts_only",
        ),
    ),
    Promise(
        "facts are published within 10 s of the broker's recovery",
        (f"{FAULTS}/test_broker_outage.py::test_what_was_told_while_the_broker_was_down_is_published_soon_after",),
    ),
    Promise(
        "facts of transactions that commit late are neither lost nor overtaken",
        (
            f"{EVENTS}/test_late_commits.py::test_late_commits_are_neither_lost_nor_overtaken",
            f"{EVENTS}/test_late_commits.py::test_a_naive_cursor_loses_them",
            f"{EVENTS}/test_late_commits.py::test_a_naive_hint_lets_them_be_overtaken",
        ),
    ),
    Promise(
        "a fact has one effect in each listener, however often it comes",
        (
            f"{EVENTS}/test_delivery.py::test_each_fact_three_times_shuffled_over_two_consumers_has_one_effect",
            f"{EVENTS}/test_delivery.py::test_what_a_relay_sends_again_has_no_second_effect",
            f"{EVENTS}/test_crash_points.py::test_a_crash_loses_and_doubles_nothing",
        ),
    ),
    Promise(
        "the facts of one subject have their effects in order",
        (
            f"{EVENTS}/test_relay_race.py::test_effects_keep_their_order_while_the_lead_changes_hands",
            f"{EVENTS}/test_relay_race.py::test_a_leader_that_was_frozen_and_comes_back_spoils_nothing",
            f"{EVENTS}/test_delivery.py::test_two_relays_side_by_side_publish_in_order_and_one_leads",
        ),
    ),
    Promise(
        "kill -9 of any process at any moment loses and doubles nothing",
        (
            f"{EVENTS}/test_crash_points.py::test_a_crash_loses_and_doubles_nothing",
            f"{FAULTS}/test_matrix.py::test_a_crash_there_loses_and_doubles_nothing",
            f"{FAULTS}/test_kills.py::test_one_answer_makes_one_ticket_though_every_process_is_killed",
        ),
    ),
    Promise(
        "a broker that loses everything, a topic or its tail gets the retained facts again",
        (
            f"{EVENTS}/test_log_lost.py::test_a_replaced_broker_gets_the_retained_facts_again",
            f"{EVENTS}/test_log_lost.py::test_a_topic_deleted_and_made_again_under_the_same_id_is_noticed",
            f"{EVENTS}/test_log_lost.py::test_a_listener_reads_on_when_its_topic_is_made_again",
            f"{EVENTS}/test_log_lost.py::test_a_cut_tail_is_noticed",
            f"{FAULTS}/test_broker_outage.py::test_an_empty_cluster_at_the_same_address_gets_the_retained_facts",
            f"{FAULTS}/test_broker_outage.py::test_a_log_that_lost_its_tail_gets_it_again",
        ),
    ),
    Promise(
        "a message that cannot be applied stops nothing, and can be replayed",
        (
            f"{EVENTS}/test_poison.py::test_what_cannot_be_read_is_put_away_and_the_partition_goes_on",
            f"{EVENTS}/test_poison.py::test_a_message_larger_than_a_fetch_stops_nothing",
            f"{EVENTS}/test_poison.py::test_a_deed_that_fails_costs_only_its_own_fact",
            f"{EVENTS}/test_poison.py::test_a_replay_applies_it_once_after_the_fix",
        ),
    ),
    Promise(
        "an outage of the database puts no fact away as a dead letter",
        (f"{EVENTS}/test_outage.py::test_a_database_outage_dead_letters_nothing",),
    ),
    Promise(
        "a request with an Idempotency-Key is done once and answered the same",
        (
            "tests/shared/http/test_idempotency.py::test_fifty_at_once_make_one_row",
            f"{FAULTS}/test_durability.py::test_a_client_that_asks_again_after_a_kill_has_one_answer",
        ),
    ),
    Promise(
        "old listeners read new facts, and new listeners old ones",
        (
            "tests/contracts/test_contracts.py::test_schema_only_grows",
            "tests/contracts/test_contracts.py::test_an_old_listener_reads_a_new_fact",
            "tests/contracts/test_schema_changes.py::test_a_break_is_named",
        ),
    ),
)


def table() -> str:
    """The promises as the table of docs/reliability.md."""
    rows = (f"| {promise.text} | {'<br>'.join(map('`{}`'.format, promise.tests))} |" for promise in PROMISES)
    return "\n".join(("| promised | proved by |", "|---|---|", *rows))


if __name__ == "__main__":
    print(table())
