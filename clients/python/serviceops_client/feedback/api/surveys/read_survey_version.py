from http import HTTPStatus
from typing import Any, cast
from urllib.parse import quote

import httpx

from ...client import AuthenticatedClient, Client
from ...types import Response, UNSET
from ... import errors

from ...models.problem import Problem
from ...models.survey_version_out import SurveyVersionOut
from typing import cast
from uuid import UUID


def _get_kwargs(
    survey_id: UUID,
    version: int,
) -> dict[str, Any]:

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/v1/surveys/{survey_id}/versions/{version}".format(
            survey_id=quote(str(survey_id), safe=""),
            version=quote(str(version), safe=""),
        ),
    }

    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> Problem | SurveyVersionOut | None:
    if response.status_code == 200:
        response_200 = SurveyVersionOut.from_dict(response.json())

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
) -> Response[Problem | SurveyVersionOut]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    survey_id: UUID,
    version: int,
    *,
    client: AuthenticatedClient,
) -> Response[Problem | SurveyVersionOut]:
    """Read Survey Version

     One version of a survey, as it was answered.

    Args:
        survey_id (UUID):
        version (int):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Problem | SurveyVersionOut]
    """

    kwargs = _get_kwargs(
        survey_id=survey_id,
        version=version,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    survey_id: UUID,
    version: int,
    *,
    client: AuthenticatedClient,
) -> Problem | SurveyVersionOut | None:
    """Read Survey Version

     One version of a survey, as it was answered.

    Args:
        survey_id (UUID):
        version (int):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Problem | SurveyVersionOut
    """

    return sync_detailed(
        survey_id=survey_id,
        version=version,
        client=client,
    ).parsed


async def asyncio_detailed(
    survey_id: UUID,
    version: int,
    *,
    client: AuthenticatedClient,
) -> Response[Problem | SurveyVersionOut]:
    """Read Survey Version

     One version of a survey, as it was answered.

    Args:
        survey_id (UUID):
        version (int):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Problem | SurveyVersionOut]
    """

    kwargs = _get_kwargs(
        survey_id=survey_id,
        version=version,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    survey_id: UUID,
    version: int,
    *,
    client: AuthenticatedClient,
) -> Problem | SurveyVersionOut | None:
    """Read Survey Version

     One version of a survey, as it was answered.

    Args:
        survey_id (UUID):
        version (int):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Problem | SurveyVersionOut
    """

    return (
        await asyncio_detailed(
            survey_id=survey_id,
            version=version,
            client=client,
        )
    ).parsed
