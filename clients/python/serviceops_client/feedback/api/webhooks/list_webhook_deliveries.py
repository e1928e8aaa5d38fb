from http import HTTPStatus
from typing import Any, cast
from urllib.parse import quote

import httpx

from ...client import AuthenticatedClient, Client
from ...types import Response, UNSET
from ... import errors

from ...models.list_webhook_deliveries_state_type_0 import check_list_webhook_deliveries_state_type_0
from ...models.list_webhook_deliveries_state_type_0 import ListWebhookDeliveriesStateType0
from ...models.listed_webhook_delivery_out import ListedWebhookDeliveryOut
from ...models.problem import Problem
from ...types import UNSET, Unset
from typing import cast
from uuid import UUID


def _get_kwargs(
    *,
    webhook_id: None | Unset | UUID = UNSET,
    event_id: None | Unset | UUID = UNSET,
    state: ListWebhookDeliveriesStateType0 | None | Unset = UNSET,
    limit: int | Unset = 50,
    cursor: str | Unset = UNSET,
) -> dict[str, Any]:

    params: dict[str, Any] = {}

    json_webhook_id: None | str | Unset
    if isinstance(webhook_id, Unset):
        json_webhook_id = UNSET
    elif isinstance(webhook_id, UUID):
        json_webhook_id = str(webhook_id)
    else:
        json_webhook_id = webhook_id
    params["webhook_id"] = json_webhook_id

    json_event_id: None | str | Unset
    if isinstance(event_id, Unset):
        json_event_id = UNSET
    elif isinstance(event_id, UUID):
        json_event_id = str(event_id)
    else:
        json_event_id = event_id
    params["event_id"] = json_event_id

    json_state: None | str | Unset
    if isinstance(state, Unset):
        json_state = UNSET
    elif isinstance(state, str):
        json_state = state
    else:
        json_state = state
    params["state"] = json_state

    params["limit"] = limit

    params["cursor"] = cursor

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/v1/webhook-deliveries",
        "params": params,
    }

    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> ListedWebhookDeliveryOut | Problem | None:
    if response.status_code == 200:
        response_200 = ListedWebhookDeliveryOut.from_dict(response.json())

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
) -> Response[ListedWebhookDeliveryOut | Problem]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    *,
    client: AuthenticatedClient,
    webhook_id: None | Unset | UUID = UNSET,
    event_id: None | Unset | UUID = UNSET,
    state: ListWebhookDeliveriesStateType0 | None | Unset = UNSET,
    limit: int | Unset = 50,
    cursor: str | Unset = UNSET,
) -> Response[ListedWebhookDeliveryOut | Problem]:
    """List Webhook Deliveries

     Which facts were sent to which webhook, those of the newest facts first. They are kept for 30 days.

    Args:
        webhook_id (None | Unset | UUID):
        event_id (None | Unset | UUID):
        state (ListWebhookDeliveriesStateType0 | None | Unset):
        limit (int | Unset):  Default: 50.
        cursor (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[ListedWebhookDeliveryOut | Problem]
    """

    kwargs = _get_kwargs(
        webhook_id=webhook_id,
        event_id=event_id,
        state=state,
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
    webhook_id: None | Unset | UUID = UNSET,
    event_id: None | Unset | UUID = UNSET,
    state: ListWebhookDeliveriesStateType0 | None | Unset = UNSET,
    limit: int | Unset = 50,
    cursor: str | Unset = UNSET,
) -> ListedWebhookDeliveryOut | Problem | None:
    """List Webhook Deliveries

     Which facts were sent to which webhook, those of the newest facts first. They are kept for 30 days.

    Args:
        webhook_id (None | Unset | UUID):
        event_id (None | Unset | UUID):
        state (ListWebhookDeliveriesStateType0 | None | Unset):
        limit (int | Unset):  Default: 50.
        cursor (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        ListedWebhookDeliveryOut | Problem
    """

    return sync_detailed(
        client=client,
        webhook_id=webhook_id,
        event_id=event_id,
        state=state,
        limit=limit,
        cursor=cursor,
    ).parsed


async def asyncio_detailed(
    *,
    client: AuthenticatedClient,
    webhook_id: None | Unset | UUID = UNSET,
    event_id: None | Unset | UUID = UNSET,
    state: ListWebhookDeliveriesStateType0 | None | Unset = UNSET,
    limit: int | Unset = 50,
    cursor: str | Unset = UNSET,
) -> Response[ListedWebhookDeliveryOut | Problem]:
    """List Webhook Deliveries

     Which facts were sent to which webhook, those of the newest facts first. They are kept for 30 days.

    Args:
        webhook_id (None | Unset | UUID):
        event_id (None | Unset | UUID):
        state (ListWebhookDeliveriesStateType0 | None | Unset):
        limit (int | Unset):  Default: 50.
        cursor (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[ListedWebhookDeliveryOut | Problem]
    """

    kwargs = _get_kwargs(
        webhook_id=webhook_id,
        event_id=event_id,
        state=state,
        limit=limit,
        cursor=cursor,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    *,
    client: AuthenticatedClient,
    webhook_id: None | Unset | UUID = UNSET,
    event_id: None | Unset | UUID = UNSET,
    state: ListWebhookDeliveriesStateType0 | None | Unset = UNSET,
    limit: int | Unset = 50,
    cursor: str | Unset = UNSET,
) -> ListedWebhookDeliveryOut | Problem | None:
    """List Webhook Deliveries

     Which facts were sent to which webhook, those of the newest facts first. They are kept for 30 days.

    Args:
        webhook_id (None | Unset | UUID):
        event_id (None | Unset | UUID):
        state (ListWebhookDeliveriesStateType0 | None | Unset):
        limit (int | Unset):  Default: 50.
        cursor (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        ListedWebhookDeliveryOut | Problem
    """

    return (
        await asyncio_detailed(
            client=client,
            webhook_id=webhook_id,
            event_id=event_id,
            state=state,
            limit=limit,
            cursor=cursor,
        )
    ).parsed
