from http import HTTPStatus
from typing import Any, cast
from urllib.parse import quote

import httpx

from ...client import AuthenticatedClient, Client
from ...types import Response, UNSET
from ... import errors

from ...models.problem import Problem
from ...models.webhook_in import WebhookIn
from ...models.webhook_made import WebhookMade
from ...types import UNSET, Unset
from typing import cast


def _get_kwargs(
    *,
    body: WebhookIn,
    idempotency_key: str | Unset = UNSET,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}
    if not isinstance(idempotency_key, Unset):
        headers["Idempotency-Key"] = idempotency_key

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/v1/webhooks",
    }

    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> Problem | WebhookMade | None:
    if response.status_code == 200:
        response_200 = WebhookMade.from_dict(response.json())

        return response_200

    if response.status_code == 201:
        response_201 = WebhookMade.from_dict(response.json())

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
) -> Response[Problem | WebhookMade]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    *,
    client: AuthenticatedClient,
    body: WebhookIn,
    idempotency_key: str | Unset = UNSET,
) -> Response[Problem | WebhookMade]:
    """Create Webhook

     Have facts sent to an address as they are told. The secret is in this answer alone.

    Each comes as a POST of the item that `GET /v1/events` shows of it, with the headers of Standard
    Webhooks:
    `webhook-id` (the fact's id, the same in each attempt), `webhook-timestamp` and `webhook-signature`.
    Verify
    them, answer 2xx within 15 s, and drop an id that you know.

    Attempts are made at once and then after 5 min, 30 min, 2 h, 5 h, 10 h and 10 h. Any answer but 2xx
    is a
    failure, a redirect too; 410 disables the webhook. After 5 failures in a row one attempt a minute is
    made,
    until one succeeds. Facts may come in another order than they were told: `sequence` rises within one
    `subject`.

    The address is called over https; over http only in networks that the operator has allowed. To make
    or
    change a webhook you need the scope to read events as well.

    Args:
        idempotency_key (str | Unset):
        body (WebhookIn): A webhook to make. types: of facts that this service tells, heartbeats
            not among them.

            url: https, or http where it leads into a network of ALLOWED_NETWORKS.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Problem | WebhookMade]
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
    body: WebhookIn,
    idempotency_key: str | Unset = UNSET,
) -> Problem | WebhookMade | None:
    """Create Webhook

     Have facts sent to an address as they are told. The secret is in this answer alone.

    Each comes as a POST of the item that `GET /v1/events` shows of it, with the headers of Standard
    Webhooks:
    `webhook-id` (the fact's id, the same in each attempt), `webhook-timestamp` and `webhook-signature`.
    Verify
    them, answer 2xx within 15 s, and drop an id that you know.

    Attempts are made at once and then after 5 min, 30 min, 2 h, 5 h, 10 h and 10 h. Any answer but 2xx
    is a
    failure, a redirect too; 410 disables the webhook. After 5 failures in a row one attempt a minute is
    made,
    until one succeeds. Facts may come in another order than they were told: `sequence` rises within one
    `subject`.

    The address is called over https; over http only in networks that the operator has allowed. To make
    or
    change a webhook you need the scope to read events as well.

    Args:
        idempotency_key (str | Unset):
        body (WebhookIn): A webhook to make. types: of facts that this service tells, heartbeats
            not among them.

            url: https, or http where it leads into a network of ALLOWED_NETWORKS.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Problem | WebhookMade
    """

    return sync_detailed(
        client=client,
        body=body,
        idempotency_key=idempotency_key,
    ).parsed


async def asyncio_detailed(
    *,
    client: AuthenticatedClient,
    body: WebhookIn,
    idempotency_key: str | Unset = UNSET,
) -> Response[Problem | WebhookMade]:
    """Create Webhook

     Have facts sent to an address as they are told. The secret is in this answer alone.

    Each comes as a POST of the item that `GET /v1/events` shows of it, with the headers of Standard
    Webhooks:
    `webhook-id` (the fact's id, the same in each attempt), `webhook-timestamp` and `webhook-signature`.
    Verify
    them, answer 2xx within 15 s, and drop an id that you know.

    Attempts are made at once and then after 5 min, 30 min, 2 h, 5 h, 10 h and 10 h. Any answer but 2xx
    is a
    failure, a redirect too; 410 disables the webhook. After 5 failures in a row one attempt a minute is
    made,
    until one succeeds. Facts may come in another order than they were told: `sequence` rises within one
    `subject`.

    The address is called over https; over http only in networks that the operator has allowed. To make
    or
    change a webhook you need the scope to read events as well.

    Args:
        idempotency_key (str | Unset):
        body (WebhookIn): A webhook to make. types: of facts that this service tells, heartbeats
            not among them.

            url: https, or http where it leads into a network of ALLOWED_NETWORKS.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Problem | WebhookMade]
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
    body: WebhookIn,
    idempotency_key: str | Unset = UNSET,
) -> Problem | WebhookMade | None:
    """Create Webhook

     Have facts sent to an address as they are told. The secret is in this answer alone.

    Each comes as a POST of the item that `GET /v1/events` shows of it, with the headers of Standard
    Webhooks:
    `webhook-id` (the fact's id, the same in each attempt), `webhook-timestamp` and `webhook-signature`.
    Verify
    them, answer 2xx within 15 s, and drop an id that you know.

    Attempts are made at once and then after 5 min, 30 min, 2 h, 5 h, 10 h and 10 h. Any answer but 2xx
    is a
    failure, a redirect too; 410 disables the webhook. After 5 failures in a row one attempt a minute is
    made,
    until one succeeds. Facts may come in another order than they were told: `sequence` rises within one
    `subject`.

    The address is called over https; over http only in networks that the operator has allowed. To make
    or
    change a webhook you need the scope to read events as well.

    Args:
        idempotency_key (str | Unset):
        body (WebhookIn): A webhook to make. types: of facts that this service tells, heartbeats
            not among them.

            url: https, or http where it leads into a network of ALLOWED_NETWORKS.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Problem | WebhookMade
    """

    return (
        await asyncio_detailed(
            client=client,
            body=body,
            idempotency_key=idempotency_key,
        )
    ).parsed
