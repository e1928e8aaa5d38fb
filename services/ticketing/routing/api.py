"""Routes of groups and agents."""

from typing import Annotated

from fastapi import Query

from services.ticketing.routing import presence, queries, service
from services.ticketing.routing.errors import NotTheirPresence
from services.ticketing.routing.schemas import (
    AgentFilters,
    AgentIn,
    AgentOut,
    GroupFilters,
    GroupIn,
    GroupOut,
    GroupPatch,
    PresenceIn,
    PresenceOut,
)
from shared.features.notifications import addresses
from shared.http.dependencies import Actor, Answer, IfMatch, Page, RequestCause, Session, Settings
from shared.http.fields import Id, Listed
from shared.http.routes import Router

groups = Router(
    prefix="/v1/groups",
    tags=["groups"],
    scope="ticketing:groups",
    about="People who answer for a kind of ticket together.",
)
OF_OTHERS = "ticketing:agents:write"
"""Who may say it of others, too."""

agents = Router(
    prefix="/v1/agents",
    tags=["agents"],
    scope="ticketing:agents",
    about="Members of staff, as the directory tells of them, and what they can do on tickets.",
)

presences = Router(
    prefix="/v1/agents",
    tags=["agents"],
    scope="ticketing:presence",
    about="Members of staff, as the directory tells of them, and what they can do on tickets.",
)


@groups.post("", status_code=201)
async def create_group(
    body: GroupIn, session: Session, cause: RequestCause, settings: Settings, answer: Answer
) -> GroupOut:
    """Make a group. `notify_address` is as in onboarding's staff."""
    row = await service.create_group(session, cause, addresses.seal(body, settings))
    return answer.created(GroupOut.of(row, body.member_ids))


@groups.get("")
async def list_groups(session: Session, page: Page, filters: Annotated[GroupFilters, Query()]) -> Listed[GroupOut]:
    """All groups, with their members."""
    rows = await page.of(session, queries.groups(filters), lambda row: row)
    members = await queries.members(session, [row.id for row in rows.items])
    return Listed(items=[GroupOut.of(row, members.get(row.id, [])) for row in rows.items], next_cursor=rows.next_cursor)


@groups.get("/{group_id}")
async def read_group(group_id: Id, session: Session, answer: Answer) -> GroupOut:
    """One group with its members."""
    row = await queries.group(session, group_id)
    members = await queries.members(session, [group_id])
    return answer.item(GroupOut.of(row, members.get(group_id, [])))


@groups.patch("/{group_id}")
async def change_group(
    group_id: Id,
    body: GroupPatch,
    session: Session,
    cause: RequestCause,
    settings: Settings,
    if_match: IfMatch,
    answer: Answer,
) -> GroupOut:
    """Change a group by a merge-patch."""
    patch = addresses.seal(body, settings)
    return answer.item(GroupOut.of(*await service.change_group(session, cause, group_id, patch, if_match)))


@agents.get("")
async def list_agents(session: Session, page: Page, filters: Annotated[AgentFilters, Query()]) -> Listed[AgentOut]:
    """Every member of staff that the directory has told of, as an agent."""
    rows = await page.of(session, queries.agents(filters), lambda row: row)
    held = await queries.groups_of(session, [staff.staff_id for staff, _ in rows.items])
    return Listed(
        items=[AgentOut.of(staff, agent, held.get(staff.staff_id, [])) for staff, agent in rows.items],
        next_cursor=rows.next_cursor,
    )


@agents.get("/{staff_id}")
async def read_agent(staff_id: Id, session: Session, answer: Answer) -> AgentOut:
    """One agent."""
    staff, agent = await queries.agent(session, staff_id)
    held = await queries.groups_of(session, [staff_id])
    return answer.item(AgentOut.of(staff, agent, held.get(staff_id, [])))


@agents.put(
    "/{staff_id}",
    responses={201: {"model": AgentOut, "description": "It was said for the first time."}},
)
async def set_agent(
    staff_id: Id, body: AgentIn, session: Session, cause: RequestCause, if_match: IfMatch, answer: Answer
) -> AgentOut:
    """Say what a member of staff can do on tickets, and in which groups. 201 the first time."""
    new = await service.set_agent(session, cause, staff_id, body, if_match)
    staff, agent = await queries.agent(session, staff_id)
    view = AgentOut.of(staff, agent, body.group_ids)
    return answer.created(view, f"/v1/agents/{staff_id}") if new else answer.existing(view)


@presences.get("/{staff_id}/presence")
async def read_presence(staff_id: Id, session: Session, answer: Answer) -> PresenceOut:
    """Whether somebody takes tickets, as far as they say so themselves; the directory's absences count as well."""
    return answer.item(PresenceOut.of(staff_id, await queries.presence(session, staff_id)))


@presences.put("/{staff_id}/presence")
async def set_presence(
    staff_id: Id,
    body: PresenceIn,
    session: Session,
    cause: RequestCause,
    actor: Actor,
    if_match: IfMatch,
    answer: Answer,
) -> PresenceOut:
    """Say whether you take tickets; of others, with the scope ticketing:agents:write.

    Who is away or offline gets none, and those that they have not answered go to others of the group, where the
    group has a strategy.
    """
    if actor.staff_id != staff_id and not actor.may(OF_OTHERS):
        raise NotTheirPresence
    row = await presence.set_presence(session, cause, staff_id, body, if_match)
    return answer.item(PresenceOut.of(staff_id, row))
