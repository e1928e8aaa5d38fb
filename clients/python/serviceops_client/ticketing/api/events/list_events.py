from http import HTTPStatus
from typing import Any, cast
from urllib.parse import quote

import httpx

from ...client import AuthenticatedClient, Client
from ...types import Response, UNSET
from ... import errors

from ...models.events_out import EventsOut
from ...models.problem import Problem
from ...types import UNSET, Unset
from typing import cast


def _get_kwargs(
    *,
    types: list[str] | Unset = UNSET,
    after: int | None | Unset = UNSET,
    limit: int | Unset = 50,
) -> dict[str, Any]:

    params: dict[str, Any] = {}

    json_types: list[str] | Unset = UNSET
    if not isinstance(types, Unset):
        json_types = types

    params["types"] = json_types

    json_after: int | None | Unset
    if isinstance(after, Unset):
        json_after = UNSET
    else:
        json_after = after
    params["after"] = json_after

    params["limit"] = limit

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/v1/events",
        "params": params,
    }

    return _kwargs


def _parse_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> EventsOut | Problem | None:
    if response.status_code == 200:
        response_200 = EventsOut.from_dict(response.json())

        return response_200

    if response.status_code == 401:
        response_401 = Problem.from_dict(response.json())

        return response_401

    if response.status_code == 403:
        response_403 = Problem.from_dict(response.json())

        return response_403

    if response.status_code == 410:
        response_410 = Problem.from_dict(response.json())

        return response_410

    if response.status_code == 422:
        response_422 = Problem.from_dict(response.json())

        return response_422

    if response.status_code == 429:
        response_429 = Problem.from_dict(response.json())

        return response_429

    if response.status_code == 503:
        response_503 = Problem.from_dict(response.json())

        return response_503

    if client.raise_on_unexpected_status:
        raise errors.UnexpectedStatus(response.status_code, response.content)
    else:
        return None


def _build_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> Response[EventsOut | Problem]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    *,
    client: AuthenticatedClient,
    types: list[str] | Unset = UNSET,
    after: int | None | Unset = UNSET,
    limit: int | Unset = 50,
) -> Response[EventsOut | Problem]:
    """List Events

     The facts that this service has told, as they lie on Kafka, oldest first, to be followed without
    Kafka.

    Begin without `after`, keep `next_after` together with what you made of the items, and ask again
    with it:
    at once while it is lower than `newest`, else after a pause of your own. A fact is shown once it is
    published; its position never changes, and nothing ever appears behind a position that was answered.
    A fact
    that is sent to Kafka again is not shown again.

    Facts are kept for 7 days, heartbeats for 10 minutes. Where facts after `after` have been removed
    the answer
    is 410 with `oldest`: what lies before that can only be had from the lists of the API. Without
    `after` the
    feed begins at `oldest`. An answer with large facts may have fewer items than `limit`.

    Args:
        types (list[str] | Unset): Only these facts, separated by commas or repeated:
            sla.applied.v1, sla.paused.v1, sla.resumed.v1, sla.warned.v1, sla.breached.v1,
            sla.fulfilled.v1, sla.level_due.v1, escalation.level_fired.v1, ola.started.v1,
            ola.breached.v1, ola.ended.v1, ticket.created.v1, ticket.updated.v1,
            ticket.message_added.v1, ticket.assigned.v1, ticket.status_changed.v1, ticket.solved.v1,
            ticket.reopened.v1, ticket.closed.v1, ticket.merged.v1, ticket.unmerged.v1,
            group.changed.v1, escalation.opened.v1, recovery.opened.v1, recovery.acknowledged.v1,
            recovery.planned.v1, recovery.contacted.v1, recovery.completed.v1, complaint.opened.v1,
            complaint.stage_changed.v1, complaint.closed.v1, notification.sent.v1,
            notification.failed.v1, notification.deferred.v1, repair.answered.v1, contact.erased.v1,
            service.heartbeat.v1.
        after (int | None | Unset): The `next_after` of the part before; 0 or nothing at the
            beginning.
        limit (int | Unset):  Default: 50.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[EventsOut | Problem]
    """

    kwargs = _get_kwargs(
        types=types,
        after=after,
        limit=limit,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    *,
    client: AuthenticatedClient,
    types: list[str] | Unset = UNSET,
    after: int | None | Unset = UNSET,
    limit: int | Unset = 50,
) -> EventsOut | Problem | None:
    """List Events

     The facts that this service has told, as they lie on Kafka, oldest first, to be followed without
    Kafka.

    Begin without `after`, keep `next_after` together with what you made of the items, and ask again
    with it:
    at once while it is lower than `newest`, else after a pause of your own. A fact is shown once it is
    published; its position never changes, and nothing ever appears behind a position that was answered.
    A fact
    that is sent to Kafka again is not shown again.

    Facts are kept for 7 days, heartbeats for 10 minutes. Where facts after `after` have been removed
    the answer
    is 410 with `oldest`: what lies before that can only be had from the lists of the API. Without
    `after` the
    feed begins at `oldest`. An answer with large facts may have fewer items than `limit`.

    Args:
        types (list[str] | Unset): Only these facts, separated by commas or repeated:
            sla.applied.v1, sla.paused.v1, sla.resumed.v1, sla.warned.v1, sla.breached.v1,
            sla.fulfilled.v1, sla.level_due.v1, escalation.level_fired.v1, ola.started.v1,
            ola.breached.v1, ola.ended.v1, ticket.created.v1, ticket.updated.v1,
            ticket.message_added.v1, ticket.assigned.v1, ticket.status_changed.v1, ticket.solved.v1,
            ticket.reopened.v1, ticket.closed.v1, ticket.merged.v1, ticket.unmerged.v1,
            group.changed.v1, escalation.opened.v1, recovery.opened.v1, recovery.acknowledged.v1,
            recovery.planned.v1, recovery.contacted.v1, recovery.completed.v1, complaint.opened.v1,
            complaint.stage_changed.v1, complaint.closed.v1, notification.sent.v1,
            notification.failed.v1, notification.deferred.v1, repair.answered.v1, contact.erased.v1,
            service.heartbeat.v1.
        after (int | None | Unset): The `next_after` of the part before; 0 or nothing at the
            beginning.
        limit (int | Unset):  Default: 50.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        EventsOut | Problem
    """

    return sync_detailed(
        client=client,
        types=types,
        after=after,
        limit=limit,
    ).parsed


async def asyncio_detailed(
    *,
    client: AuthenticatedClient,
    types: list[str] | Unset = UNSET,
    after: int | None | Unset = UNSET,
    limit: int | Unset = 50,
) -> Response[EventsOut | Problem]:
    """List Events

     The facts that this service has told, as they lie on Kafka, oldest first, to be followed without
    Kafka.

    Begin without `after`, keep `next_after` together with what you made of the items, and ask again
    with it:
    at once while it is lower than `newest`, else after a pause of your own. A fact is shown once it is
    published; its position never changes, and nothing ever appears behind a position that was answered.
    A fact
    that is sent to Kafka again is not shown again.

    Facts are kept for 7 days, heartbeats for 10 minutes. Where facts after `after` have been removed
    the answer
    is 410 with `oldest`: what lies before that can only be had from the lists of the API. Without
    `after` the
    feed begins at `oldest`. An answer with large facts may have fewer items than `limit`.

    Args:
        types (list[str] | Unset): Only these facts, separated by commas or repeated:
            sla.applied.v1, sla.paused.v1, sla.resumed.v1, sla.warned.v1, sla.breached.v1,
            sla.fulfilled.v1, sla.level_due.v1, escalation.level_fired.v1, ola.started.v1,
            ola.breached.v1, ola.ended.v1, ticket.created.v1, ticket.updated.v1,
            ticket.message_added.v1, ticket.assigned.v1, ticket.status_changed.v1, ticket.solved.v1,
            ticket.reopened.v1, ticket.closed.v1, ticket.merged.v1, ticket.unmerged.v1,
            group.changed.v1, escalation.opened.v1, recovery.opened.v1, recovery.acknowledged.v1,
            recovery.planned.v1, recovery.contacted.v1, recovery.completed.v1, complaint.opened.v1,
            complaint.stage_changed.v1, complaint.closed.v1, notification.sent.v1,
            notification.failed.v1, notification.deferred.v1, repair.answered.v1, contact.erased.v1,
            service.heartbeat.v1.
        after (int | None | Unset): The `next_after` of the part before; 0 or nothing at the
            beginning.
        limit (int | Unset):  Default: 50.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[EventsOut | Problem]
    """

    kwargs = _get_kwargs(
        types=types,
        after=after,
        limit=limit,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    *,
    client: AuthenticatedClient,
    types: list[str] | Unset = UNSET,
    after: int | None | Unset = UNSET,
    limit: int | Unset = 50,
) -> EventsOut | Problem | None:
    """List Events

     The facts that this service has told, as they lie on Kafka, oldest first, to be followed without
    Kafka.

    Begin without `after`, keep `next_after` together with what you made of the items, and ask again
    with it:
    at once while it is lower than `newest`, else after a pause of your own. A fact is shown once it is
    published; its position never changes, and nothing ever appears behind a position that was answered.
    A fact
    that is sent to Kafka again is not shown again.

    Facts are kept for 7 days, heartbeats for 10 minutes. Where facts after `after` have been removed
    the answer
    is 410 with `oldest`: what lies before that can only be had from the lists of the API. Without
    `after` the
    feed begins at `oldest`. An answer with large facts may have fewer items than `limit`.

    Args:
        types (list[str] | Unset): Only these facts, separated by commas or repeated:
            sla.applied.v1, sla.paused.v1, sla.resumed.v1, sla.warned.v1, sla.breached.v1,
            sla.fulfilled.v1, sla.level_due.v1, escalation.level_fired.v1, ola.started.v1,
            ola.breached.v1, ola.ended.v1, ticket.created.v1, ticket.updated.v1,
            ticket.message_added.v1, ticket.assigned.v1, ticket.status_changed.v1, ticket.solved.v1,
            ticket.reopened.v1, ticket.closed.v1, ticket.merged.v1, ticket.unmerged.v1,
            group.changed.v1, escalation.opened.v1, recovery.opened.v1, recovery.acknowledged.v1,
            recovery.planned.v1, recovery.contacted.v1, recovery.completed.v1, complaint.opened.v1,
            complaint.stage_changed.v1, complaint.closed.v1, notification.sent.v1,
            notification.failed.v1, notification.deferred.v1, repair.answered.v1, contact.erased.v1,
            service.heartbeat.v1.
        after (int | None | Unset): The `next_after` of the part before; 0 or nothing at the
            beginning.
        limit (int | Unset):  Default: 50.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        EventsOut | Problem
    """

    return (
        await asyncio_detailed(
            client=client,
            types=types,
            after=after,
            limit=limit,
        )
    ).parsed
