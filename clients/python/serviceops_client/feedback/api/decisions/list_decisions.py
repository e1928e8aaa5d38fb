from http import HTTPStatus
from typing import Any, cast
from urllib.parse import quote

import httpx

from ...client import AuthenticatedClient, Client
from ...types import Response, UNSET
from ... import errors

from ...models.list_decisions_reason_type_0 import check_list_decisions_reason_type_0
from ...models.list_decisions_reason_type_0 import ListDecisionsReasonType0
from ...models.list_decisions_verdict_type_0 import check_list_decisions_verdict_type_0
from ...models.list_decisions_verdict_type_0 import ListDecisionsVerdictType0
from ...models.listed_decision_out import ListedDecisionOut
from ...models.problem import Problem
from ...types import UNSET, Unset
from typing import cast
from uuid import UUID


def _get_kwargs(
    *,
    contact_id: None | Unset | UUID = UNSET,
    program_id: None | Unset | UUID = UNSET,
    wave_id: None | Unset | UUID = UNSET,
    ticket_id: None | Unset | UUID = UNSET,
    verdict: ListDecisionsVerdictType0 | None | Unset = UNSET,
    reason: ListDecisionsReasonType0 | None | Unset = UNSET,
    limit: int | Unset = 50,
    cursor: str | Unset = UNSET,
) -> dict[str, Any]:

    params: dict[str, Any] = {}

    json_contact_id: None | str | Unset
    if isinstance(contact_id, Unset):
        json_contact_id = UNSET
    elif isinstance(contact_id, UUID):
        json_contact_id = str(contact_id)
    else:
        json_contact_id = contact_id
    params["contact_id"] = json_contact_id

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

    json_ticket_id: None | str | Unset
    if isinstance(ticket_id, Unset):
        json_ticket_id = UNSET
    elif isinstance(ticket_id, UUID):
        json_ticket_id = str(ticket_id)
    else:
        json_ticket_id = ticket_id
    params["ticket_id"] = json_ticket_id

    json_verdict: None | str | Unset
    if isinstance(verdict, Unset):
        json_verdict = UNSET
    elif isinstance(verdict, str):
        json_verdict = verdict
    else:
        json_verdict = verdict
    params["verdict"] = json_verdict

    json_reason: None | str | Unset
    if isinstance(reason, Unset):
        json_reason = UNSET
    elif isinstance(reason, str):
        json_reason = reason
    else:
        json_reason = reason
    params["reason"] = json_reason

    params["limit"] = limit

    params["cursor"] = cursor

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/v1/decisions",
        "params": params,
    }

    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> ListedDecisionOut | Problem | None:
    if response.status_code == 200:
        response_200 = ListedDecisionOut.from_dict(response.json())

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
) -> Response[ListedDecisionOut | Problem]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    *,
    client: AuthenticatedClient,
    contact_id: None | Unset | UUID = UNSET,
    program_id: None | Unset | UUID = UNSET,
    wave_id: None | Unset | UUID = UNSET,
    ticket_id: None | Unset | UUID = UNSET,
    verdict: ListDecisionsVerdictType0 | None | Unset = UNSET,
    reason: ListDecisionsReasonType0 | None | Unset = UNSET,
    limit: int | Unset = 50,
    cursor: str | Unset = UNSET,
) -> Response[ListedDecisionOut | Problem]:
    """List Decisions

     Every consideration of a contact for a survey, newest first, with all reasons against it.

    Args:
        contact_id (None | Unset | UUID):
        program_id (None | Unset | UUID):
        wave_id (None | Unset | UUID):
        ticket_id (None | Unset | UUID):
        verdict (ListDecisionsVerdictType0 | None | Unset):
        reason (ListDecisionsReasonType0 | None | Unset):
        limit (int | Unset):  Default: 50.
        cursor (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[ListedDecisionOut | Problem]
    """

    kwargs = _get_kwargs(
        contact_id=contact_id,
        program_id=program_id,
        wave_id=wave_id,
        ticket_id=ticket_id,
        verdict=verdict,
        reason=reason,
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
    contact_id: None | Unset | UUID = UNSET,
    program_id: None | Unset | UUID = UNSET,
    wave_id: None | Unset | UUID = UNSET,
    ticket_id: None | Unset | UUID = UNSET,
    verdict: ListDecisionsVerdictType0 | None | Unset = UNSET,
    reason: ListDecisionsReasonType0 | None | Unset = UNSET,
    limit: int | Unset = 50,
    cursor: str | Unset = UNSET,
) -> ListedDecisionOut | Problem | None:
    """List Decisions

     Every consideration of a contact for a survey, newest first, with all reasons against it.

    Args:
        contact_id (None | Unset | UUID):
        program_id (None | Unset | UUID):
        wave_id (None | Unset | UUID):
        ticket_id (None | Unset | UUID):
        verdict (ListDecisionsVerdictType0 | None | Unset):
        reason (ListDecisionsReasonType0 | None | Unset):
        limit (int | Unset):  Default: 50.
        cursor (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        ListedDecisionOut | Problem
    """

    return sync_detailed(
        client=client,
        contact_id=contact_id,
        program_id=program_id,
        wave_id=wave_id,
        ticket_id=ticket_id,
        verdict=verdict,
        reason=reason,
        limit=limit,
        cursor=cursor,
    ).parsed


async def asyncio_detailed(
    *,
    client: AuthenticatedClient,
    contact_id: None | Unset | UUID = UNSET,
    program_id: None | Unset | UUID = UNSET,
    wave_id: None | Unset | UUID = UNSET,
    ticket_id: None | Unset | UUID = UNSET,
    verdict: ListDecisionsVerdictType0 | None | Unset = UNSET,
    reason: ListDecisionsReasonType0 | None | Unset = UNSET,
    limit: int | Unset = 50,
    cursor: str | Unset = UNSET,
) -> Response[ListedDecisionOut | Problem]:
    """List Decisions

     Every consideration of a contact for a survey, newest first, with all reasons against it.

    Args:
        contact_id (None | Unset | UUID):
        program_id (None | Unset | UUID):
        wave_id (None | Unset | UUID):
        ticket_id (None | Unset | UUID):
        verdict (ListDecisionsVerdictType0 | None | Unset):
        reason (ListDecisionsReasonType0 | None | Unset):
        limit (int | Unset):  Default: 50.
        cursor (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[ListedDecisionOut | Problem]
    """

    kwargs = _get_kwargs(
        contact_id=contact_id,
        program_id=program_id,
        wave_id=wave_id,
        ticket_id=ticket_id,
        verdict=verdict,
        reason=reason,
        limit=limit,
        cursor=cursor,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    *,
    client: AuthenticatedClient,
    contact_id: None | Unset | UUID = UNSET,
    program_id: None | Unset | UUID = UNSET,
    wave_id: None | Unset | UUID = UNSET,
    ticket_id: None | Unset | UUID = UNSET,
    verdict: ListDecisionsVerdictType0 | None | Unset = UNSET,
    reason: ListDecisionsReasonType0 | None | Unset = UNSET,
    limit: int | Unset = 50,
    cursor: str | Unset = UNSET,
) -> ListedDecisionOut | Problem | None:
    """List Decisions

     Every consideration of a contact for a survey, newest first, with all reasons against it.

    Args:
        contact_id (None | Unset | UUID):
        program_id (None | Unset | UUID):
        wave_id (None | Unset | UUID):
        ticket_id (None | Unset | UUID):
        verdict (ListDecisionsVerdictType0 | None | Unset):
        reason (ListDecisionsReasonType0 | None | Unset):
        limit (int | Unset):  Default: 50.
        cursor (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        ListedDecisionOut | Problem
    """

    return (
        await asyncio_detailed(
            client=client,
            contact_id=contact_id,
            program_id=program_id,
            wave_id=wave_id,
            ticket_id=ticket_id,
            verdict=verdict,
            reason=reason,
            limit=limit,
            cursor=cursor,
        )
    ).parsed
