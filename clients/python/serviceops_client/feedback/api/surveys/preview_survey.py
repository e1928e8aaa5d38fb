from http import HTTPStatus
from typing import Any, cast
from urllib.parse import quote

import httpx

from ...client import AuthenticatedClient, Client
from ...types import Response, UNSET
from ... import errors

from ...models.problem import Problem
from ...models.survey_preview_out import SurveyPreviewOut
from ...types import UNSET, Unset
from typing import cast
from uuid import UUID


def _get_kwargs(
    survey_id: UUID,
    *,
    locale: None | str | Unset = UNSET,
    version: int | None | Unset = UNSET,
) -> dict[str, Any]:

    params: dict[str, Any] = {}

    json_locale: None | str | Unset
    if isinstance(locale, Unset):
        json_locale = UNSET
    else:
        json_locale = locale
    params["locale"] = json_locale

    json_version: int | None | Unset
    if isinstance(version, Unset):
        json_version = UNSET
    else:
        json_version = version
    params["version"] = json_version

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/v1/surveys/{survey_id}/preview".format(
            survey_id=quote(str(survey_id), safe=""),
        ),
        "params": params,
    }

    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> Problem | SurveyPreviewOut | None:
    if response.status_code == 200:
        response_200 = SurveyPreviewOut.from_dict(response.json())

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
) -> Response[Problem | SurveyPreviewOut]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    survey_id: UUID,
    *,
    client: AuthenticatedClient,
    locale: None | str | Unset = UNSET,
    version: int | None | Unset = UNSET,
) -> Response[Problem | SurveyPreviewOut]:
    """Preview Survey

     What a respondent would see: the texts of their locale, its questions, and in which locale they are
    asked.

    The locale is the same tag, else the language in its script (`sr-Latn-RS` is asked in `sr-Latn`),
    else the
    language, else the survey's fallback; the answer says which.

    Args:
        survey_id (UUID):
        locale (None | str | Unset):
        version (int | None | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Problem | SurveyPreviewOut]
    """

    kwargs = _get_kwargs(
        survey_id=survey_id,
        locale=locale,
        version=version,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    survey_id: UUID,
    *,
    client: AuthenticatedClient,
    locale: None | str | Unset = UNSET,
    version: int | None | Unset = UNSET,
) -> Problem | SurveyPreviewOut | None:
    """Preview Survey

     What a respondent would see: the texts of their locale, its questions, and in which locale they are
    asked.

    The locale is the same tag, else the language in its script (`sr-Latn-RS` is asked in `sr-Latn`),
    else the
    language, else the survey's fallback; the answer says which.

    Args:
        survey_id (UUID):
        locale (None | str | Unset):
        version (int | None | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Problem | SurveyPreviewOut
    """

    return sync_detailed(
        survey_id=survey_id,
        client=client,
        locale=locale,
        version=version,
    ).parsed


async def asyncio_detailed(
    survey_id: UUID,
    *,
    client: AuthenticatedClient,
    locale: None | str | Unset = UNSET,
    version: int | None | Unset = UNSET,
) -> Response[Problem | SurveyPreviewOut]:
    """Preview Survey

     What a respondent would see: the texts of their locale, its questions, and in which locale they are
    asked.

    The locale is the same tag, else the language in its script (`sr-Latn-RS` is asked in `sr-Latn`),
    else the
    language, else the survey's fallback; the answer says which.

    Args:
        survey_id (UUID):
        locale (None | str | Unset):
        version (int | None | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Problem | SurveyPreviewOut]
    """

    kwargs = _get_kwargs(
        survey_id=survey_id,
        locale=locale,
        version=version,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    survey_id: UUID,
    *,
    client: AuthenticatedClient,
    locale: None | str | Unset = UNSET,
    version: int | None | Unset = UNSET,
) -> Problem | SurveyPreviewOut | None:
    """Preview Survey

     What a respondent would see: the texts of their locale, its questions, and in which locale they are
    asked.

    The locale is the same tag, else the language in its script (`sr-Latn-RS` is asked in `sr-Latn`),
    else the
    language, else the survey's fallback; the answer says which.

    Args:
        survey_id (UUID):
        locale (None | str | Unset):
        version (int | None | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Problem | SurveyPreviewOut
    """

    return (
        await asyncio_detailed(
            survey_id=survey_id,
            client=client,
            locale=locale,
            version=version,
        )
    ).parsed
