"""The ledger: rules, what they expect, what is missing, and the requests to make it good."""

from typing import Annotated

from fastapi import APIRouter, Query

from services.analytics.assurance import heartbeats, queries, repairs, rulebook
from services.analytics.assurance.rule_schemas import Name, RehearsalOut, RuleIn, RuleOut
from services.analytics.assurance.schemas import (
    ExpectationFilters,
    ExpectationOut,
    FindingFilters,
    FindingOut,
    HeartbeatOut,
    RepairFilters,
    RepairIn,
    RepairOut,
)
from shared.http.dependencies import Answer, Page, RequestCause, Session
from shared.http.fields import Id, Listed
from shared.http.routes import Router


def routers(*, repairs_per_minute: int) -> list[APIRouter]:
    """The ledger's routes. repairs_per_minute: the ceiling on requests to the owning services."""
    return [rules, expectations, findings, _repairs(repairs_per_minute), beats]


rules = Router(prefix="/v1/assurance/rules", tags=["assurance"], scope="analytics:assurance")
expectations = Router(prefix="/v1/assurance/expectations", tags=["assurance"], scope="analytics:assurance")
findings = Router(prefix="/v1/assurance/findings", tags=["assurance"], scope="analytics:assurance")
beats = Router(prefix="/v1/assurance/heartbeats", tags=["assurance"], scope="analytics:assurance")


@rules.get("")
async def list_rules(session: Session, page: Page) -> Listed[RuleOut]:
    """The newest version of each rule."""
    return await page.of(session, queries.rules(), RuleOut.of)


@rules.post("", status_code=201, response_model=RuleOut | RehearsalOut)
async def create_rule(
    body: RuleIn, session: Session, cause: RequestCause, answer: Answer, dry_run: bool = False
) -> RuleOut | RehearsalOut:
    """Make a rule or its next version; with dry_run, say what past facts would give, and store nothing."""
    if dry_run:
        return answer.existing(await rulebook.rehearse(session, cause, body))
    row, is_new = await rulebook.create(session, cause, body)
    if not is_new:
        return answer.existing(RuleOut.of(row))
    return answer.created(RuleOut.of(row), f"/v1/assurance/rules/{row.rule_id}")


@rules.get("/{rule_id}")
async def read_rule(rule_id: Name, session: Session, answer: Answer) -> RuleOut:
    """A rule in its newest version."""
    return answer.item(RuleOut.of(await queries.rule(session, rule_id)))


@rules.post("/{rule_id}/end")
async def end_rule(rule_id: Name, session: Session, cause: RequestCause, answer: Answer) -> RuleOut:
    """End a rule: nothing sets it off any more; what it expects already stays."""
    return answer.item(RuleOut.of(await rulebook.end(session, cause, rule_id)))


@expectations.get("")
async def list_expectations(
    session: Session, page: Page, filters: Annotated[ExpectationFilters, Query()]
) -> Listed[ExpectationOut]:
    """What had to happen, and what became of it."""
    return await page.of(session, queries.expectations(filters), ExpectationOut.of)


@findings.get("")
async def list_findings(
    session: Session, page: Page, filters: Annotated[FindingFilters, Query()]
) -> Listed[FindingOut]:
    """Faults, each raised once."""
    return await page.of(session, queries.findings(filters), FindingOut.of)


@beats.get("")
async def list_heartbeats(session: Session, page: Page) -> Listed[HeartbeatOut]:
    """The newest heartbeat of each service, and up to when everything that it told is known here."""
    covered = await heartbeats.coverage(session)
    return await page.of(session, queries.heartbeats(), lambda row: HeartbeatOut.of(row, covered.get(row.service)))


def _repairs(per_minute: int) -> Router:
    router = Router(prefix="/v1/assurance/repairs", tags=["assurance"], scope="analytics:repairs", about=__doc__)

    @router.get("")
    async def list_repairs(
        session: Session, page: Page, filters: Annotated[RepairFilters, Query()]
    ) -> Listed[RepairOut]:
        """The requests to do lost steps."""
        return await page.of(session, queries.repairs(filters), RepairOut.model_validate)

    @router.post("", status_code=201, responses={429: {"description": "More repairs than a minute may have."}})
    async def request_repair(body: RepairIn, session: Session, cause: RequestCause, answer: Answer) -> RepairOut:
        """Ask the owning service to do a lost step, once; a second request answers with the first."""
        if body.dry_run:
            rehearsed = await repairs.rehearse(session, cause, body.finding_id)
            return answer.existing(RepairOut.foreseen(rehearsed))
        repair, is_new = await repairs.request(session, cause, body.finding_id, per_minute=per_minute)
        view = RepairOut.model_validate(repair)
        return answer.created(view) if is_new else answer.existing(view)

    @router.get("/{repair_id}")
    async def read_repair(repair_id: Id, session: Session, answer: Answer) -> RepairOut:
        """One request and what the owning service answered."""
        return answer.item(RepairOut.model_validate(await queries.repair(session, repair_id)))

    @router.post("/{repair_id}/approve", responses={429: {"description": "More repairs than a minute may have."}})
    async def approve_repair(repair_id: Id, session: Session, cause: RequestCause, answer: Answer) -> RepairOut:
        """Approve a request that waits for it; whoever made it cannot."""
        repair = await repairs.approve(session, cause, repair_id, per_minute=per_minute)
        return answer.item(RepairOut.model_validate(repair))

    return router
