"""`make fuzz [CASES=20000] [SEED=…]`: generated requests to the four APIs; fails unless each answer is as described.

SERVICES=ticketing,feedback chooses; the same SEED sends the same again.
"""

import asyncio
import os
import random
import signal
import sys
import tempfile
import time
from collections.abc import Mapping

from deploy import openapi, services
from deploy.local import options
from deploy.local.processes import ServerError
from deploy.local.state import State
from tests.fixtures.services import PLAIN_KEY, service_under_test
from tests.load import site
from tests.load.site import Site
from tests.security import known
from tests.security.fuzz import generated
from tests.security.fuzz.generated import COVERAGE_FROM, Found
from tests.security.known import Known

CASES = 20_000


def main() -> int:
    """Returns the exit status: 0 if there was no failure and, in a long run, every operation was reached."""
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))
    cases = int(os.environ.get("CASES") or CASES)
    seed = int(os.environ.get("SEED") or random.SystemRandom().randrange(2**31))
    failed, sent = False, 0
    try:
        names = _services()
        state = State(options.read().state)
        with state.locked(), site.opened(state.folder / "fuzz", *names) as ground:
            print(f"seed {seed}\n\n{'':12}{'cases':>8}{'2xx':>8}{'4xx':>8}{'5xx':>6}{'seconds':>9}", flush=True)
            for name in names:
                began = time.monotonic()
                found = fuzz(ground, name, cases=-(-cases // len(names)), seed=seed)
                tell(name, found, time.monotonic() - began)
                sent += found.cases
                failed |= bool(found.failures or (found.unreached and cases >= COVERAGE_FROM * len(names)))
    except (ServerError, LookupError) as error:
        print(error, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130
    print(f"\n{sent} cases, {'with failures' if failed else 'no failure'}; again with SEED={seed}")
    return int(failed)


def fuzz(ground: Site, service: str, *, cases: int, seed: int) -> Found:
    """One service with things in it, on a port of its own."""
    database_url = ground.database(service, service)
    with tempfile.TemporaryDirectory() as folder:  # who fills it and who is asked are two processes
        files = {"ATTACHMENTS_URL": f"file://{folder}"}
        things = asyncio.run(_filled(service, database_url, files))
        with ground.service(service, "api", database_url=database_url, more=files) as running:
            url = f"http://127.0.0.1:{running.port}"
            return generated.run(
                url, PLAIN_KEY, things, openapi.descriptions(service)["openapi"], cases=cases, seed=seed
            )


async def _filled(name: str, database_url: str, settings: Mapping[str, str]) -> Known:
    async with service_under_test(name, database_url, **settings) as service:
        return await known.things_in(service)


def tell(service: str, found: Found, seconds: float) -> None:
    """One line, and whatever failed."""

    def of_class(first: int) -> int:
        return sum(count for status, count in found.statuses.items() if status // 100 == first)

    shares = f"{found.cases:8}{of_class(2):8}{of_class(4):8}{of_class(5) + of_class(0):6}{seconds:9.0f}"
    print(f"{service:12}{shares}", flush=True)
    for where in found.unreached:
        print(f"  never reached: {where}")
    for where, what in found.failures.items():
        print(f"  {where}\n    {what.replace(chr(10), chr(10) + '    ')}")


def _services() -> list[str]:
    names = (os.environ.get("SERVICES") or ",".join(services.NAMES)).split(",")
    if unknown := set(names) - set(services.NAMES):
        raise ServerError(f"SERVICES names {', '.join(sorted(unknown))}, but there are: {', '.join(services.NAMES)}")
    return names


if __name__ == "__main__":
    raise SystemExit(main())
