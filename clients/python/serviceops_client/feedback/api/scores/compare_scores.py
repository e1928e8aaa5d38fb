from http import HTTPStatus
from typing import Any, cast
from urllib.parse import quote

import httpx

from ...client import AuthenticatedClient, Client
from ...types import Response, UNSET
from ... import errors

from ...models.compare_scores_metric import check_compare_scores_metric
from ...models.compare_scores_metric import CompareScoresMetric
from ...models.compare_scores_weighting import check_compare_scores_weighting
from ...models.compare_scores_weighting import CompareScoresWeighting
from ...models.comparison_out import ComparisonOut
from ...models.problem import Problem
from ...types import UNSET, Unset
from typing import cast
from uuid import UUID
import datetime


def _get_kwargs(
    *,
    metric: CompareScoresMetric,
    from_: datetime.datetime,
    to: datetime.datetime,
    weighting: CompareScoresWeighting | Unset = "respondent",
    account_id: None | Unset | UUID = UNSET,
    program_id: None | Unset | UUID = UNSET,
    brand: None | str | Unset = UNSET,
    locale: None | str | Unset = UNSET,
    wave_id: None | Unset | UUID = UNSET,
    baseline_from: datetime.datetime | None | Unset = UNSET,
    baseline_to: datetime.datetime | None | Unset = UNSET,
    baseline_wave_id: None | Unset | UUID = UNSET,
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

    json_baseline_from: None | str | Unset
    if isinstance(baseline_from, Unset):
        json_baseline_from = UNSET
    elif isinstance(baseline_from, datetime.datetime):
        json_baseline_from = baseline_from.isoformat()
    else:
        json_baseline_from = baseline_from
    params["baseline_from"] = json_baseline_from

    json_baseline_to: None | str | Unset
    if isinstance(baseline_to, Unset):
        json_baseline_to = UNSET
    elif isinstance(baseline_to, datetime.datetime):
        json_baseline_to = baseline_to.isoformat()
    else:
        json_baseline_to = baseline_to
    params["baseline_to"] = json_baseline_to

    json_baseline_wave_id: None | str | Unset
    if isinstance(baseline_wave_id, Unset):
        json_baseline_wave_id = UNSET
    elif isinstance(baseline_wave_id, UUID):
        json_baseline_wave_id = str(baseline_wave_id)
    else:
        json_baseline_wave_id = baseline_wave_id
    params["baseline_wave_id"] = json_baseline_wave_id

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/v1/scores/comparison",
        "params": params,
    }

    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> ComparisonOut | Problem | None:
    if response.status_code == 200:
        response_200 = ComparisonOut.from_dict(response.json())

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
) -> Response[ComparisonOut | Problem]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    *,
    client: AuthenticatedClient,
    metric: CompareScoresMetric,
    from_: datetime.datetime,
    to: datetime.datetime,
    weighting: CompareScoresWeighting | Unset = "respondent",
    account_id: None | Unset | UUID = UNSET,
    program_id: None | Unset | UUID = UNSET,
    brand: None | str | Unset = UNSET,
    locale: None | str | Unset = UNSET,
    wave_id: None | Unset | UUID = UNSET,
    baseline_from: datetime.datetime | None | Unset = UNSET,
    baseline_to: datetime.datetime | None | Unset = UNSET,
    baseline_wave_id: None | Unset | UUID = UNSET,
) -> Response[ComparisonOut | Problem]:
    """Compare Scores

     Whether a score differs from that of another period by more than chance: |difference| > 1.96·√(SE₁²
    + SE₂²).

    Args:
        metric (CompareScoresMetric):
        from_ (datetime.datetime):
        to (datetime.datetime):
        weighting (CompareScoresWeighting | Unset):  Default: 'respondent'.
        account_id (None | Unset | UUID):
        program_id (None | Unset | UUID):
        brand (None | str | Unset):
        locale (None | str | Unset):
        wave_id (None | Unset | UUID):
        baseline_from (datetime.datetime | None | Unset):
        baseline_to (datetime.datetime | None | Unset):
        baseline_wave_id (None | Unset | UUID):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[ComparisonOut | Problem]
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
        baseline_from=baseline_from,
        baseline_to=baseline_to,
        baseline_wave_id=baseline_wave_id,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    *,
    client: AuthenticatedClient,
    metric: CompareScoresMetric,
    from_: datetime.datetime,
    to: datetime.datetime,
    weighting: CompareScoresWeighting | Unset = "respondent",
    account_id: None | Unset | UUID = UNSET,
    program_id: None | Unset | UUID = UNSET,
    brand: None | str | Unset = UNSET,
    locale: None | str | Unset = UNSET,
    wave_id: None | Unset | UUID = UNSET,
    baseline_from: datetime.datetime | None | Unset = UNSET,
    baseline_to: datetime.datetime | None | Unset = UNSET,
    baseline_wave_id: None | Unset | UUID = UNSET,
) -> ComparisonOut | Problem | None:
    """Compare Scores

     Whether a score differs from that of another period by more than chance: |difference| > 1.96·√(SE₁²
    + SE₂²).

    Args:
        metric (CompareScoresMetric):
        from_ (datetime.datetime):
        to (datetime.datetime):
        weighting (CompareScoresWeighting | Unset):  Default: 'respondent'.
        account_id (None | Unset | UUID):
        program_id (None | Unset | UUID):
        brand (None | str | Unset):
        locale (None | str | Unset):
        wave_id (None | Unset | UUID):
        baseline_from (datetime.datetime | None | Unset):
        baseline_to (datetime.datetime | None | Unset):
        baseline_wave_id (None | Unset | UUID):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        ComparisonOut | Problem
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
        baseline_from=baseline_from,
        baseline_to=baseline_to,
        baseline_wave_id=baseline_wave_id,
    ).parsed


async def asyncio_detailed(
    *,
    client: AuthenticatedClient,
    metric: CompareScoresMetric,
    from_: datetime.datetime,
    to: datetime.datetime,
    weighting: CompareScoresWeighting | Unset = "respondent",
    account_id: None | Unset | UUID = UNSET,
    program_id: None | Unset | UUID = UNSET,
    brand: None | str | Unset = UNSET,
    locale: None | str | Unset = UNSET,
    wave_id: None | Unset | UUID = UNSET,
    baseline_from: datetime.datetime | None | Unset = UNSET,
    baseline_to: datetime.datetime | None | Unset = UNSET,
    baseline_wave_id: None | Unset | UUID = UNSET,
) -> Response[ComparisonOut | Problem]:
    """Compare Scores

     Whether a score differs from that of another period by more than chance: |difference| > 1.96·√(SE₁²
    + SE₂²).

    Args:
        metric (CompareScoresMetric):
        from_ (datetime.datetime):
        to (datetime.datetime):
        weighting (CompareScoresWeighting | Unset):  Default: 'respondent'.
        account_id (None | Unset | UUID):
        program_id (None | Unset | UUID):
        brand (None | str | Unset):
        locale (None | str | Unset):
        wave_id (None | Unset | UUID):
        baseline_from (datetime.datetime | None | Unset):
        baseline_to (datetime.datetime | None | Unset):
        baseline_wave_id (None | Unset | UUID):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[ComparisonOut | Problem]
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
        baseline_from=baseline_from,
        baseline_to=baseline_to,
        baseline_wave_id=baseline_wave_id,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    *,
    client: AuthenticatedClient,
    metric: CompareScoresMetric,
    from_: datetime.datetime,
    to: datetime.datetime,
    weighting: CompareScoresWeighting | Unset = "respondent",
    account_id: None | Unset | UUID = UNSET,
    program_id: None | Unset | UUID = UNSET,
    brand: None | str | Unset = UNSET,
    locale: None | str | Unset = UNSET,
    wave_id: None | Unset | UUID = UNSET,
    baseline_from: datetime.datetime | None | Unset = UNSET,
    baseline_to: datetime.datetime | None | Unset = UNSET,
    baseline_wave_id: None | Unset | UUID = UNSET,
) -> ComparisonOut | Problem | None:
    """Compare Scores

     Whether a score differs from that of another period by more than chance: |difference| > 1.96·√(SE₁²
    + SE₂²).

    Args:
        metric (CompareScoresMetric):
        from_ (datetime.datetime):
        to (datetime.datetime):
        weighting (CompareScoresWeighting | Unset):  Default: 'respondent'.
        account_id (None | Unset | UUID):
        program_id (None | Unset | UUID):
        brand (None | str | Unset):
        locale (None | str | Unset):
        wave_id (None | Unset | UUID):
        baseline_from (datetime.datetime | None | Unset):
        baseline_to (datetime.datetime | None | Unset):
        baseline_wave_id (None | Unset | UUID):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        ComparisonOut | Problem
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
            baseline_from=baseline_from,
            baseline_to=baseline_to,
            baseline_wave_id=baseline_wave_id,
        )
    ).parsed
