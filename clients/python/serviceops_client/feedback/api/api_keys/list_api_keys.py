from http import HTTPStatus
from typing import Any, cast
from urllib.parse import quote

import httpx

from ...client import AuthenticatedClient, Client
from ...types import Response, UNSET
from ... import errors

from ...models.listed_api_key_out import ListedApiKeyOut
from ...models.problem import Problem
from ...types import UNSET, Unset
from typing import cast
from uuid import UUID


def _get_kwargs(
    *,
    prefix: None | str | Unset = UNSET,
    staff_id: None | Unset | UUID = UNSET,
    revoked: bool | None | Unset = UNSET,
    limit: int | Unset = 50,
    cursor: str | Unset = UNSET,
) -> dict[str, Any]:

    params: dict[str, Any] = {}

    json_prefix: None | str | Unset
    if isinstance(prefix, Unset):
        json_prefix = UNSET
    else:
        json_prefix = prefix
    params["prefix"] = json_prefix

    json_staff_id: None | str | Unset
    if isinstance(staff_id, Unset):
        json_staff_id = UNSET
    elif isinstance(staff_id, UUID):
        json_staff_id = str(staff_id)
    else:
        json_staff_id = staff_id
    params["staff_id"] = json_staff_id

    json_revoked: bool | None | Unset
    if isinstance(revoked, Unset):
        json_revoked = UNSET
    else:
        json_revoked = revoked
    params["revoked"] = json_revoked

    params["limit"] = limit

    params["cursor"] = cursor

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/v1/api-keys",
        "params": params,
    }

    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> ListedApiKeyOut | Problem | None:
    if response.status_code == 200:
        response_200 = ListedApiKeyOut.from_dict(response.json())

        return response_200

    if response.status_code == 401:
        response_401 = Problem.from_dict(response.json())

        return response_401

    if response.status_code == 403:
        response_403 = Problem.from_dict(response.json())

        return response_403

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
) -> Response[ListedApiKeyOut | Problem]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    *,
    client: AuthenticatedClient,
    prefix: None | str | Unset = UNSET,
    staff_id: None | Unset | UUID = UNSET,
    revoked: bool | None | Unset = UNSET,
    limit: int | Unset = 50,
    cursor: str | Unset = UNSET,
) -> Response[ListedApiKeyOut | Problem]:
    """List Api Keys

     All keys, oldest first, the revoked and expired ones too.

    Args:
        prefix (None | str | Unset):
        staff_id (None | Unset | UUID):
        revoked (bool | None | Unset):
        limit (int | Unset):  Default: 50.
        cursor (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[ListedApiKeyOut | Problem]
    """

    kwargs = _get_kwargs(
        prefix=prefix,
        staff_id=staff_id,
        revoked=revoked,
        limit=limit,
        cursor=cursor,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    *,
    client: AuthenticatedClient,
    prefix: None | str | Unset = UNSET,
    staff_id: None | Unset | UUID = UNSET,
    revoked: bool | None | Unset = UNSET,
    limit: int | Unset = 50,
    cursor: str | Unset = UNSET,
) -> ListedApiKeyOut | Problem | None:
    """List Api Keys

     All keys, oldest first, the revoked and expired ones too.

    Args:
        prefix (None | str | Unset):
        staff_id (None | Unset | UUID):
        revoked (bool | None | Unset):
        limit (int | Unset):  Default: 50.
        cursor (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        ListedApiKeyOut | Problem
    """

    return sync_detailed(
        client=client,
        prefix=prefix,
        staff_id=staff_id,
        revoked=revoked,
        limit=limit,
        cursor=cursor,
    ).parsed


async def asyncio_detailed(
    *,
    client: AuthenticatedClient,
    prefix: None | str | Unset = UNSET,
    staff_id: None | Unset | UUID = UNSET,
    revoked: bool | None | Unset = UNSET,
    limit: int | Unset = 50,
    cursor: str | Unset = UNSET,
) -> Response[ListedApiKeyOut | Problem]:
    """List Api Keys

     All keys, oldest first, the revoked and expired ones too.

    Args:
        prefix (None | str | Unset):
        staff_id (None | Unset | UUID):
        revoked (bool | None | Unset):
        limit (int | Unset):  Default: 50.
        cursor (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[ListedApiKeyOut | Problem]
    """

    kwargs = _get_kwargs(
        prefix=prefix,
        staff_id=staff_id,
        revoked=revoked,
        limit=limit,
        cursor=cursor,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    *,
    client: AuthenticatedClient,
    prefix: None | str | Unset = UNSET,
    staff_id: None | Unset | UUID = UNSET,
    revoked: bool | None | Unset = UNSET,
    limit: int | Unset = 50,
    cursor: str | Unset = UNSET,
) -> ListedApiKeyOut | Problem | None:
    """List Api Keys

     All keys, oldest first, the revoked and expired ones too.

    Args:
        prefix (None | str | Unset):
        staff_id (None | Unset | UUID):
        revoked (bool | None | Unset):
        limit (int | Unset):  Default: 50.
        cursor (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        ListedApiKeyOut | Problem
    """

    return (
        await asyncio_detailed(
            client=client,
            prefix=prefix,
            staff_id=staff_id,
            revoked=revoked,
            limit=limit,
            cursor=cursor,
        )
    ).parsed
