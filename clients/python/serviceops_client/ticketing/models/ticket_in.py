from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..models.ticket_in_channel import check_ticket_in_channel
from ..models.ticket_in_channel import TicketInChannel
from ..models.ticket_in_priority import check_ticket_in_priority
from ..models.ticket_in_priority import TicketInPriority
from ..models.ticket_in_type import check_ticket_in_type
from ..models.ticket_in_type import TicketInType
from ..types import UNSET, Unset
from typing import cast
from uuid import UUID

if TYPE_CHECKING:
    from ..models.opening import Opening
    from ..models.requester import Requester
    from ..models.source import Source
    from ..models.ticket_in_custom import TicketInCustom


T = TypeVar("T", bound="TicketIn")


@_attrs_define
class TicketIn:
    """A new ticket. A second one with the same source is the same ticket.

    Attributes:
        subject (str):
        type_ (TicketInType):
        priority (TicketInPriority | Unset):  Default: 'normal'.
        requester (Requester | Unset): Who asks. The contact need not be known yet.
        account_id (None | Unset | UUID):
        brand (str | Unset):  Default: 'default'.
        tags (list[str] | Unset):
        custom (TicketInCustom | Unset):
        contact_reason_id (None | Unset | UUID):
        parent_id (None | Unset | UUID):
        channel (TicketInChannel | Unset):  Default: 'api'.
        group_id (None | Unset | UUID):
        assignee_id (None | Unset | UUID):
        source (None | Source | Unset):
        message (None | Opening | Unset):
    """

    subject: str
    type_: TicketInType
    priority: TicketInPriority | Unset = "normal"
    requester: Requester | Unset = UNSET
    account_id: None | Unset | UUID = UNSET
    brand: str | Unset = "default"
    tags: list[str] | Unset = UNSET
    custom: TicketInCustom | Unset = UNSET
    contact_reason_id: None | Unset | UUID = UNSET
    parent_id: None | Unset | UUID = UNSET
    channel: TicketInChannel | Unset = "api"
    group_id: None | Unset | UUID = UNSET
    assignee_id: None | Unset | UUID = UNSET
    source: None | Source | Unset = UNSET
    message: None | Opening | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        from ..models.opening import Opening  # noqa: PLC0415
        from ..models.requester import Requester  # noqa: PLC0415
        from ..models.source import Source  # noqa: PLC0415
        from ..models.ticket_in_custom import TicketInCustom  # noqa: PLC0415

        subject = self.subject

        type_: str = self.type_

        priority: str | Unset = UNSET
        if not isinstance(self.priority, Unset):
            priority = self.priority

        requester: dict[str, Any] | Unset = UNSET
        if not isinstance(self.requester, Unset):
            requester = self.requester.to_dict()

        account_id: None | str | Unset
        if isinstance(self.account_id, Unset):
            account_id = UNSET
        elif isinstance(self.account_id, UUID):
            account_id = str(self.account_id)
        else:
            account_id = self.account_id

        brand = self.brand

        tags: list[str] | Unset = UNSET
        if not isinstance(self.tags, Unset):
            tags = self.tags

        custom: dict[str, Any] | Unset = UNSET
        if not isinstance(self.custom, Unset):
            custom = self.custom.to_dict()

        contact_reason_id: None | str | Unset
        if isinstance(self.contact_reason_id, Unset):
            contact_reason_id = UNSET
        elif isinstance(self.contact_reason_id, UUID):
            contact_reason_id = str(self.contact_reason_id)
        else:
            contact_reason_id = self.contact_reason_id

        parent_id: None | str | Unset
        if isinstance(self.parent_id, Unset):
            parent_id = UNSET
        elif isinstance(self.parent_id, UUID):
            parent_id = str(self.parent_id)
        else:
            parent_id = self.parent_id

        channel: str | Unset = UNSET
        if not isinstance(self.channel, Unset):
            channel = self.channel

        group_id: None | str | Unset
        if isinstance(self.group_id, Unset):
            group_id = UNSET
        elif isinstance(self.group_id, UUID):
            group_id = str(self.group_id)
        else:
            group_id = self.group_id

        assignee_id: None | str | Unset
        if isinstance(self.assignee_id, Unset):
            assignee_id = UNSET
        elif isinstance(self.assignee_id, UUID):
            assignee_id = str(self.assignee_id)
        else:
            assignee_id = self.assignee_id

        source: dict[str, Any] | None | Unset
        if isinstance(self.source, Unset):
            source = UNSET
        elif isinstance(self.source, Source):
            source = self.source.to_dict()
        else:
            source = self.source

        message: dict[str, Any] | None | Unset
        if isinstance(self.message, Unset):
            message = UNSET
        elif isinstance(self.message, Opening):
            message = self.message.to_dict()
        else:
            message = self.message

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "subject": subject,
                "type": type_,
            }
        )
        if priority is not UNSET:
            field_dict["priority"] = priority
        if requester is not UNSET:
            field_dict["requester"] = requester
        if account_id is not UNSET:
            field_dict["account_id"] = account_id
        if brand is not UNSET:
            field_dict["brand"] = brand
        if tags is not UNSET:
            field_dict["tags"] = tags
        if custom is not UNSET:
            field_dict["custom"] = custom
        if contact_reason_id is not UNSET:
            field_dict["contact_reason_id"] = contact_reason_id
        if parent_id is not UNSET:
            field_dict["parent_id"] = parent_id
        if channel is not UNSET:
            field_dict["channel"] = channel
        if group_id is not UNSET:
            field_dict["group_id"] = group_id
        if assignee_id is not UNSET:
            field_dict["assignee_id"] = assignee_id
        if source is not UNSET:
            field_dict["source"] = source
        if message is not UNSET:
            field_dict["message"] = message

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.opening import Opening  # noqa: PLC0415
        from ..models.requester import Requester  # noqa: PLC0415
        from ..models.source import Source  # noqa: PLC0415
        from ..models.ticket_in_custom import TicketInCustom  # noqa: PLC0415

        d = dict(src_dict)
        subject = d.pop("subject")

        type_ = check_ticket_in_type(d.pop("type"))

        _priority = d.pop("priority", UNSET)
        priority: TicketInPriority | Unset
        if isinstance(_priority, Unset):
            priority = UNSET
        else:
            priority = check_ticket_in_priority(_priority)

        _requester = d.pop("requester", UNSET)
        requester: Requester | Unset
        if isinstance(_requester, Unset):
            requester = UNSET
        else:
            requester = Requester.from_dict(_requester)

        def _parse_account_id(data: object) -> None | Unset | UUID:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                account_id_type_0 = UUID(data)

                return account_id_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | Unset | UUID, data)

        account_id = _parse_account_id(d.pop("account_id", UNSET))

        brand = d.pop("brand", UNSET)

        tags = cast(list[str], d.pop("tags", UNSET))

        _custom = d.pop("custom", UNSET)
        custom: TicketInCustom | Unset
        if isinstance(_custom, Unset):
            custom = UNSET
        else:
            custom = TicketInCustom.from_dict(_custom)

        def _parse_contact_reason_id(data: object) -> None | Unset | UUID:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                contact_reason_id_type_0 = UUID(data)

                return contact_reason_id_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | Unset | UUID, data)

        contact_reason_id = _parse_contact_reason_id(d.pop("contact_reason_id", UNSET))

        def _parse_parent_id(data: object) -> None | Unset | UUID:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                parent_id_type_0 = UUID(data)

                return parent_id_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | Unset | UUID, data)

        parent_id = _parse_parent_id(d.pop("parent_id", UNSET))

        _channel = d.pop("channel", UNSET)
        channel: TicketInChannel | Unset
        if isinstance(_channel, Unset):
            channel = UNSET
        else:
            channel = check_ticket_in_channel(_channel)

        def _parse_group_id(data: object) -> None | Unset | UUID:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                group_id_type_0 = UUID(data)

                return group_id_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | Unset | UUID, data)

        group_id = _parse_group_id(d.pop("group_id", UNSET))

        def _parse_assignee_id(data: object) -> None | Unset | UUID:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                assignee_id_type_0 = UUID(data)

                return assignee_id_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | Unset | UUID, data)

        assignee_id = _parse_assignee_id(d.pop("assignee_id", UNSET))

        def _parse_source(data: object) -> None | Source | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                source_type_0 = Source.from_dict(data)

                return source_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | Source | Unset, data)

        source = _parse_source(d.pop("source", UNSET))

        def _parse_message(data: object) -> None | Opening | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                message_type_0 = Opening.from_dict(data)

                return message_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | Opening | Unset, data)

        message = _parse_message(d.pop("message", UNSET))

        ticket_in = cls(
            subject=subject,
            type_=type_,
            priority=priority,
            requester=requester,
            account_id=account_id,
            brand=brand,
            tags=tags,
            custom=custom,
            contact_reason_id=contact_reason_id,
            parent_id=parent_id,
            channel=channel,
            group_id=group_id,
            assignee_id=assignee_id,
            source=source,
            message=message,
        )

        return ticket_in
