from http import HTTPStatus
from typing import Any, cast
from urllib.parse import quote

import httpx

from ...client import AuthenticatedClient, Client
from ...types import Response, UNSET
from ... import errors

from ...models.dead_letter_out import DeadLetterOut
from ...models.discard_in import DiscardIn
from ...models.problem import Problem
from ...types import UNSET, Unset
from typing import cast
from uuid import UUID


def _get_kwargs(
    dead_letter_id: UUID,
    *,
    body: DiscardIn,
    idempotency_key: str | Unset = UNSET,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}
    if not isinstance(idempotency_key, Unset):
        headers["Idempotency-Key"] = idempotency_key

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/v1/dead-letters/{dead_letter_id}/discard".format(
            dead_letter_id=quote(str(dead_letter_id), safe=""),
        ),
    }

    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> DeadLetterOut | Problem | None:
    if response.status_code == 200:
        response_200 = DeadLetterOut.from_dict(response.json())

        return response_200

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
) -> Response[DeadLetterOut | Problem]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    dead_letter_id: UUID,
    *,
    client: AuthenticatedClient,
    body: DiscardIn,
    idempotency_key: str | Unset = UNSET,
) -> Response[DeadLetterOut | Problem]:
    """Discard Dead Letter

     Give the fact up for good.

    Args:
        dead_letter_id (UUID):
        idempotency_key (str | Unset):
        body (DiscardIn): Why a fact is given up.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[DeadLetterOut | Problem]
    """

    kwargs = _get_kwargs(
        dead_letter_id=dead_letter_id,
        body=body,
        idempotency_key=idempotency_key,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    dead_letter_id: UUID,
    *,
    client: AuthenticatedClient,
    body: DiscardIn,
    idempotency_key: str | Unset = UNSET,
) -> DeadLetterOut | Problem | None:
    """Discard Dead Letter

     Give the fact up for good.

    Args:
        dead_letter_id (UUID):
        idempotency_key (str | Unset):
        body (DiscardIn): Why a fact is given up.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        DeadLetterOut | Problem
    """

    return sync_detailed(
        dead_letter_id=dead_letter_id,
        client=client,
        body=body,
        idempotency_key=idempotency_key,
    ).parsed


async def asyncio_detailed(
    dead_letter_id: UUID,
    *,
    client: AuthenticatedClient,
    body: DiscardIn,
    idempotency_key: str | Unset = UNSET,
) -> Response[DeadLetterOut | Problem]:
    """Discard Dead Letter

     Give the fact up for good.

    Args:
        dead_letter_id (UUID):
        idempotency_key (str | Unset):
        body (DiscardIn): Why a fact is given up.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[DeadLetterOut | Problem]
    """

    kwargs = _get_kwargs(
        dead_letter_id=dead_letter_id,
        body=body,
        idempotency_key=idempotency_key,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    dead_letter_id: UUID,
    *,
    client: AuthenticatedClient,
    body: DiscardIn,
    idempotency_key: str | Unset = UNSET,
) -> DeadLetterOut | Problem | None:
    """Discard Dead Letter

     Give the fact up for good.

    Args:
        dead_letter_id (UUID):
        idempotency_key (str | Unset):
        body (DiscardIn): Why a fact is given up.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        DeadLetterOut | Problem
    """

    return (
        await asyncio_detailed(
            dead_letter_id=dead_letter_id,
            client=client,
            body=body,
            idempotency_key=idempotency_key,
        )
    ).parsed
