from http import HTTPStatus
from typing import Any, cast
from urllib.parse import quote

import httpx

from ...client import AuthenticatedClient, Client
from ...types import Response, UNSET
from ... import errors

from ...models.bulk_job_out import BulkJobOut
from ...models.problem import Problem
from ...types import File, FileTypes
from ...types import UNSET, Unset
from io import BytesIO
from typing import cast


def _get_kwargs(
    *,
    body: File,
    silent: bool | Unset = True,
    dry_run: bool | Unset = False,
    source: None | str | Unset = UNSET,
    idempotency_key: str | Unset = UNSET,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}
    if not isinstance(idempotency_key, Unset):
        headers["Idempotency-Key"] = idempotency_key

    params: dict[str, Any] = {}

    params["silent"] = silent

    params["dry_run"] = dry_run

    json_source: None | str | Unset
    if isinstance(source, Unset):
        json_source = UNSET
    else:
        json_source = source
    params["source"] = json_source

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/v1/responses/import",
        "params": params,
    }

    _kwargs["content"] = body.payload
    headers["Content-Type"] = "application/x-ndjson"

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> BulkJobOut | Problem | None:
    if response.status_code == 202:
        response_202 = BulkJobOut.from_dict(response.json())

        return response_202

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
) -> Response[BulkJobOut | Problem]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    *,
    client: AuthenticatedClient,
    body: File,
    silent: bool | Unset = True,
    dry_run: bool | Unset = False,
    source: None | str | Unset = UNSET,
    idempotency_key: str | Unset = UNSET,
) -> Response[BulkJobOut | Problem]:
    """Import Responses

     Import answers as CSV or JSON Lines, of up to IMPORT_MAX_BYTES (50 MiB), once for each source and
    source_id.

    Silent, as it is by default: they count in scores and metrics, and nothing follows them. CSV is
    UTF-8 with a
    header, between commas, semicolons or tabs; its columns are an answer's fields (`respondent.email`),
    and
    `answers.<question>` for each question. An empty score is an answer without one.

    Args:
        silent (bool | Unset):  Default: True.
        dry_run (bool | Unset):  Default: False.
        source (None | str | Unset):
        idempotency_key (str | Unset):
        body (File):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[BulkJobOut | Problem]
    """

    kwargs = _get_kwargs(
        body=body,
        silent=silent,
        dry_run=dry_run,
        source=source,
        idempotency_key=idempotency_key,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    *,
    client: AuthenticatedClient,
    body: File,
    silent: bool | Unset = True,
    dry_run: bool | Unset = False,
    source: None | str | Unset = UNSET,
    idempotency_key: str | Unset = UNSET,
) -> BulkJobOut | Problem | None:
    """Import Responses

     Import answers as CSV or JSON Lines, of up to IMPORT_MAX_BYTES (50 MiB), once for each source and
    source_id.

    Silent, as it is by default: they count in scores and metrics, and nothing follows them. CSV is
    UTF-8 with a
    header, between commas, semicolons or tabs; its columns are an answer's fields (`respondent.email`),
    and
    `answers.<question>` for each question. An empty score is an answer without one.

    Args:
        silent (bool | Unset):  Default: True.
        dry_run (bool | Unset):  Default: False.
        source (None | str | Unset):
        idempotency_key (str | Unset):
        body (File):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        BulkJobOut | Problem
    """

    return sync_detailed(
        client=client,
        body=body,
        silent=silent,
        dry_run=dry_run,
        source=source,
        idempotency_key=idempotency_key,
    ).parsed


async def asyncio_detailed(
    *,
    client: AuthenticatedClient,
    body: File,
    silent: bool | Unset = True,
    dry_run: bool | Unset = False,
    source: None | str | Unset = UNSET,
    idempotency_key: str | Unset = UNSET,
) -> Response[BulkJobOut | Problem]:
    """Import Responses

     Import answers as CSV or JSON Lines, of up to IMPORT_MAX_BYTES (50 MiB), once for each source and
    source_id.

    Silent, as it is by default: they count in scores and metrics, and nothing follows them. CSV is
    UTF-8 with a
    header, between commas, semicolons or tabs; its columns are an answer's fields (`respondent.email`),
    and
    `answers.<question>` for each question. An empty score is an answer without one.

    Args:
        silent (bool | Unset):  Default: True.
        dry_run (bool | Unset):  Default: False.
        source (None | str | Unset):
        idempotency_key (str | Unset):
        body (File):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[BulkJobOut | Problem]
    """

    kwargs = _get_kwargs(
        body=body,
        silent=silent,
        dry_run=dry_run,
        source=source,
        idempotency_key=idempotency_key,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    *,
    client: AuthenticatedClient,
    body: File,
    silent: bool | Unset = True,
    dry_run: bool | Unset = False,
    source: None | str | Unset = UNSET,
    idempotency_key: str | Unset = UNSET,
) -> BulkJobOut | Problem | None:
    """Import Responses

     Import answers as CSV or JSON Lines, of up to IMPORT_MAX_BYTES (50 MiB), once for each source and
    source_id.

    Silent, as it is by default: they count in scores and metrics, and nothing follows them. CSV is
    UTF-8 with a
    header, between commas, semicolons or tabs; its columns are an answer's fields (`respondent.email`),
    and
    `answers.<question>` for each question. An empty score is an answer without one.

    Args:
        silent (bool | Unset):  Default: True.
        dry_run (bool | Unset):  Default: False.
        source (None | str | Unset):
        idempotency_key (str | Unset):
        body (File):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        BulkJobOut | Problem
    """

    return (
        await asyncio_detailed(
            client=client,
            body=body,
            silent=silent,
            dry_run=dry_run,
            source=source,
            idempotency_key=idempotency_key,
        )
    ).parsed
