from http import HTTPStatus
from typing import Any, cast
from urllib.parse import quote

import httpx

from ...client import AuthenticatedClient, Client
from ...types import Response, UNSET
from ... import errors

from ...models.list_tickets_priority_item import check_list_tickets_priority_item
from ...models.list_tickets_priority_item import ListTicketsPriorityItem
from ...models.list_tickets_status_item import check_list_tickets_status_item
from ...models.list_tickets_status_item import ListTicketsStatusItem
from ...models.list_tickets_type_item import check_list_tickets_type_item
from ...models.list_tickets_type_item import ListTicketsTypeItem
from ...models.listed_ticket_out import ListedTicketOut
from ...models.problem import Problem
from ...types import UNSET, Unset
from typing import cast
from typing import Literal, cast
from uuid import UUID
import datetime


def _get_kwargs(
    *,
    include: list[Literal["messages"]] | Unset = UNSET,
    status: list[ListTicketsStatusItem] | Unset = UNSET,
    type_: list[ListTicketsTypeItem] | Unset = UNSET,
    priority: list[ListTicketsPriorityItem] | Unset = UNSET,
    group_id: None | Unset | UUID = UNSET,
    assignee_id: None | Unset | UUID = UNSET,
    account_id: None | Unset | UUID = UNSET,
    requester_email: None | str | Unset = UNSET,
    source_service: None | str | Unset = UNSET,
    source_kind: None | str | Unset = UNSET,
    source_id: None | str | Unset = UNSET,
    tag: None | str | Unset = UNSET,
    parent_id: None | Unset | UUID = UNSET,
    watcher_id: None | Unset | UUID = UNSET,
    updated_since: datetime.datetime | None | Unset = UNSET,
    q: None | str | Unset = UNSET,
    limit: int | Unset = 50,
    cursor: str | Unset = UNSET,
) -> dict[str, Any]:

    params: dict[str, Any] = {}

    json_include: list[Literal["messages"]] | Unset = UNSET
    if not isinstance(include, Unset):
        json_include = include

    params["include"] = json_include

    json_status: list[str] | Unset = UNSET
    if not isinstance(status, Unset):
        json_status = []
        for status_item_data in status:
            status_item: str = status_item_data
            json_status.append(status_item)

    params["status"] = json_status

    json_type_: list[str] | Unset = UNSET
    if not isinstance(type_, Unset):
        json_type_ = []
        for type_item_data in type_:
            type_item: str = type_item_data
            json_type_.append(type_item)

    params["type"] = json_type_

    json_priority: list[str] | Unset = UNSET
    if not isinstance(priority, Unset):
        json_priority = []
        for priority_item_data in priority:
            priority_item: str = priority_item_data
            json_priority.append(priority_item)

    params["priority"] = json_priority

    json_group_id: None | str | Unset
    if isinstance(group_id, Unset):
        json_group_id = UNSET
    elif isinstance(group_id, UUID):
        json_group_id = str(group_id)
    else:
        json_group_id = group_id
    params["group_id"] = json_group_id

    json_assignee_id: None | str | Unset
    if isinstance(assignee_id, Unset):
        json_assignee_id = UNSET
    elif isinstance(assignee_id, UUID):
        json_assignee_id = str(assignee_id)
    else:
        json_assignee_id = assignee_id
    params["assignee_id"] = json_assignee_id

    json_account_id: None | str | Unset
    if isinstance(account_id, Unset):
        json_account_id = UNSET
    elif isinstance(account_id, UUID):
        json_account_id = str(account_id)
    else:
        json_account_id = account_id
    params["account_id"] = json_account_id

    json_requester_email: None | str | Unset
    if isinstance(requester_email, Unset):
        json_requester_email = UNSET
    else:
        json_requester_email = requester_email
    params["requester_email"] = json_requester_email

    json_source_service: None | str | Unset
    if isinstance(source_service, Unset):
        json_source_service = UNSET
    else:
        json_source_service = source_service
    params["source_service"] = json_source_service

    json_source_kind: None | str | Unset
    if isinstance(source_kind, Unset):
        json_source_kind = UNSET
    else:
        json_source_kind = source_kind
    params["source_kind"] = json_source_kind

    json_source_id: None | str | Unset
    if isinstance(source_id, Unset):
        json_source_id = UNSET
    else:
        json_source_id = source_id
    params["source_id"] = json_source_id

    json_tag: None | str | Unset
    if isinstance(tag, Unset):
        json_tag = UNSET
    else:
        json_tag = tag
    params["tag"] = json_tag

    json_parent_id: None | str | Unset
    if isinstance(parent_id, Unset):
        json_parent_id = UNSET
    elif isinstance(parent_id, UUID):
        json_parent_id = str(parent_id)
    else:
        json_parent_id = parent_id
    params["parent_id"] = json_parent_id

    json_watcher_id: None | str | Unset
    if isinstance(watcher_id, Unset):
        json_watcher_id = UNSET
    elif isinstance(watcher_id, UUID):
        json_watcher_id = str(watcher_id)
    else:
        json_watcher_id = watcher_id
    params["watcher_id"] = json_watcher_id

    json_updated_since: None | str | Unset
    if isinstance(updated_since, Unset):
        json_updated_since = UNSET
    elif isinstance(updated_since, datetime.datetime):
        json_updated_since = updated_since.isoformat()
    else:
        json_updated_since = updated_since
    params["updated_since"] = json_updated_since

    json_q: None | str | Unset
    if isinstance(q, Unset):
        json_q = UNSET
    else:
        json_q = q
    params["q"] = json_q

    params["limit"] = limit

    params["cursor"] = cursor

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/v1/tickets",
        "params": params,
    }

    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> ListedTicketOut | Problem | None:
    if response.status_code == 200:
        response_200 = ListedTicketOut.from_dict(response.json())

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
) -> Response[ListedTicketOut | Problem]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    *,
    client: AuthenticatedClient,
    include: list[Literal["messages"]] | Unset = UNSET,
    status: list[ListTicketsStatusItem] | Unset = UNSET,
    type_: list[ListTicketsTypeItem] | Unset = UNSET,
    priority: list[ListTicketsPriorityItem] | Unset = UNSET,
    group_id: None | Unset | UUID = UNSET,
    assignee_id: None | Unset | UUID = UNSET,
    account_id: None | Unset | UUID = UNSET,
    requester_email: None | str | Unset = UNSET,
    source_service: None | str | Unset = UNSET,
    source_kind: None | str | Unset = UNSET,
    source_id: None | str | Unset = UNSET,
    tag: None | str | Unset = UNSET,
    parent_id: None | Unset | UUID = UNSET,
    watcher_id: None | Unset | UUID = UNSET,
    updated_since: datetime.datetime | None | Unset = UNSET,
    q: None | str | Unset = UNSET,
    limit: int | Unset = 50,
    cursor: str | Unset = UNSET,
) -> Response[ListedTicketOut | Problem]:
    """List Tickets

     Tickets, the newest first; with include=messages each with its newest 100 messages.

    Args:
        include (list[Literal['messages']] | Unset):
        status (list[ListTicketsStatusItem] | Unset):
        type_ (list[ListTicketsTypeItem] | Unset):
        priority (list[ListTicketsPriorityItem] | Unset):
        group_id (None | Unset | UUID):
        assignee_id (None | Unset | UUID):
        account_id (None | Unset | UUID):
        requester_email (None | str | Unset):
        source_service (None | str | Unset):
        source_kind (None | str | Unset):
        source_id (None | str | Unset):
        tag (None | str | Unset):
        parent_id (None | Unset | UUID):
        watcher_id (None | Unset | UUID):
        updated_since (datetime.datetime | None | Unset):
        q (None | str | Unset):
        limit (int | Unset):  Default: 50.
        cursor (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[ListedTicketOut | Problem]
    """

    kwargs = _get_kwargs(
        include=include,
        status=status,
        type_=type_,
        priority=priority,
        group_id=group_id,
        assignee_id=assignee_id,
        account_id=account_id,
        requester_email=requester_email,
        source_service=source_service,
        source_kind=source_kind,
        source_id=source_id,
        tag=tag,
        parent_id=parent_id,
        watcher_id=watcher_id,
        updated_since=updated_since,
        q=q,
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
    include: list[Literal["messages"]] | Unset = UNSET,
    status: list[ListTicketsStatusItem] | Unset = UNSET,
    type_: list[ListTicketsTypeItem] | Unset = UNSET,
    priority: list[ListTicketsPriorityItem] | Unset = UNSET,
    group_id: None | Unset | UUID = UNSET,
    assignee_id: None | Unset | UUID = UNSET,
    account_id: None | Unset | UUID = UNSET,
    requester_email: None | str | Unset = UNSET,
    source_service: None | str | Unset = UNSET,
    source_kind: None | str | Unset = UNSET,
    source_id: None | str | Unset = UNSET,
    tag: None | str | Unset = UNSET,
    parent_id: None | Unset | UUID = UNSET,
    watcher_id: None | Unset | UUID = UNSET,
    updated_since: datetime.datetime | None | Unset = UNSET,
    q: None | str | Unset = UNSET,
    limit: int | Unset = 50,
    cursor: str | Unset = UNSET,
) -> ListedTicketOut | Problem | None:
    """List Tickets

     Tickets, the newest first; with include=messages each with its newest 100 messages.

    Args:
        include (list[Literal['messages']] | Unset):
        status (list[ListTicketsStatusItem] | Unset):
        type_ (list[ListTicketsTypeItem] | Unset):
        priority (list[ListTicketsPriorityItem] | Unset):
        group_id (None | Unset | UUID):
        assignee_id (None | Unset | UUID):
        account_id (None | Unset | UUID):
        requester_email (None | str | Unset):
        source_service (None | str | Unset):
        source_kind (None | str | Unset):
        source_id (None | str | Unset):
        tag (None | str | Unset):
        parent_id (None | Unset | UUID):
        watcher_id (None | Unset | UUID):
        updated_since (datetime.datetime | None | Unset):
        q (None | str | Unset):
        limit (int | Unset):  Default: 50.
        cursor (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        ListedTicketOut | Problem
    """

    return sync_detailed(
        client=client,
        include=include,
        status=status,
        type_=type_,
        priority=priority,
        group_id=group_id,
        assignee_id=assignee_id,
        account_id=account_id,
        requester_email=requester_email,
        source_service=source_service,
        source_kind=source_kind,
        source_id=source_id,
        tag=tag,
        parent_id=parent_id,
        watcher_id=watcher_id,
        updated_since=updated_since,
        q=q,
        limit=limit,
        cursor=cursor,
    ).parsed


async def asyncio_detailed(
    *,
    client: AuthenticatedClient,
    include: list[Literal["messages"]] | Unset = UNSET,
    status: list[ListTicketsStatusItem] | Unset = UNSET,
    type_: list[ListTicketsTypeItem] | Unset = UNSET,
    priority: list[ListTicketsPriorityItem] | Unset = UNSET,
    group_id: None | Unset | UUID = UNSET,
    assignee_id: None | Unset | UUID = UNSET,
    account_id: None | Unset | UUID = UNSET,
    requester_email: None | str | Unset = UNSET,
    source_service: None | str | Unset = UNSET,
    source_kind: None | str | Unset = UNSET,
    source_id: None | str | Unset = UNSET,
    tag: None | str | Unset = UNSET,
    parent_id: None | Unset | UUID = UNSET,
    watcher_id: None | Unset | UUID = UNSET,
    updated_since: datetime.datetime | None | Unset = UNSET,
    q: None | str | Unset = UNSET,
    limit: int | Unset = 50,
    cursor: str | Unset = UNSET,
) -> Response[ListedTicketOut | Problem]:
    """List Tickets

     Tickets, the newest first; with include=messages each with its newest 100 messages.

    Args:
        include (list[Literal['messages']] | Unset):
        status (list[ListTicketsStatusItem] | Unset):
        type_ (list[ListTicketsTypeItem] | Unset):
        priority (list[ListTicketsPriorityItem] | Unset):
        group_id (None | Unset | UUID):
        assignee_id (None | Unset | UUID):
        account_id (None | Unset | UUID):
        requester_email (None | str | Unset):
        source_service (None | str | Unset):
        source_kind (None | str | Unset):
        source_id (None | str | Unset):
        tag (None | str | Unset):
        parent_id (None | Unset | UUID):
        watcher_id (None | Unset | UUID):
        updated_since (datetime.datetime | None | Unset):
        q (None | str | Unset):
        limit (int | Unset):  Default: 50.
        cursor (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[ListedTicketOut | Problem]
    """

    kwargs = _get_kwargs(
        include=include,
        status=status,
        type_=type_,
        priority=priority,
        group_id=group_id,
        assignee_id=assignee_id,
        account_id=account_id,
        requester_email=requester_email,
        source_service=source_service,
        source_kind=source_kind,
        source_id=source_id,
        tag=tag,
        parent_id=parent_id,
        watcher_id=watcher_id,
        updated_since=updated_since,
        q=q,
        limit=limit,
        cursor=cursor,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    *,
    client: AuthenticatedClient,
    include: list[Literal["messages"]] | Unset = UNSET,
    status: list[ListTicketsStatusItem] | Unset = UNSET,
    type_: list[ListTicketsTypeItem] | Unset = UNSET,
    priority: list[ListTicketsPriorityItem] | Unset = UNSET,
    group_id: None | Unset | UUID = UNSET,
    assignee_id: None | Unset | UUID = UNSET,
    account_id: None | Unset | UUID = UNSET,
    requester_email: None | str | Unset = UNSET,
    source_service: None | str | Unset = UNSET,
    source_kind: None | str | Unset = UNSET,
    source_id: None | str | Unset = UNSET,
    tag: None | str | Unset = UNSET,
    parent_id: None | Unset | UUID = UNSET,
    watcher_id: None | Unset | UUID = UNSET,
    updated_since: datetime.datetime | None | Unset = UNSET,
    q: None | str | Unset = UNSET,
    limit: int | Unset = 50,
    cursor: str | Unset = UNSET,
) -> ListedTicketOut | Problem | None:
    """List Tickets

     Tickets, the newest first; with include=messages each with its newest 100 messages.

    Args:
        include (list[Literal['messages']] | Unset):
        status (list[ListTicketsStatusItem] | Unset):
        type_ (list[ListTicketsTypeItem] | Unset):
        priority (list[ListTicketsPriorityItem] | Unset):
        group_id (None | Unset | UUID):
        assignee_id (None | Unset | UUID):
        account_id (None | Unset | UUID):
        requester_email (None | str | Unset):
        source_service (None | str | Unset):
        source_kind (None | str | Unset):
        source_id (None | str | Unset):
        tag (None | str | Unset):
        parent_id (None | Unset | UUID):
        watcher_id (None | Unset | UUID):
        updated_since (datetime.datetime | None | Unset):
        q (None | str | Unset):
        limit (int | Unset):  Default: 50.
        cursor (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        ListedTicketOut | Problem
    """

    return (
        await asyncio_detailed(
            client=client,
            include=include,
            status=status,
            type_=type_,
            priority=priority,
            group_id=group_id,
            assignee_id=assignee_id,
            account_id=account_id,
            requester_email=requester_email,
            source_service=source_service,
            source_kind=source_kind,
            source_id=source_id,
            tag=tag,
            parent_id=parent_id,
            watcher_id=watcher_id,
            updated_since=updated_since,
            q=q,
            limit=limit,
            cursor=cursor,
        )
    ).parsed
