from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..models.ticket_out_channel import check_ticket_out_channel
from ..models.ticket_out_channel import TicketOutChannel
from ..models.ticket_out_priority import check_ticket_out_priority
from ..models.ticket_out_priority import TicketOutPriority
from ..models.ticket_out_resolution_code_type_0 import check_ticket_out_resolution_code_type_0
from ..models.ticket_out_resolution_code_type_0 import TicketOutResolutionCodeType0
from ..models.ticket_out_solved_by_type_0 import check_ticket_out_solved_by_type_0
from ..models.ticket_out_solved_by_type_0 import TicketOutSolvedByType0
from ..models.ticket_out_status import check_ticket_out_status
from ..models.ticket_out_status import TicketOutStatus
from ..models.ticket_out_type import check_ticket_out_type
from ..models.ticket_out_type import TicketOutType
from ..types import UNSET, Unset
from typing import cast
from uuid import UUID
import datetime

if TYPE_CHECKING:
    from ..models.message_out import MessageOut
    from ..models.requester_out import RequesterOut
    from ..models.source_out import SourceOut
    from ..models.ticket_out_custom import TicketOutCustom


T = TypeVar("T", bound="TicketOut")


@_attrs_define
class TicketOut:
    """A ticket. `messages` is null unless it was asked for by include=messages. silent: imported without clocks.

    Attributes:
        id (UUID):
        number (int):
        type_ (TicketOutType):
        subject (str):
        status (TicketOutStatus):
        priority (TicketOutPriority):
        channel (TicketOutChannel):
        requester (RequesterOut): Who asks.
        account_id (None | UUID):
        brand (str):
        group_id (None | UUID):
        assignee_id (None | UUID):
        contact_reason_id (None | UUID):
        problem_id (None | UUID):
        parent_id (None | UUID):
        merged_into_id (None | UUID):
        tags (list[str]):
        custom (TicketOutCustom):
        source (None | SourceOut):
        trace_id (UUID):
        resolution_code (None | TicketOutResolutionCodeType0):
        solved_by (None | TicketOutSolvedByType0):
        reopen_count (int):
        public_reply_count (int):
        created_at (datetime.datetime):
        updated_at (datetime.datetime):
        first_assigned_at (datetime.datetime | None):
        first_replied_at (datetime.datetime | None):
        solved_at (datetime.datetime | None):
        closed_at (datetime.datetime | None):
        silent (bool):
        version (int):
        messages (list[MessageOut] | None | Unset):
    """

    id: UUID
    number: int
    type_: TicketOutType
    subject: str
    status: TicketOutStatus
    priority: TicketOutPriority
    channel: TicketOutChannel
    requester: RequesterOut
    account_id: None | UUID
    brand: str
    group_id: None | UUID
    assignee_id: None | UUID
    contact_reason_id: None | UUID
    problem_id: None | UUID
    parent_id: None | UUID
    merged_into_id: None | UUID
    tags: list[str]
    custom: TicketOutCustom
    source: None | SourceOut
    trace_id: UUID
    resolution_code: None | TicketOutResolutionCodeType0
    solved_by: None | TicketOutSolvedByType0
    reopen_count: int
    public_reply_count: int
    created_at: datetime.datetime
    updated_at: datetime.datetime
    first_assigned_at: datetime.datetime | None
    first_replied_at: datetime.datetime | None
    solved_at: datetime.datetime | None
    closed_at: datetime.datetime | None
    silent: bool
    version: int
    messages: list[MessageOut] | None | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.message_out import MessageOut  # noqa: PLC0415
        from ..models.requester_out import RequesterOut  # noqa: PLC0415
        from ..models.source_out import SourceOut  # noqa: PLC0415
        from ..models.ticket_out_custom import TicketOutCustom  # noqa: PLC0415

        id = str(self.id)

        number = self.number

        type_: str = self.type_

        subject = self.subject

        status: str = self.status

        priority: str = self.priority

        channel: str = self.channel

        requester = self.requester.to_dict()

        account_id: None | str
        if isinstance(self.account_id, UUID):
            account_id = str(self.account_id)
        else:
            account_id = self.account_id

        brand = self.brand

        group_id: None | str
        if isinstance(self.group_id, UUID):
            group_id = str(self.group_id)
        else:
            group_id = self.group_id

        assignee_id: None | str
        if isinstance(self.assignee_id, UUID):
            assignee_id = str(self.assignee_id)
        else:
            assignee_id = self.assignee_id

        contact_reason_id: None | str
        if isinstance(self.contact_reason_id, UUID):
            contact_reason_id = str(self.contact_reason_id)
        else:
            contact_reason_id = self.contact_reason_id

        problem_id: None | str
        if isinstance(self.problem_id, UUID):
            problem_id = str(self.problem_id)
        else:
            problem_id = self.problem_id

        parent_id: None | str
        if isinstance(self.parent_id, UUID):
            parent_id = str(self.parent_id)
        else:
            parent_id = self.parent_id

        merged_into_id: None | str
        if isinstance(self.merged_into_id, UUID):
            merged_into_id = str(self.merged_into_id)
        else:
            merged_into_id = self.merged_into_id

        tags = self.tags

        custom = self.custom.to_dict()

        source: dict[str, Any] | None
        if isinstance(self.source, SourceOut):
            source = self.source.to_dict()
        else:
            source = self.source

        trace_id = str(self.trace_id)

        resolution_code: None | str
        if isinstance(self.resolution_code, str):
            resolution_code = self.resolution_code
        else:
            resolution_code = self.resolution_code

        solved_by: None | str
        if isinstance(self.solved_by, str):
            solved_by = self.solved_by
        else:
            solved_by = self.solved_by

        reopen_count = self.reopen_count

        public_reply_count = self.public_reply_count

        created_at = self.created_at.isoformat()

        updated_at = self.updated_at.isoformat()

        first_assigned_at: None | str
        if isinstance(self.first_assigned_at, datetime.datetime):
            first_assigned_at = self.first_assigned_at.isoformat()
        else:
            first_assigned_at = self.first_assigned_at

        first_replied_at: None | str
        if isinstance(self.first_replied_at, datetime.datetime):
            first_replied_at = self.first_replied_at.isoformat()
        else:
            first_replied_at = self.first_replied_at

        solved_at: None | str
        if isinstance(self.solved_at, datetime.datetime):
            solved_at = self.solved_at.isoformat()
        else:
            solved_at = self.solved_at

        closed_at: None | str
        if isinstance(self.closed_at, datetime.datetime):
            closed_at = self.closed_at.isoformat()
        else:
            closed_at = self.closed_at

        silent = self.silent

        version = self.version

        messages: list[dict[str, Any]] | None | Unset
        if isinstance(self.messages, Unset):
            messages = UNSET
        elif isinstance(self.messages, list):
            messages = []
            for messages_type_0_item_data in self.messages:
                messages_type_0_item = messages_type_0_item_data.to_dict()
                messages.append(messages_type_0_item)

        else:
            messages = self.messages

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "id": id,
                "number": number,
                "type": type_,
                "subject": subject,
                "status": status,
                "priority": priority,
                "channel": channel,
                "requester": requester,
                "account_id": account_id,
                "brand": brand,
                "group_id": group_id,
                "assignee_id": assignee_id,
                "contact_reason_id": contact_reason_id,
                "problem_id": problem_id,
                "parent_id": parent_id,
                "merged_into_id": merged_into_id,
                "tags": tags,
                "custom": custom,
                "source": source,
                "trace_id": trace_id,
                "resolution_code": resolution_code,
                "solved_by": solved_by,
                "reopen_count": reopen_count,
                "public_reply_count": public_reply_count,
                "created_at": created_at,
                "updated_at": updated_at,
                "first_assigned_at": first_assigned_at,
                "first_replied_at": first_replied_at,
                "solved_at": solved_at,
                "closed_at": closed_at,
                "silent": silent,
                "version": version,
            }
        )
        if messages is not UNSET:
            field_dict["messages"] = messages

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.message_out import MessageOut  # noqa: PLC0415
        from ..models.requester_out import RequesterOut  # noqa: PLC0415
        from ..models.source_out import SourceOut  # noqa: PLC0415
        from ..models.ticket_out_custom import TicketOutCustom  # noqa: PLC0415

        d = dict(src_dict)
        id = UUID(d.pop("id"))

        number = d.pop("number")

        type_ = check_ticket_out_type(d.pop("type"))

        subject = d.pop("subject")

        status = check_ticket_out_status(d.pop("status"))

        priority = check_ticket_out_priority(d.pop("priority"))

        channel = check_ticket_out_channel(d.pop("channel"))

        requester = RequesterOut.from_dict(d.pop("requester"))

        def _parse_account_id(data: object) -> None | UUID:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                account_id_type_0 = UUID(data)

                return account_id_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | UUID, data)

        account_id = _parse_account_id(d.pop("account_id"))

        brand = d.pop("brand")

        def _parse_group_id(data: object) -> None | UUID:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                group_id_type_0 = UUID(data)

                return group_id_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | UUID, data)

        group_id = _parse_group_id(d.pop("group_id"))

        def _parse_assignee_id(data: object) -> None | UUID:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                assignee_id_type_0 = UUID(data)

                return assignee_id_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | UUID, data)

        assignee_id = _parse_assignee_id(d.pop("assignee_id"))

        def _parse_contact_reason_id(data: object) -> None | UUID:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                contact_reason_id_type_0 = UUID(data)

                return contact_reason_id_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | UUID, data)

        contact_reason_id = _parse_contact_reason_id(d.pop("contact_reason_id"))

        def _parse_problem_id(data: object) -> None | UUID:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                problem_id_type_0 = UUID(data)

                return problem_id_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | UUID, data)

        problem_id = _parse_problem_id(d.pop("problem_id"))

        def _parse_parent_id(data: object) -> None | UUID:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                parent_id_type_0 = UUID(data)

                return parent_id_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | UUID, data)

        parent_id = _parse_parent_id(d.pop("parent_id"))

        def _parse_merged_into_id(data: object) -> None | UUID:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                merged_into_id_type_0 = UUID(data)

                return merged_into_id_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | UUID, data)

        merged_into_id = _parse_merged_into_id(d.pop("merged_into_id"))

        tags = cast(list[str], d.pop("tags"))

        custom = TicketOutCustom.from_dict(d.pop("custom"))

        def _parse_source(data: object) -> None | SourceOut:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                source_type_0 = SourceOut.from_dict(data)

                return source_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | SourceOut, data)

        source = _parse_source(d.pop("source"))

        trace_id = UUID(d.pop("trace_id"))

        def _parse_resolution_code(data: object) -> None | TicketOutResolutionCodeType0:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                resolution_code_type_0 = check_ticket_out_resolution_code_type_0(data)

                return resolution_code_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | TicketOutResolutionCodeType0, data)

        resolution_code = _parse_resolution_code(d.pop("resolution_code"))

        def _parse_solved_by(data: object) -> None | TicketOutSolvedByType0:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                solved_by_type_0 = check_ticket_out_solved_by_type_0(data)

                return solved_by_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | TicketOutSolvedByType0, data)

        solved_by = _parse_solved_by(d.pop("solved_by"))

        reopen_count = d.pop("reopen_count")

        public_reply_count = d.pop("public_reply_count")

        created_at = datetime.datetime.fromisoformat(d.pop("created_at"))

        updated_at = datetime.datetime.fromisoformat(d.pop("updated_at"))

        def _parse_first_assigned_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                first_assigned_at_type_0 = datetime.datetime.fromisoformat(data)

                return first_assigned_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        first_assigned_at = _parse_first_assigned_at(d.pop("first_assigned_at"))

        def _parse_first_replied_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                first_replied_at_type_0 = datetime.datetime.fromisoformat(data)

                return first_replied_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        first_replied_at = _parse_first_replied_at(d.pop("first_replied_at"))

        def _parse_solved_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                solved_at_type_0 = datetime.datetime.fromisoformat(data)

                return solved_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        solved_at = _parse_solved_at(d.pop("solved_at"))

        def _parse_closed_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                closed_at_type_0 = datetime.datetime.fromisoformat(data)

                return closed_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        closed_at = _parse_closed_at(d.pop("closed_at"))

        silent = d.pop("silent")

        version = d.pop("version")

        def _parse_messages(data: object) -> list[MessageOut] | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, list):
                    raise TypeError()
                messages_type_0 = []
                _messages_type_0 = data
                for messages_type_0_item_data in _messages_type_0:
                    messages_type_0_item = MessageOut.from_dict(messages_type_0_item_data)

                    messages_type_0.append(messages_type_0_item)

                return messages_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(list[MessageOut] | None | Unset, data)

        messages = _parse_messages(d.pop("messages", UNSET))

        ticket_out = cls(
            id=id,
            number=number,
            type_=type_,
            subject=subject,
            status=status,
            priority=priority,
            channel=channel,
            requester=requester,
            account_id=account_id,
            brand=brand,
            group_id=group_id,
            assignee_id=assignee_id,
            contact_reason_id=contact_reason_id,
            problem_id=problem_id,
            parent_id=parent_id,
            merged_into_id=merged_into_id,
            tags=tags,
            custom=custom,
            source=source,
            trace_id=trace_id,
            resolution_code=resolution_code,
            solved_by=solved_by,
            reopen_count=reopen_count,
            public_reply_count=public_reply_count,
            created_at=created_at,
            updated_at=updated_at,
            first_assigned_at=first_assigned_at,
            first_replied_at=first_replied_at,
            solved_at=solved_at,
            closed_at=closed_at,
            silent=silent,
            version=version,
            messages=messages,
        )

        ticket_out.additional_properties = d
        return ticket_out

    @property
    def additional_keys(self) -> list[str]:
        return list(self.additional_properties.keys())

    def __getitem__(self, key: str) -> Any:
        return self.additional_properties[key]

    def __setitem__(self, key: str, value: Any) -> None:
        self.additional_properties[key] = value

    def __delitem__(self, key: str) -> None:
        del self.additional_properties[key]

    def __contains__(self, key: str) -> bool:
        return key in self.additional_properties
