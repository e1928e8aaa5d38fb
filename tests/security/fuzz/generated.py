"""One service under generated requests: how many there were, what they got, and every failure.

Rounds of schemathesis with seeds of their own until enough was sent: valid requests and chains of them by
links, then right and wrong ones mixed, and in long runs, once, every boundary that the schema has.
"""

import random
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import chain, repeat
from typing import Any

import schemathesis
from schemathesis.config import SchemathesisConfig
from schemathesis.engine import events, from_schema

from tests.security.fuzz.dictionaries import dictionaries
from tests.security.known import Known

REFUSED = ["400", "401", "403", "404", "405", "406", "409", "412", "413", "415", "422", "429"]
ACCEPTED = ["2xx", "304", "404", "409", "412", "422"]
"""What a request that fits its schema may get: rules that concern several fields or rows are in no schema."""

schemathesis.serializer.alias(["application/x-ndjson", "text/csv"], "application/octet-stream")
"""Files of rows are bytes to it: their examples, and any others."""

COVERAGE_FROM = 3_000  # cases; the boundaries of one service's schemas are up to 4,000
EXAMPLES = (2, 20)  # of each operation in a round, at least and at most
STATE_REFUSED = 409
TIMEOUT_SECONDS = 10.0
SHOWN = 1_500  # characters of a failure
LONGEST_URL = 65_536  # bytes; a longer one the HTTP server refuses with 400 in plain text, before there is a request


@dataclass
class Found:
    """What came of it.

    statuses: how many answers of each. reached: by operation, how many were 2xx, 304 or 409: what can be done to a
    thing once, such as its replay, may all have been done by another operation before; or were refused, on a thing
    that there is, because the key acts for nobody. ran: how often each check was made. failures: the first of each
    kind, by its operation and check.
    """

    operations: frozenset[str]
    cases: int = 0
    statuses: Counter[int] = field(default_factory=Counter)
    reached: Counter[str] = field(default_factory=Counter)
    ran: Counter[str] = field(default_factory=Counter)
    failures: dict[str, str] = field(default_factory=dict)

    @property
    def unreached(self) -> list[str]:
        """Operations whose code behind the door no case came to."""
        return sorted(self.operations - self.reached.keys())

    @property
    def accepted(self) -> int:
        """How many answers were 2xx."""
        return sum(count for status, count in self.statuses.items() if 200 <= status < 300)

    def count(self, event: Any) -> None:
        """Take in what schemathesis tells."""
        if isinstance(event, events.NonFatalError):
            self.failures.setdefault(f"{event.label}: {type(event.value).__name__}", str(event.value)[:SHOWN])
        if not isinstance(event, events.ScenarioFinished):
            return
        recorder = event.recorder
        for case_id, sent in recorder.interactions.items():
            status = sent.response.status_code if sent.response is not None else 0
            self.cases += 1
            self.statuses[status] += 1
            if 200 <= status < 400 or status == STATE_REFUSED or _asks_for_a_person(sent):
                self.reached[recorder.cases[case_id].value.operation.label] += 1
        for case_id, checks in recorder.checks.items():
            if len(recorder.interactions[case_id].request.uri) > LONGEST_URL:
                continue
            for check in checks:
                self.ran[check.name] += 1
                if check.failure_info is not None and not _asks_for_a_person(recorder.interactions[case_id]):
                    where = f"{recorder.cases[case_id].value.operation.label}: {check.name}"
                    self.failures.setdefault(where, _story(check.failure_info, recorder.interactions[case_id].response))


def _asks_for_a_person(interaction: Any) -> bool:
    """Was it refused since the key acts for nobody? What one person approves of another's no key alone may do."""
    response = interaction.response
    return response is not None and response.status_code == 403 and b'"code":"staff_needed"' in response.content


def run(url: str, key: str, known: Known, document: dict[str, Any], *, cases: int, seed: int) -> Found:
    """Send at least so many requests; the same seed makes the same ones, but for the ids that are answered.

    key: an API key with all scopes. known: what is there. document: the API's description.
    """
    operations = frozenset(
        f"{method.upper()} {path}" for path, methods in document["paths"].items() for method in methods
    )
    found, draw = Found(operations), random.Random(seed)
    for phases in _rounds(cases):
        if found.cases >= cases:
            break
        fewest, most = EXAMPLES
        examples = min(most, max(fewest, (cases - found.cases) // (3 * len(operations))))
        config = _config(url, key, known, phases, examples=examples, seed=draw.getrandbits(32))
        for event in from_schema(schemathesis.openapi.from_dict(document, config=config)).execute():
            found.count(event)
    return found


def _rounds(cases: int) -> Iterator[dict[str, Any]]:
    """Which phases each round has."""
    off = {"enabled": False}
    valid: dict[str, Any] = {"coverage": off, "fuzzing": {"generation": {"mode": "positive"}}}
    mixed: dict[str, Any] = {"coverage": off, "examples": off, "fuzzing": {"generation": {"mode": "all"}}}
    boundaries: dict[str, Any] = {"examples": off, "fuzzing": off, "stateful": off}
    yield valid
    if cases >= COVERAGE_FROM:
        yield boundaries
    yield from chain.from_iterable(repeat((mixed, {**valid, "examples": off})))


def _config(
    url: str, key: str, known: Known, phases: dict[str, Any], *, examples: int, seed: int
) -> SchemathesisConfig:
    words, drawn = dictionaries(known)
    return SchemathesisConfig.from_dict(
        {
            "seed": seed,
            "base-url": url,
            "auth": {"openapi": {"apiKey": {"api_key": key}}},
            "dictionaries": words,
            "parameters": drawn,
            "request-timeout": TIMEOUT_SECONDS,
            "continue-on-failure": True,
            "suppress-health-check": ["all"],
            "generation": {"max-examples": examples, "no-shrink": True, "database": "none"},
            "cache": {"enabled": False},
            "checks": {
                "positive_data_acceptance": {"expected-statuses": ACCEPTED},
                "negative_data_rejection": {"expected-statuses": REFUSED},
                "max_response_time": TIMEOUT_SECONDS,
            },
            "phases": phases,
        }
    )


def _story(failure: Any, response: Any) -> str:
    answered = ""
    if response is not None:
        answered = f"\n-> {response.status_code} {response.content[:600].decode(errors='replace')}"
    return f"{failure.failure}\n{failure.code_sample}"[:SHOWN] + answered
