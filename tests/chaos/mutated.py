"""`python -m tests.chaos.mutated NAME services.SERVICE COMMAND`: a service that is broken on purpose.

NAME is one of `mutations.MUTATIONS`, or `none` for the product as it is. The environment may make weather in
which a mutation bites; the product as it is must stand the same weather:

SLOW_COMMITS  seconds: a transaction that told facts rests up to so long before it commits
SLOW_SENDS    seconds: the relay rests up to so long before it sends what it has claimed
DIE_QUEUEING  number: kill -9 of this process before the commit of the n-th transaction that queues mail
"""

import asyncio
import os
import random
import runpy
import signal
import sys
from typing import Any

from sqlalchemy import event
from sqlalchemy.orm import Session
from sqlalchemy.util import await_only

from deploy.local import processes
from shared.db.session import ServiceSession
from shared.events import log_writer
from tests.chaos import mutations

NONE = "none"


def main(arguments: list[str]) -> None:
    """Patch, then run the service's command in this process, as `python -m` would."""
    if len(arguments) < 3 or arguments[0] not in (NONE, *mutations.MUTATIONS):
        sys.exit(f"{__doc__}\nNames: {', '.join((NONE, *mutations.MUTATIONS))}")
    processes.die_with_parent(os.getppid(), signal.SIGKILL)  # also when its test runs out of time
    name, module, *command = arguments
    if name != NONE:
        mutations.MUTATIONS[name]()
    _weather()
    sys.argv = [module, *command]
    runpy.run_module(module, run_name="__main__", alter_sys=True)


def _weather() -> None:
    if slow := float(os.environ.get("SLOW_COMMITS") or 0):
        _slow_commits(slow)
    if slow := float(os.environ.get("SLOW_SENDS") or 0):
        _slow_sends(slow)
    if number := int(os.environ.get("DIE_QUEUEING") or 0):
        _die_queueing(number)


def _slow_commits(seconds: float) -> None:
    @event.listens_for(ServiceSession, "before_commit")
    def rest(session: Session) -> None:
        if session.get_nested_transaction() is None:
            await_only(asyncio.sleep(random.uniform(0, seconds)))


def _slow_sends(seconds: float) -> None:
    write = log_writer.LogWriter.write

    async def late(self: log_writer.LogWriter, *given: Any) -> Any:
        await asyncio.sleep(random.uniform(0, seconds))
        return await write(self, *given)

    setattr(log_writer.LogWriter, "write", late)  # noqa: B010 - mypy takes no other method


def _die_queueing(number: int) -> None:
    left = [number]

    @event.listens_for(ServiceSession, "before_commit")
    def die(session: Session) -> None:
        if mutations.queued_here(session):
            left[0] -= 1
            if left[0] == 0:
                os.kill(os.getpid(), signal.SIGKILL)


if __name__ == "__main__":
    main(sys.argv[1:])
