from http import HTTPStatus
from typing import Any, cast
from urllib.parse import quote

import httpx

from ...client import AuthenticatedClient, Client
from ...types import Response, UNSET
from ... import errors

from ...models.list_loop_cases_result_type_0 import check_list_loop_cases_result_type_0
from ...models.list_loop_cases_result_type_0 import ListLoopCasesResultType0
from ...models.list_loop_cases_stage_type_0 import check_list_loop_cases_stage_type_0
from ...models.list_loop_cases_stage_type_0 import ListLoopCasesStageType0
from ...models.list_loop_cases_state_type_0 import check_list_loop_cases_state_type_0
from ...models.list_loop_cases_state_type_0 import ListLoopCasesStateType0
from ...models.listed_loop_case_out import ListedLoopCaseOut
from ...models.problem import Problem
from ...types import UNSET, Unset
from typing import cast
from uuid import UUID


def _get_kwargs(
    *,
    response_id: None | Unset | UUID = UNSET,
    ticket_id: None | Unset | UUID = UNSET,
    account_id: None | Unset | UUID = UNSET,
    owner_id: None | Unset | UUID = UNSET,
    trace_id: None | Unset | UUID = UNSET,
    state: ListLoopCasesStateType0 | None | Unset = UNSET,
    result: ListLoopCasesResultType0 | None | Unset = UNSET,
    stage: ListLoopCasesStageType0 | None | Unset = UNSET,
    overdue: bool | None | Unset = UNSET,
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

    json_account_id: None | str | Unset
    if isinstance(account_id, Unset):
        json_account_id = UNSET
    elif isinstance(account_id, UUID):
        json_account_id = str(account_id)
    else:
        json_account_id = account_id
    params["account_id"] = json_account_id

    json_owner_id: None | str | Unset
    if isinstance(owner_id, Unset):
        json_owner_id = UNSET
    elif isinstance(owner_id, UUID):
        json_owner_id = str(owner_id)
    else:
        json_owner_id = owner_id
    params["owner_id"] = json_owner_id

    json_trace_id: None | str | Unset
    if isinstance(trace_id, Unset):
        json_trace_id = UNSET
    elif isinstance(trace_id, UUID):
        json_trace_id = str(trace_id)
    else:
        json_trace_id = trace_id
    params["trace_id"] = json_trace_id

    json_state: None | str | Unset
    if isinstance(state, Unset):
        json_state = UNSET
    elif isinstance(state, str):
        json_state = state
    else:
        json_state = state
    params["state"] = json_state

    json_result: None | str | Unset
    if isinstance(result, Unset):
        json_result = UNSET
    elif isinstance(result, str):
        json_result = result
    else:
        json_result = result
    params["result"] = json_result

    json_stage: None | str | Unset
    if isinstance(stage, Unset):
        json_stage = UNSET
    elif isinstance(stage, str):
        json_stage = stage
    else:
        json_stage = stage
    params["stage"] = json_stage

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
        "url": "/v1/loop-cases",
        "params": params,
    }

    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> ListedLoopCaseOut | Problem | None:
    if response.status_code == 200:
        response_200 = ListedLoopCaseOut.from_dict(response.json())

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
) -> Response[ListedLoopCaseOut | Problem]:
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
    account_id: None | Unset | UUID = UNSET,
    owner_id: None | Unset | UUID = UNSET,
    trace_id: None | Unset | UUID = UNSET,
    state: ListLoopCasesStateType0 | None | Unset = UNSET,
    result: ListLoopCasesResultType0 | None | Unset = UNSET,
    stage: ListLoopCasesStageType0 | None | Unset = UNSET,
    overdue: bool | None | Unset = UNSET,
    limit: int | Unset = 50,
    cursor: str | Unset = UNSET,
) -> Response[ListedLoopCaseOut | Problem]:
    """List Loop Cases

     What became of negative answers, in the order they came.

    Args:
        response_id (None | Unset | UUID):
        ticket_id (None | Unset | UUID):
        account_id (None | Unset | UUID):
        owner_id (None | Unset | UUID):
        trace_id (None | Unset | UUID):
        state (ListLoopCasesStateType0 | None | Unset):
        result (ListLoopCasesResultType0 | None | Unset):
        stage (ListLoopCasesStageType0 | None | Unset):
        overdue (bool | None | Unset):
        limit (int | Unset):  Default: 50.
        cursor (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[ListedLoopCaseOut | Problem]
    """

    kwargs = _get_kwargs(
        response_id=response_id,
        ticket_id=ticket_id,
        account_id=account_id,
        owner_id=owner_id,
        trace_id=trace_id,
        state=state,
        result=result,
        stage=stage,
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
    response_id: None | Unset | UUID = UNSET,
    ticket_id: None | Unset | UUID = UNSET,
    account_id: None | Unset | UUID = UNSET,
    owner_id: None | Unset | UUID = UNSET,
    trace_id: None | Unset | UUID = UNSET,
    state: ListLoopCasesStateType0 | None | Unset = UNSET,
    result: ListLoopCasesResultType0 | None | Unset = UNSET,
    stage: ListLoopCasesStageType0 | None | Unset = UNSET,
    overdue: bool | None | Unset = UNSET,
    limit: int | Unset = 50,
    cursor: str | Unset = UNSET,
) -> ListedLoopCaseOut | Problem | None:
    """List Loop Cases

     What became of negative answers, in the order they came.

    Args:
        response_id (None | Unset | UUID):
        ticket_id (None | Unset | UUID):
        account_id (None | Unset | UUID):
        owner_id (None | Unset | UUID):
        trace_id (None | Unset | UUID):
        state (ListLoopCasesStateType0 | None | Unset):
        result (ListLoopCasesResultType0 | None | Unset):
        stage (ListLoopCasesStageType0 | None | Unset):
        overdue (bool | None | Unset):
        limit (int | Unset):  Default: 50.
        cursor (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        ListedLoopCaseOut | Problem
    """

    return sync_detailed(
        client=client,
        response_id=response_id,
        ticket_id=ticket_id,
        account_id=account_id,
        owner_id=owner_id,
        trace_id=trace_id,
        state=state,
        result=result,
        stage=stage,
        overdue=overdue,
        limit=limit,
        cursor=cursor,
    ).parsed


async def asyncio_detailed(
    *,
    client: AuthenticatedClient,
    response_id: None | Unset | UUID = UNSET,
    ticket_id: None | Unset | UUID = UNSET,
    account_id: None | Unset | UUID = UNSET,
    owner_id: None | Unset | UUID = UNSET,
    trace_id: None | Unset | UUID = UNSET,
    state: ListLoopCasesStateType0 | None | Unset = UNSET,
    result: ListLoopCasesResultType0 | None | Unset = UNSET,
    stage: ListLoopCasesStageType0 | None | Unset = UNSET,
    overdue: bool | None | Unset = UNSET,
    limit: int | Unset = 50,
    cursor: str | Unset = UNSET,
) -> Response[ListedLoopCaseOut | Problem]:
    """List Loop Cases

     What became of negative answers, in the order they came.

    Args:
        response_id (None | Unset | UUID):
        ticket_id (None | Unset | UUID):
        account_id (None | Unset | UUID):
        owner_id (None | Unset | UUID):
        trace_id (None | Unset | UUID):
        state (ListLoopCasesStateType0 | None | Unset):
        result (ListLoopCasesResultType0 | None | Unset):
        stage (ListLoopCasesStageType0 | None | Unset):
        overdue (bool | None | Unset):
        limit (int | Unset):  Default: 50.
        cursor (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[ListedLoopCaseOut | Problem]
    """

    kwargs = _get_kwargs(
        response_id=response_id,
        ticket_id=ticket_id,
        account_id=account_id,
        owner_id=owner_id,
        trace_id=trace_id,
        state=state,
        result=result,
        stage=stage,
        overdue=overdue,
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
    account_id: None | Unset | UUID = UNSET,
    owner_id: None | Unset | UUID = UNSET,
    trace_id: None | Unset | UUID = UNSET,
    state: ListLoopCasesStateType0 | None | Unset = UNSET,
    result: ListLoopCasesResultType0 | None | Unset = UNSET,
    stage: ListLoopCasesStageType0 | None | Unset = UNSET,
    overdue: bool | None | Unset = UNSET,
    limit: int | Unset = 50,
    cursor: str | Unset = UNSET,
) -> ListedLoopCaseOut | Problem | None:
    """List Loop Cases

     What became of negative answers, in the order they came.

    Args:
        response_id (None | Unset | UUID):
        ticket_id (None | Unset | UUID):
        account_id (None | Unset | UUID):
        owner_id (None | Unset | UUID):
        trace_id (None | Unset | UUID):
        state (ListLoopCasesStateType0 | None | Unset):
        result (ListLoopCasesResultType0 | None | Unset):
        stage (ListLoopCasesStageType0 | None | Unset):
        overdue (bool | None | Unset):
        limit (int | Unset):  Default: 50.
        cursor (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        ListedLoopCaseOut | Problem
    """

    return (
        await asyncio_detailed(
            client=client,
            response_id=response_id,
            ticket_id=ticket_id,
            account_id=account_id,
            owner_id=owner_id,
            trace_id=trace_id,
            state=state,
            result=result,
            stage=stage,
            overdue=overdue,
            limit=limit,
            cursor=cursor,
        )
    ).parsed
