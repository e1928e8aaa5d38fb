from http import HTTPStatus
from typing import Any, cast
from urllib.parse import quote

import httpx

from ...client import AuthenticatedClient, Client
from ...types import Response, UNSET
from ... import errors

from ...models.list_bulk_job_rows_outcome_type_0 import check_list_bulk_job_rows_outcome_type_0
from ...models.list_bulk_job_rows_outcome_type_0 import ListBulkJobRowsOutcomeType0
from ...models.listed_bulk_job_row_out import ListedBulkJobRowOut
from ...models.problem import Problem
from ...types import UNSET, Unset
from typing import cast
from uuid import UUID


def _get_kwargs(
    bulk_job_id: UUID,
    *,
    outcome: ListBulkJobRowsOutcomeType0 | None | Unset = UNSET,
    limit: int | Unset = 50,
    cursor: str | Unset = UNSET,
) -> dict[str, Any]:

    params: dict[str, Any] = {}

    json_outcome: None | str | Unset
    if isinstance(outcome, Unset):
        json_outcome = UNSET
    elif isinstance(outcome, str):
        json_outcome = outcome
    else:
        json_outcome = outcome
    params["outcome"] = json_outcome

    params["limit"] = limit

    params["cursor"] = cursor

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/v1/bulk-jobs/{bulk_job_id}/rows".format(
            bulk_job_id=quote(str(bulk_job_id), safe=""),
        ),
        "params": params,
    }

    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> ListedBulkJobRowOut | Problem | None:
    if response.status_code == 200:
        response_200 = ListedBulkJobRowOut.from_dict(response.json())

        return response_200

    if response.status_code == 401:
        response_401 = Problem.from_dict(response.json())

        return response_401

    if response.status_code == 403:
        response_403 = Problem.from_dict(response.json())

        return response_403

    if response.status_code == 404:
        response_404 = Problem.from_dict(response.json())

        return response_404

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
) -> Response[ListedBulkJobRowOut | Problem]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    bulk_job_id: UUID,
    *,
    client: AuthenticatedClient,
    outcome: ListBulkJobRowsOutcomeType0 | None | Unset = UNSET,
    limit: int | Unset = 50,
    cursor: str | Unset = UNSET,
) -> Response[ListedBulkJobRowOut | Problem]:
    """List Bulk Job Rows

     What came of each row that was dealt with, in their order.

    Args:
        bulk_job_id (UUID):
        outcome (ListBulkJobRowsOutcomeType0 | None | Unset):
        limit (int | Unset):  Default: 50.
        cursor (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[ListedBulkJobRowOut | Problem]
    """

    kwargs = _get_kwargs(
        bulk_job_id=bulk_job_id,
        outcome=outcome,
        limit=limit,
        cursor=cursor,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    bulk_job_id: UUID,
    *,
    client: AuthenticatedClient,
    outcome: ListBulkJobRowsOutcomeType0 | None | Unset = UNSET,
    limit: int | Unset = 50,
    cursor: str | Unset = UNSET,
) -> ListedBulkJobRowOut | Problem | None:
    """List Bulk Job Rows

     What came of each row that was dealt with, in their order.

    Args:
        bulk_job_id (UUID):
        outcome (ListBulkJobRowsOutcomeType0 | None | Unset):
        limit (int | Unset):  Default: 50.
        cursor (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        ListedBulkJobRowOut | Problem
    """

    return sync_detailed(
        bulk_job_id=bulk_job_id,
        client=client,
        outcome=outcome,
        limit=limit,
        cursor=cursor,
    ).parsed


async def asyncio_detailed(
    bulk_job_id: UUID,
    *,
    client: AuthenticatedClient,
    outcome: ListBulkJobRowsOutcomeType0 | None | Unset = UNSET,
    limit: int | Unset = 50,
    cursor: str | Unset = UNSET,
) -> Response[ListedBulkJobRowOut | Problem]:
    """List Bulk Job Rows

     What came of each row that was dealt with, in their order.

    Args:
        bulk_job_id (UUID):
        outcome (ListBulkJobRowsOutcomeType0 | None | Unset):
        limit (int | Unset):  Default: 50.
        cursor (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[ListedBulkJobRowOut | Problem]
    """

    kwargs = _get_kwargs(
        bulk_job_id=bulk_job_id,
        outcome=outcome,
        limit=limit,
        cursor=cursor,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    bulk_job_id: UUID,
    *,
    client: AuthenticatedClient,
    outcome: ListBulkJobRowsOutcomeType0 | None | Unset = UNSET,
    limit: int | Unset = 50,
    cursor: str | Unset = UNSET,
) -> ListedBulkJobRowOut | Problem | None:
    """List Bulk Job Rows

     What came of each row that was dealt with, in their order.

    Args:
        bulk_job_id (UUID):
        outcome (ListBulkJobRowsOutcomeType0 | None | Unset):
        limit (int | Unset):  Default: 50.
        cursor (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        ListedBulkJobRowOut | Problem
    """

    return (
        await asyncio_detailed(
            bulk_job_id=bulk_job_id,
            client=client,
            outcome=outcome,
            limit=limit,
            cursor=cursor,
        )
    ).parsed
