from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..models.view_filters_priority_item import check_view_filters_priority_item
from ..models.view_filters_priority_item import ViewFiltersPriorityItem
from ..models.view_filters_status_item import check_view_filters_status_item
from ..models.view_filters_status_item import ViewFiltersStatusItem
from ..models.view_filters_type_item import check_view_filters_type_item
from ..models.view_filters_type_item import ViewFiltersTypeItem
from ..types import UNSET, Unset
from typing import cast
from typing import Literal, cast
from uuid import UUID
import datetime


T = TypeVar("T", bound="ViewFilters")


@_attrs_define
class ViewFilters:
    """What a view shows: the filters of the list of tickets, `q` among them. In it "me" is who looks.

    Attributes:
        include (list[Literal['messages']] | Unset):
        status (list[ViewFiltersStatusItem] | Unset):
        type_ (list[ViewFiltersTypeItem] | Unset):
        priority (list[ViewFiltersPriorityItem] | Unset):
        group_id (None | Unset | UUID):
        assignee_id (None | Unset | UUID):
        account_id (None | Unset | UUID):
        requester_email (None | str | Unset):
        source_service (None | str | Unset):
        source_kind (None | str | Unset):
        source_id (None | str | Unset):
        tag (None | str | Unset):
        parent_id (None | Unset | UUID):
        watcher_id (None | Unset | UUID):
        updated_since (datetime.datetime | None | Unset):
        q (None | str | Unset):
    """

    include: list[Literal["messages"]] | Unset = UNSET
    status: list[ViewFiltersStatusItem] | Unset = UNSET
    type_: list[ViewFiltersTypeItem] | Unset = UNSET
    priority: list[ViewFiltersPriorityItem] | Unset = UNSET
    group_id: None | Unset | UUID = UNSET
    assignee_id: None | Unset | UUID = UNSET
    account_id: None | Unset | UUID = UNSET
    requester_email: None | str | Unset = UNSET
    source_service: None | str | Unset = UNSET
    source_kind: None | str | Unset = UNSET
    source_id: None | str | Unset = UNSET
    tag: None | str | Unset = UNSET
    parent_id: None | Unset | UUID = UNSET
    watcher_id: None | Unset | UUID = UNSET
    updated_since: datetime.datetime | None | Unset = UNSET
    q: None | str | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        include: list[Literal["messages"]] | Unset = UNSET
        if not isinstance(self.include, Unset):
            include = self.include

        status: list[str] | Unset = UNSET
        if not isinstance(self.status, Unset):
            status = []
            for status_item_data in self.status:
                status_item: str = status_item_data
                status.append(status_item)

        type_: list[str] | Unset = UNSET
        if not isinstance(self.type_, Unset):
            type_ = []
            for type_item_data in self.type_:
                type_item: str = type_item_data
                type_.append(type_item)

        priority: list[str] | Unset = UNSET
        if not isinstance(self.priority, Unset):
            priority = []
            for priority_item_data in self.priority:
                priority_item: str = priority_item_data
                priority.append(priority_item)

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

        account_id: None | str | Unset
        if isinstance(self.account_id, Unset):
            account_id = UNSET
        elif isinstance(self.account_id, UUID):
            account_id = str(self.account_id)
        else:
            account_id = self.account_id

        requester_email: None | str | Unset
        if isinstance(self.requester_email, Unset):
            requester_email = UNSET
        else:
            requester_email = self.requester_email

        source_service: None | str | Unset
        if isinstance(self.source_service, Unset):
            source_service = UNSET
        else:
            source_service = self.source_service

        source_kind: None | str | Unset
        if isinstance(self.source_kind, Unset):
            source_kind = UNSET
        else:
            source_kind = self.source_kind

        source_id: None | str | Unset
        if isinstance(self.source_id, Unset):
            source_id = UNSET
        else:
            source_id = self.source_id

        tag: None | str | Unset
        if isinstance(self.tag, Unset):
            tag = UNSET
        else:
            tag = self.tag

        parent_id: None | str | Unset
        if isinstance(self.parent_id, Unset):
            parent_id = UNSET
        elif isinstance(self.parent_id, UUID):
            parent_id = str(self.parent_id)
        else:
            parent_id = self.parent_id

        watcher_id: None | str | Unset
        if isinstance(self.watcher_id, Unset):
            watcher_id = UNSET
        elif isinstance(self.watcher_id, UUID):
            watcher_id = str(self.watcher_id)
        else:
            watcher_id = self.watcher_id

        updated_since: None | str | Unset
        if isinstance(self.updated_since, Unset):
            updated_since = UNSET
        elif isinstance(self.updated_since, datetime.datetime):
            updated_since = self.updated_since.isoformat()
        else:
            updated_since = self.updated_since

        q: None | str | Unset
        if isinstance(self.q, Unset):
            q = UNSET
        else:
            q = self.q

        field_dict: dict[str, Any] = {}

        field_dict.update({})
        if include is not UNSET:
            field_dict["include"] = include
        if status is not UNSET:
            field_dict["status"] = status
        if type_ is not UNSET:
            field_dict["type"] = type_
        if priority is not UNSET:
            field_dict["priority"] = priority
        if group_id is not UNSET:
            field_dict["group_id"] = group_id
        if assignee_id is not UNSET:
            field_dict["assignee_id"] = assignee_id
        if account_id is not UNSET:
            field_dict["account_id"] = account_id
        if requester_email is not UNSET:
            field_dict["requester_email"] = requester_email
        if source_service is not UNSET:
            field_dict["source_service"] = source_service
        if source_kind is not UNSET:
            field_dict["source_kind"] = source_kind
        if source_id is not UNSET:
            field_dict["source_id"] = source_id
        if tag is not UNSET:
            field_dict["tag"] = tag
        if parent_id is not UNSET:
            field_dict["parent_id"] = parent_id
        if watcher_id is not UNSET:
            field_dict["watcher_id"] = watcher_id
        if updated_since is not UNSET:
            field_dict["updated_since"] = updated_since
        if q is not UNSET:
            field_dict["q"] = q

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        _include = d.pop("include", UNSET)
        include: list[Literal["messages"]] | Unset = UNSET
        if _include is not UNSET:
            include = []
            for include_item_data in _include:
                include_item = cast(Literal["messages"], include_item_data)
                if include_item != "messages":
                    raise ValueError(f"include_item must match const 'messages', got '{include_item}'")
                include.append(include_item)

        _status = d.pop("status", UNSET)
        status: list[ViewFiltersStatusItem] | Unset = UNSET
        if _status is not UNSET:
            status = []
            for status_item_data in _status:
                status_item = check_view_filters_status_item(status_item_data)

                status.append(status_item)

        _type_ = d.pop("type", UNSET)
        type_: list[ViewFiltersTypeItem] | Unset = UNSET
        if _type_ is not UNSET:
            type_ = []
            for type_item_data in _type_:
                type_item = check_view_filters_type_item(type_item_data)

                type_.append(type_item)

        _priority = d.pop("priority", UNSET)
        priority: list[ViewFiltersPriorityItem] | Unset = UNSET
        if _priority is not UNSET:
            priority = []
            for priority_item_data in _priority:
                priority_item = check_view_filters_priority_item(priority_item_data)

                priority.append(priority_item)

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

        def _parse_requester_email(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        requester_email = _parse_requester_email(d.pop("requester_email", UNSET))

        def _parse_source_service(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        source_service = _parse_source_service(d.pop("source_service", UNSET))

        def _parse_source_kind(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        source_kind = _parse_source_kind(d.pop("source_kind", UNSET))

        def _parse_source_id(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        source_id = _parse_source_id(d.pop("source_id", UNSET))

        def _parse_tag(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        tag = _parse_tag(d.pop("tag", UNSET))

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

        def _parse_watcher_id(data: object) -> None | Unset | UUID:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                watcher_id_type_0 = UUID(data)

                return watcher_id_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | Unset | UUID, data)

        watcher_id = _parse_watcher_id(d.pop("watcher_id", UNSET))

        def _parse_updated_since(data: object) -> datetime.datetime | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                updated_since_type_0 = datetime.datetime.fromisoformat(data)

                return updated_since_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None | Unset, data)

        updated_since = _parse_updated_since(d.pop("updated_since", UNSET))

        def _parse_q(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        q = _parse_q(d.pop("q", UNSET))

        view_filters = cls(
            include=include,
            status=status,
            type_=type_,
            priority=priority,
            group_id=group_id,
            assignee_id=assignee_id,
            account_id=account_id,
            requester_email=requester_email,
            source_service=source_service,
            source_kind=source_kind,
            source_id=source_id,
            tag=tag,
            parent_id=parent_id,
            watcher_id=watcher_id,
            updated_since=updated_since,
            q=q,
        )

        return view_filters
