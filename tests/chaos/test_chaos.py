"""A short chaos, as `make chaos` runs it: one seed, 5,000 facts, everything that can break."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

import deploy.services
from deploy.local.brokers import BrokerKind
from deploy.local.options import SERVICES
from tests.chaos import plan, quiet


@pytest.mark.full_matrix
@pytest.mark.timeout(600)
def test_nothing_is_lost_or_doubled_though_everything_breaks(broker_kind: BrokerKind, tmp_path: Path) -> None:
    asked = {"SEEDS": "1", "EVENTS": "5000", "BROKER": broker_kind, "STATE": str(tmp_path)}
    command = [sys.executable, "-m", "tests.chaos"]
    ended = subprocess.run(command, env={**os.environ, **asked}, capture_output=True, text=True, check=False)
    print(ended.stdout)
    assert ended.returncode == 0, ended.stdout + ended.stderr


def test_a_seed_tells_the_same_faults_again() -> None:
    first, second, other = (plan.faults(seed, 5_000, "kafka", can_skew=True) for seed in (7, 7, 8))
    told = [next(first) for _ in range(60)]
    assert told == [next(second) for _ in range(60)]
    assert told != [next(other) for _ in range(60)]
    assert {fault.kind for fault in told} == set(plan.DECK)


def test_without_libfaketime_clocks_are_left_alone() -> None:
    plan_without = plan.faults(7, 5_000, "embedded", can_skew=False)
    assert "skew" not in {next(plan_without).kind for _ in range(200)}


def test_a_listener_that_has_read_nothing_yet_is_waited_for() -> None:
    ends = {("ticketing-events", 3): 7, ("feedback-events", 0): 2}
    with pytest.raises(quiet.Busy, match="feedback is behind in 1 partitions"):
        quiet._at_the_end("feedback", [], ends)
    quiet._at_the_end("feedback", ["ticketing-events|3|8|t"], ends)
    with pytest.raises(quiet.Busy, match="feedback is behind"):
        quiet._at_the_end("feedback", ["ticketing-events|3|8|f"], ends)


@pytest.mark.parametrize("service", SERVICES)
def test_what_each_service_listens_to_is_waited_for(service: str) -> None:
    known = deploy.services.service(service)
    settings = known.settings(database_url="postgresql://x/x", secret_key="s" * 32)
    assert set(quiet.READS[service]) == set(known.duties(settings).handlers.topics())
