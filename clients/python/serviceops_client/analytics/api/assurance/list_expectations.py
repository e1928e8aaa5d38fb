from http import HTTPStatus
from typing import Any, cast
from urllib.parse import quote

import httpx

from ...client import AuthenticatedClient, Client
from ...types import Response, UNSET
from ... import errors

from ...models.list_expectations_state_type_0 import check_list_expectations_state_type_0
from ...models.list_expectations_state_type_0 import ListExpectationsStateType0
from ...models.listed_expectation_out import ListedExpectationOut
from ...models.problem import Problem
from ...types import UNSET, Unset
from typing import cast
from uuid import UUID


def _get_kwargs(
    *,
    state: ListExpectationsStateType0 | None | Unset = UNSET,
    rule_id: None | str | Unset = UNSET,
    trace_id: None | Unset | UUID = UNSET,
    subject_id: None | str | Unset = UNSET,
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

    json_rule_id: None | str | Unset
    if isinstance(rule_id, Unset):
        json_rule_id = UNSET
    else:
        json_rule_id = rule_id
    params["rule_id"] = json_rule_id

    json_trace_id: None | str | Unset
    if isinstance(trace_id, Unset):
        json_trace_id = UNSET
    elif isinstance(trace_id, UUID):
        json_trace_id = str(trace_id)
    else:
        json_trace_id = trace_id
    params["trace_id"] = json_trace_id

    json_subject_id: None | str | Unset
    if isinstance(subject_id, Unset):
        json_subject_id = UNSET
    else:
        json_subject_id = subject_id
    params["subject_id"] = json_subject_id

    params["limit"] = limit

    params["cursor"] = cursor

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/v1/assurance/expectations",
        "params": params,
    }

    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> ListedExpectationOut | Problem | None:
    if response.status_code == 200:
        response_200 = ListedExpectationOut.from_dict(response.json())

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
) -> Response[ListedExpectationOut | Problem]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    *,
    client: AuthenticatedClient,
    state: ListExpectationsStateType0 | None | Unset = UNSET,
    rule_id: None | str | Unset = UNSET,
    trace_id: None | Unset | UUID = UNSET,
    subject_id: None | str | Unset = UNSET,
    limit: int | Unset = 50,
    cursor: str | Unset = UNSET,
) -> Response[ListedExpectationOut | Problem]:
    """List Expectations

     What had to happen, and what became of it.

    Args:
        state (ListExpectationsStateType0 | None | Unset):
        rule_id (None | str | Unset):
        trace_id (None | Unset | UUID):
        subject_id (None | str | Unset):
        limit (int | Unset):  Default: 50.
        cursor (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[ListedExpectationOut | Problem]
    """

    kwargs = _get_kwargs(
        state=state,
        rule_id=rule_id,
        trace_id=trace_id,
        subject_id=subject_id,
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
    state: ListExpectationsStateType0 | None | Unset = UNSET,
    rule_id: None | str | Unset = UNSET,
    trace_id: None | Unset | UUID = UNSET,
    subject_id: None | str | Unset = UNSET,
    limit: int | Unset = 50,
    cursor: str | Unset = UNSET,
) -> ListedExpectationOut | Problem | None:
    """List Expectations

     What had to happen, and what became of it.

    Args:
        state (ListExpectationsStateType0 | None | Unset):
        rule_id (None | str | Unset):
        trace_id (None | Unset | UUID):
        subject_id (None | str | Unset):
        limit (int | Unset):  Default: 50.
        cursor (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        ListedExpectationOut | Problem
    """

    return sync_detailed(
        client=client,
        state=state,
        rule_id=rule_id,
        trace_id=trace_id,
        subject_id=subject_id,
        limit=limit,
        cursor=cursor,
    ).parsed


async def asyncio_detailed(
    *,
    client: AuthenticatedClient,
    state: ListExpectationsStateType0 | None | Unset = UNSET,
    rule_id: None | str | Unset = UNSET,
    trace_id: None | Unset | UUID = UNSET,
    subject_id: None | str | Unset = UNSET,
    limit: int | Unset = 50,
    cursor: str | Unset = UNSET,
) -> Response[ListedExpectationOut | Problem]:
    """List Expectations

     What had to happen, and what became of it.

    Args:
        state (ListExpectationsStateType0 | None | Unset):
        rule_id (None | str | Unset):
        trace_id (None | Unset | UUID):
        subject_id (None | str | Unset):
        limit (int | Unset):  Default: 50.
        cursor (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[ListedExpectationOut | Problem]
    """

    kwargs = _get_kwargs(
        state=state,
        rule_id=rule_id,
        trace_id=trace_id,
        subject_id=subject_id,
        limit=limit,
        cursor=cursor,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    *,
    client: AuthenticatedClient,
    state: ListExpectationsStateType0 | None | Unset = UNSET,
    rule_id: None | str | Unset = UNSET,
    trace_id: None | Unset | UUID = UNSET,
    subject_id: None | str | Unset = UNSET,
    limit: int | Unset = 50,
    cursor: str | Unset = UNSET,
) -> ListedExpectationOut | Problem | None:
    """List Expectations

     What had to happen, and what became of it.

    Args:
        state (ListExpectationsStateType0 | None | Unset):
        rule_id (None | str | Unset):
        trace_id (None | Unset | UUID):
        subject_id (None | str | Unset):
        limit (int | Unset):  Default: 50.
        cursor (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        ListedExpectationOut | Problem
    """

    return (
        await asyncio_detailed(
            client=client,
            state=state,
            rule_id=rule_id,
            trace_id=trace_id,
            subject_id=subject_id,
            limit=limit,
            cursor=cursor,
        )
    ).parsed
