from http import HTTPStatus
from typing import Any, cast
from urllib.parse import quote

import httpx

from ...client import AuthenticatedClient, Client
from ...types import Response, UNSET
from ... import errors

from ...models.list_suppressions_reason_type_0 import check_list_suppressions_reason_type_0
from ...models.list_suppressions_reason_type_0 import ListSuppressionsReasonType0
from ...models.listed_suppression_out import ListedSuppressionOut
from ...models.problem import Problem
from ...types import UNSET, Unset
from typing import cast
from uuid import UUID


def _get_kwargs(
    *,
    address: None | str | Unset = UNSET,
    contact_id: None | Unset | UUID = UNSET,
    reason: ListSuppressionsReasonType0 | None | Unset = UNSET,
    limit: int | Unset = 50,
    cursor: str | Unset = UNSET,
) -> dict[str, Any]:

    params: dict[str, Any] = {}

    json_address: None | str | Unset
    if isinstance(address, Unset):
        json_address = UNSET
    else:
        json_address = address
    params["address"] = json_address

    json_contact_id: None | str | Unset
    if isinstance(contact_id, Unset):
        json_contact_id = UNSET
    elif isinstance(contact_id, UUID):
        json_contact_id = str(contact_id)
    else:
        json_contact_id = contact_id
    params["contact_id"] = json_contact_id

    json_reason: None | str | Unset
    if isinstance(reason, Unset):
        json_reason = UNSET
    elif isinstance(reason, str):
        json_reason = reason
    else:
        json_reason = reason
    params["reason"] = json_reason

    params["limit"] = limit

    params["cursor"] = cursor

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/v1/suppressions",
        "params": params,
    }

    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> ListedSuppressionOut | Problem | None:
    if response.status_code == 200:
        response_200 = ListedSuppressionOut.from_dict(response.json())

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
) -> Response[ListedSuppressionOut | Problem]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    *,
    client: AuthenticatedClient,
    address: None | str | Unset = UNSET,
    contact_id: None | Unset | UUID = UNSET,
    reason: ListSuppressionsReasonType0 | None | Unset = UNSET,
    limit: int | Unset = 50,
    cursor: str | Unset = UNSET,
) -> Response[ListedSuppressionOut | Problem]:
    """List Suppressions

     Suppressions, the latest first; with `address` the one of that address, if it has one.

    Args:
        address (None | str | Unset):
        contact_id (None | Unset | UUID):
        reason (ListSuppressionsReasonType0 | None | Unset):
        limit (int | Unset):  Default: 50.
        cursor (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[ListedSuppressionOut | Problem]
    """

    kwargs = _get_kwargs(
        address=address,
        contact_id=contact_id,
        reason=reason,
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
    address: None | str | Unset = UNSET,
    contact_id: None | Unset | UUID = UNSET,
    reason: ListSuppressionsReasonType0 | None | Unset = UNSET,
    limit: int | Unset = 50,
    cursor: str | Unset = UNSET,
) -> ListedSuppressionOut | Problem | None:
    """List Suppressions

     Suppressions, the latest first; with `address` the one of that address, if it has one.

    Args:
        address (None | str | Unset):
        contact_id (None | Unset | UUID):
        reason (ListSuppressionsReasonType0 | None | Unset):
        limit (int | Unset):  Default: 50.
        cursor (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        ListedSuppressionOut | Problem
    """

    return sync_detailed(
        client=client,
        address=address,
        contact_id=contact_id,
        reason=reason,
        limit=limit,
        cursor=cursor,
    ).parsed


async def asyncio_detailed(
    *,
    client: AuthenticatedClient,
    address: None | str | Unset = UNSET,
    contact_id: None | Unset | UUID = UNSET,
    reason: ListSuppressionsReasonType0 | None | Unset = UNSET,
    limit: int | Unset = 50,
    cursor: str | Unset = UNSET,
) -> Response[ListedSuppressionOut | Problem]:
    """List Suppressions

     Suppressions, the latest first; with `address` the one of that address, if it has one.

    Args:
        address (None | str | Unset):
        contact_id (None | Unset | UUID):
        reason (ListSuppressionsReasonType0 | None | Unset):
        limit (int | Unset):  Default: 50.
        cursor (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[ListedSuppressionOut | Problem]
    """

    kwargs = _get_kwargs(
        address=address,
        contact_id=contact_id,
        reason=reason,
        limit=limit,
        cursor=cursor,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    *,
    client: AuthenticatedClient,
    address: None | str | Unset = UNSET,
    contact_id: None | Unset | UUID = UNSET,
    reason: ListSuppressionsReasonType0 | None | Unset = UNSET,
    limit: int | Unset = 50,
    cursor: str | Unset = UNSET,
) -> ListedSuppressionOut | Problem | None:
    """List Suppressions

     Suppressions, the latest first; with `address` the one of that address, if it has one.

    Args:
        address (None | str | Unset):
        contact_id (None | Unset | UUID):
        reason (ListSuppressionsReasonType0 | None | Unset):
        limit (int | Unset):  Default: 50.
        cursor (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        ListedSuppressionOut | Problem
    """

    return (
        await asyncio_detailed(
            client=client,
            address=address,
            contact_id=contact_id,
            reason=reason,
            limit=limit,
            cursor=cursor,
        )
    ).parsed
