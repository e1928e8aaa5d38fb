from http import HTTPStatus
from typing import Any, cast
from urllib.parse import quote

import httpx

from ...client import AuthenticatedClient, Client
from ...types import Response, UNSET
from ... import errors

from ...models.problem import Problem
from ...models.word_list_in import WordListIn
from ...models.word_list_out import WordListOut
from ...types import UNSET, Unset
from typing import cast


def _get_kwargs(
    *,
    body: WordListIn,
    idempotency_key: str | Unset = UNSET,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}
    if not isinstance(idempotency_key, Unset):
        headers["Idempotency-Key"] = idempotency_key

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/v1/word-lists",
    }

    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> Problem | WordListOut | None:
    if response.status_code == 200:
        response_200 = WordListOut.from_dict(response.json())

        return response_200

    if response.status_code == 201:
        response_201 = WordListOut.from_dict(response.json())

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
) -> Response[Problem | WordListOut]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    *,
    client: AuthenticatedClient,
    body: WordListIn,
    idempotency_key: str | Unset = UNSET,
) -> Response[Problem | WordListOut]:
    """Create Word List

     Make the list of a kind in a language. Answers that were read before stay as they were read.

    Args:
        idempotency_key (str | Unset):
        body (WordListIn): Words of one kind in one language. Of the kind `complaint` they count
            beside a positive score alone.

            A comment is read by the list of its locale's language, or of the language that it seems
            to have.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Problem | WordListOut]
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
    body: WordListIn,
    idempotency_key: str | Unset = UNSET,
) -> Problem | WordListOut | None:
    """Create Word List

     Make the list of a kind in a language. Answers that were read before stay as they were read.

    Args:
        idempotency_key (str | Unset):
        body (WordListIn): Words of one kind in one language. Of the kind `complaint` they count
            beside a positive score alone.

            A comment is read by the list of its locale's language, or of the language that it seems
            to have.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Problem | WordListOut
    """

    return sync_detailed(
        client=client,
        body=body,
        idempotency_key=idempotency_key,
    ).parsed


async def asyncio_detailed(
    *,
    client: AuthenticatedClient,
    body: WordListIn,
    idempotency_key: str | Unset = UNSET,
) -> Response[Problem | WordListOut]:
    """Create Word List

     Make the list of a kind in a language. Answers that were read before stay as they were read.

    Args:
        idempotency_key (str | Unset):
        body (WordListIn): Words of one kind in one language. Of the kind `complaint` they count
            beside a positive score alone.

            A comment is read by the list of its locale's language, or of the language that it seems
            to have.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Problem | WordListOut]
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
    body: WordListIn,
    idempotency_key: str | Unset = UNSET,
) -> Problem | WordListOut | None:
    """Create Word List

     Make the list of a kind in a language. Answers that were read before stay as they were read.

    Args:
        idempotency_key (str | Unset):
        body (WordListIn): Words of one kind in one language. Of the kind `complaint` they count
            beside a positive score alone.

            A comment is read by the list of its locale's language, or of the language that it seems
            to have.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Problem | WordListOut
    """

    return (
        await asyncio_detailed(
            client=client,
            body=body,
            idempotency_key=idempotency_key,
        )
    ).parsed
