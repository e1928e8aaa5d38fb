from http import HTTPStatus
from typing import Any, cast
from urllib.parse import quote

import httpx

from ...client import AuthenticatedClient, Client
from ...types import Response, UNSET
from ... import errors

from ...models.list_responses_outcome_type_0 import check_list_responses_outcome_type_0
from ...models.list_responses_outcome_type_0 import ListResponsesOutcomeType0
from ...models.list_responses_survey_type_type_0 import check_list_responses_survey_type_type_0
from ...models.list_responses_survey_type_type_0 import ListResponsesSurveyTypeType0
from ...models.listed_response_out import ListedResponseOut
from ...models.problem import Problem
from ...types import UNSET, Unset
from typing import cast
from uuid import UUID
import datetime


def _get_kwargs(
    *,
    survey_type: ListResponsesSurveyTypeType0 | None | Unset = UNSET,
    outcome: ListResponsesOutcomeType0 | None | Unset = UNSET,
    account_id: None | Unset | UUID = UNSET,
    contact_id: None | Unset | UUID = UNSET,
    ticket_id: None | Unset | UUID = UNSET,
    trace_id: None | Unset | UUID = UNSET,
    source: None | str | Unset = UNSET,
    source_id: None | str | Unset = UNSET,
    needs_triage: bool | None | Unset = UNSET,
    answered_since: datetime.datetime | None | Unset = UNSET,
    theme: None | str | Unset = UNSET,
    limit: int | Unset = 50,
    cursor: str | Unset = UNSET,
) -> dict[str, Any]:

    params: dict[str, Any] = {}

    json_survey_type: None | str | Unset
    if isinstance(survey_type, Unset):
        json_survey_type = UNSET
    elif isinstance(survey_type, str):
        json_survey_type = survey_type
    else:
        json_survey_type = survey_type
    params["survey_type"] = json_survey_type

    json_outcome: None | str | Unset
    if isinstance(outcome, Unset):
        json_outcome = UNSET
    elif isinstance(outcome, str):
        json_outcome = outcome
    else:
        json_outcome = outcome
    params["outcome"] = json_outcome

    json_account_id: None | str | Unset
    if isinstance(account_id, Unset):
        json_account_id = UNSET
    elif isinstance(account_id, UUID):
        json_account_id = str(account_id)
    else:
        json_account_id = account_id
    params["account_id"] = json_account_id

    json_contact_id: None | str | Unset
    if isinstance(contact_id, Unset):
        json_contact_id = UNSET
    elif isinstance(contact_id, UUID):
        json_contact_id = str(contact_id)
    else:
        json_contact_id = contact_id
    params["contact_id"] = json_contact_id

    json_ticket_id: None | str | Unset
    if isinstance(ticket_id, Unset):
        json_ticket_id = UNSET
    elif isinstance(ticket_id, UUID):
        json_ticket_id = str(ticket_id)
    else:
        json_ticket_id = ticket_id
    params["ticket_id"] = json_ticket_id

    json_trace_id: None | str | Unset
    if isinstance(trace_id, Unset):
        json_trace_id = UNSET
    elif isinstance(trace_id, UUID):
        json_trace_id = str(trace_id)
    else:
        json_trace_id = trace_id
    params["trace_id"] = json_trace_id

    json_source: None | str | Unset
    if isinstance(source, Unset):
        json_source = UNSET
    else:
        json_source = source
    params["source"] = json_source

    json_source_id: None | str | Unset
    if isinstance(source_id, Unset):
        json_source_id = UNSET
    else:
        json_source_id = source_id
    params["source_id"] = json_source_id

    json_needs_triage: bool | None | Unset
    if isinstance(needs_triage, Unset):
        json_needs_triage = UNSET
    else:
        json_needs_triage = needs_triage
    params["needs_triage"] = json_needs_triage

    json_answered_since: None | str | Unset
    if isinstance(answered_since, Unset):
        json_answered_since = UNSET
    elif isinstance(answered_since, datetime.datetime):
        json_answered_since = answered_since.isoformat()
    else:
        json_answered_since = answered_since
    params["answered_since"] = json_answered_since

    json_theme: None | str | Unset
    if isinstance(theme, Unset):
        json_theme = UNSET
    else:
        json_theme = theme
    params["theme"] = json_theme

    params["limit"] = limit

    params["cursor"] = cursor

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/v1/responses",
        "params": params,
    }

    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> ListedResponseOut | Problem | None:
    if response.status_code == 200:
        response_200 = ListedResponseOut.from_dict(response.json())

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
) -> Response[ListedResponseOut | Problem]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    *,
    client: AuthenticatedClient,
    survey_type: ListResponsesSurveyTypeType0 | None | Unset = UNSET,
    outcome: ListResponsesOutcomeType0 | None | Unset = UNSET,
    account_id: None | Unset | UUID = UNSET,
    contact_id: None | Unset | UUID = UNSET,
    ticket_id: None | Unset | UUID = UNSET,
    trace_id: None | Unset | UUID = UNSET,
    source: None | str | Unset = UNSET,
    source_id: None | str | Unset = UNSET,
    needs_triage: bool | None | Unset = UNSET,
    answered_since: datetime.datetime | None | Unset = UNSET,
    theme: None | str | Unset = UNSET,
    limit: int | Unset = 50,
    cursor: str | Unset = UNSET,
) -> Response[ListedResponseOut | Problem]:
    """List Responses

     Answers, the latest recorded first.

    Args:
        survey_type (ListResponsesSurveyTypeType0 | None | Unset):
        outcome (ListResponsesOutcomeType0 | None | Unset):
        account_id (None | Unset | UUID):
        contact_id (None | Unset | UUID):
        ticket_id (None | Unset | UUID):
        trace_id (None | Unset | UUID):
        source (None | str | Unset):
        source_id (None | str | Unset):
        needs_triage (bool | None | Unset):
        answered_since (datetime.datetime | None | Unset):
        theme (None | str | Unset):
        limit (int | Unset):  Default: 50.
        cursor (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[ListedResponseOut | Problem]
    """

    kwargs = _get_kwargs(
        survey_type=survey_type,
        outcome=outcome,
        account_id=account_id,
        contact_id=contact_id,
        ticket_id=ticket_id,
        trace_id=trace_id,
        source=source,
        source_id=source_id,
        needs_triage=needs_triage,
        answered_since=answered_since,
        theme=theme,
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
    survey_type: ListResponsesSurveyTypeType0 | None | Unset = UNSET,
    outcome: ListResponsesOutcomeType0 | None | Unset = UNSET,
    account_id: None | Unset | UUID = UNSET,
    contact_id: None | Unset | UUID = UNSET,
    ticket_id: None | Unset | UUID = UNSET,
    trace_id: None | Unset | UUID = UNSET,
    source: None | str | Unset = UNSET,
    source_id: None | str | Unset = UNSET,
    needs_triage: bool | None | Unset = UNSET,
    answered_since: datetime.datetime | None | Unset = UNSET,
    theme: None | str | Unset = UNSET,
    limit: int | Unset = 50,
    cursor: str | Unset = UNSET,
) -> ListedResponseOut | Problem | None:
    """List Responses

     Answers, the latest recorded first.

    Args:
        survey_type (ListResponsesSurveyTypeType0 | None | Unset):
        outcome (ListResponsesOutcomeType0 | None | Unset):
        account_id (None | Unset | UUID):
        contact_id (None | Unset | UUID):
        ticket_id (None | Unset | UUID):
        trace_id (None | Unset | UUID):
        source (None | str | Unset):
        source_id (None | str | Unset):
        needs_triage (bool | None | Unset):
        answered_since (datetime.datetime | None | Unset):
        theme (None | str | Unset):
        limit (int | Unset):  Default: 50.
        cursor (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        ListedResponseOut | Problem
    """

    return sync_detailed(
        client=client,
        survey_type=survey_type,
        outcome=outcome,
        account_id=account_id,
        contact_id=contact_id,
        ticket_id=ticket_id,
        trace_id=trace_id,
        source=source,
        source_id=source_id,
        needs_triage=needs_triage,
        answered_since=answered_since,
        theme=theme,
        limit=limit,
        cursor=cursor,
    ).parsed


async def asyncio_detailed(
    *,
    client: AuthenticatedClient,
    survey_type: ListResponsesSurveyTypeType0 | None | Unset = UNSET,
    outcome: ListResponsesOutcomeType0 | None | Unset = UNSET,
    account_id: None | Unset | UUID = UNSET,
    contact_id: None | Unset | UUID = UNSET,
    ticket_id: None | Unset | UUID = UNSET,
    trace_id: None | Unset | UUID = UNSET,
    source: None | str | Unset = UNSET,
    source_id: None | str | Unset = UNSET,
    needs_triage: bool | None | Unset = UNSET,
    answered_since: datetime.datetime | None | Unset = UNSET,
    theme: None | str | Unset = UNSET,
    limit: int | Unset = 50,
    cursor: str | Unset = UNSET,
) -> Response[ListedResponseOut | Problem]:
    """List Responses

     Answers, the latest recorded first.

    Args:
        survey_type (ListResponsesSurveyTypeType0 | None | Unset):
        outcome (ListResponsesOutcomeType0 | None | Unset):
        account_id (None | Unset | UUID):
        contact_id (None | Unset | UUID):
        ticket_id (None | Unset | UUID):
        trace_id (None | Unset | UUID):
        source (None | str | Unset):
        source_id (None | str | Unset):
        needs_triage (bool | None | Unset):
        answered_since (datetime.datetime | None | Unset):
        theme (None | str | Unset):
        limit (int | Unset):  Default: 50.
        cursor (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[ListedResponseOut | Problem]
    """

    kwargs = _get_kwargs(
        survey_type=survey_type,
        outcome=outcome,
        account_id=account_id,
        contact_id=contact_id,
        ticket_id=ticket_id,
        trace_id=trace_id,
        source=source,
        source_id=source_id,
        needs_triage=needs_triage,
        answered_since=answered_since,
        theme=theme,
        limit=limit,
        cursor=cursor,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    *,
    client: AuthenticatedClient,
    survey_type: ListResponsesSurveyTypeType0 | None | Unset = UNSET,
    outcome: ListResponsesOutcomeType0 | None | Unset = UNSET,
    account_id: None | Unset | UUID = UNSET,
    contact_id: None | Unset | UUID = UNSET,
    ticket_id: None | Unset | UUID = UNSET,
    trace_id: None | Unset | UUID = UNSET,
    source: None | str | Unset = UNSET,
    source_id: None | str | Unset = UNSET,
    needs_triage: bool | None | Unset = UNSET,
    answered_since: datetime.datetime | None | Unset = UNSET,
    theme: None | str | Unset = UNSET,
    limit: int | Unset = 50,
    cursor: str | Unset = UNSET,
) -> ListedResponseOut | Problem | None:
    """List Responses

     Answers, the latest recorded first.

    Args:
        survey_type (ListResponsesSurveyTypeType0 | None | Unset):
        outcome (ListResponsesOutcomeType0 | None | Unset):
        account_id (None | Unset | UUID):
        contact_id (None | Unset | UUID):
        ticket_id (None | Unset | UUID):
        trace_id (None | Unset | UUID):
        source (None | str | Unset):
        source_id (None | str | Unset):
        needs_triage (bool | None | Unset):
        answered_since (datetime.datetime | None | Unset):
        theme (None | str | Unset):
        limit (int | Unset):  Default: 50.
        cursor (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        ListedResponseOut | Problem
    """

    return (
        await asyncio_detailed(
            client=client,
            survey_type=survey_type,
            outcome=outcome,
            account_id=account_id,
            contact_id=contact_id,
            ticket_id=ticket_id,
            trace_id=trace_id,
            source=source,
            source_id=source_id,
            needs_triage=needs_triage,
            answered_since=answered_since,
            theme=theme,
            limit=limit,
            cursor=cursor,
        )
    ).parsed
