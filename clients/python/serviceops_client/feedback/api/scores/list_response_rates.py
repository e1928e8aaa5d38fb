from http import HTTPStatus
from typing import Any, cast
from urllib.parse import quote

import httpx

from ...client import AuthenticatedClient, Client
from ...types import Response, UNSET
from ... import errors

from ...models.list_response_rates_group_by_type_0 import check_list_response_rates_group_by_type_0
from ...models.list_response_rates_group_by_type_0 import ListResponseRatesGroupByType0
from ...models.list_response_rates_interval_type_0 import check_list_response_rates_interval_type_0
from ...models.list_response_rates_interval_type_0 import ListResponseRatesIntervalType0
from ...models.listed_response_rate_out import ListedResponseRateOut
from ...models.problem import Problem
from ...types import UNSET, Unset
from typing import cast
from uuid import UUID
import datetime


def _get_kwargs(
    *,
    from_: datetime.datetime,
    to: datetime.datetime,
    timezone: str | Unset = "UTC",
    interval: ListResponseRatesIntervalType0 | None | Unset = UNSET,
    group_by: ListResponseRatesGroupByType0 | None | Unset = UNSET,
    program_id: None | Unset | UUID = UNSET,
    wave_id: None | Unset | UUID = UNSET,
) -> dict[str, Any]:

    params: dict[str, Any] = {}

    json_from_ = from_.isoformat()
    params["from"] = json_from_

    json_to = to.isoformat()
    params["to"] = json_to

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

    json_program_id: None | str | Unset
    if isinstance(program_id, Unset):
        json_program_id = UNSET
    elif isinstance(program_id, UUID):
        json_program_id = str(program_id)
    else:
        json_program_id = program_id
    params["program_id"] = json_program_id

    json_wave_id: None | str | Unset
    if isinstance(wave_id, Unset):
        json_wave_id = UNSET
    elif isinstance(wave_id, UUID):
        json_wave_id = str(wave_id)
    else:
        json_wave_id = wave_id
    params["wave_id"] = json_wave_id

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/v1/scores/response-rates",
        "params": params,
    }

    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> ListedResponseRateOut | Problem | None:
    if response.status_code == 200:
        response_200 = ListedResponseRateOut.from_dict(response.json())

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
) -> Response[ListedResponseRateOut | Problem]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    *,
    client: AuthenticatedClient,
    from_: datetime.datetime,
    to: datetime.datetime,
    timezone: str | Unset = "UTC",
    interval: ListResponseRatesIntervalType0 | None | Unset = UNSET,
    group_by: ListResponseRatesGroupByType0 | None | Unset = UNSET,
    program_id: None | Unset | UUID = UNSET,
    wave_id: None | Unset | UUID = UNSET,
) -> Response[ListedResponseRateOut | Problem]:
    """List Response Rates

     Completed by delivered invitations, by the time of their delivery, in intervals and groups.

    What was sent and did not come back was delivered, whether or not anyone said so. Employee surveys
    are not in it.

    Args:
        from_ (datetime.datetime):
        to (datetime.datetime):
        timezone (str | Unset):  Default: 'UTC'.
        interval (ListResponseRatesIntervalType0 | None | Unset):
        group_by (ListResponseRatesGroupByType0 | None | Unset):
        program_id (None | Unset | UUID):
        wave_id (None | Unset | UUID):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[ListedResponseRateOut | Problem]
    """

    kwargs = _get_kwargs(
        from_=from_,
        to=to,
        timezone=timezone,
        interval=interval,
        group_by=group_by,
        program_id=program_id,
        wave_id=wave_id,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    *,
    client: AuthenticatedClient,
    from_: datetime.datetime,
    to: datetime.datetime,
    timezone: str | Unset = "UTC",
    interval: ListResponseRatesIntervalType0 | None | Unset = UNSET,
    group_by: ListResponseRatesGroupByType0 | None | Unset = UNSET,
    program_id: None | Unset | UUID = UNSET,
    wave_id: None | Unset | UUID = UNSET,
) -> ListedResponseRateOut | Problem | None:
    """List Response Rates

     Completed by delivered invitations, by the time of their delivery, in intervals and groups.

    What was sent and did not come back was delivered, whether or not anyone said so. Employee surveys
    are not in it.

    Args:
        from_ (datetime.datetime):
        to (datetime.datetime):
        timezone (str | Unset):  Default: 'UTC'.
        interval (ListResponseRatesIntervalType0 | None | Unset):
        group_by (ListResponseRatesGroupByType0 | None | Unset):
        program_id (None | Unset | UUID):
        wave_id (None | Unset | UUID):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        ListedResponseRateOut | Problem
    """

    return sync_detailed(
        client=client,
        from_=from_,
        to=to,
        timezone=timezone,
        interval=interval,
        group_by=group_by,
        program_id=program_id,
        wave_id=wave_id,
    ).parsed


async def asyncio_detailed(
    *,
    client: AuthenticatedClient,
    from_: datetime.datetime,
    to: datetime.datetime,
    timezone: str | Unset = "UTC",
    interval: ListResponseRatesIntervalType0 | None | Unset = UNSET,
    group_by: ListResponseRatesGroupByType0 | None | Unset = UNSET,
    program_id: None | Unset | UUID = UNSET,
    wave_id: None | Unset | UUID = UNSET,
) -> Response[ListedResponseRateOut | Problem]:
    """List Response Rates

     Completed by delivered invitations, by the time of their delivery, in intervals and groups.

    What was sent and did not come back was delivered, whether or not anyone said so. Employee surveys
    are not in it.

    Args:
        from_ (datetime.datetime):
        to (datetime.datetime):
        timezone (str | Unset):  Default: 'UTC'.
        interval (ListResponseRatesIntervalType0 | None | Unset):
        group_by (ListResponseRatesGroupByType0 | None | Unset):
        program_id (None | Unset | UUID):
        wave_id (None | Unset | UUID):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[ListedResponseRateOut | Problem]
    """

    kwargs = _get_kwargs(
        from_=from_,
        to=to,
        timezone=timezone,
        interval=interval,
        group_by=group_by,
        program_id=program_id,
        wave_id=wave_id,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    *,
    client: AuthenticatedClient,
    from_: datetime.datetime,
    to: datetime.datetime,
    timezone: str | Unset = "UTC",
    interval: ListResponseRatesIntervalType0 | None | Unset = UNSET,
    group_by: ListResponseRatesGroupByType0 | None | Unset = UNSET,
    program_id: None | Unset | UUID = UNSET,
    wave_id: None | Unset | UUID = UNSET,
) -> ListedResponseRateOut | Problem | None:
    """List Response Rates

     Completed by delivered invitations, by the time of their delivery, in intervals and groups.

    What was sent and did not come back was delivered, whether or not anyone said so. Employee surveys
    are not in it.

    Args:
        from_ (datetime.datetime):
        to (datetime.datetime):
        timezone (str | Unset):  Default: 'UTC'.
        interval (ListResponseRatesIntervalType0 | None | Unset):
        group_by (ListResponseRatesGroupByType0 | None | Unset):
        program_id (None | Unset | UUID):
        wave_id (None | Unset | UUID):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        ListedResponseRateOut | Problem
    """

    return (
        await asyncio_detailed(
            client=client,
            from_=from_,
            to=to,
            timezone=timezone,
            interval=interval,
            group_by=group_by,
            program_id=program_id,
            wave_id=wave_id,
        )
    ).parsed
