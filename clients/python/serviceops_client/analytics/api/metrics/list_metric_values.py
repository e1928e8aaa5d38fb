from http import HTTPStatus
from typing import Any, cast
from urllib.parse import quote

import httpx

from ...client import AuthenticatedClient, Client
from ...types import Response, UNSET
from ... import errors

from ...models.list_metric_values_interval_type_0 import check_list_metric_values_interval_type_0
from ...models.list_metric_values_interval_type_0 import ListMetricValuesIntervalType0
from ...models.problem import Problem
from ...models.values_out import ValuesOut
from ...types import UNSET, Unset
from typing import cast
import datetime


def _get_kwargs(
    metric_id: str,
    *,
    from_: datetime.datetime,
    to: datetime.datetime,
    interval: ListMetricValuesIntervalType0 | None | Unset = UNSET,
    group_by: None | str | Unset = UNSET,
    timezone: str | Unset = "UTC",
    limit: int | Unset = 50,
    cursor: str | Unset = UNSET,
) -> dict[str, Any]:

    params: dict[str, Any] = {}

    json_from_ = from_.isoformat()
    params["from"] = json_from_

    json_to = to.isoformat()
    params["to"] = json_to

    json_interval: None | str | Unset
    if isinstance(interval, Unset):
        json_interval = UNSET
    elif isinstance(interval, str):
        json_interval = interval
    else:
        json_interval = interval
    params["interval"] = json_interval

    json_group_by: None | str | Unset
    if isinstance(group_by, Unset):
        json_group_by = UNSET
    else:
        json_group_by = group_by
    params["group_by"] = json_group_by

    params["timezone"] = timezone

    params["limit"] = limit

    params["cursor"] = cursor

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/v1/metrics/{metric_id}/values".format(
            metric_id=quote(str(metric_id), safe=""),
        ),
        "params": params,
    }

    return _kwargs


def _parse_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> Problem | ValuesOut | None:
    if response.status_code == 200:
        response_200 = ValuesOut.from_dict(response.json())

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


def _build_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> Response[Problem | ValuesOut]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    metric_id: str,
    *,
    client: AuthenticatedClient,
    from_: datetime.datetime,
    to: datetime.datetime,
    interval: ListMetricValuesIntervalType0 | None | Unset = UNSET,
    group_by: None | str | Unset = UNSET,
    timezone: str | Unset = "UTC",
    limit: int | Unset = 50,
    cursor: str | Unset = UNSET,
) -> Response[Problem | ValuesOut]:
    """List Metric Values

     A metric over time and by group; a period without anything has n 0 and no value.

    Args:
        metric_id (str):
        from_ (datetime.datetime): The first instant.
        to (datetime.datetime): The first instant that no longer belongs to it.
        interval (ListMetricValuesIntervalType0 | None | Unset): Weeks begin on Monday; the first
            and the last period are cut to [from, to).
        group_by (None | str | Unset): One of the metric's `groups`.
        timezone (str | Unset): An IANA name. Default: 'UTC'.
        limit (int | Unset):  Default: 50.
        cursor (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Problem | ValuesOut]
    """

    kwargs = _get_kwargs(
        metric_id=metric_id,
        from_=from_,
        to=to,
        interval=interval,
        group_by=group_by,
        timezone=timezone,
        limit=limit,
        cursor=cursor,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    metric_id: str,
    *,
    client: AuthenticatedClient,
    from_: datetime.datetime,
    to: datetime.datetime,
    interval: ListMetricValuesIntervalType0 | None | Unset = UNSET,
    group_by: None | str | Unset = UNSET,
    timezone: str | Unset = "UTC",
    limit: int | Unset = 50,
    cursor: str | Unset = UNSET,
) -> Problem | ValuesOut | None:
    """List Metric Values

     A metric over time and by group; a period without anything has n 0 and no value.

    Args:
        metric_id (str):
        from_ (datetime.datetime): The first instant.
        to (datetime.datetime): The first instant that no longer belongs to it.
        interval (ListMetricValuesIntervalType0 | None | Unset): Weeks begin on Monday; the first
            and the last period are cut to [from, to).
        group_by (None | str | Unset): One of the metric's `groups`.
        timezone (str | Unset): An IANA name. Default: 'UTC'.
        limit (int | Unset):  Default: 50.
        cursor (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Problem | ValuesOut
    """

    return sync_detailed(
        metric_id=metric_id,
        client=client,
        from_=from_,
        to=to,
        interval=interval,
        group_by=group_by,
        timezone=timezone,
        limit=limit,
        cursor=cursor,
    ).parsed


async def asyncio_detailed(
    metric_id: str,
    *,
    client: AuthenticatedClient,
    from_: datetime.datetime,
    to: datetime.datetime,
    interval: ListMetricValuesIntervalType0 | None | Unset = UNSET,
    group_by: None | str | Unset = UNSET,
    timezone: str | Unset = "UTC",
    limit: int | Unset = 50,
    cursor: str | Unset = UNSET,
) -> Response[Problem | ValuesOut]:
    """List Metric Values

     A metric over time and by group; a period without anything has n 0 and no value.

    Args:
        metric_id (str):
        from_ (datetime.datetime): The first instant.
        to (datetime.datetime): The first instant that no longer belongs to it.
        interval (ListMetricValuesIntervalType0 | None | Unset): Weeks begin on Monday; the first
            and the last period are cut to [from, to).
        group_by (None | str | Unset): One of the metric's `groups`.
        timezone (str | Unset): An IANA name. Default: 'UTC'.
        limit (int | Unset):  Default: 50.
        cursor (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Problem | ValuesOut]
    """

    kwargs = _get_kwargs(
        metric_id=metric_id,
        from_=from_,
        to=to,
        interval=interval,
        group_by=group_by,
        timezone=timezone,
        limit=limit,
        cursor=cursor,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    metric_id: str,
    *,
    client: AuthenticatedClient,
    from_: datetime.datetime,
    to: datetime.datetime,
    interval: ListMetricValuesIntervalType0 | None | Unset = UNSET,
    group_by: None | str | Unset = UNSET,
    timezone: str | Unset = "UTC",
    limit: int | Unset = 50,
    cursor: str | Unset = UNSET,
) -> Problem | ValuesOut | None:
    """List Metric Values

     A metric over time and by group; a period without anything has n 0 and no value.

    Args:
        metric_id (str):
        from_ (datetime.datetime): The first instant.
        to (datetime.datetime): The first instant that no longer belongs to it.
        interval (ListMetricValuesIntervalType0 | None | Unset): Weeks begin on Monday; the first
            and the last period are cut to [from, to).
        group_by (None | str | Unset): One of the metric's `groups`.
        timezone (str | Unset): An IANA name. Default: 'UTC'.
        limit (int | Unset):  Default: 50.
        cursor (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Problem | ValuesOut
    """

    return (
        await asyncio_detailed(
            metric_id=metric_id,
            client=client,
            from_=from_,
            to=to,
            interval=interval,
            group_by=group_by,
            timezone=timezone,
            limit=limit,
            cursor=cursor,
        )
    ).parsed
