from http import HTTPStatus
from typing import Any, cast
from urllib.parse import quote

import httpx

from ...client import AuthenticatedClient, Client
from ...types import Response, UNSET
from ... import errors

from ...models.problem import Problem
from ...models.sla_policy_in import SlaPolicyIn
from ...models.sla_policy_out import SlaPolicyOut
from ...types import UNSET, Unset
from typing import cast


def _get_kwargs(
    *,
    body: SlaPolicyIn,
    idempotency_key: str | Unset = UNSET,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}
    if not isinstance(idempotency_key, Unset):
        headers["Idempotency-Key"] = idempotency_key

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/v1/sla-policies",
    }

    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> Problem | SlaPolicyOut | None:
    if response.status_code == 200:
        response_200 = SlaPolicyOut.from_dict(response.json())

        return response_200

    if response.status_code == 201:
        response_201 = SlaPolicyOut.from_dict(response.json())

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

    if response.status_code == 408:
        response_408 = Problem.from_dict(response.json())

        return response_408

    if response.status_code == 409:
        response_409 = Problem.from_dict(response.json())

        return response_409

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
) -> Response[Problem | SlaPolicyOut]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    *,
    client: AuthenticatedClient,
    body: SlaPolicyIn,
    idempotency_key: str | Unset = UNSET,
) -> Response[Problem | SlaPolicyOut]:
    """Create Sla Policy

     Say what certain tickets are promised.

    Args:
        idempotency_key (str | Unset):
        body (SlaPolicyIn): What tickets are promised. The policy with the lowest rank that fits a
            new ticket is taken.

            A metric or priority without a target is not promised. on_reopen: whether a reopened
            ticket starts new
            cycles or goes on with those that its solution ended. effective_from: now unless given.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Problem | SlaPolicyOut]
    """

    kwargs = _get_kwargs(
        body=body,
        idempotency_key=idempotency_key,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    *,
    client: AuthenticatedClient,
    body: SlaPolicyIn,
    idempotency_key: str | Unset = UNSET,
) -> Problem | SlaPolicyOut | None:
    """Create Sla Policy

     Say what certain tickets are promised.

    Args:
        idempotency_key (str | Unset):
        body (SlaPolicyIn): What tickets are promised. The policy with the lowest rank that fits a
            new ticket is taken.

            A metric or priority without a target is not promised. on_reopen: whether a reopened
            ticket starts new
            cycles or goes on with those that its solution ended. effective_from: now unless given.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Problem | SlaPolicyOut
    """

    return sync_detailed(
        client=client,
        body=body,
        idempotency_key=idempotency_key,
    ).parsed


async def asyncio_detailed(
    *,
    client: AuthenticatedClient,
    body: SlaPolicyIn,
    idempotency_key: str | Unset = UNSET,
) -> Response[Problem | SlaPolicyOut]:
    """Create Sla Policy

     Say what certain tickets are promised.

    Args:
        idempotency_key (str | Unset):
        body (SlaPolicyIn): What tickets are promised. The policy with the lowest rank that fits a
            new ticket is taken.

            A metric or priority without a target is not promised. on_reopen: whether a reopened
            ticket starts new
            cycles or goes on with those that its solution ended. effective_from: now unless given.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Problem | SlaPolicyOut]
    """

    kwargs = _get_kwargs(
        body=body,
        idempotency_key=idempotency_key,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    *,
    client: AuthenticatedClient,
    body: SlaPolicyIn,
    idempotency_key: str | Unset = UNSET,
) -> Problem | SlaPolicyOut | None:
    """Create Sla Policy

     Say what certain tickets are promised.

    Args:
        idempotency_key (str | Unset):
        body (SlaPolicyIn): What tickets are promised. The policy with the lowest rank that fits a
            new ticket is taken.

            A metric or priority without a target is not promised. on_reopen: whether a reopened
            ticket starts new
            cycles or goes on with those that its solution ended. effective_from: now unless given.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Problem | SlaPolicyOut
    """

    return (
        await asyncio_detailed(
            client=client,
            body=body,
            idempotency_key=idempotency_key,
        )
    ).parsed
