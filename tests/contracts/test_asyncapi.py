"""Each service's AsyncAPI document: valid AsyncAPI 3.0, and the truth about what is told and heard."""

import json
from functools import cache
from pathlib import Path
from typing import Any

import jsonschema_rs
import pytest

from deploy import openapi, services
from shared.contracts import contracts, told_by
from shared.events.envelope import decode
from shared.events.fact import Fact, topic_of

ASYNCAPI_3 = jsonschema_rs.Draft7Validator(json.loads((Path(__file__).parent / "asyncapi" / "3.0.0.json").read_text()))
FOREIGN = {"ONBOARDING_DEALS_TOPIC": "crm-deals"}

every_service = pytest.mark.parametrize("name", services.NAMES)


@cache
def document(name: str) -> dict[str, Any]:
    return openapi.descriptions(name, **(FOREIGN if name == "onboarding" else {}))["asyncapi"]


def listed(name: str, action: str) -> dict[str, set[str]]:
    """The types that a service sends or receives, by topic."""
    found: dict[str, set[str]] = {}
    for operation in document(name)["operations"].values():
        if operation["action"] == action:
            topic = at(document(name), operation["channel"]["$ref"])["address"]
            messages = [at(document(name), message["$ref"]) for message in operation["messages"]]
            assert topic not in found, "one operation for a topic and a direction"
            found[topic] = {at(document(name), message["$ref"])["name"] for message in messages}
    return found


def at(whole: Any, reference: str) -> Any:
    """What a reference of the document leads to."""
    for part in reference.removeprefix("#/").split("/"):
        whole = whole[part]
    return whole


def references(value: Any) -> set[str]:
    if isinstance(value, dict):
        own = {value["$ref"]} if isinstance(value.get("$ref"), str) else set()
        return own.union(*(references(part) for part in value.values()))
    return set().union(*(references(part) for part in value)) if isinstance(value, list) else set()


@every_service
def test_it_is_asyncapi_3(name: str) -> None:
    assert [f"{list(error.instance_path)}: {error.message}" for error in ASYNCAPI_3.iter_errors(document(name))] == []


@pytest.mark.parametrize("broken", [{"action": "tell"}, {"channel": "ticketing-events"}, {"surprise": 1}])
def test_the_schema_sees_what_is_none(broken: dict[str, Any]) -> None:
    whole = document("ticketing")
    operation = {**whole["operations"]["send_ticketing_events"], **broken}
    assert not ASYNCAPI_3.is_valid({**whole, "operations": {"send_ticketing_events": operation}})


@every_service
def test_every_reference_leads_somewhere(name: str) -> None:
    found = references(document(name))
    assert len(found) > 20
    assert all(at(document(name), reference) for reference in found)


@every_service
def test_it_sends_what_the_contracts_say(name: str) -> None:
    assert listed(name, "send") == {topic_of(name): {fact.fact_type for fact in told_by(name)}}


@every_service
def test_it_receives_what_it_is_said_to_listen_to(name: str) -> None:
    heard = {fact.fact_type for fact in contracts() if name == "analytics" or name in fact.listeners}
    received = listed(name, "receive")
    foreign = received.pop("crm-deals", set())
    assert set().union(*received.values()) == heard
    assert foreign == ({"deal.closed_won.v1"} if name == "onboarding" else set())


def test_what_one_receives_another_sends_in_the_same_words() -> None:
    sent = {
        (topic, type_) for name in services.NAMES for topic, types in listed(name, "send").items() for type_ in types
    }
    assert len(sent) == len(contracts()) + 3 * len([fact for fact in contracts() if fact.teller is None])
    for name in services.NAMES:
        for topic, types in listed(name, "receive").items():
            assert topic == "crm-deals" or {(topic, type_) for type_ in types} <= sent, name
    for fact in contracts():
        schemas = [
            json.dumps(schemas[fact.__name__], sort_keys=True)
            for schemas in (document(name)["components"]["schemas"] for name in services.NAMES)
            if fact.__name__ in schemas
        ]
        assert len(set(schemas)) == 1, fact.fact_type


@every_service
def test_examples_fit_their_schemas_and_are_read_by_a_listener(name: str) -> None:
    whole = document(name)
    for fact_name, message in whole["components"]["messages"].items():
        [example] = message["examples"]
        for part in ("headers", "payload"):
            schema = {**message[part], "components": whole["components"]}
            errors = [error.message for error in jsonschema_rs.Draft7Validator(schema).iter_errors(example[part])]
            assert errors == [], f"{fact_name}: {part}"
        headers = {header: value.encode() for header, value in example["headers"].items()}
        source = example["headers"]["ce_source"].removeprefix("/")
        foreign = source not in services.NAMES
        topic = "crm-deals" if foreign else topic_of(source)
        envelope = decode(topic, headers, json.dumps(example["payload"]).encode(), foreign=foreign)
        assert (envelope.type, envelope.subject) == (message["name"], example["headers"]["ce_subject"])


@every_service
def test_headers_name_type_and_source(name: str) -> None:
    whole = document(name)
    for fact in told_by(name):
        message = whole["components"]["messages"][fact.__name__]
        schema = {**message["headers"], "components": whole["components"]}
        validator = jsonschema_rs.Draft7Validator(schema)
        headers = message["examples"][0]["headers"]
        assert headers["ce_source"] == f"/{name}"
        assert not validator.is_valid({**headers, "ce_type": "ticket.sung.v1"})
        assert not validator.is_valid({**headers, "ce_source": "/crm"})
        for needed in set(headers) - {"traceparent"}:
            assert not validator.is_valid({key: value for key, value in headers.items() if key != needed}), needed


@every_service
def test_kafka_is_told_as_it_is(name: str) -> None:
    whole = openapi.descriptions(name, kafka_partitions=24, kafka_replication_factor=3)["asyncapi"]
    for topic, channel in whole["channels"].items():
        assert channel["address"] == topic
        kafka = channel["bindings"]["kafka"]
        assert (kafka["topic"], kafka["partitions"], kafka["replicas"]) == (topic, 24, 3)
        assert kafka["topicConfiguration"]["retention.ms"] == 30 * 24 * 3600 * 1000
    for operation in whole["operations"].values():
        group = operation["bindings"]["kafka"].get("groupId", {}).get("enum")
        assert group == ([name] if operation["action"] == "receive" else None)
    facts: dict[str, type[Fact]] = {fact.__name__: fact for fact in contracts()}
    for fact_name, message in whole["components"]["messages"].items():
        assert facts[fact_name].subject_field in message["bindings"]["kafka"]["key"]["description"]


def test_a_receiving_operation_names_the_deeds() -> None:
    deeds = document("ticketing")["operations"]["receive_feedback_events"]["x-deeds"]
    assert deeds["response.received.v1"] == [
        "ticketing.escalation.service.escalate_negative_answers",
        "ticketing.satisfaction.service.keep_answers",
    ]


def test_the_topic_of_a_stranger_asks_only_for_what_cloudevents_asks() -> None:
    whole = document("onboarding")
    message = whole["components"]["messages"]["DealClosedWon"]
    schema = {**message["headers"], "components": whole["components"]}
    least = {"ce_specversion": "1.0", "ce_id": "deal-77", "ce_source": "/crm", "ce_type": "deal.closed_won.v1"}
    assert jsonschema_rs.Draft7Validator(schema).is_valid(least)
    assert "partitions" not in whole["channels"]["crm-deals"]["bindings"]["kafka"], "it is not ours to declare"
    assert "crm-deals" not in openapi.descriptions("onboarding")["asyncapi"]["channels"]


@every_service
def test_it_names_no_address_of_the_installation(name: str) -> None:
    secret = {"kafka_bootstrap_servers": "kafka.internal.example:9092", "kafka_sasl_username": "mia"}
    told = json.dumps(openapi.descriptions(name, **secret)["asyncapi"])
    assert "internal.example" not in told
    assert "mia" not in told.replace("Mia", "").replace("mia@us.example", "")
