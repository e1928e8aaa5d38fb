from http import HTTPStatus
from typing import Any, cast
from urllib.parse import quote

import httpx

from ...client import AuthenticatedClient, Client
from ...types import Response, UNSET
from ... import errors

from ...models.bounce_in import BounceIn
from ...models.bounce_out import BounceOut
from ...models.problem import Problem
from ...types import UNSET, Unset
from typing import cast


def _get_kwargs(
    *,
    body: BounceIn,
    idempotency_key: str | Unset = UNSET,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}
    if not isinstance(idempotency_key, Unset):
        headers["Idempotency-Key"] = idempotency_key

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/v1/inbound/bounces",
    }

    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> BounceOut | Problem | None:
    if response.status_code == 200:
        response_200 = BounceOut.from_dict(response.json())

        return response_200

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


def _build_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> Response[BounceOut | Problem]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    *,
    client: AuthenticatedClient,
    body: BounceIn,
    idempotency_key: str | Unset = UNSET,
) -> Response[BounceOut | Problem]:
    """Take In Bounce

     Take in a mail that came back: a delivery report (RFC 3464), a complaint (RFC 5965), or qmail's own
    form.

    It counts where it returns a mail of ours, which its signed names prove, and speaks of the address
    that this went
    to. Else it is `ignored`, and nothing changes. The same report again is `known`.

    A gateway without a key may sign the request as Standard Webhooks say, with a secret of
    FEEDBACK_INBOUND_SECRETS.

    Args:
        idempotency_key (str | Unset):
        body (BounceIn): A mail that came back, as it came.

            message: the mail as text, or message_base64: its bytes. recipient: the envelope's, where
            the gateway knows it.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[BounceOut | Problem]
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
    body: BounceIn,
    idempotency_key: str | Unset = UNSET,
) -> BounceOut | Problem | None:
    """Take In Bounce

     Take in a mail that came back: a delivery report (RFC 3464), a complaint (RFC 5965), or qmail's own
    form.

    It counts where it returns a mail of ours, which its signed names prove, and speaks of the address
    that this went
    to. Else it is `ignored`, and nothing changes. The same report again is `known`.

    A gateway without a key may sign the request as Standard Webhooks say, with a secret of
    FEEDBACK_INBOUND_SECRETS.

    Args:
        idempotency_key (str | Unset):
        body (BounceIn): A mail that came back, as it came.

            message: the mail as text, or message_base64: its bytes. recipient: the envelope's, where
            the gateway knows it.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        BounceOut | Problem
    """

    return sync_detailed(
        client=client,
        body=body,
        idempotency_key=idempotency_key,
    ).parsed


async def asyncio_detailed(
    *,
    client: AuthenticatedClient,
    body: BounceIn,
    idempotency_key: str | Unset = UNSET,
) -> Response[BounceOut | Problem]:
    """Take In Bounce

     Take in a mail that came back: a delivery report (RFC 3464), a complaint (RFC 5965), or qmail's own
    form.

    It counts where it returns a mail of ours, which its signed names prove, and speaks of the address
    that this went
    to. Else it is `ignored`, and nothing changes. The same report again is `known`.

    A gateway without a key may sign the request as Standard Webhooks say, with a secret of
    FEEDBACK_INBOUND_SECRETS.

    Args:
        idempotency_key (str | Unset):
        body (BounceIn): A mail that came back, as it came.

            message: the mail as text, or message_base64: its bytes. recipient: the envelope's, where
            the gateway knows it.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[BounceOut | Problem]
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
    body: BounceIn,
    idempotency_key: str | Unset = UNSET,
) -> BounceOut | Problem | None:
    """Take In Bounce

     Take in a mail that came back: a delivery report (RFC 3464), a complaint (RFC 5965), or qmail's own
    form.

    It counts where it returns a mail of ours, which its signed names prove, and speaks of the address
    that this went
    to. Else it is `ignored`, and nothing changes. The same report again is `known`.

    A gateway without a key may sign the request as Standard Webhooks say, with a secret of
    FEEDBACK_INBOUND_SECRETS.

    Args:
        idempotency_key (str | Unset):
        body (BounceIn): A mail that came back, as it came.

            message: the mail as text, or message_base64: its bytes. recipient: the envelope's, where
            the gateway knows it.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        BounceOut | Problem
    """

    return (
        await asyncio_detailed(
            client=client,
            body=body,
            idempotency_key=idempotency_key,
        )
    ).parsed
