# Needs python3 (3.11 or newer, with venv) and make; `make setup` brings everything else.

TESTS ?= tests
FAULTS ?= tests/faults tests/shared/events tests/chaos tests/deploy/test_image.py
WORKERS ?= 3
PEER ?= ../shared/bench/peers/django_helpdesk

PYTHON = .venv/bin/python
PYTEST = $(PYTHON) -m pytest -n $(WORKERS) --dist loadfile --no-loadscope-reorder

# Tests and stacks start processes by the hundred, and each would compile all modules anew.
unexport PYTHONDONTWRITEBYTECODE

.DEFAULT_GOAL := help
.PHONY: help setup run demo test test-browser test-faults chaos fuzz dependencies check bench bench-peer kafka events boards client openapi migrate secrets clean

help: ## what there is
	@echo 'make TARGET [BROKER=kafka] [STATE=.local] [PORT_BASE=8001] [STORY=0] [TESTS=tests/shared]'
	@echo
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  %-12s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

setup: .venv/ready ## install everything into .venv

.venv/ready: pyproject.toml uv.lock deploy/setup.sh
	@sh deploy/setup.sh
	@touch $@

run: .venv/ready ## start everything, tell the story in an empty STATE, stay up until Ctrl-C
	@$(PYTHON) -m deploy.local run

demo: .venv/ready ## tell a new story; fails unless every step of it was met
	@$(PYTHON) -m deploy.local demo

test: .venv/ready ## all tests but the full matrix of faults
	@$(PYTEST) -m 'not full_matrix and not browser' $(TESTS)

test-browser: .venv/ready ## the pages in Debian's Chromium, looked at by axe-core (SCREENSHOTS=folder takes pictures)
	@sh deploy/browser.sh
	@$(PYTHON) -m pytest -n0 -m browser tests/browser

test-faults: .venv/ready ## every fault at every point, and a service started from its image's files
	@$(PYTHON) -m pytest -n 2 --dist loadfile --no-loadscope-reorder --timeout 900 $(FAULTS)

chaos: .venv/ready ## SEEDS=20 EVENTS=50000: load, while everything that can break breaks; counts what was lost or doubled
	@$(PYTHON) -m tests.chaos

fuzz: .venv/ready ## generated requests to the four APIs (CASES=20000 SEED=…)
	@$(PYTHON) -m tests.security.fuzz

dependencies: .venv/ready ## the locked dependencies, their licences and known faults, without a network
	@$(PYTHON) -m deploy.dependencies

check: .venv/ready ## format, lint, types, imports, migrations, dependencies, contracts, event map, client
	@$(PYTHON) -m ruff format --check .
	@$(PYTHON) -m ruff check .
	@$(PYTHON) -m mypy
	@.venv/bin/lint-imports
	@$(PYTHON) -m deploy.alembic_check
	@.venv/bin/deptry .
	@$(PYTEST) -q tests/contracts tests/deploy/test_extras.py
	@$(PYTHON) -m deploy.event_map --check
	@$(PYTHON) -m deploy.client --check

bench: .venv/ready ## the figures, each beside its limit in the same run (STAGES=… BENCH_TICKETS=1000000)
	@$(PYTHON) -m tests.load.bench

bench-peer: .venv/ready ## the ticketing API beside django-helpdesk (PEER=../shared/bench/peers/django_helpdesk)
	@PEER=$(PEER) $(PYTHON) -m tests.load.peer

kafka: .venv/ready ## install Apache Kafka for BROKER=kafka (Java 17 and mvn)
	@$(PYTHON) -m deploy.local.kafka

events: .venv/ready ## write the event map into README.md, and print it
	@$(PYTHON) -m deploy.event_map --write
	@$(PYTHON) -m deploy.event_map

boards: .venv/ready ## write Grafana's boards into deploy/observability/grafana
	@$(PYTHON) -m deploy.observability

client: .venv/ready ## write the typed client into clients/python (fetches its generator)
	@$(PYTHON) -m deploy.client

openapi: .venv/ready ## write what the four say of themselves into STATE/openapi and STATE/asyncapi
	@$(PYTHON) -m deploy.openapi

migrate: .venv/ready ## bring the databases of STATE to their newest revision
	@$(PYTHON) -m deploy.local migrate

secrets: ## make the secrets that docker-compose.yml mounts, where they are missing (.secrets)
	@python3 -m deploy.compose_secrets

clean: ## remove STATE and what tools left behind; .venv and .tools stay
	@python3 -m deploy.local.clean
	@rm -rf .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
	@find . -path ./.venv -prune -o -path ./.tools -prune -o -name __pycache__ -type d -print0 | xargs -0 rm -rf
