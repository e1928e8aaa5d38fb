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
from uuid import UUID
import datetime


def _get_kwargs(
    *,
    metric: ListScoresMetric,
    from_: datetime.datetime,
    to: datetime.datetime,
    weighting: ListScoresWeighting | Unset = "respondent",
    account_id: None | Unset | UUID = UNSET,
    program_id: None | Unset | UUID = UNSET,
    brand: None | str | Unset = UNSET,
    locale: None | str | Unset = UNSET,
    wave_id: None | Unset | UUID = UNSET,
    timezone: str | Unset = "UTC",
    interval: ListScoresIntervalType0 | None | Unset = UNSET,
    group_by: ListScoresGroupByType0 | None | Unset = UNSET,
) -> dict[str, Any]:

    params: dict[str, Any] = {}

    json_metric: str = metric
    params["metric"] = json_metric

    json_from_ = from_.isoformat()
    params["from"] = json_from_

    json_to = to.isoformat()
    params["to"] = json_to

    json_weighting: str | Unset = UNSET
    if not isinstance(weighting, Unset):
        json_weighting = weighting

    params["weighting"] = json_weighting

    json_account_id: None | str | Unset
    if isinstance(account_id, Unset):
        json_account_id = UNSET
    elif isinstance(account_id, UUID):
        json_account_id = str(account_id)
    else:
        json_account_id = account_id
    params["account_id"] = json_account_id

    json_program_id: None | str | Unset
    if isinstance(program_id, Unset):
        json_program_id = UNSET
    elif isinstance(program_id, UUID):
        json_program_id = str(program_id)
    else:
        json_program_id = program_id
    params["program_id"] = json_program_id

    json_brand: None | str | Unset
    if isinstance(brand, Unset):
        json_brand = UNSET
    else:
        json_brand = brand
    params["brand"] = json_brand

    json_locale: None | str | Unset
    if isinstance(locale, Unset):
        json_locale = UNSET
    else:
        json_locale = locale
    params["locale"] = json_locale

    json_wave_id: None | str | Unset
    if isinstance(wave_id, Unset):
        json_wave_id = UNSET
    elif isinstance(wave_id, UUID):
        json_wave_id = str(wave_id)
    else:
        json_wave_id = wave_id
    params["wave_id"] = json_wave_id

    params["timezone"] = timezone

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
    elif isinstance(group_by, str):
        json_group_by = group_by
    else:
        json_group_by = group_by
    params["group_by"] = json_group_by

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
    weighting: ListScoresWeighting | Unset = "respondent",
    account_id: None | Unset | UUID = UNSET,
    program_id: None | Unset | UUID = UNSET,
    brand: None | str | Unset = UNSET,
    locale: None | str | Unset = UNSET,
    wave_id: None | Unset | UUID = UNSET,
    timezone: str | Unset = "UTC",
    interval: ListScoresIntervalType0 | None | Unset = UNSET,
    group_by: ListScoresGroupByType0 | None | Unset = UNSET,
) -> Response[ListedScoreOut | Problem]:
    """List Scores

     NPS, CSAT or CES of a period, in intervals and groups, with the margin and how many it rests on.

    A segment is the one that onboarding gave the account. Weighted by account, every account counts the
    same, and
    answers without an account are left out. Weighted by inclusion, an answer stands for as many
    contacts as its
    invitation was drawn from, and answers that nobody was invited to are left out.

    Args:
        metric (ListScoresMetric):
        from_ (datetime.datetime):
        to (datetime.datetime):
        weighting (ListScoresWeighting | Unset):  Default: 'respondent'.
        account_id (None | Unset | UUID):
        program_id (None | Unset | UUID):
        brand (None | str | Unset):
        locale (None | str | Unset):
        wave_id (None | Unset | UUID):
        timezone (str | Unset):  Default: 'UTC'.
        interval (ListScoresIntervalType0 | None | Unset):
        group_by (ListScoresGroupByType0 | None | Unset):

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
        weighting=weighting,
        account_id=account_id,
        program_id=program_id,
        brand=brand,
        locale=locale,
        wave_id=wave_id,
        timezone=timezone,
        interval=interval,
        group_by=group_by,
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
    weighting: ListScoresWeighting | Unset = "respondent",
    account_id: None | Unset | UUID = UNSET,
    program_id: None | Unset | UUID = UNSET,
    brand: None | str | Unset = UNSET,
    locale: None | str | Unset = UNSET,
    wave_id: None | Unset | UUID = UNSET,
    timezone: str | Unset = "UTC",
    interval: ListScoresIntervalType0 | None | Unset = UNSET,
    group_by: ListScoresGroupByType0 | None | Unset = UNSET,
) -> ListedScoreOut | Problem | None:
    """List Scores

     NPS, CSAT or CES of a period, in intervals and groups, with the margin and how many it rests on.

    A segment is the one that onboarding gave the account. Weighted by account, every account counts the
    same, and
    answers without an account are left out. Weighted by inclusion, an answer stands for as many
    contacts as its
    invitation was drawn from, and answers that nobody was invited to are left out.

    Args:
        metric (ListScoresMetric):
        from_ (datetime.datetime):
        to (datetime.datetime):
        weighting (ListScoresWeighting | Unset):  Default: 'respondent'.
        account_id (None | Unset | UUID):
        program_id (None | Unset | UUID):
        brand (None | str | Unset):
        locale (None | str | Unset):
        wave_id (None | Unset | UUID):
        timezone (str | Unset):  Default: 'UTC'.
        interval (ListScoresIntervalType0 | None | Unset):
        group_by (ListScoresGroupByType0 | None | Unset):

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
        weighting=weighting,
        account_id=account_id,
        program_id=program_id,
        brand=brand,
        locale=locale,
        wave_id=wave_id,
        timezone=timezone,
        interval=interval,
        group_by=group_by,
    ).parsed


async def asyncio_detailed(
    *,
    client: AuthenticatedClient,
    metric: ListScoresMetric,
    from_: datetime.datetime,
    to: datetime.datetime,
    weighting: ListScoresWeighting | Unset = "respondent",
    account_id: None | Unset | UUID = UNSET,
    program_id: None | Unset | UUID = UNSET,
    brand: None | str | Unset = UNSET,
    locale: None | str | Unset = UNSET,
    wave_id: None | Unset | UUID = UNSET,
    timezone: str | Unset = "UTC",
    interval: ListScoresIntervalType0 | None | Unset = UNSET,
    group_by: ListScoresGroupByType0 | None | Unset = UNSET,
) -> Response[ListedScoreOut | Problem]:
    """List Scores

     NPS, CSAT or CES of a period, in intervals and groups, with the margin and how many it rests on.

    A segment is the one that onboarding gave the account. Weighted by account, every account counts the
    same, and
    answers without an account are left out. Weighted by inclusion, an answer stands for as many
    contacts as its
    invitation was drawn from, and answers that nobody was invited to are left out.

    Args:
        metric (ListScoresMetric):
        from_ (datetime.datetime):
        to (datetime.datetime):
        weighting (ListScoresWeighting | Unset):  Default: 'respondent'.
        account_id (None | Unset | UUID):
        program_id (None | Unset | UUID):
        brand (None | str | Unset):
        locale (None | str | Unset):
        wave_id (None | Unset | UUID):
        timezone (str | Unset):  Default: 'UTC'.
        interval (ListScoresIntervalType0 | None | Unset):
        group_by (ListScoresGroupByType0 | None | Unset):

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
        weighting=weighting,
        account_id=account_id,
        program_id=program_id,
        brand=brand,
        locale=locale,
        wave_id=wave_id,
        timezone=timezone,
        interval=interval,
        group_by=group_by,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    *,
    client: AuthenticatedClient,
    metric: ListScoresMetric,
    from_: datetime.datetime,
    to: datetime.datetime,
    weighting: ListScoresWeighting | Unset = "respondent",
    account_id: None | Unset | UUID = UNSET,
    program_id: None | Unset | UUID = UNSET,
    brand: None | str | Unset = UNSET,
    locale: None | str | Unset = UNSET,
    wave_id: None | Unset | UUID = UNSET,
    timezone: str | Unset = "UTC",
    interval: ListScoresIntervalType0 | None | Unset = UNSET,
    group_by: ListScoresGroupByType0 | None | Unset = UNSET,
) -> ListedScoreOut | Problem | None:
    """List Scores

     NPS, CSAT or CES of a period, in intervals and groups, with the margin and how many it rests on.

    A segment is the one that onboarding gave the account. Weighted by account, every account counts the
    same, and
    answers without an account are left out. Weighted by inclusion, an answer stands for as many
    contacts as its
    invitation was drawn from, and answers that nobody was invited to are left out.

    Args:
        metric (ListScoresMetric):
        from_ (datetime.datetime):
        to (datetime.datetime):
        weighting (ListScoresWeighting | Unset):  Default: 'respondent'.
        account_id (None | Unset | UUID):
        program_id (None | Unset | UUID):
        brand (None | str | Unset):
        locale (None | str | Unset):
        wave_id (None | Unset | UUID):
        timezone (str | Unset):  Default: 'UTC'.
        interval (ListScoresIntervalType0 | None | Unset):
        group_by (ListScoresGroupByType0 | None | Unset):

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
            weighting=weighting,
            account_id=account_id,
            program_id=program_id,
            brand=brand,
            locale=locale,
            wave_id=wave_id,
            timezone=timezone,
            interval=interval,
            group_by=group_by,
        )
    ).parsed
