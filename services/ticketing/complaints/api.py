"""Routes of complaints and complaint policies."""

from typing import Annotated

from fastapi import Query

from services.ticketing.complaints import policies, queries, service
from services.ticketing.complaints.schemas import (
    AcceptanceIn,
    ComplaintFilters,
    ComplaintOut,
    ComplaintPatch,
    ComplaintPolicyIn,
    ComplaintPolicyOut,
    ComplaintPolicyPatch,
    ComplaintTransitionIn,
    DecisionIn,
)
from shared.http.dependencies import Answer, IfMatch, Page, RequestCause, Session
from shared.http.fields import Id, Listed
from shared.http.routes import Router

complaints = Router(
    prefix="/v1/complaints",
    tags=["complaints"],
    scope="ticketing:complaints",
    about="Complaints by the stages of ISO 10002, what complainants are promised, and where they may turn.",
)
promises = Router(prefix="/v1/complaint-policies", tags=["complaints"], scope="ticketing:complaint-policies")


@complaints.get("")
async def list_complaints(
    session: Session, cause: RequestCause, page: Page, filters: Annotated[ComplaintFilters, Query()]
) -> Listed[ComplaintOut]:
    """Complaints, newest first. Each came with a ticket of type complaint."""
    return await page.of(session, queries.complaints(filters, cause.at), lambda row: ComplaintOut.of(row, cause.at))


@complaints.get("/{complaint_id}")
async def read_complaint(complaint_id: Id, session: Session, cause: RequestCause, answer: Answer) -> ComplaintOut:
    """One complaint."""
    return answer.item(ComplaintOut.of(await queries.complaint(session, complaint_id), cause.at))


@complaints.patch("/{complaint_id}")
async def change_complaint(
    complaint_id: Id, body: ComplaintPatch, session: Session, cause: RequestCause, if_match: IfMatch, answer: Answer
) -> ComplaintOut:
    """Say what it is about and how bad it is, by a merge-patch; by its category it may repeat another one."""
    row = await service.change(session, cause, complaint_id, body, if_match)
    await session.flush()
    return answer.item(ComplaintOut.of(row, cause.at))


@complaints.post("/{complaint_id}/transitions")
async def move_complaint(
    complaint_id: Id,
    body: ComplaintTransitionIn,
    session: Session,
    cause: RequestCause,
    if_match: IfMatch,
    answer: Answer,
) -> ComplaintOut:
    """Move a complaint on: received, acknowledged, assessed, investigating, responded, decided, closed.

    Acknowledgement comes first. Assessment may be left out: it then counts as made with what follows it. What is
    decided or closed may be `investigating` again, and another decision is due. Closing says how it ended: `accepted`
    or `recourse_exhausted` by what the customer said to the decision, `no_answer` where they said nothing, and from
    wherever it stands `withdrawn` or `reclassified`, where it was no complaint.
    """
    row = await service.move(session, cause, complaint_id, body, if_match)
    await session.flush()
    return answer.item(ComplaintOut.of(row, cause.at))


@complaints.post("/{complaint_id}/decision")
async def decide_complaint(
    complaint_id: Id, body: DecisionIn, session: Session, cause: RequestCause, if_match: IfMatch, answer: Answer
) -> ComplaintOut:
    """Decide a complaint that is acknowledged, or decide it again after the customer has refused the decision."""
    row = await service.decide(session, cause, complaint_id, body, if_match)
    await session.flush()
    return answer.item(ComplaintOut.of(row, cause.at))


@complaints.post("/{complaint_id}/acceptance")
async def answer_decision(
    complaint_id: Id, body: AcceptanceIn, session: Session, cause: RequestCause, if_match: IfMatch, answer: Answer
) -> ComplaintOut:
    """Record what the customer says to the decision. A refused one stays open, and `recourse` says where to turn."""
    row = await service.answer(session, cause, complaint_id, body, if_match)
    await session.flush()
    return answer.item(ComplaintOut.of(row, cause.at))


@promises.post("", status_code=201)
async def create_complaint_policy(
    body: ComplaintPolicyIn, session: Session, cause: RequestCause, answer: Answer
) -> ComplaintPolicyOut:
    """Say what complainants of a brand are promised: by when, and where to turn."""
    return answer.created(ComplaintPolicyOut.of(await policies.create(session, cause, body)))


@promises.get("")
async def list_complaint_policies(session: Session, page: Page) -> Listed[ComplaintPolicyOut]:
    """All complaint policies. The one without a brand holds for brands without their own."""
    return await page.of(session, queries.policies(), ComplaintPolicyOut.of)


@promises.get("/{policy_id}")
async def read_complaint_policy(policy_id: Id, session: Session, answer: Answer) -> ComplaintPolicyOut:
    """One complaint policy."""
    return answer.item(ComplaintPolicyOut.of(await queries.policy(session, policy_id)))


@promises.patch("/{policy_id}")
async def change_complaint_policy(
    policy_id: Id,
    body: ComplaintPolicyPatch,
    session: Session,
    cause: RequestCause,
    if_match: IfMatch,
    answer: Answer,
) -> ComplaintPolicyOut:
    """Change a policy by a merge-patch. Complaints that were opened before keep their dues."""
    return answer.item(ComplaintPolicyOut.of(await policies.change(session, cause, policy_id, body, if_match)))


@promises.delete("/{policy_id}", status_code=204)
async def remove_complaint_policy(policy_id: Id, session: Session, cause: RequestCause, if_match: IfMatch) -> None:
    """Take a brand's policy away; the one without a brand stays."""
    await policies.remove(session, cause, policy_id, if_match)
