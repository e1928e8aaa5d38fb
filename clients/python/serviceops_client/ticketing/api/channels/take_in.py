from http import HTTPStatus
from typing import Any, cast
from urllib.parse import quote

import httpx

from ...client import AuthenticatedClient, Client
from ...types import Response, UNSET
from ... import errors

from ...models.inbound_in import InboundIn
from ...models.inbound_out import InboundOut
from ...models.problem import Problem
from ...models.take_in_channel import check_take_in_channel
from ...models.take_in_channel import TakeInChannel
from ...types import UNSET, Unset
from typing import cast


def _get_kwargs(
    channel: TakeInChannel,
    *,
    body: InboundIn,
    idempotency_key: str | Unset = UNSET,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}
    if not isinstance(idempotency_key, Unset):
        headers["Idempotency-Key"] = idempotency_key

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/v1/inbound/{channel}".format(
            channel=quote(str(channel), safe=""),
        ),
    }

    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> InboundOut | Problem | None:
    if response.status_code == 200:
        response_200 = InboundOut.from_dict(response.json())

        return response_200

    if response.status_code == 201:
        response_201 = InboundOut.from_dict(response.json())

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
) -> Response[InboundOut | Problem]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    channel: TakeInChannel,
    *,
    client: AuthenticatedClient,
    body: InboundIn,
    idempotency_key: str | Unset = UNSET,
) -> Response[InboundOut | Problem]:
    """Take In

     Take in what a customer wrote. The same channel, source_id and body again: 200 with the first time's
    message.

    It goes to the ticket of the message that `in_reply_to` names; else to the one whose number its
    subject carries as
    `[#1042]`, if the sender is that ticket's requester or wrote on it before; else to the sender's
    newest ticket in
    this channel that is not over; else it opens one. A number of somebody else's ticket is left as a
    note.

    On a ticket that was solved within the reopen window it reopens it, on one that is over it opens a
    follow-up. What
    is `automatic` does neither: it is kept as a bot's where it belongs to a ticket, and ignored
    elsewhere. More
    than TICKETING_INBOUND_BURST (20) messages of one sender on one ticket within 10 minutes are refused
    with 429.

    A gateway without a key may sign the request as Standard Webhooks say (`webhook-id`, `webhook-
    timestamp`,
    `webhook-signature`), with a secret of TICKETING_INBOUND_SECRETS.

    Args:
        channel (TakeInChannel):
        idempotency_key (str | Unset):
        body (InboundIn): What a customer wrote, in the form that is the same for all channels.

            source_id: its name in the channel, for mail its Message-ID: one name is one message.
            in_reply_to: the source_id
            of an earlier message, or the Message-ID of a reply. automatic: nobody wrote it, as an
            out-of-office does.
            to: not kept. occurred_at: when it was written; clocks count from when it came.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[InboundOut | Problem]
    """

    kwargs = _get_kwargs(
        channel=channel,
        body=body,
        idempotency_key=idempotency_key,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    channel: TakeInChannel,
    *,
    client: AuthenticatedClient,
    body: InboundIn,
    idempotency_key: str | Unset = UNSET,
) -> InboundOut | Problem | None:
    """Take In

     Take in what a customer wrote. The same channel, source_id and body again: 200 with the first time's
    message.

    It goes to the ticket of the message that `in_reply_to` names; else to the one whose number its
    subject carries as
    `[#1042]`, if the sender is that ticket's requester or wrote on it before; else to the sender's
    newest ticket in
    this channel that is not over; else it opens one. A number of somebody else's ticket is left as a
    note.

    On a ticket that was solved within the reopen window it reopens it, on one that is over it opens a
    follow-up. What
    is `automatic` does neither: it is kept as a bot's where it belongs to a ticket, and ignored
    elsewhere. More
    than TICKETING_INBOUND_BURST (20) messages of one sender on one ticket within 10 minutes are refused
    with 429.

    A gateway without a key may sign the request as Standard Webhooks say (`webhook-id`, `webhook-
    timestamp`,
    `webhook-signature`), with a secret of TICKETING_INBOUND_SECRETS.

    Args:
        channel (TakeInChannel):
        idempotency_key (str | Unset):
        body (InboundIn): What a customer wrote, in the form that is the same for all channels.

            source_id: its name in the channel, for mail its Message-ID: one name is one message.
            in_reply_to: the source_id
            of an earlier message, or the Message-ID of a reply. automatic: nobody wrote it, as an
            out-of-office does.
            to: not kept. occurred_at: when it was written; clocks count from when it came.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        InboundOut | Problem
    """

    return sync_detailed(
        channel=channel,
        client=client,
        body=body,
        idempotency_key=idempotency_key,
    ).parsed


async def asyncio_detailed(
    channel: TakeInChannel,
    *,
    client: AuthenticatedClient,
    body: InboundIn,
    idempotency_key: str | Unset = UNSET,
) -> Response[InboundOut | Problem]:
    """Take In

     Take in what a customer wrote. The same channel, source_id and body again: 200 with the first time's
    message.

    It goes to the ticket of the message that `in_reply_to` names; else to the one whose number its
    subject carries as
    `[#1042]`, if the sender is that ticket's requester or wrote on it before; else to the sender's
    newest ticket in
    this channel that is not over; else it opens one. A number of somebody else's ticket is left as a
    note.

    On a ticket that was solved within the reopen window it reopens it, on one that is over it opens a
    follow-up. What
    is `automatic` does neither: it is kept as a bot's where it belongs to a ticket, and ignored
    elsewhere. More
    than TICKETING_INBOUND_BURST (20) messages of one sender on one ticket within 10 minutes are refused
    with 429.

    A gateway without a key may sign the request as Standard Webhooks say (`webhook-id`, `webhook-
    timestamp`,
    `webhook-signature`), with a secret of TICKETING_INBOUND_SECRETS.

    Args:
        channel (TakeInChannel):
        idempotency_key (str | Unset):
        body (InboundIn): What a customer wrote, in the form that is the same for all channels.

            source_id: its name in the channel, for mail its Message-ID: one name is one message.
            in_reply_to: the source_id
            of an earlier message, or the Message-ID of a reply. automatic: nobody wrote it, as an
            out-of-office does.
            to: not kept. occurred_at: when it was written; clocks count from when it came.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[InboundOut | Problem]
    """

    kwargs = _get_kwargs(
        channel=channel,
        body=body,
        idempotency_key=idempotency_key,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    channel: TakeInChannel,
    *,
    client: AuthenticatedClient,
    body: InboundIn,
    idempotency_key: str | Unset = UNSET,
) -> InboundOut | Problem | None:
    """Take In

     Take in what a customer wrote. The same channel, source_id and body again: 200 with the first time's
    message.

    It goes to the ticket of the message that `in_reply_to` names; else to the one whose number its
    subject carries as
    `[#1042]`, if the sender is that ticket's requester or wrote on it before; else to the sender's
    newest ticket in
    this channel that is not over; else it opens one. A number of somebody else's ticket is left as a
    note.

    On a ticket that was solved within the reopen window it reopens it, on one that is over it opens a
    follow-up. What
    is `automatic` does neither: it is kept as a bot's where it belongs to a ticket, and ignored
    elsewhere. More
    than TICKETING_INBOUND_BURST (20) messages of one sender on one ticket within 10 minutes are refused
    with 429.

    A gateway without a key may sign the request as Standard Webhooks say (`webhook-id`, `webhook-
    timestamp`,
    `webhook-signature`), with a secret of TICKETING_INBOUND_SECRETS.

    Args:
        channel (TakeInChannel):
        idempotency_key (str | Unset):
        body (InboundIn): What a customer wrote, in the form that is the same for all channels.

            source_id: its name in the channel, for mail its Message-ID: one name is one message.
            in_reply_to: the source_id
            of an earlier message, or the Message-ID of a reply. automatic: nobody wrote it, as an
            out-of-office does.
            to: not kept. occurred_at: when it was written; clocks count from when it came.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        InboundOut | Problem
    """

    return (
        await asyncio_detailed(
            channel=channel,
            client=client,
            body=body,
            idempotency_key=idempotency_key,
        )
    ).parsed
