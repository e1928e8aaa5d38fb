from http import HTTPStatus
from typing import Any, cast
from urllib.parse import quote

import httpx

from ...client import AuthenticatedClient, Client
from ...types import Response, UNSET
from ... import errors

from ...models.list_complaints_stage_type_0 import check_list_complaints_stage_type_0
from ...models.list_complaints_stage_type_0 import ListComplaintsStageType0
from ...models.listed_complaint_out import ListedComplaintOut
from ...models.problem import Problem
from ...types import UNSET, Unset
from typing import cast
from uuid import UUID


def _get_kwargs(
    *,
    stage: ListComplaintsStageType0 | None | Unset = UNSET,
    ticket_id: None | Unset | UUID = UNSET,
    account_id: None | Unset | UUID = UNSET,
    contact_id: None | Unset | UUID = UNSET,
    repeat_of: None | Unset | UUID = UNSET,
    overdue: bool | None | Unset = UNSET,
    limit: int | Unset = 50,
    cursor: str | Unset = UNSET,
) -> dict[str, Any]:

    params: dict[str, Any] = {}

    json_stage: None | str | Unset
    if isinstance(stage, Unset):
        json_stage = UNSET
    elif isinstance(stage, str):
        json_stage = stage
    else:
        json_stage = stage
    params["stage"] = json_stage

    json_ticket_id: None | str | Unset
    if isinstance(ticket_id, Unset):
        json_ticket_id = UNSET
    elif isinstance(ticket_id, UUID):
        json_ticket_id = str(ticket_id)
    else:
        json_ticket_id = ticket_id
    params["ticket_id"] = json_ticket_id

    json_account_id: None | str | Unset
    if isinstance(account_id, Unset):
        json_account_id = UNSET
    elif isinstance(account_id, UUID):
        json_account_id = str(account_id)
    else:
        json_account_id = account_id
    params["account_id"] = json_account_id

    json_contact_id: None | str | Unset
    if isinstance(contact_id, Unset):
        json_contact_id = UNSET
    elif isinstance(contact_id, UUID):
        json_contact_id = str(contact_id)
    else:
        json_contact_id = contact_id
    params["contact_id"] = json_contact_id

    json_repeat_of: None | str | Unset
    if isinstance(repeat_of, Unset):
        json_repeat_of = UNSET
    elif isinstance(repeat_of, UUID):
        json_repeat_of = str(repeat_of)
    else:
        json_repeat_of = repeat_of
    params["repeat_of"] = json_repeat_of

    json_overdue: bool | None | Unset
    if isinstance(overdue, Unset):
        json_overdue = UNSET
    else:
        json_overdue = overdue
    params["overdue"] = json_overdue

    params["limit"] = limit

    params["cursor"] = cursor

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/v1/complaints",
        "params": params,
    }

    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> ListedComplaintOut | Problem | None:
    if response.status_code == 200:
        response_200 = ListedComplaintOut.from_dict(response.json())

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
) -> Response[ListedComplaintOut | Problem]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    *,
    client: AuthenticatedClient,
    stage: ListComplaintsStageType0 | None | Unset = UNSET,
    ticket_id: None | Unset | UUID = UNSET,
    account_id: None | Unset | UUID = UNSET,
    contact_id: None | Unset | UUID = UNSET,
    repeat_of: None | Unset | UUID = UNSET,
    overdue: bool | None | Unset = UNSET,
    limit: int | Unset = 50,
    cursor: str | Unset = UNSET,
) -> Response[ListedComplaintOut | Problem]:
    """List Complaints

     Complaints, newest first. Each came with a ticket of type complaint.

    Args:
        stage (ListComplaintsStageType0 | None | Unset):
        ticket_id (None | Unset | UUID):
        account_id (None | Unset | UUID):
        contact_id (None | Unset | UUID):
        repeat_of (None | Unset | UUID):
        overdue (bool | None | Unset):
        limit (int | Unset):  Default: 50.
        cursor (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[ListedComplaintOut | Problem]
    """

    kwargs = _get_kwargs(
        stage=stage,
        ticket_id=ticket_id,
        account_id=account_id,
        contact_id=contact_id,
        repeat_of=repeat_of,
        overdue=overdue,
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
    stage: ListComplaintsStageType0 | None | Unset = UNSET,
    ticket_id: None | Unset | UUID = UNSET,
    account_id: None | Unset | UUID = UNSET,
    contact_id: None | Unset | UUID = UNSET,
    repeat_of: None | Unset | UUID = UNSET,
    overdue: bool | None | Unset = UNSET,
    limit: int | Unset = 50,
    cursor: str | Unset = UNSET,
) -> ListedComplaintOut | Problem | None:
    """List Complaints

     Complaints, newest first. Each came with a ticket of type complaint.

    Args:
        stage (ListComplaintsStageType0 | None | Unset):
        ticket_id (None | Unset | UUID):
        account_id (None | Unset | UUID):
        contact_id (None | Unset | UUID):
        repeat_of (None | Unset | UUID):
        overdue (bool | None | Unset):
        limit (int | Unset):  Default: 50.
        cursor (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        ListedComplaintOut | Problem
    """

    return sync_detailed(
        client=client,
        stage=stage,
        ticket_id=ticket_id,
        account_id=account_id,
        contact_id=contact_id,
        repeat_of=repeat_of,
        overdue=overdue,
        limit=limit,
        cursor=cursor,
    ).parsed


async def asyncio_detailed(
    *,
    client: AuthenticatedClient,
    stage: ListComplaintsStageType0 | None | Unset = UNSET,
    ticket_id: None | Unset | UUID = UNSET,
    account_id: None | Unset | UUID = UNSET,
    contact_id: None | Unset | UUID = UNSET,
    repeat_of: None | Unset | UUID = UNSET,
    overdue: bool | None | Unset = UNSET,
    limit: int | Unset = 50,
    cursor: str | Unset = UNSET,
) -> Response[ListedComplaintOut | Problem]:
    """List Complaints

     Complaints, newest first. Each came with a ticket of type complaint.

    Args:
        stage (ListComplaintsStageType0 | None | Unset):
        ticket_id (None | Unset | UUID):
        account_id (None | Unset | UUID):
        contact_id (None | Unset | UUID):
        repeat_of (None | Unset | UUID):
        overdue (bool | None | Unset):
        limit (int | Unset):  Default: 50.
        cursor (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[ListedComplaintOut | Problem]
    """

    kwargs = _get_kwargs(
        stage=stage,
        ticket_id=ticket_id,
        account_id=account_id,
        contact_id=contact_id,
        repeat_of=repeat_of,
        overdue=overdue,
        limit=limit,
        cursor=cursor,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    *,
    client: AuthenticatedClient,
    stage: ListComplaintsStageType0 | None | Unset = UNSET,
    ticket_id: None | Unset | UUID = UNSET,
    account_id: None | Unset | UUID = UNSET,
    contact_id: None | Unset | UUID = UNSET,
    repeat_of: None | Unset | UUID = UNSET,
    overdue: bool | None | Unset = UNSET,
    limit: int | Unset = 50,
    cursor: str | Unset = UNSET,
) -> ListedComplaintOut | Problem | None:
    """List Complaints

     Complaints, newest first. Each came with a ticket of type complaint.

    Args:
        stage (ListComplaintsStageType0 | None | Unset):
        ticket_id (None | Unset | UUID):
        account_id (None | Unset | UUID):
        contact_id (None | Unset | UUID):
        repeat_of (None | Unset | UUID):
        overdue (bool | None | Unset):
        limit (int | Unset):  Default: 50.
        cursor (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        ListedComplaintOut | Problem
    """

    return (
        await asyncio_detailed(
            client=client,
            stage=stage,
            ticket_id=ticket_id,
            account_id=account_id,
            contact_id=contact_id,
            repeat_of=repeat_of,
            overdue=overdue,
            limit=limit,
            cursor=cursor,
        )
    ).parsed
