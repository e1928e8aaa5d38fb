"""`python -m deploy.local run|demo|migrate`: everything on one machine.

run      starts it, tells the story in an empty STATE, and stays up until Ctrl-C
demo     starts it, or finds it running, and tells a new story; exits 0 only if all of it was met
migrate  brings the databases of STATE to their newest revision
"""

import argparse
import contextlib
import signal
import sys
from collections.abc import Iterator
from types import FrameType

from deploy.local import options, stack
from deploy.local.children import STOP_SIGNALS
from deploy.local.launcher import Launcher
from deploy.local.options import SERVICES, Options
from deploy.local.processes import ServerError
from deploy.local.progress import Progress
from deploy.local.stack import Stack
from deploy.local.state import State, StateInUse

INTERRUPTED = 130  # exit status, as shells have it
A_LIST = {"ticketing": "tickets", "feedback": "responses", "onboarding": "accounts", "analytics": "metrics"}


class Stopped(BaseException):
    """SIGINT, SIGTERM or SIGHUP: leave whatever is under way, and end."""


def main() -> int:
    """Do what the command line says; returns the exit status."""
    parser = argparse.ArgumentParser(prog="python -m deploy.local", description="Everything on one machine.")
    parser.add_argument("command", choices=["run", "demo", "migrate"])
    parser.add_argument("--only", action="append", choices=SERVICES, help="run this service; all without")
    arguments = parser.parse_args()
    command = {"run": run, "demo": demo, "migrate": migrate}[arguments.command]
    progress = Progress()
    try:
        chosen = options.read(only=tuple(arguments.only or SERVICES))
        _stop_on_signals()
        return command(chosen, State(chosen.state), progress)
    except ServerError as error:
        print(error, file=sys.stderr, flush=True)
        return 1
    except Stopped:
        return INTERRUPTED


def run(chosen: Options, state: State, progress: Progress) -> int:
    """Stay up until a signal; a story that failed is told of, and no reason to end."""
    with _started(chosen, state, progress) as launcher:
        if chosen.story and launcher.state_was_empty and chosen.only == SERVICES:
            _tell_story(launcher)
        _say_addresses(launcher.stack, state, progress)
        try:
            while True:
                launcher.tend()
        except Stopped:
            progress.say()
            progress.step("ends in order")
    return 0


def demo(chosen: Options, state: State, progress: Progress) -> int:
    """Tell one story; on a stack that is up already, where there is one."""
    try:
        with _started(chosen, state, progress) as launcher:
            return _tell_story(launcher)
    except StateInUse as running:
        if not state.stack.exists():
            raise
        progress.step(f"the stack of {state.folder} is up already (process {running.pid})")
        from deploy.local import story

        return 0 if story.tell(stack.load(state.stack)) else 1


def migrate(chosen: Options, state: State, progress: Progress) -> int:
    """Migrate and seed what lies in STATE."""
    with state.locked():
        launcher = Launcher(chosen, state, progress)
        try:
            launcher.start_databases()
        finally:
            launcher.stop()
    return 0


@contextlib.contextmanager
def _started(chosen: Options, state: State, progress: Progress) -> Iterator[Launcher]:
    with state.locked():
        launcher = Launcher(chosen, state, progress)
        try:
            launcher.start()
            yield launcher
        finally:
            launcher.stop()


def _tell_story(launcher: Launcher) -> int:
    """In a process of its own, since the launcher has no event loop; meanwhile everything is looked after."""
    from deploy.local import story

    teller = launcher.fork("story", lambda: sys.exit(0 if story.tell(launcher.stack) else 1))
    while not teller.has_ended():
        launcher.tend()
    return teller.status or 0


def _say_addresses(up: Stack, state: State, progress: Progress) -> None:
    from deploy.local.services import PAGES

    progress.say()
    for name, service in up.services.items():
        progress.say(f"  {name:<11} {service.url}   docs {service.url}/docs")
    progress.say(f"  mail        {up.mail_dir}")
    progress.say(f"  logs        {state.logs}")
    progress.say(f"  key         {up.api_key}")
    for name, (label, path) in PAGES.items():
        if name in up.services:
            progress.say(f"  {label:<11} {up.services[name].url}{path}   sign in with the key")
    progress.say()
    name, first = next(iter(up.services.items()))
    progress.say(f"  curl -H 'X-API-Key: {up.api_key}' {first.url}/v1/{A_LIST[name]}")
    progress.say()
    progress.step("up; Ctrl-C ends it")


def _stop_on_signals() -> None:
    """Turn the first signal into Stopped; further ones are ignored, so that the end is orderly."""

    def stop(number: int, frame: FrameType | None) -> None:
        for each in STOP_SIGNALS:
            signal.signal(each, signal.SIG_IGN)
        raise Stopped

    for number in STOP_SIGNALS:
        signal.signal(number, stop)


if __name__ == "__main__":
    sys.exit(main())
