from http import HTTPStatus
from typing import Any, cast
from urllib.parse import quote

import httpx

from ...client import AuthenticatedClient, Client
from ...types import Response, UNSET
from ... import errors

from ...models.presence_in import PresenceIn
from ...models.presence_out import PresenceOut
from ...models.problem import Problem
from ...types import UNSET, Unset
from typing import cast
from uuid import UUID


def _get_kwargs(
    staff_id: UUID,
    *,
    body: PresenceIn,
    if_match: str | Unset = UNSET,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}
    if not isinstance(if_match, Unset):
        headers["If-Match"] = if_match

    _kwargs: dict[str, Any] = {
        "method": "put",
        "url": "/v1/agents/{staff_id}/presence".format(
            staff_id=quote(str(staff_id), safe=""),
        ),
    }

    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> PresenceOut | Problem | None:
    if response.status_code == 200:
        response_200 = PresenceOut.from_dict(response.json())

        return response_200

    if response.status_code == 201:
        response_201 = PresenceOut.from_dict(response.json())

        return response_201

    if response.status_code == 400:
        response_400 = Problem.from_dict(response.json())

        return response_400

    if response.status_code == 401:
        response_401 = Problem.from_dict(response.json())

        return response_401

    if response.status_code == 403:
        response_403 = Problem.from_dict(response.json())

        return response_403

    if response.status_code == 404:
        response_404 = Problem.from_dict(response.json())

        return response_404

    if response.status_code == 408:
        response_408 = Problem.from_dict(response.json())

        return response_408

    if response.status_code == 409:
        response_409 = Problem.from_dict(response.json())

        return response_409

    if response.status_code == 412:
        response_412 = Problem.from_dict(response.json())

        return response_412

    if response.status_code == 413:
        response_413 = Problem.from_dict(response.json())

        return response_413

    if response.status_code == 415:
        response_415 = Problem.from_dict(response.json())

        return response_415

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
) -> Response[PresenceOut | Problem]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    staff_id: UUID,
    *,
    client: AuthenticatedClient,
    body: PresenceIn,
    if_match: str | Unset = UNSET,
) -> Response[PresenceOut | Problem]:
    """Set Presence

     Say whether you take tickets; of others, with the scope ticketing:agents:write.

    Who is away or offline gets none, and those that they have not answered go to others of the group,
    where the
    group has a strategy.

    Args:
        staff_id (UUID):
        if_match (str | Unset):
        body (PresenceIn): Whether somebody takes tickets. until: from when on they are available
            again; none where they say so themselves.

            busy: no new ones, and they keep what they have. away, offline: what they have not
            answered yet goes to others.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[PresenceOut | Problem]
    """

    kwargs = _get_kwargs(
        staff_id=staff_id,
        body=body,
        if_match=if_match,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    staff_id: UUID,
    *,
    client: AuthenticatedClient,
    body: PresenceIn,
    if_match: str | Unset = UNSET,
) -> PresenceOut | Problem | None:
    """Set Presence

     Say whether you take tickets; of others, with the scope ticketing:agents:write.

    Who is away or offline gets none, and those that they have not answered go to others of the group,
    where the
    group has a strategy.

    Args:
        staff_id (UUID):
        if_match (str | Unset):
        body (PresenceIn): Whether somebody takes tickets. until: from when on they are available
            again; none where they say so themselves.

            busy: no new ones, and they keep what they have. away, offline: what they have not
            answered yet goes to others.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        PresenceOut | Problem
    """

    return sync_detailed(
        staff_id=staff_id,
        client=client,
        body=body,
        if_match=if_match,
    ).parsed


async def asyncio_detailed(
    staff_id: UUID,
    *,
    client: AuthenticatedClient,
    body: PresenceIn,
    if_match: str | Unset = UNSET,
) -> Response[PresenceOut | Problem]:
    """Set Presence

     Say whether you take tickets; of others, with the scope ticketing:agents:write.

    Who is away or offline gets none, and those that they have not answered go to others of the group,
    where the
    group has a strategy.

    Args:
        staff_id (UUID):
        if_match (str | Unset):
        body (PresenceIn): Whether somebody takes tickets. until: from when on they are available
            again; none where they say so themselves.

            busy: no new ones, and they keep what they have. away, offline: what they have not
            answered yet goes to others.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[PresenceOut | Problem]
    """

    kwargs = _get_kwargs(
        staff_id=staff_id,
        body=body,
        if_match=if_match,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    staff_id: UUID,
    *,
    client: AuthenticatedClient,
    body: PresenceIn,
    if_match: str | Unset = UNSET,
) -> PresenceOut | Problem | None:
    """Set Presence

     Say whether you take tickets; of others, with the scope ticketing:agents:write.

    Who is away or offline gets none, and those that they have not answered go to others of the group,
    where the
    group has a strategy.

    Args:
        staff_id (UUID):
        if_match (str | Unset):
        body (PresenceIn): Whether somebody takes tickets. until: from when on they are available
            again; none where they say so themselves.

            busy: no new ones, and they keep what they have. away, offline: what they have not
            answered yet goes to others.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        PresenceOut | Problem
    """

    return (
        await asyncio_detailed(
            staff_id=staff_id,
            client=client,
            body=body,
            if_match=if_match,
        )
    ).parsed
