from http import HTTPStatus
from typing import Any, cast
from urllib.parse import quote

import httpx

from ...client import AuthenticatedClient, Client
from ...types import Response, UNSET
from ... import errors

from ...models.list_response_plans_severity_type_0 import check_list_response_plans_severity_type_0
from ...models.list_response_plans_severity_type_0 import ListResponsePlansSeverityType0
from ...models.listed_response_plan_out import ListedResponsePlanOut
from ...models.problem import Problem
from ...types import UNSET, Unset
from typing import cast


def _get_kwargs(
    *,
    failure_type: None | str | Unset = UNSET,
    severity: ListResponsePlansSeverityType0 | None | Unset = UNSET,
    limit: int | Unset = 50,
    cursor: str | Unset = UNSET,
) -> dict[str, Any]:

    params: dict[str, Any] = {}

    json_failure_type: None | str | Unset
    if isinstance(failure_type, Unset):
        json_failure_type = UNSET
    else:
        json_failure_type = failure_type
    params["failure_type"] = json_failure_type

    json_severity: None | str | Unset
    if isinstance(severity, Unset):
        json_severity = UNSET
    elif isinstance(severity, str):
        json_severity = severity
    else:
        json_severity = severity
    params["severity"] = json_severity

    params["limit"] = limit

    params["cursor"] = cursor

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/v1/response-plans",
        "params": params,
    }

    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> ListedResponsePlanOut | Problem | None:
    if response.status_code == 200:
        response_200 = ListedResponsePlanOut.from_dict(response.json())

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
) -> Response[ListedResponsePlanOut | Problem]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    *,
    client: AuthenticatedClient,
    failure_type: None | str | Unset = UNSET,
    severity: ListResponsePlansSeverityType0 | None | Unset = UNSET,
    limit: int | Unset = 50,
    cursor: str | Unset = UNSET,
) -> Response[ListedResponsePlanOut | Problem]:
    """List Response Plans

     All response plans.

    Args:
        failure_type (None | str | Unset):
        severity (ListResponsePlansSeverityType0 | None | Unset):
        limit (int | Unset):  Default: 50.
        cursor (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[ListedResponsePlanOut | Problem]
    """

    kwargs = _get_kwargs(
        failure_type=failure_type,
        severity=severity,
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
    failure_type: None | str | Unset = UNSET,
    severity: ListResponsePlansSeverityType0 | None | Unset = UNSET,
    limit: int | Unset = 50,
    cursor: str | Unset = UNSET,
) -> ListedResponsePlanOut | Problem | None:
    """List Response Plans

     All response plans.

    Args:
        failure_type (None | str | Unset):
        severity (ListResponsePlansSeverityType0 | None | Unset):
        limit (int | Unset):  Default: 50.
        cursor (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        ListedResponsePlanOut | Problem
    """

    return sync_detailed(
        client=client,
        failure_type=failure_type,
        severity=severity,
        limit=limit,
        cursor=cursor,
    ).parsed


async def asyncio_detailed(
    *,
    client: AuthenticatedClient,
    failure_type: None | str | Unset = UNSET,
    severity: ListResponsePlansSeverityType0 | None | Unset = UNSET,
    limit: int | Unset = 50,
    cursor: str | Unset = UNSET,
) -> Response[ListedResponsePlanOut | Problem]:
    """List Response Plans

     All response plans.

    Args:
        failure_type (None | str | Unset):
        severity (ListResponsePlansSeverityType0 | None | Unset):
        limit (int | Unset):  Default: 50.
        cursor (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[ListedResponsePlanOut | Problem]
    """

    kwargs = _get_kwargs(
        failure_type=failure_type,
        severity=severity,
        limit=limit,
        cursor=cursor,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    *,
    client: AuthenticatedClient,
    failure_type: None | str | Unset = UNSET,
    severity: ListResponsePlansSeverityType0 | None | Unset = UNSET,
    limit: int | Unset = 50,
    cursor: str | Unset = UNSET,
) -> ListedResponsePlanOut | Problem | None:
    """List Response Plans

     All response plans.

    Args:
        failure_type (None | str | Unset):
        severity (ListResponsePlansSeverityType0 | None | Unset):
        limit (int | Unset):  Default: 50.
        cursor (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        ListedResponsePlanOut | Problem
    """

    return (
        await asyncio_detailed(
            client=client,
            failure_type=failure_type,
            severity=severity,
            limit=limit,
            cursor=cursor,
        )
    ).parsed
