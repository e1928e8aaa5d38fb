"""The AsyncAPI 3.0 document of one service.

A channel is a topic, an operation what the service does on it (send its own facts, receive those of others), a
message one fact with its CloudEvents headers (Kafka's binary mode), its data and its example.
"""

import inspect
from collections.abc import Iterable, Mapping
from typing import Any

from pydantic.json_schema import models_json_schema

from shared.contracts import contracts, story, told_by
from shared.events.fact import Fact, topic_of
from shared.events.handlers import Handlers
from shared.events.kafka import TOPIC_RETENTION_MS
from shared.events.outbox import sequence

ASYNCAPI = "3.0.0"
BINDING = "0.5.0"  # of Kafka in AsyncAPI
VERSION = "1.0.0"  # of the facts; each type has its own besides
SCHEMAS = "#/components/schemas/"
JSON = "application/json"

Document = dict[str, Any]

ATTRIBUTES: dict[str, Document] = {
    "ce_specversion": {"type": "string", "const": "1.0"},
    "ce_id": {"type": "string", "format": "uuid", "description": "Of this fact; a fact that comes again has it again."},
    "ce_source": {"type": "string", "description": "Who tells it: `/` and the service's name."},
    "ce_type": {"type": "string", "description": "What happened, with the version of its contract."},
    "ce_subject": {"type": "string", "description": "The thing that it happened to; also the record's key."},
    "ce_time": {"type": "string", "format": "date-time", "description": "When it happened."},
    "ce_recordedtime": {"type": "string", "format": "date-time", "description": "When its teller wrote it down."},
    "ce_sequence": {
        "type": "string",
        "pattern": "^[0-9]{19}$",
        "description": "Rises, with gaps, within one source and subject; compare it with nothing else.",
    },
    "ce_correlationid": {"type": "string", "format": "uuid", "description": "The business story: its trace_id."},
    "ce_causationid": {"type": "string", "description": "`fact/<id>`, `request/<id>` or `job/<name>/<id>`."},
    "ce_actor": {"type": "string", "description": "`staff/<id>`, `key/<prefix>`, `service/<name>` or `customer`."},
    "traceparent": {"type": "string", "description": "W3C Trace Context, where the deed was traced."},
    "content-type": {"type": "string", "const": JSON},
}
"""The headers of a fact, by name."""

OPTIONAL = frozenset({"traceparent"})
LEFT_TO_STRANGERS = frozenset({"ce_specversion", "ce_id", "ce_source", "ce_type"})
"""All that CloudEvents asks of those who are not of the suite."""

STRUCTURED = (
    "Structured mode (`content-type: application/cloudevents+json`, the attributes beside `data` in the value) is "
    "read as well. Topic, source and type must belong together; what cannot be read or applied becomes a dead letter."
)


def describe(
    service: str, *, title: str, description: str, handlers: Handlers, partitions: int, replicas: int
) -> Document:
    """The whole document. handlers: what it hears. partitions, replicas: of topics that the service declares."""
    told = {topic_of(service): told_by(service)}
    heard = {topic: heard_on(topic, handlers) for topic in handlers.topics()}
    facts = {fact.__name__: fact for some in (*told.values(), *heard.values()) for fact in some}
    on_topic = {topic: dict.fromkeys((*told.get(topic, ()), *heard.get(topic, ()))) for topic in {**told, **heard}}
    return {
        "asyncapi": ASYNCAPI,
        "info": {
            "title": f"{title}: its facts",
            "version": VERSION,
            "description": inspect.cleandoc(description),
            "license": {"name": "Apache-2.0"},
        },
        "defaultContentType": JSON,
        "servers": {"kafka": _server()},
        "channels": {
            topic: _channel(topic, some, partitions, replicas, foreign=topic in handlers.foreign)
            for topic, some in on_topic.items()
        },
        "operations": {_name("send", topic): _sending(service, topic, some) for topic, some in told.items()}
        | {_name("receive", topic): _receiving(service, topic, some, handlers) for topic, some in heard.items()},
        "components": {
            "messages": {name: _message(fact, service, handlers) for name, fact in facts.items()},
            "schemas": _schemas(facts.values()),
            "correlationIds": {
                "story": {
                    "description": "The business story that the fact belongs to.",
                    "location": "$message.header#/ce_correlationid",
                }
            },
        },
    }


def heard_on(topic: str, handlers: Handlers) -> tuple[type[Fact], ...]:
    """The facts that handlers take from a topic."""
    if topic in handlers.foreign:
        return (handlers.foreign[topic],)
    tellers = (None, *(fact.teller for fact in contracts() if fact.teller and topic_of(fact.teller) == topic))
    return tuple(fact for fact in contracts() if fact.teller in tellers and handlers.of(fact.fact_type))


def _name(action: str, topic: str) -> str:
    return f"{action}_{topic}".replace("-", "_").replace(".", "_")


def _server() -> Document:
    return {
        "host": "{bootstrap}",
        "protocol": "kafka",
        "description": "Apache Kafka 4, or whatever speaks its protocol. How to sign in is the operator's to say.",
        "variables": {
            "bootstrap": {
                "default": "127.0.0.1:9092",
                "description": "KAFKA_BOOTSTRAP_SERVERS of the installation.",
            }
        },
    }


def _channel(topic: str, facts: Iterable[type[Fact]], partitions: int, replicas: int, *, foreign: bool) -> Document:
    ours = "Its key is the subject: order holds for one subject, not between subjects and not between topics."
    kafka: Document = {"topic": topic, "bindingVersion": BINDING}
    if not foreign:
        kafka |= {
            "partitions": partitions,
            "replicas": replicas,
            "topicConfiguration": {"retention.ms": TOPIC_RETENTION_MS},
        }
    return {
        "address": topic,
        "description": "A topic of another system." if foreign else ours,
        "servers": [{"$ref": "#/servers/kafka"}],
        "messages": {fact.__name__: {"$ref": f"#/components/messages/{fact.__name__}"} for fact in facts},
        "bindings": {"kafka": kafka},
    }


def _sending(service: str, topic: str, facts: Iterable[type[Fact]]) -> Document:
    return {
        "action": "send",
        **_on(topic, facts),
        "summary": f"What {service} tells.",
        "description": "At least once, in the order of each subject; a fact that comes again has the same ce_id.",
        "bindings": {"kafka": {"bindingVersion": BINDING}},
    }


def _receiving(service: str, topic: str, facts: Iterable[type[Fact]], handlers: Handlers) -> Document:
    deeds = {fact.fact_type: [handler.name for handler in handlers.of(fact.fact_type)] for fact in facts}
    return {
        "action": "receive",
        **_on(topic, facts),
        "summary": f"What {service} acts on, once in effect for each ce_id.",
        "description": STRUCTURED,
        "bindings": {
            "kafka": {"groupId": {"type": "string", "enum": [service]}, "bindingVersion": BINDING},
        },
        "x-deeds": deeds,
    }


def _on(topic: str, facts: Iterable[type[Fact]]) -> Document:
    channel = f"#/channels/{topic}"
    return {
        "channel": {"$ref": channel},
        "messages": [{"$ref": f"{channel}/messages/{fact.__name__}"} for fact in facts],
    }


def _message(fact: type[Fact], service: str, handlers: Handlers) -> Document:
    foreign = fact in handlers.foreign.values()
    summary, _, more = inspect.cleandoc(fact.__doc__ or "").partition("\n\n")
    sources = [] if foreign else _sources(fact)
    return {
        "name": fact.fact_type,
        "title": fact.__name__,
        "summary": summary.replace("\n", " "),
        **({"description": more} if more else {}),
        "contentType": JSON,
        "headers": _headers(fact, sources, foreign=foreign),
        "payload": {"$ref": f"{SCHEMAS}{fact.__name__}"},
        "correlationId": {"$ref": "#/components/correlationIds/story"},
        "bindings": {
            "kafka": {
                "key": {"type": "string", "description": f"The {fact.subject_field}."},
                "bindingVersion": BINDING,
            }
        },
        "examples": [
            {
                "name": fact.__name__,
                "headers": _example_headers(fact, f"/{service}" if f"/{service}" in sources else (*sources, "/crm")[0]),
                "payload": fact.example,
            }
        ],
        "x-listeners": sorted({*fact.listeners, *(() if foreign else ("analytics",))}),
    }


def _sources(fact: type[Fact]) -> list[str]:
    """The sources that may tell it: its teller, or every service."""
    tellers = {fact.teller} if fact.teller else {contract.teller for contract in contracts()} - {None}
    return sorted(f"/{teller}" for teller in tellers)


def _headers(fact: type[Fact], sources: list[str], *, foreign: bool) -> Document:
    own: Document = {"ce_type": {"const": fact.fact_type}}
    if sources:
        own["ce_source"] = {"enum": sources}
    base = "CloudEventOfOthers" if foreign else "CloudEvent"
    return {"type": "object", "allOf": [{"$ref": f"{SCHEMAS}{base}"}, {"properties": own}]}


def _example_headers(fact: type[Fact], source: str) -> dict[str, str]:
    return {
        "ce_specversion": "1.0",
        "ce_id": story.ANSWER_FACT,
        "ce_source": source,
        "ce_type": fact.fact_type,
        "ce_subject": str(fact.example[fact.subject_field]),
        "ce_time": story.ANSWERED_AT,
        "ce_recordedtime": story.RECORDED_AT,
        "ce_sequence": sequence(1042),
        "ce_correlationid": story.ANSWER,
        "ce_causationid": f"request/{story.ANSWER}",
        "ce_actor": "customer",
        "content-type": JSON,
    }


def _schemas(facts: Iterable[type[Fact]]) -> Mapping[str, Document]:
    _, defined = models_json_schema([(fact, "validation") for fact in facts], ref_template=f"{SCHEMAS}{{model}}")
    needed = [name for name in ATTRIBUTES if name not in OPTIONAL]
    return {
        **defined.get("$defs", {}),
        "CloudEvent": {
            "type": "object",
            "description": "The headers of every fact: CloudEvents 1.0 in Kafka's binary mode.",
            "required": needed,
            "properties": ATTRIBUTES,
        },
        "CloudEventOfOthers": {
            "type": "object",
            "description": "What a system outside the suite must say; the rest it may leave out.",
            "required": [name for name in needed if name in LEFT_TO_STRANGERS],
            "properties": {**ATTRIBUTES, "ce_id": {"type": "string"}, "ce_correlationid": {"type": "string"}},
        },
    }
