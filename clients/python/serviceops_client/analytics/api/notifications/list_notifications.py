from http import HTTPStatus
from typing import Any, cast
from urllib.parse import quote

import httpx

from ...client import AuthenticatedClient, Client
from ...types import Response, UNSET
from ... import errors

from ...models.list_notifications_state_type_0 import check_list_notifications_state_type_0
from ...models.list_notifications_state_type_0 import ListNotificationsStateType0
from ...models.listed_notification_out import ListedNotificationOut
from ...models.problem import Problem
from ...types import UNSET, Unset
from typing import cast
from uuid import UUID


def _get_kwargs(
    *,
    response_id: None | Unset | UUID = UNSET,
    ticket_id: None | Unset | UUID = UNSET,
    staff_id: None | Unset | UUID = UNSET,
    state: ListNotificationsStateType0 | None | Unset = UNSET,
    limit: int | Unset = 50,
    cursor: str | Unset = UNSET,
) -> dict[str, Any]:

    params: dict[str, Any] = {}

    json_response_id: None | str | Unset
    if isinstance(response_id, Unset):
        json_response_id = UNSET
    elif isinstance(response_id, UUID):
        json_response_id = str(response_id)
    else:
        json_response_id = response_id
    params["response_id"] = json_response_id

    json_ticket_id: None | str | Unset
    if isinstance(ticket_id, Unset):
        json_ticket_id = UNSET
    elif isinstance(ticket_id, UUID):
        json_ticket_id = str(ticket_id)
    else:
        json_ticket_id = ticket_id
    params["ticket_id"] = json_ticket_id

    json_staff_id: None | str | Unset
    if isinstance(staff_id, Unset):
        json_staff_id = UNSET
    elif isinstance(staff_id, UUID):
        json_staff_id = str(staff_id)
    else:
        json_staff_id = staff_id
    params["staff_id"] = json_staff_id

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
        "url": "/v1/notifications",
        "params": params,
    }

    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> ListedNotificationOut | Problem | None:
    if response.status_code == 200:
        response_200 = ListedNotificationOut.from_dict(response.json())

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
) -> Response[ListedNotificationOut | Problem]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    *,
    client: AuthenticatedClient,
    response_id: None | Unset | UUID = UNSET,
    ticket_id: None | Unset | UUID = UNSET,
    staff_id: None | Unset | UUID = UNSET,
    state: ListNotificationsStateType0 | None | Unset = UNSET,
    limit: int | Unset = 50,
    cursor: str | Unset = UNSET,
) -> Response[ListedNotificationOut | Problem]:
    """List Notifications

     Whom this service told what, and whether it arrived at the mail server.

    Args:
        response_id (None | Unset | UUID):
        ticket_id (None | Unset | UUID):
        staff_id (None | Unset | UUID):
        state (ListNotificationsStateType0 | None | Unset):
        limit (int | Unset):  Default: 50.
        cursor (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[ListedNotificationOut | Problem]
    """

    kwargs = _get_kwargs(
        response_id=response_id,
        ticket_id=ticket_id,
        staff_id=staff_id,
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
    response_id: None | Unset | UUID = UNSET,
    ticket_id: None | Unset | UUID = UNSET,
    staff_id: None | Unset | UUID = UNSET,
    state: ListNotificationsStateType0 | None | Unset = UNSET,
    limit: int | Unset = 50,
    cursor: str | Unset = UNSET,
) -> ListedNotificationOut | Problem | None:
    """List Notifications

     Whom this service told what, and whether it arrived at the mail server.

    Args:
        response_id (None | Unset | UUID):
        ticket_id (None | Unset | UUID):
        staff_id (None | Unset | UUID):
        state (ListNotificationsStateType0 | None | Unset):
        limit (int | Unset):  Default: 50.
        cursor (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        ListedNotificationOut | Problem
    """

    return sync_detailed(
        client=client,
        response_id=response_id,
        ticket_id=ticket_id,
        staff_id=staff_id,
        state=state,
        limit=limit,
        cursor=cursor,
    ).parsed


async def asyncio_detailed(
    *,
    client: AuthenticatedClient,
    response_id: None | Unset | UUID = UNSET,
    ticket_id: None | Unset | UUID = UNSET,
    staff_id: None | Unset | UUID = UNSET,
    state: ListNotificationsStateType0 | None | Unset = UNSET,
    limit: int | Unset = 50,
    cursor: str | Unset = UNSET,
) -> Response[ListedNotificationOut | Problem]:
    """List Notifications

     Whom this service told what, and whether it arrived at the mail server.

    Args:
        response_id (None | Unset | UUID):
        ticket_id (None | Unset | UUID):
        staff_id (None | Unset | UUID):
        state (ListNotificationsStateType0 | None | Unset):
        limit (int | Unset):  Default: 50.
        cursor (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[ListedNotificationOut | Problem]
    """

    kwargs = _get_kwargs(
        response_id=response_id,
        ticket_id=ticket_id,
        staff_id=staff_id,
        state=state,
        limit=limit,
        cursor=cursor,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    *,
    client: AuthenticatedClient,
    response_id: None | Unset | UUID = UNSET,
    ticket_id: None | Unset | UUID = UNSET,
    staff_id: None | Unset | UUID = UNSET,
    state: ListNotificationsStateType0 | None | Unset = UNSET,
    limit: int | Unset = 50,
    cursor: str | Unset = UNSET,
) -> ListedNotificationOut | Problem | None:
    """List Notifications

     Whom this service told what, and whether it arrived at the mail server.

    Args:
        response_id (None | Unset | UUID):
        ticket_id (None | Unset | UUID):
        staff_id (None | Unset | UUID):
        state (ListNotificationsStateType0 | None | Unset):
        limit (int | Unset):  Default: 50.
        cursor (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        ListedNotificationOut | Problem
    """

    return (
        await asyncio_detailed(
            client=client,
            response_id=response_id,
            ticket_id=ticket_id,
            staff_id=staff_id,
            state=state,
            limit=limit,
            cursor=cursor,
        )
    ).parsed
