from http import HTTPStatus
from typing import Any, cast
from urllib.parse import quote

import httpx

from ...client import AuthenticatedClient, Client
from ...types import Response, UNSET
from ... import errors

from ...models.list_scores_group_by_type_0 import check_list_scores_group_by_type_0
from ...models.list_scores_group_by_type_0 import ListScoresGroupByType0
from ...models.list_scores_interval_type_0 import check_list_scores_interval_type_0
from ...models.list_scores_interval_type_0 import ListScoresIntervalType0
from ...models.list_scores_metric import check_list_scores_metric
from ...models.list_scores_metric import ListScoresMetric
from ...models.list_scores_weighting import check_list_scores_weighting
from ...models.list_scores_weighting import ListScoresWeighting
from ...models.listed_score_out import ListedScoreOut
from ...models.problem import Problem
from ...types import UNSET, Unset
from typing import cast
import datetime


def _get_kwargs(
    *,
    metric: ListScoresMetric,
    from_: datetime.datetime,
    to: datetime.datetime,
    interval: ListScoresIntervalType0 | None | Unset = UNSET,
    timezone: str | Unset = "UTC",
    group_by: ListScoresGroupByType0 | None | Unset = UNSET,
    weighting: ListScoresWeighting | Unset = "respondent",
) -> dict[str, Any]:

    params: dict[str, Any] = {}

    json_metric: str = metric
    params["metric"] = json_metric

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

    params["timezone"] = timezone

    json_group_by: None | str | Unset
    if isinstance(group_by, Unset):
        json_group_by = UNSET
    elif isinstance(group_by, str):
        json_group_by = group_by
    else:
        json_group_by = group_by
    params["group_by"] = json_group_by

    json_weighting: str | Unset = UNSET
    if not isinstance(weighting, Unset):
        json_weighting = weighting

    params["weighting"] = json_weighting

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/v1/scores",
        "params": params,
    }

    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> ListedScoreOut | Problem | None:
    if response.status_code == 200:
        response_200 = ListedScoreOut.from_dict(response.json())

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
) -> Response[ListedScoreOut | Problem]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    *,
    client: AuthenticatedClient,
    metric: ListScoresMetric,
    from_: datetime.datetime,
    to: datetime.datetime,
    interval: ListScoresIntervalType0 | None | Unset = UNSET,
    timezone: str | Unset = "UTC",
    group_by: ListScoresGroupByType0 | None | Unset = UNSET,
    weighting: ListScoresWeighting | Unset = "respondent",
) -> Response[ListedScoreOut | Problem]:
    """List Scores

     NPS, CSAT or CES of a period, in intervals and groups, with the margin and how many it rests on.

    Weighted by account, every account counts the same, and answers without an account are left out.

    Args:
        metric (ListScoresMetric):
        from_ (datetime.datetime):
        to (datetime.datetime):
        interval (ListScoresIntervalType0 | None | Unset):
        timezone (str | Unset):  Default: 'UTC'.
        group_by (ListScoresGroupByType0 | None | Unset):
        weighting (ListScoresWeighting | Unset):  Default: 'respondent'.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[ListedScoreOut | Problem]
    """

    kwargs = _get_kwargs(
        metric=metric,
        from_=from_,
        to=to,
        interval=interval,
        timezone=timezone,
        group_by=group_by,
        weighting=weighting,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    *,
    client: AuthenticatedClient,
    metric: ListScoresMetric,
    from_: datetime.datetime,
    to: datetime.datetime,
    interval: ListScoresIntervalType0 | None | Unset = UNSET,
    timezone: str | Unset = "UTC",
    group_by: ListScoresGroupByType0 | None | Unset = UNSET,
    weighting: ListScoresWeighting | Unset = "respondent",
) -> ListedScoreOut | Problem | None:
    """List Scores

     NPS, CSAT or CES of a period, in intervals and groups, with the margin and how many it rests on.

    Weighted by account, every account counts the same, and answers without an account are left out.

    Args:
        metric (ListScoresMetric):
        from_ (datetime.datetime):
        to (datetime.datetime):
        interval (ListScoresIntervalType0 | None | Unset):
        timezone (str | Unset):  Default: 'UTC'.
        group_by (ListScoresGroupByType0 | None | Unset):
        weighting (ListScoresWeighting | Unset):  Default: 'respondent'.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        ListedScoreOut | Problem
    """

    return sync_detailed(
        client=client,
        metric=metric,
        from_=from_,
        to=to,
        interval=interval,
        timezone=timezone,
        group_by=group_by,
        weighting=weighting,
    ).parsed


async def asyncio_detailed(
    *,
    client: AuthenticatedClient,
    metric: ListScoresMetric,
    from_: datetime.datetime,
    to: datetime.datetime,
    interval: ListScoresIntervalType0 | None | Unset = UNSET,
    timezone: str | Unset = "UTC",
    group_by: ListScoresGroupByType0 | None | Unset = UNSET,
    weighting: ListScoresWeighting | Unset = "respondent",
) -> Response[ListedScoreOut | Problem]:
    """List Scores

     NPS, CSAT or CES of a period, in intervals and groups, with the margin and how many it rests on.

    Weighted by account, every account counts the same, and answers without an account are left out.

    Args:
        metric (ListScoresMetric):
        from_ (datetime.datetime):
        to (datetime.datetime):
        interval (ListScoresIntervalType0 | None | Unset):
        timezone (str | Unset):  Default: 'UTC'.
        group_by (ListScoresGroupByType0 | None | Unset):
        weighting (ListScoresWeighting | Unset):  Default: 'respondent'.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[ListedScoreOut | Problem]
    """

    kwargs = _get_kwargs(
        metric=metric,
        from_=from_,
        to=to,
        interval=interval,
        timezone=timezone,
        group_by=group_by,
        weighting=weighting,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    *,
    client: AuthenticatedClient,
    metric: ListScoresMetric,
    from_: datetime.datetime,
    to: datetime.datetime,
    interval: ListScoresIntervalType0 | None | Unset = UNSET,
    timezone: str | Unset = "UTC",
    group_by: ListScoresGroupByType0 | None | Unset = UNSET,
    weighting: ListScoresWeighting | Unset = "respondent",
) -> ListedScoreOut | Problem | None:
    """List Scores

     NPS, CSAT or CES of a period, in intervals and groups, with the margin and how many it rests on.

    Weighted by account, every account counts the same, and answers without an account are left out.

    Args:
        metric (ListScoresMetric):
        from_ (datetime.datetime):
        to (datetime.datetime):
        interval (ListScoresIntervalType0 | None | Unset):
        timezone (str | Unset):  Default: 'UTC'.
        group_by (ListScoresGroupByType0 | None | Unset):
        weighting (ListScoresWeighting | Unset):  Default: 'respondent'.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        ListedScoreOut | Problem
    """

    return (
        await asyncio_detailed(
            client=client,
            metric=metric,
            from_=from_,
            to=to,
            interval=interval,
            timezone=timezone,
            group_by=group_by,
            weighting=weighting,
        )
    ).parsed
