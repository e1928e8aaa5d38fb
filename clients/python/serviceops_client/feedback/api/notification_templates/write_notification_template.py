from http import HTTPStatus
from typing import Any, cast
from urllib.parse import quote

import httpx

from ...client import AuthenticatedClient, Client
from ...types import Response, UNSET
from ... import errors

from ...models.notification_template_in import NotificationTemplateIn
from ...models.notification_template_out import NotificationTemplateOut
from ...models.problem import Problem
from ...types import UNSET, Unset
from typing import cast


def _get_kwargs(
    template: str,
    locale: str,
    *,
    body: NotificationTemplateIn,
    if_match: str | Unset = UNSET,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}
    if not isinstance(if_match, Unset):
        headers["If-Match"] = if_match

    _kwargs: dict[str, Any] = {
        "method": "put",
        "url": "/v1/notification-templates/{template}/{locale}".format(
            template=quote(str(template), safe=""),
            locale=quote(str(locale), safe=""),
        ),
    }

    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> NotificationTemplateOut | Problem | None:
    if response.status_code == 200:
        response_200 = NotificationTemplateOut.from_dict(response.json())

        return response_200

    if response.status_code == 201:
        response_201 = NotificationTemplateOut.from_dict(response.json())

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

    if response.status_code == 412:
        response_412 = Problem.from_dict(response.json())

        return response_412

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
) -> Response[NotificationTemplateOut | Problem]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    template: str,
    locale: str,
    *,
    client: AuthenticatedClient,
    body: NotificationTemplateIn,
    if_match: str | Unset = UNSET,
) -> Response[NotificationTemplateOut | Problem]:
    """Write Notification Template

     Replace a text, or add a locale. What is sent from now on says it; older versions are kept.

    A text may hold `{{ field }}`, `{{ field | upper }}` (or lower, capitalize) and
    `{% if field %} … {% else %} … {% endif %}`, nothing else of Jinja. In html, values are escaped, and
    there are
    tags of text, lists, tables and links alone.

    Args:
        template (str):
        locale (str):
        if_match (str | Unset):
        body (NotificationTemplateIn): A text in place of the shipped one. html: null sends the
            text alone.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[NotificationTemplateOut | Problem]
    """

    kwargs = _get_kwargs(
        template=template,
        locale=locale,
        body=body,
        if_match=if_match,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    template: str,
    locale: str,
    *,
    client: AuthenticatedClient,
    body: NotificationTemplateIn,
    if_match: str | Unset = UNSET,
) -> NotificationTemplateOut | Problem | None:
    """Write Notification Template

     Replace a text, or add a locale. What is sent from now on says it; older versions are kept.

    A text may hold `{{ field }}`, `{{ field | upper }}` (or lower, capitalize) and
    `{% if field %} … {% else %} … {% endif %}`, nothing else of Jinja. In html, values are escaped, and
    there are
    tags of text, lists, tables and links alone.

    Args:
        template (str):
        locale (str):
        if_match (str | Unset):
        body (NotificationTemplateIn): A text in place of the shipped one. html: null sends the
            text alone.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        NotificationTemplateOut | Problem
    """

    return sync_detailed(
        template=template,
        locale=locale,
        client=client,
        body=body,
        if_match=if_match,
    ).parsed


async def asyncio_detailed(
    template: str,
    locale: str,
    *,
    client: AuthenticatedClient,
    body: NotificationTemplateIn,
    if_match: str | Unset = UNSET,
) -> Response[NotificationTemplateOut | Problem]:
    """Write Notification Template

     Replace a text, or add a locale. What is sent from now on says it; older versions are kept.

    A text may hold `{{ field }}`, `{{ field | upper }}` (or lower, capitalize) and
    `{% if field %} … {% else %} … {% endif %}`, nothing else of Jinja. In html, values are escaped, and
    there are
    tags of text, lists, tables and links alone.

    Args:
        template (str):
        locale (str):
        if_match (str | Unset):
        body (NotificationTemplateIn): A text in place of the shipped one. html: null sends the
            text alone.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[NotificationTemplateOut | Problem]
    """

    kwargs = _get_kwargs(
        template=template,
        locale=locale,
        body=body,
        if_match=if_match,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    template: str,
    locale: str,
    *,
    client: AuthenticatedClient,
    body: NotificationTemplateIn,
    if_match: str | Unset = UNSET,
) -> NotificationTemplateOut | Problem | None:
    """Write Notification Template

     Replace a text, or add a locale. What is sent from now on says it; older versions are kept.

    A text may hold `{{ field }}`, `{{ field | upper }}` (or lower, capitalize) and
    `{% if field %} … {% else %} … {% endif %}`, nothing else of Jinja. In html, values are escaped, and
    there are
    tags of text, lists, tables and links alone.

    Args:
        template (str):
        locale (str):
        if_match (str | Unset):
        body (NotificationTemplateIn): A text in place of the shipped one. html: null sends the
            text alone.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        NotificationTemplateOut | Problem
    """

    return (
        await asyncio_detailed(
            template=template,
            locale=locale,
            client=client,
            body=body,
            if_match=if_match,
        )
    ).parsed
