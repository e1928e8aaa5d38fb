from http import HTTPStatus
from typing import Any, cast
from urllib.parse import quote

import httpx

from ...client import AuthenticatedClient, Client
from ...types import Response, UNSET
from ... import errors

from ...models.listed_deal_out import ListedDealOut
from ...models.problem import Problem
from ...types import UNSET, Unset
from typing import cast
from uuid import UUID


def _get_kwargs(
    *,
    crm: None | str | Unset = UNSET,
    crm_id: None | str | Unset = UNSET,
    account_id: None | Unset | UUID = UNSET,
    limit: int | Unset = 50,
    cursor: str | Unset = UNSET,
) -> dict[str, Any]:

    params: dict[str, Any] = {}

    json_crm: None | str | Unset
    if isinstance(crm, Unset):
        json_crm = UNSET
    else:
        json_crm = crm
    params["crm"] = json_crm

    json_crm_id: None | str | Unset
    if isinstance(crm_id, Unset):
        json_crm_id = UNSET
    else:
        json_crm_id = crm_id
    params["crm_id"] = json_crm_id

    json_account_id: None | str | Unset
    if isinstance(account_id, Unset):
        json_account_id = UNSET
    elif isinstance(account_id, UUID):
        json_account_id = str(account_id)
    else:
        json_account_id = account_id
    params["account_id"] = json_account_id

    params["limit"] = limit

    params["cursor"] = cursor

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/v1/deals",
        "params": params,
    }

    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> ListedDealOut | Problem | None:
    if response.status_code == 200:
        response_200 = ListedDealOut.from_dict(response.json())

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
) -> Response[ListedDealOut | Problem]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    *,
    client: AuthenticatedClient,
    crm: None | str | Unset = UNSET,
    crm_id: None | str | Unset = UNSET,
    account_id: None | Unset | UUID = UNSET,
    limit: int | Unset = 50,
    cursor: str | Unset = UNSET,
) -> Response[ListedDealOut | Problem]:
    """List Deals

     Won deals.

    Args:
        crm (None | str | Unset):
        crm_id (None | str | Unset):
        account_id (None | Unset | UUID):
        limit (int | Unset):  Default: 50.
        cursor (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[ListedDealOut | Problem]
    """

    kwargs = _get_kwargs(
        crm=crm,
        crm_id=crm_id,
        account_id=account_id,
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
    crm: None | str | Unset = UNSET,
    crm_id: None | str | Unset = UNSET,
    account_id: None | Unset | UUID = UNSET,
    limit: int | Unset = 50,
    cursor: str | Unset = UNSET,
) -> ListedDealOut | Problem | None:
    """List Deals

     Won deals.

    Args:
        crm (None | str | Unset):
        crm_id (None | str | Unset):
        account_id (None | Unset | UUID):
        limit (int | Unset):  Default: 50.
        cursor (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        ListedDealOut | Problem
    """

    return sync_detailed(
        client=client,
        crm=crm,
        crm_id=crm_id,
        account_id=account_id,
        limit=limit,
        cursor=cursor,
    ).parsed


async def asyncio_detailed(
    *,
    client: AuthenticatedClient,
    crm: None | str | Unset = UNSET,
    crm_id: None | str | Unset = UNSET,
    account_id: None | Unset | UUID = UNSET,
    limit: int | Unset = 50,
    cursor: str | Unset = UNSET,
) -> Response[ListedDealOut | Problem]:
    """List Deals

     Won deals.

    Args:
        crm (None | str | Unset):
        crm_id (None | str | Unset):
        account_id (None | Unset | UUID):
        limit (int | Unset):  Default: 50.
        cursor (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[ListedDealOut | Problem]
    """

    kwargs = _get_kwargs(
        crm=crm,
        crm_id=crm_id,
        account_id=account_id,
        limit=limit,
        cursor=cursor,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    *,
    client: AuthenticatedClient,
    crm: None | str | Unset = UNSET,
    crm_id: None | str | Unset = UNSET,
    account_id: None | Unset | UUID = UNSET,
    limit: int | Unset = 50,
    cursor: str | Unset = UNSET,
) -> ListedDealOut | Problem | None:
    """List Deals

     Won deals.

    Args:
        crm (None | str | Unset):
        crm_id (None | str | Unset):
        account_id (None | Unset | UUID):
        limit (int | Unset):  Default: 50.
        cursor (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        ListedDealOut | Problem
    """

    return (
        await asyncio_detailed(
            client=client,
            crm=crm,
            crm_id=crm_id,
            account_id=account_id,
            limit=limit,
            cursor=cursor,
        )
    ).parsed
