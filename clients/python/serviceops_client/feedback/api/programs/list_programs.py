from http import HTTPStatus
from typing import Any, cast
from urllib.parse import quote

import httpx

from ...client import AuthenticatedClient, Client
from ...types import Response, UNSET
from ... import errors

from ...models.list_programs_state_type_0 import check_list_programs_state_type_0
from ...models.list_programs_state_type_0 import ListProgramsStateType0
from ...models.listed_program_out import ListedProgramOut
from ...models.problem import Problem
from ...types import UNSET, Unset
from typing import cast
from uuid import UUID


def _get_kwargs(
    *,
    state: ListProgramsStateType0 | None | Unset = UNSET,
    survey_id: None | Unset | UUID = UNSET,
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

    json_survey_id: None | str | Unset
    if isinstance(survey_id, Unset):
        json_survey_id = UNSET
    elif isinstance(survey_id, UUID):
        json_survey_id = str(survey_id)
    else:
        json_survey_id = survey_id
    params["survey_id"] = json_survey_id

    params["limit"] = limit

    params["cursor"] = cursor

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/v1/programs",
        "params": params,
    }

    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> ListedProgramOut | Problem | None:
    if response.status_code == 200:
        response_200 = ListedProgramOut.from_dict(response.json())

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
) -> Response[ListedProgramOut | Problem]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    *,
    client: AuthenticatedClient,
    state: ListProgramsStateType0 | None | Unset = UNSET,
    survey_id: None | Unset | UUID = UNSET,
    limit: int | Unset = 50,
    cursor: str | Unset = UNSET,
) -> Response[ListedProgramOut | Problem]:
    """List Programs

     All programs, shipped ones too, in the order they were made.

    Args:
        state (ListProgramsStateType0 | None | Unset):
        survey_id (None | Unset | UUID):
        limit (int | Unset):  Default: 50.
        cursor (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[ListedProgramOut | Problem]
    """

    kwargs = _get_kwargs(
        state=state,
        survey_id=survey_id,
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
    state: ListProgramsStateType0 | None | Unset = UNSET,
    survey_id: None | Unset | UUID = UNSET,
    limit: int | Unset = 50,
    cursor: str | Unset = UNSET,
) -> ListedProgramOut | Problem | None:
    """List Programs

     All programs, shipped ones too, in the order they were made.

    Args:
        state (ListProgramsStateType0 | None | Unset):
        survey_id (None | Unset | UUID):
        limit (int | Unset):  Default: 50.
        cursor (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        ListedProgramOut | Problem
    """

    return sync_detailed(
        client=client,
        state=state,
        survey_id=survey_id,
        limit=limit,
        cursor=cursor,
    ).parsed


async def asyncio_detailed(
    *,
    client: AuthenticatedClient,
    state: ListProgramsStateType0 | None | Unset = UNSET,
    survey_id: None | Unset | UUID = UNSET,
    limit: int | Unset = 50,
    cursor: str | Unset = UNSET,
) -> Response[ListedProgramOut | Problem]:
    """List Programs

     All programs, shipped ones too, in the order they were made.

    Args:
        state (ListProgramsStateType0 | None | Unset):
        survey_id (None | Unset | UUID):
        limit (int | Unset):  Default: 50.
        cursor (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[ListedProgramOut | Problem]
    """

    kwargs = _get_kwargs(
        state=state,
        survey_id=survey_id,
        limit=limit,
        cursor=cursor,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    *,
    client: AuthenticatedClient,
    state: ListProgramsStateType0 | None | Unset = UNSET,
    survey_id: None | Unset | UUID = UNSET,
    limit: int | Unset = 50,
    cursor: str | Unset = UNSET,
) -> ListedProgramOut | Problem | None:
    """List Programs

     All programs, shipped ones too, in the order they were made.

    Args:
        state (ListProgramsStateType0 | None | Unset):
        survey_id (None | Unset | UUID):
        limit (int | Unset):  Default: 50.
        cursor (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        ListedProgramOut | Problem
    """

    return (
        await asyncio_detailed(
            client=client,
            state=state,
            survey_id=survey_id,
            limit=limit,
            cursor=cursor,
        )
    ).parsed
