"""Sets up the peer and our side, lets them take turns, prints one table, and keeps it in STATE/bench-peer.json.

PEER names the folder of the peer. SECONDS=2, CONNECTIONS=8,32 and STAGES=create,read choose; BENCH_KEEP=1 keeps the
logs in STATE/bench.
"""

import os
import signal
import sys
import time
from pathlib import Path

from deploy.local import options
from deploy.local.processes import ServerError
from deploy.local.state import State
from tests.load import figures, site
from tests.load.figures import Figure
from tests.load.peer import desk, rounds
from tests.load.peer.helpdesk import Helpdesk, Server
from tests.load.peer.rounds import STAGES, Ground, Stage
from tests.load.site import Site

ROUNDS = 3
TICKETS = 100_000
SCENARIOS = Path(__file__).with_name("scenarios.toml")
PAGES = {"tuned": "/helpdesk/api/tickets/?page=1", "ours": f"/v1/tickets?limit={desk.PAGE}&include=messages"}


def main() -> int:
    """Returns the exit status: 0 once everything was measured, whatever came out."""
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))
    began = time.monotonic()
    try:
        state = State(options.read().state)
        stages, connections = _stages(), _connections()
        scratch = state.folder / "peer"
        scratch.mkdir(exist_ok=True)
        helpdesk = Helpdesk(_peer(), scratch)
        with state.locked():
            _say("setting up the peer")
            helpdesk.set_up(TICKETS)
            with helpdesk.running() as peers, site.opened(state.folder / "bench", "ticketing") as ground:
                found, about = _measure(ground, helpdesk, peers, stages, connections)
    except (ServerError, AssertionError) as error:
        print(error, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130
    took = time.monotonic() - began
    about |= {"rounds": ROUNDS, "tickets": TICKETS, "seconds": round(took)}
    figures.save(state.folder / "bench-peer.json", found, beside="peer", **about)
    print(figures.table(found, beside="peer"))
    print(f"\nmedians of {ROUNDS} alternating rounds, {TICKETS:,} tickets, one worker each, {took:.0f} s in all")
    print(f"a list page: {about['page_bytes']['ours']:,} bytes of ours, {about['page_bytes']['tuned']:,} of the peer's")
    return 0


def _measure(
    ground: Site, helpdesk: Helpdesk, peers: dict[str, Server], stages: list[Stage], connections: list[int]
) -> tuple[list[Figure], dict[str, object]]:
    database_url = ground.database("ticketing", desk.DATABASE)
    ground.admit("ticketing", database_url)
    _say("filling ours")
    with ground.service("ticketing", "api", database_url=database_url) as api:
        url = f"http://127.0.0.1:{api.port}"
        desk.fill(ground, url, TICKETS)
        cursor = desk.deep_cursor(url, ground.key)
        postmaster = ground.postgres.pid
        assert postmaster is not None
        ours = Server(url, f"X-API-Key: {ground.key}", SCENARIOS, {"app": api.pid, "postgres": postmaster})
        env = {"DEEP_CURSOR": cursor, "PYTHONDONTWRITEBYTECODE": "1"}
        place = Ground(ground, helpdesk, ours, peers, env, float(os.environ.get("SECONDS") or 2), ROUNDS)
        sizes = {side: rounds.page_bytes({**peers, "ours": ours}[side], path) for side, path in PAGES.items()}
        found: list[Figure] = []
        for stage in stages:
            for many in connections:
                _say(f"measuring {stage.scenario}, {many} connections")
                found += rounds.measure(place, stage, many)
        return found, {"page_bytes": sizes, "seconds_a_round": place.seconds}


def _peer() -> Path:
    given = os.environ.get("PEER")
    if not given or not Path(given).is_dir():
        raise ServerError(f"PEER must name the folder of the peer; {given or 'nothing'} is not there")
    return Path(given).resolve()


def _stages() -> list[Stage]:
    known = {stage.scenario: stage for stage in STAGES}
    names = (os.environ.get("STAGES") or ",".join(known)).split(",")
    if unknown := set(names) - known.keys():
        raise ServerError(f"STAGES names {', '.join(sorted(unknown))}, but there are: {', '.join(known)}")
    return [known[name] for name in names]


def _connections() -> list[int]:
    return [int(part) for part in (os.environ.get("CONNECTIONS") or "8,32").split(",")]


def _say(what: str) -> None:
    print(f"{what} …", file=sys.stderr, flush=True)


if __name__ == "__main__":
    raise SystemExit(main())
