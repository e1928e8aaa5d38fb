from http import HTTPStatus
from typing import Any, cast
from urllib.parse import quote

import httpx

from ...client import AuthenticatedClient, Client
from ...types import Response, UNSET
from ... import errors

from ...models.list_follow_up_runs_result_type_0 import check_list_follow_up_runs_result_type_0
from ...models.list_follow_up_runs_result_type_0 import ListFollowUpRunsResultType0
from ...models.list_follow_up_runs_state_type_0 import check_list_follow_up_runs_state_type_0
from ...models.list_follow_up_runs_state_type_0 import ListFollowUpRunsStateType0
from ...models.listed_follow_up_run_out import ListedFollowUpRunOut
from ...models.problem import Problem
from ...types import UNSET, Unset
from typing import cast
from uuid import UUID


def _get_kwargs(
    *,
    response_id: None | Unset | UUID = UNSET,
    account_id: None | Unset | UUID = UNSET,
    rule_id: None | str | Unset = UNSET,
    state: ListFollowUpRunsStateType0 | None | Unset = UNSET,
    result: ListFollowUpRunsResultType0 | None | Unset = UNSET,
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

    json_account_id: None | str | Unset
    if isinstance(account_id, Unset):
        json_account_id = UNSET
    elif isinstance(account_id, UUID):
        json_account_id = str(account_id)
    else:
        json_account_id = account_id
    params["account_id"] = json_account_id

    json_rule_id: None | str | Unset
    if isinstance(rule_id, Unset):
        json_rule_id = UNSET
    else:
        json_rule_id = rule_id
    params["rule_id"] = json_rule_id

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

    params["limit"] = limit

    params["cursor"] = cursor

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/v1/follow-up-runs",
        "params": params,
    }

    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> ListedFollowUpRunOut | Problem | None:
    if response.status_code == 200:
        response_200 = ListedFollowUpRunOut.from_dict(response.json())

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
) -> Response[ListedFollowUpRunOut | Problem]:
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
    account_id: None | Unset | UUID = UNSET,
    rule_id: None | str | Unset = UNSET,
    state: ListFollowUpRunsStateType0 | None | Unset = UNSET,
    result: ListFollowUpRunsResultType0 | None | Unset = UNSET,
    limit: int | Unset = 50,
    cursor: str | Unset = UNSET,
) -> Response[ListedFollowUpRunOut | Problem]:
    """List Follow Up Runs

     What rules did for answers, the latest first.

    Args:
        response_id (None | Unset | UUID):
        account_id (None | Unset | UUID):
        rule_id (None | str | Unset):
        state (ListFollowUpRunsStateType0 | None | Unset):
        result (ListFollowUpRunsResultType0 | None | Unset):
        limit (int | Unset):  Default: 50.
        cursor (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[ListedFollowUpRunOut | Problem]
    """

    kwargs = _get_kwargs(
        response_id=response_id,
        account_id=account_id,
        rule_id=rule_id,
        state=state,
        result=result,
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
    account_id: None | Unset | UUID = UNSET,
    rule_id: None | str | Unset = UNSET,
    state: ListFollowUpRunsStateType0 | None | Unset = UNSET,
    result: ListFollowUpRunsResultType0 | None | Unset = UNSET,
    limit: int | Unset = 50,
    cursor: str | Unset = UNSET,
) -> ListedFollowUpRunOut | Problem | None:
    """List Follow Up Runs

     What rules did for answers, the latest first.

    Args:
        response_id (None | Unset | UUID):
        account_id (None | Unset | UUID):
        rule_id (None | str | Unset):
        state (ListFollowUpRunsStateType0 | None | Unset):
        result (ListFollowUpRunsResultType0 | None | Unset):
        limit (int | Unset):  Default: 50.
        cursor (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        ListedFollowUpRunOut | Problem
    """

    return sync_detailed(
        client=client,
        response_id=response_id,
        account_id=account_id,
        rule_id=rule_id,
        state=state,
        result=result,
        limit=limit,
        cursor=cursor,
    ).parsed


async def asyncio_detailed(
    *,
    client: AuthenticatedClient,
    response_id: None | Unset | UUID = UNSET,
    account_id: None | Unset | UUID = UNSET,
    rule_id: None | str | Unset = UNSET,
    state: ListFollowUpRunsStateType0 | None | Unset = UNSET,
    result: ListFollowUpRunsResultType0 | None | Unset = UNSET,
    limit: int | Unset = 50,
    cursor: str | Unset = UNSET,
) -> Response[ListedFollowUpRunOut | Problem]:
    """List Follow Up Runs

     What rules did for answers, the latest first.

    Args:
        response_id (None | Unset | UUID):
        account_id (None | Unset | UUID):
        rule_id (None | str | Unset):
        state (ListFollowUpRunsStateType0 | None | Unset):
        result (ListFollowUpRunsResultType0 | None | Unset):
        limit (int | Unset):  Default: 50.
        cursor (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[ListedFollowUpRunOut | Problem]
    """

    kwargs = _get_kwargs(
        response_id=response_id,
        account_id=account_id,
        rule_id=rule_id,
        state=state,
        result=result,
        limit=limit,
        cursor=cursor,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    *,
    client: AuthenticatedClient,
    response_id: None | Unset | UUID = UNSET,
    account_id: None | Unset | UUID = UNSET,
    rule_id: None | str | Unset = UNSET,
    state: ListFollowUpRunsStateType0 | None | Unset = UNSET,
    result: ListFollowUpRunsResultType0 | None | Unset = UNSET,
    limit: int | Unset = 50,
    cursor: str | Unset = UNSET,
) -> ListedFollowUpRunOut | Problem | None:
    """List Follow Up Runs

     What rules did for answers, the latest first.

    Args:
        response_id (None | Unset | UUID):
        account_id (None | Unset | UUID):
        rule_id (None | str | Unset):
        state (ListFollowUpRunsStateType0 | None | Unset):
        result (ListFollowUpRunsResultType0 | None | Unset):
        limit (int | Unset):  Default: 50.
        cursor (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        ListedFollowUpRunOut | Problem
    """

    return (
        await asyncio_detailed(
            client=client,
            response_id=response_id,
            account_id=account_id,
            rule_id=rule_id,
            state=state,
            result=result,
            limit=limit,
            cursor=cursor,
        )
    ).parsed
