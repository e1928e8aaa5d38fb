from http import HTTPStatus
from typing import Any, cast
from urllib.parse import quote

import httpx

from ...client import AuthenticatedClient, Client
from ...types import Response, UNSET
from ... import errors

from ...models.listed_timeline_item_out import ListedTimelineItemOut
from ...models.problem import Problem
from ...types import UNSET, Unset
from typing import cast
from uuid import UUID


def _get_kwargs(
    ticket_id: UUID,
    *,
    limit: int | Unset = 50,
    cursor: str | Unset = UNSET,
) -> dict[str, Any]:

    params: dict[str, Any] = {}

    params["limit"] = limit

    params["cursor"] = cursor

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/v1/tickets/{ticket_id}/timeline".format(
            ticket_id=quote(str(ticket_id), safe=""),
        ),
        "params": params,
    }

    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> ListedTimelineItemOut | Problem | None:
    if response.status_code == 200:
        response_200 = ListedTimelineItemOut.from_dict(response.json())

        return response_200

    if response.status_code == 401:
        response_401 = Problem.from_dict(response.json())

        return response_401

    if response.status_code == 403:
        response_403 = Problem.from_dict(response.json())

        return response_403

    if response.status_code == 404:
        response_404 = Problem.from_dict(response.json())

        return response_404

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


def _build_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> Response[ListedTimelineItemOut | Problem]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    ticket_id: UUID,
    *,
    client: AuthenticatedClient,
    limit: int | Unset = 50,
    cursor: str | Unset = UNSET,
) -> Response[ListedTimelineItemOut | Problem]:
    """Read Ticket Timeline

     What happened on a ticket, the oldest first: messages, changes, promises that were kept, warned of
    or broken.

    Each item says who did it, and for which request, fact or job. What is merged into the ticket shows
    its messages
    here; what was done to it is in its own timeline. Changes are shown as long as the audit trail is
    kept; those of
    its complaint to who may read complaints.

    Args:
        ticket_id (UUID):
        limit (int | Unset):  Default: 50.
        cursor (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[ListedTimelineItemOut | Problem]
    """

    kwargs = _get_kwargs(
        ticket_id=ticket_id,
        limit=limit,
        cursor=cursor,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    ticket_id: UUID,
    *,
    client: AuthenticatedClient,
    limit: int | Unset = 50,
    cursor: str | Unset = UNSET,
) -> ListedTimelineItemOut | Problem | None:
    """Read Ticket Timeline

     What happened on a ticket, the oldest first: messages, changes, promises that were kept, warned of
    or broken.

    Each item says who did it, and for which request, fact or job. What is merged into the ticket shows
    its messages
    here; what was done to it is in its own timeline. Changes are shown as long as the audit trail is
    kept; those of
    its complaint to who may read complaints.

    Args:
        ticket_id (UUID):
        limit (int | Unset):  Default: 50.
        cursor (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        ListedTimelineItemOut | Problem
    """

    return sync_detailed(
        ticket_id=ticket_id,
        client=client,
        limit=limit,
        cursor=cursor,
    ).parsed


async def asyncio_detailed(
    ticket_id: UUID,
    *,
    client: AuthenticatedClient,
    limit: int | Unset = 50,
    cursor: str | Unset = UNSET,
) -> Response[ListedTimelineItemOut | Problem]:
    """Read Ticket Timeline

     What happened on a ticket, the oldest first: messages, changes, promises that were kept, warned of
    or broken.

    Each item says who did it, and for which request, fact or job. What is merged into the ticket shows
    its messages
    here; what was done to it is in its own timeline. Changes are shown as long as the audit trail is
    kept; those of
    its complaint to who may read complaints.

    Args:
        ticket_id (UUID):
        limit (int | Unset):  Default: 50.
        cursor (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[ListedTimelineItemOut | Problem]
    """

    kwargs = _get_kwargs(
        ticket_id=ticket_id,
        limit=limit,
        cursor=cursor,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    ticket_id: UUID,
    *,
    client: AuthenticatedClient,
    limit: int | Unset = 50,
    cursor: str | Unset = UNSET,
) -> ListedTimelineItemOut | Problem | None:
    """Read Ticket Timeline

     What happened on a ticket, the oldest first: messages, changes, promises that were kept, warned of
    or broken.

    Each item says who did it, and for which request, fact or job. What is merged into the ticket shows
    its messages
    here; what was done to it is in its own timeline. Changes are shown as long as the audit trail is
    kept; those of
    its complaint to who may read complaints.

    Args:
        ticket_id (UUID):
        limit (int | Unset):  Default: 50.
        cursor (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        ListedTimelineItemOut | Problem
    """

    return (
        await asyncio_detailed(
            ticket_id=ticket_id,
            client=client,
            limit=limit,
            cursor=cursor,
        )
    ).parsed
