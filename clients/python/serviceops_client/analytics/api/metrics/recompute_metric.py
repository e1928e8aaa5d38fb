from http import HTTPStatus
from typing import Any, cast
from urllib.parse import quote

import httpx

from ...client import AuthenticatedClient, Client
from ...types import Response, UNSET
from ... import errors

from ...models.problem import Problem
from ...models.recomputed_out import RecomputedOut
from ...types import UNSET, Unset
from typing import cast


def _get_kwargs(
    metric_id: str,
    *,
    cursor: None | str | Unset = UNSET,
    idempotency_key: str | Unset = UNSET,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}
    if not isinstance(idempotency_key, Unset):
        headers["Idempotency-Key"] = idempotency_key

    params: dict[str, Any] = {}

    json_cursor: None | str | Unset
    if isinstance(cursor, Unset):
        json_cursor = UNSET
    else:
        json_cursor = cursor
    params["cursor"] = json_cursor

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/v1/metrics/{metric_id}/recompute".format(
            metric_id=quote(str(metric_id), safe=""),
        ),
        "params": params,
    }

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> Problem | RecomputedOut | None:
    if response.status_code == 200:
        response_200 = RecomputedOut.from_dict(response.json())

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
) -> Response[Problem | RecomputedOut]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    metric_id: str,
    *,
    client: AuthenticatedClient,
    cursor: None | str | Unset = UNSET,
    idempotency_key: str | Unset = UNSET,
) -> Response[Problem | RecomputedOut]:
    """Recompute Metric

     Rebuild a metric from what is stored, compare, put right what differs, and raise a finding for it.

    Args:
        metric_id (str):
        cursor (None | str | Unset): The `next_cursor` of the call before.
        idempotency_key (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Problem | RecomputedOut]
    """

    kwargs = _get_kwargs(
        metric_id=metric_id,
        cursor=cursor,
        idempotency_key=idempotency_key,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    metric_id: str,
    *,
    client: AuthenticatedClient,
    cursor: None | str | Unset = UNSET,
    idempotency_key: str | Unset = UNSET,
) -> Problem | RecomputedOut | None:
    """Recompute Metric

     Rebuild a metric from what is stored, compare, put right what differs, and raise a finding for it.

    Args:
        metric_id (str):
        cursor (None | str | Unset): The `next_cursor` of the call before.
        idempotency_key (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Problem | RecomputedOut
    """

    return sync_detailed(
        metric_id=metric_id,
        client=client,
        cursor=cursor,
        idempotency_key=idempotency_key,
    ).parsed


async def asyncio_detailed(
    metric_id: str,
    *,
    client: AuthenticatedClient,
    cursor: None | str | Unset = UNSET,
    idempotency_key: str | Unset = UNSET,
) -> Response[Problem | RecomputedOut]:
    """Recompute Metric

     Rebuild a metric from what is stored, compare, put right what differs, and raise a finding for it.

    Args:
        metric_id (str):
        cursor (None | str | Unset): The `next_cursor` of the call before.
        idempotency_key (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Problem | RecomputedOut]
    """

    kwargs = _get_kwargs(
        metric_id=metric_id,
        cursor=cursor,
        idempotency_key=idempotency_key,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    metric_id: str,
    *,
    client: AuthenticatedClient,
    cursor: None | str | Unset = UNSET,
    idempotency_key: str | Unset = UNSET,
) -> Problem | RecomputedOut | None:
    """Recompute Metric

     Rebuild a metric from what is stored, compare, put right what differs, and raise a finding for it.

    Args:
        metric_id (str):
        cursor (None | str | Unset): The `next_cursor` of the call before.
        idempotency_key (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Problem | RecomputedOut
    """

    return (
        await asyncio_detailed(
            metric_id=metric_id,
            client=client,
            cursor=cursor,
            idempotency_key=idempotency_key,
        )
    ).parsed
