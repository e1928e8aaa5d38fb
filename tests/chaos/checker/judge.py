"""All rules, one after the other."""

import asyncio
from collections.abc import Callable

from tests.chaos.checker import (
    acknowledged,
    amends,
    applied,
    asked,
    findings,
    ledger,
    levels,
    merges,
    mirrors,
    notices,
    numbers,
    published,
    recipients,
    states,
    stays,
    stories,
    surveys,
    watchers,
    waves,
    words,
    world,
)
from tests.chaos.checker.site import Site
from tests.chaos.checker.verdict import Verdict
from tests.chaos.checker.world import World

RULES: tuple[Callable[[World, Verdict], None], ...] = (
    published.check,
    acknowledged.check,
    applied.check,
    states.check,
    merges.check,
    words.check,
    levels.check,
    stays.check,
    watchers.check,
    amends.check,
    mirrors.check,
    stories.check,
    asked.check,
    surveys.check,
    waves.check,
    recipients.check,
    notices.check,
    ledger.check,
    numbers.check,
    findings.check,  # some stand for what the rules above have found
)

SETTLING = 3.0  # seconds between two looks
LOOKS = 3


async def judge(site: Site) -> Verdict:
    """Look at a run that is over; what seems wrong is looked at again, since a stack that is up still tells.

    A fault that is found at the last look as well is one: nothing was left to be waited for.
    """
    for look_again in (True,) * (LOOKS - 1) + (False,):
        verdict = look(await world.read(site))
        if verdict.good or not look_again:
            break
        await asyncio.sleep(SETTLING)
    return verdict


def look(seen: World) -> Verdict:
    """What all rules find in what was read."""
    verdict = Verdict(seen.site.seed)
    for rule in RULES:
        rule(seen, verdict)
    return verdict
