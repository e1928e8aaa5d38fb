from http import HTTPStatus
from typing import Any, cast
from urllib.parse import quote

import httpx

from ...client import AuthenticatedClient, Client
from ...types import Response, UNSET
from ... import errors

from ...models.ola_target_in import OlaTargetIn
from ...models.ola_target_out import OlaTargetOut
from ...models.problem import Problem
from ...types import UNSET, Unset
from typing import cast
from uuid import UUID


def _get_kwargs(
    group_id: UUID,
    *,
    body: OlaTargetIn,
    if_match: str | Unset = UNSET,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}
    if not isinstance(if_match, Unset):
        headers["If-Match"] = if_match

    _kwargs: dict[str, Any] = {
        "method": "put",
        "url": "/v1/groups/{group_id}/ola".format(
            group_id=quote(str(group_id), safe=""),
        ),
    }

    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> OlaTargetOut | Problem | None:
    if response.status_code == 200:
        response_200 = OlaTargetOut.from_dict(response.json())

        return response_200

    if response.status_code == 201:
        response_201 = OlaTargetOut.from_dict(response.json())

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
) -> Response[OlaTargetOut | Problem]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    group_id: UUID,
    *,
    client: AuthenticatedClient,
    body: OlaTargetIn,
    if_match: str | Unset = UNSET,
) -> Response[OlaTargetOut | Problem]:
    """Set Group Ola

     Say how long tickets may rest with a group. What it has already keeps what it was promised.

    Args:
        group_id (UUID):
        if_match (str | Unset):
        body (OlaTargetIn): How long a ticket may rest with a group: until somebody of it has it,
            and until it is solved or handed on.

            Business seconds of the calendar, or 24x7; null: nothing is promised, and nothing
            measured.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[OlaTargetOut | Problem]
    """

    kwargs = _get_kwargs(
        group_id=group_id,
        body=body,
        if_match=if_match,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    group_id: UUID,
    *,
    client: AuthenticatedClient,
    body: OlaTargetIn,
    if_match: str | Unset = UNSET,
) -> OlaTargetOut | Problem | None:
    """Set Group Ola

     Say how long tickets may rest with a group. What it has already keeps what it was promised.

    Args:
        group_id (UUID):
        if_match (str | Unset):
        body (OlaTargetIn): How long a ticket may rest with a group: until somebody of it has it,
            and until it is solved or handed on.

            Business seconds of the calendar, or 24x7; null: nothing is promised, and nothing
            measured.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        OlaTargetOut | Problem
    """

    return sync_detailed(
        group_id=group_id,
        client=client,
        body=body,
        if_match=if_match,
    ).parsed


async def asyncio_detailed(
    group_id: UUID,
    *,
    client: AuthenticatedClient,
    body: OlaTargetIn,
    if_match: str | Unset = UNSET,
) -> Response[OlaTargetOut | Problem]:
    """Set Group Ola

     Say how long tickets may rest with a group. What it has already keeps what it was promised.

    Args:
        group_id (UUID):
        if_match (str | Unset):
        body (OlaTargetIn): How long a ticket may rest with a group: until somebody of it has it,
            and until it is solved or handed on.

            Business seconds of the calendar, or 24x7; null: nothing is promised, and nothing
            measured.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[OlaTargetOut | Problem]
    """

    kwargs = _get_kwargs(
        group_id=group_id,
        body=body,
        if_match=if_match,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    group_id: UUID,
    *,
    client: AuthenticatedClient,
    body: OlaTargetIn,
    if_match: str | Unset = UNSET,
) -> OlaTargetOut | Problem | None:
    """Set Group Ola

     Say how long tickets may rest with a group. What it has already keeps what it was promised.

    Args:
        group_id (UUID):
        if_match (str | Unset):
        body (OlaTargetIn): How long a ticket may rest with a group: until somebody of it has it,
            and until it is solved or handed on.

            Business seconds of the calendar, or 24x7; null: nothing is promised, and nothing
            measured.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        OlaTargetOut | Problem
    """

    return (
        await asyncio_detailed(
            group_id=group_id,
            client=client,
            body=body,
            if_match=if_match,
        )
    ).parsed
