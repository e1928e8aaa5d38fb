"""What ships with feedback. Seeding again changes nothing; what an operator changed stays."""

from sqlalchemy.ext.asyncio import AsyncSession

from services.feedback.brands import queries as brand_queries
from services.feedback.brands import service as brands
from services.feedback.brands.models import DEFAULT
from services.feedback.brands.schemas import BrandIn
from services.feedback.follow_up_rules import queries as rule_queries
from services.feedback.follow_up_rules import service as rules
from services.feedback.follow_up_rules.schemas import AdvocacyAsk, FollowUpMatch, FollowUpRuleIn, NotifyTeam
from services.feedback.loop_cases import policy as loop_policy
from services.feedback.programs import queries as program_queries
from services.feedback.programs import service as programs
from services.feedback.programs import shipped as shipped_programs
from services.feedback.responses import shipped as reading
from services.feedback.surveys import queries, service, shipped
from services.feedback.themes import queries as theme_queries
from services.feedback.themes import service as themes
from services.feedback.word_lists import queries as word_list_queries
from services.feedback.word_lists import service as word_lists
from shared.events.cause import Cause
from shared.features.calendars import service as calendars

RULES = (
    FollowUpRuleIn(
        code=rules.GOOD_NEWS,
        name="Good news",
        match=FollowUpMatch(outcome=["positive"]),
        actions=[NotifyTeam(do="notify_team")],
    ),
    FollowUpRuleIn(
        code="advocacy_ask",
        name="Ask promoters to tell others",
        active=False,  # customers are asked for favours once an operator says so
        match=FollowUpMatch(survey_type=["nps"], outcome=["positive"]),
        actions=[AdvocacyAsk(do="advocacy_ask")],
    ),
)

BRAND = BrandIn(key=DEFAULT, name="serviceops", colour="#1f4e79", text_colour="#ffffff", sender_name="Customer care")
"""Under which is asked until the operator says who they are."""


async def seed(session: AsyncSession, cause: Cause) -> None:
    """Make what ships, where it is missing."""
    await calendars.seed(session, cause)
    await loop_policy.seed(session, cause)
    if await brand_queries.named(session, DEFAULT) is None:
        await brands.create(session, cause, BRAND)
    for words in reading.word_lists():
        if await word_list_queries.of_kind(session, words.kind, words.locale) is None:
            await word_lists.create(session, cause, words)
    for theme in reading.themes():
        if await theme_queries.of_code(session, theme.code) is None:
            await themes.create(session, cause, theme)
    for rule in RULES:
        if await rule_queries.of_code(session, rule.code) is None:
            await rules.create(session, cause, rule)
    for survey in shipped.surveys():
        await service.ship(session, cause, survey)
    for program in shipped_programs.programs():
        about = await queries.shipped(session, program.survey_type)
        if about is not None and await program_queries.shipped(session, program.key) is None:
            await programs.create(session, cause, program.body(about.id), shipped=program.key, state=program.state)
