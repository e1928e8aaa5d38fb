from http import HTTPStatus
from typing import Any, cast
from urllib.parse import quote

import httpx

from ...client import AuthenticatedClient, Client
from ...types import Response, UNSET
from ... import errors

from ...models.list_triage_state_type_0 import check_list_triage_state_type_0
from ...models.list_triage_state_type_0 import ListTriageStateType0
from ...models.listed_triage_out import ListedTriageOut
from ...models.problem import Problem
from ...types import UNSET, Unset
from typing import cast
from uuid import UUID


def _get_kwargs(
    *,
    state: ListTriageStateType0 | None | Unset = UNSET,
    reason: None | str | Unset = UNSET,
    assignee_id: None | Unset | UUID = UNSET,
    account_id: None | Unset | UUID = UNSET,
    response_id: None | Unset | UUID = UNSET,
    trace_id: None | Unset | UUID = UNSET,
    limit: int | Unset = 50,
    cursor: str | Unset = UNSET,
) -> dict[str, Any]:

    params: dict[str, Any] = {}

    json_state: None | str | Unset
    if isinstance(state, Unset):
        json_state = UNSET
    elif isinstance(state, str):
        json_state = state
    else:
        json_state = state
    params["state"] = json_state

    json_reason: None | str | Unset
    if isinstance(reason, Unset):
        json_reason = UNSET
    else:
        json_reason = reason
    params["reason"] = json_reason

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

    json_response_id: None | str | Unset
    if isinstance(response_id, Unset):
        json_response_id = UNSET
    elif isinstance(response_id, UUID):
        json_response_id = str(response_id)
    else:
        json_response_id = response_id
    params["response_id"] = json_response_id

    json_trace_id: None | str | Unset
    if isinstance(trace_id, Unset):
        json_trace_id = UNSET
    elif isinstance(trace_id, UUID):
        json_trace_id = str(trace_id)
    else:
        json_trace_id = trace_id
    params["trace_id"] = json_trace_id

    params["limit"] = limit

    params["cursor"] = cursor

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/v1/triage",
        "params": params,
    }

    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> ListedTriageOut | Problem | None:
    if response.status_code == 200:
        response_200 = ListedTriageOut.from_dict(response.json())

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
) -> Response[ListedTriageOut | Problem]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    *,
    client: AuthenticatedClient,
    state: ListTriageStateType0 | None | Unset = UNSET,
    reason: None | str | Unset = UNSET,
    assignee_id: None | Unset | UUID = UNSET,
    account_id: None | Unset | UUID = UNSET,
    response_id: None | Unset | UUID = UNSET,
    trace_id: None | Unset | UUID = UNSET,
    limit: int | Unset = 50,
    cursor: str | Unset = UNSET,
) -> Response[ListedTriageOut | Problem]:
    """List Triage

     Answers that a person must see, those that wait first, the oldest of them first.

    Args:
        state (ListTriageStateType0 | None | Unset):
        reason (None | str | Unset):
        assignee_id (None | Unset | UUID):
        account_id (None | Unset | UUID):
        response_id (None | Unset | UUID):
        trace_id (None | Unset | UUID):
        limit (int | Unset):  Default: 50.
        cursor (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[ListedTriageOut | Problem]
    """

    kwargs = _get_kwargs(
        state=state,
        reason=reason,
        assignee_id=assignee_id,
        account_id=account_id,
        response_id=response_id,
        trace_id=trace_id,
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
    state: ListTriageStateType0 | None | Unset = UNSET,
    reason: None | str | Unset = UNSET,
    assignee_id: None | Unset | UUID = UNSET,
    account_id: None | Unset | UUID = UNSET,
    response_id: None | Unset | UUID = UNSET,
    trace_id: None | Unset | UUID = UNSET,
    limit: int | Unset = 50,
    cursor: str | Unset = UNSET,
) -> ListedTriageOut | Problem | None:
    """List Triage

     Answers that a person must see, those that wait first, the oldest of them first.

    Args:
        state (ListTriageStateType0 | None | Unset):
        reason (None | str | Unset):
        assignee_id (None | Unset | UUID):
        account_id (None | Unset | UUID):
        response_id (None | Unset | UUID):
        trace_id (None | Unset | UUID):
        limit (int | Unset):  Default: 50.
        cursor (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        ListedTriageOut | Problem
    """

    return sync_detailed(
        client=client,
        state=state,
        reason=reason,
        assignee_id=assignee_id,
        account_id=account_id,
        response_id=response_id,
        trace_id=trace_id,
        limit=limit,
        cursor=cursor,
    ).parsed


async def asyncio_detailed(
    *,
    client: AuthenticatedClient,
    state: ListTriageStateType0 | None | Unset = UNSET,
    reason: None | str | Unset = UNSET,
    assignee_id: None | Unset | UUID = UNSET,
    account_id: None | Unset | UUID = UNSET,
    response_id: None | Unset | UUID = UNSET,
    trace_id: None | Unset | UUID = UNSET,
    limit: int | Unset = 50,
    cursor: str | Unset = UNSET,
) -> Response[ListedTriageOut | Problem]:
    """List Triage

     Answers that a person must see, those that wait first, the oldest of them first.

    Args:
        state (ListTriageStateType0 | None | Unset):
        reason (None | str | Unset):
        assignee_id (None | Unset | UUID):
        account_id (None | Unset | UUID):
        response_id (None | Unset | UUID):
        trace_id (None | Unset | UUID):
        limit (int | Unset):  Default: 50.
        cursor (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[ListedTriageOut | Problem]
    """

    kwargs = _get_kwargs(
        state=state,
        reason=reason,
        assignee_id=assignee_id,
        account_id=account_id,
        response_id=response_id,
        trace_id=trace_id,
        limit=limit,
        cursor=cursor,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    *,
    client: AuthenticatedClient,
    state: ListTriageStateType0 | None | Unset = UNSET,
    reason: None | str | Unset = UNSET,
    assignee_id: None | Unset | UUID = UNSET,
    account_id: None | Unset | UUID = UNSET,
    response_id: None | Unset | UUID = UNSET,
    trace_id: None | Unset | UUID = UNSET,
    limit: int | Unset = 50,
    cursor: str | Unset = UNSET,
) -> ListedTriageOut | Problem | None:
    """List Triage

     Answers that a person must see, those that wait first, the oldest of them first.

    Args:
        state (ListTriageStateType0 | None | Unset):
        reason (None | str | Unset):
        assignee_id (None | Unset | UUID):
        account_id (None | Unset | UUID):
        response_id (None | Unset | UUID):
        trace_id (None | Unset | UUID):
        limit (int | Unset):  Default: 50.
        cursor (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        ListedTriageOut | Problem
    """

    return (
        await asyncio_detailed(
            client=client,
            state=state,
            reason=reason,
            assignee_id=assignee_id,
            account_id=account_id,
            response_id=response_id,
            trace_id=trace_id,
            limit=limit,
            cursor=cursor,
        )
    ).parsed
