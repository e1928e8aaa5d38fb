from http import HTTPStatus
from typing import Any, cast
from urllib.parse import quote

import httpx

from ...client import AuthenticatedClient, Client
from ...types import Response, UNSET
from ... import errors

from ...models.problem import Problem
from ...models.program_in import ProgramIn
from ...models.program_out import ProgramOut
from ...types import UNSET, Unset
from typing import cast


def _get_kwargs(
    *,
    body: ProgramIn,
    idempotency_key: str | Unset = UNSET,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}
    if not isinstance(idempotency_key, Unset):
        headers["Idempotency-Key"] = idempotency_key

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/v1/programs",
    }

    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> Problem | ProgramOut | None:
    if response.status_code == 200:
        response_200 = ProgramOut.from_dict(response.json())

        return response_200

    if response.status_code == 201:
        response_201 = ProgramOut.from_dict(response.json())

        return response_201

    if response.status_code == 400:
        response_400 = Problem.from_dict(response.json())

        return response_400

    if response.status_code == 401:
        response_401 = Problem.from_dict(response.json())

        return response_401

    if response.status_code == 403:
        response_403 = Problem.from_dict(response.json())

        return response_403

    if response.status_code == 408:
        response_408 = Problem.from_dict(response.json())

        return response_408

    if response.status_code == 409:
        response_409 = Problem.from_dict(response.json())

        return response_409

    if response.status_code == 413:
        response_413 = Problem.from_dict(response.json())

        return response_413

    if response.status_code == 415:
        response_415 = Problem.from_dict(response.json())

        return response_415

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
) -> Response[Problem | ProgramOut]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    *,
    client: AuthenticatedClient,
    body: ProgramIn,
    idempotency_key: str | Unset = UNSET,
) -> Response[Problem | ProgramOut]:
    """Create Program

     Make a program. It is a draft, and asks nobody, until it is activated.

    Args:
        idempotency_key (str | Unset):
        body (ProgramIn): Who is asked which survey, and when. It is a draft until it is
            activated.

            timezone: of the schedule, and of contacts whose own is not known. sampling_rate: over 0,
            up to 1. channels: in the
            order in which they are tried. sending_window: null = always. reminders: seconds after it
            was sent, two at most.
            min_tenure_seconds: for how long the contact must have been in the directory.
            cadence_seconds: between two surveys
            of this type to one contact. gap_seconds: after any survey of the classes relationship and
            transactional.
            account_cap: how many contacts of one account, in a wave, or of events and by hand in
            cadence_seconds.
            trickle_seconds: over how long a scheduled wave is spread. frame_origins: of pages that
            may show the answer page.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Problem | ProgramOut]
    """

    kwargs = _get_kwargs(
        body=body,
        idempotency_key=idempotency_key,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    *,
    client: AuthenticatedClient,
    body: ProgramIn,
    idempotency_key: str | Unset = UNSET,
) -> Problem | ProgramOut | None:
    """Create Program

     Make a program. It is a draft, and asks nobody, until it is activated.

    Args:
        idempotency_key (str | Unset):
        body (ProgramIn): Who is asked which survey, and when. It is a draft until it is
            activated.

            timezone: of the schedule, and of contacts whose own is not known. sampling_rate: over 0,
            up to 1. channels: in the
            order in which they are tried. sending_window: null = always. reminders: seconds after it
            was sent, two at most.
            min_tenure_seconds: for how long the contact must have been in the directory.
            cadence_seconds: between two surveys
            of this type to one contact. gap_seconds: after any survey of the classes relationship and
            transactional.
            account_cap: how many contacts of one account, in a wave, or of events and by hand in
            cadence_seconds.
            trickle_seconds: over how long a scheduled wave is spread. frame_origins: of pages that
            may show the answer page.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Problem | ProgramOut
    """

    return sync_detailed(
        client=client,
        body=body,
        idempotency_key=idempotency_key,
    ).parsed


async def asyncio_detailed(
    *,
    client: AuthenticatedClient,
    body: ProgramIn,
    idempotency_key: str | Unset = UNSET,
) -> Response[Problem | ProgramOut]:
    """Create Program

     Make a program. It is a draft, and asks nobody, until it is activated.

    Args:
        idempotency_key (str | Unset):
        body (ProgramIn): Who is asked which survey, and when. It is a draft until it is
            activated.

            timezone: of the schedule, and of contacts whose own is not known. sampling_rate: over 0,
            up to 1. channels: in the
            order in which they are tried. sending_window: null = always. reminders: seconds after it
            was sent, two at most.
            min_tenure_seconds: for how long the contact must have been in the directory.
            cadence_seconds: between two surveys
            of this type to one contact. gap_seconds: after any survey of the classes relationship and
            transactional.
            account_cap: how many contacts of one account, in a wave, or of events and by hand in
            cadence_seconds.
            trickle_seconds: over how long a scheduled wave is spread. frame_origins: of pages that
            may show the answer page.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Problem | ProgramOut]
    """

    kwargs = _get_kwargs(
        body=body,
        idempotency_key=idempotency_key,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    *,
    client: AuthenticatedClient,
    body: ProgramIn,
    idempotency_key: str | Unset = UNSET,
) -> Problem | ProgramOut | None:
    """Create Program

     Make a program. It is a draft, and asks nobody, until it is activated.

    Args:
        idempotency_key (str | Unset):
        body (ProgramIn): Who is asked which survey, and when. It is a draft until it is
            activated.

            timezone: of the schedule, and of contacts whose own is not known. sampling_rate: over 0,
            up to 1. channels: in the
            order in which they are tried. sending_window: null = always. reminders: seconds after it
            was sent, two at most.
            min_tenure_seconds: for how long the contact must have been in the directory.
            cadence_seconds: between two surveys
            of this type to one contact. gap_seconds: after any survey of the classes relationship and
            transactional.
            account_cap: how many contacts of one account, in a wave, or of events and by hand in
            cadence_seconds.
            trickle_seconds: over how long a scheduled wave is spread. frame_origins: of pages that
            may show the answer page.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Problem | ProgramOut
    """

    return (
        await asyncio_detailed(
            client=client,
            body=body,
            idempotency_key=idempotency_key,
        )
    ).parsed
