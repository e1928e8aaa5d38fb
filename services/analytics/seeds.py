"""What ships with analytics. Seeding again changes nothing, and what an operator changed stays."""

from sqlalchemy.ext.asyncio import AsyncSession

from services.analytics.assurance import queries, rulebook
from services.analytics.assurance.shipped import RULES, SINCE_EVER
from services.analytics.facts import queries as facts
from services.analytics.facts import service as fact_store
from shared.events.cause import Cause


async def seed(session: AsyncSession, cause: Cause) -> None:
    """Make this month's partition of facts and the next ones, and the rules that are missing.

    Before the first fact has come a rule holds since ever, so that it judges what the others told while
    analytics was not there yet; one that ships later holds from now on.
    """
    await fact_store.make_partitions(session, cause)
    since = cause.at if await facts.is_any(session) else SINCE_EVER
    for rule in RULES:
        if await queries.newest_version(session, rule.rule_id) is None:
            await rulebook.create(session, cause, rule.model_copy(update={"effective_from": since}))
