from http import HTTPStatus
from typing import Any, cast
from urllib.parse import quote

import httpx

from ...client import AuthenticatedClient, Client
from ...types import Response, UNSET
from ... import errors

from ...models.eligibility_out import EligibilityOut
from ...models.problem import Problem
from typing import cast
from uuid import UUID


def _get_kwargs(
    contact_id: UUID,
    *,
    program_id: UUID,
) -> dict[str, Any]:

    params: dict[str, Any] = {}

    json_program_id = str(program_id)
    params["program_id"] = json_program_id

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/v1/contacts/{contact_id}/eligibility".format(
            contact_id=quote(str(contact_id), safe=""),
        ),
        "params": params,
    }

    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> EligibilityOut | Problem | None:
    if response.status_code == 200:
        response_200 = EligibilityOut.from_dict(response.json())

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
) -> Response[EligibilityOut | Problem]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    contact_id: UUID,
    *,
    client: AuthenticatedClient,
    program_id: UUID,
) -> Response[EligibilityOut | Problem]:
    """Read Eligibility

     Whether a program would ask the contact now, with all reasons why not. Nothing is decided by it.

    Args:
        contact_id (UUID):
        program_id (UUID):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[EligibilityOut | Problem]
    """

    kwargs = _get_kwargs(
        contact_id=contact_id,
        program_id=program_id,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    contact_id: UUID,
    *,
    client: AuthenticatedClient,
    program_id: UUID,
) -> EligibilityOut | Problem | None:
    """Read Eligibility

     Whether a program would ask the contact now, with all reasons why not. Nothing is decided by it.

    Args:
        contact_id (UUID):
        program_id (UUID):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        EligibilityOut | Problem
    """

    return sync_detailed(
        contact_id=contact_id,
        client=client,
        program_id=program_id,
    ).parsed


async def asyncio_detailed(
    contact_id: UUID,
    *,
    client: AuthenticatedClient,
    program_id: UUID,
) -> Response[EligibilityOut | Problem]:
    """Read Eligibility

     Whether a program would ask the contact now, with all reasons why not. Nothing is decided by it.

    Args:
        contact_id (UUID):
        program_id (UUID):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[EligibilityOut | Problem]
    """

    kwargs = _get_kwargs(
        contact_id=contact_id,
        program_id=program_id,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    contact_id: UUID,
    *,
    client: AuthenticatedClient,
    program_id: UUID,
) -> EligibilityOut | Problem | None:
    """Read Eligibility

     Whether a program would ask the contact now, with all reasons why not. Nothing is decided by it.

    Args:
        contact_id (UUID):
        program_id (UUID):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        EligibilityOut | Problem
    """

    return (
        await asyncio_detailed(
            contact_id=contact_id,
            client=client,
            program_id=program_id,
        )
    ).parsed
