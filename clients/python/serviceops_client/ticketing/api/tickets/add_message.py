from http import HTTPStatus
from typing import Any, cast
from urllib.parse import quote

import httpx

from ...client import AuthenticatedClient, Client
from ...types import Response, UNSET
from ... import errors

from ...models.message_in import MessageIn
from ...models.message_out import MessageOut
from ...models.problem import Problem
from ...types import UNSET, Unset
from typing import cast
from uuid import UUID


def _get_kwargs(
    ticket_id: UUID,
    *,
    body: MessageIn,
    idempotency_key: str | Unset = UNSET,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}
    if not isinstance(idempotency_key, Unset):
        headers["Idempotency-Key"] = idempotency_key

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/v1/tickets/{ticket_id}/messages".format(
            ticket_id=quote(str(ticket_id), safe=""),
        ),
    }

    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> MessageOut | Problem | None:
    if response.status_code == 200:
        response_200 = MessageOut.from_dict(response.json())

        return response_200

    if response.status_code == 201:
        response_201 = MessageOut.from_dict(response.json())

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

    if response.status_code == 404:
        response_404 = Problem.from_dict(response.json())

        return response_404

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
) -> Response[MessageOut | Problem]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    ticket_id: UUID,
    *,
    client: AuthenticatedClient,
    body: MessageIn,
    idempotency_key: str | Unset = UNSET,
) -> Response[MessageOut | Problem]:
    """Add Message

     Write on a ticket. The same channel, source_id and body again: 200 with the message of the first
    time.

    A customer's public message reopens a solved ticket within the reopen window; after that it lands on
    a
    new ticket that follows the first up, and `ticket_id` says which. What is written on a merged ticket
    lands on the
    one that it is merged into, and goes with the first at an unmerge.

    Args:
        ticket_id (UUID):
        idempotency_key (str | Unset):
        body (MessageIn): A message. A second one with the same channel and source_id is the same
            message.

            channel: by which it came. Of a public agent reply without a source_id, which goes out: by
            which it is to leave;
            where none is given, by the one that the customer used last. attachments: uploads that no
            message has yet.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[MessageOut | Problem]
    """

    kwargs = _get_kwargs(
        ticket_id=ticket_id,
        body=body,
        idempotency_key=idempotency_key,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    ticket_id: UUID,
    *,
    client: AuthenticatedClient,
    body: MessageIn,
    idempotency_key: str | Unset = UNSET,
) -> MessageOut | Problem | None:
    """Add Message

     Write on a ticket. The same channel, source_id and body again: 200 with the message of the first
    time.

    A customer's public message reopens a solved ticket within the reopen window; after that it lands on
    a
    new ticket that follows the first up, and `ticket_id` says which. What is written on a merged ticket
    lands on the
    one that it is merged into, and goes with the first at an unmerge.

    Args:
        ticket_id (UUID):
        idempotency_key (str | Unset):
        body (MessageIn): A message. A second one with the same channel and source_id is the same
            message.

            channel: by which it came. Of a public agent reply without a source_id, which goes out: by
            which it is to leave;
            where none is given, by the one that the customer used last. attachments: uploads that no
            message has yet.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        MessageOut | Problem
    """

    return sync_detailed(
        ticket_id=ticket_id,
        client=client,
        body=body,
        idempotency_key=idempotency_key,
    ).parsed


async def asyncio_detailed(
    ticket_id: UUID,
    *,
    client: AuthenticatedClient,
    body: MessageIn,
    idempotency_key: str | Unset = UNSET,
) -> Response[MessageOut | Problem]:
    """Add Message

     Write on a ticket. The same channel, source_id and body again: 200 with the message of the first
    time.

    A customer's public message reopens a solved ticket within the reopen window; after that it lands on
    a
    new ticket that follows the first up, and `ticket_id` says which. What is written on a merged ticket
    lands on the
    one that it is merged into, and goes with the first at an unmerge.

    Args:
        ticket_id (UUID):
        idempotency_key (str | Unset):
        body (MessageIn): A message. A second one with the same channel and source_id is the same
            message.

            channel: by which it came. Of a public agent reply without a source_id, which goes out: by
            which it is to leave;
            where none is given, by the one that the customer used last. attachments: uploads that no
            message has yet.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[MessageOut | Problem]
    """

    kwargs = _get_kwargs(
        ticket_id=ticket_id,
        body=body,
        idempotency_key=idempotency_key,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    ticket_id: UUID,
    *,
    client: AuthenticatedClient,
    body: MessageIn,
    idempotency_key: str | Unset = UNSET,
) -> MessageOut | Problem | None:
    """Add Message

     Write on a ticket. The same channel, source_id and body again: 200 with the message of the first
    time.

    A customer's public message reopens a solved ticket within the reopen window; after that it lands on
    a
    new ticket that follows the first up, and `ticket_id` says which. What is written on a merged ticket
    lands on the
    one that it is merged into, and goes with the first at an unmerge.

    Args:
        ticket_id (UUID):
        idempotency_key (str | Unset):
        body (MessageIn): A message. A second one with the same channel and source_id is the same
            message.

            channel: by which it came. Of a public agent reply without a source_id, which goes out: by
            which it is to leave;
            where none is given, by the one that the customer used last. attachments: uploads that no
            message has yet.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        MessageOut | Problem
    """

    return (
        await asyncio_detailed(
            ticket_id=ticket_id,
            client=client,
            body=body,
            idempotency_key=idempotency_key,
        )
    ).parsed
