from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..models.ticket_patch_priority_type_0 import check_ticket_patch_priority_type_0
from ..models.ticket_patch_priority_type_0 import TicketPatchPriorityType0
from ..models.ticket_patch_type_type_0 import check_ticket_patch_type_type_0
from ..models.ticket_patch_type_type_0 import TicketPatchTypeType0
from ..types import UNSET, Unset
from typing import cast
from uuid import UUID

if TYPE_CHECKING:
    from ..models.requester import Requester
    from ..models.ticket_patch_custom_type_0 import TicketPatchCustomType0


T = TypeVar("T", bound="TicketPatch")


@_attrs_define
class TicketPatch:
    """What changes about a ticket, as a merge-patch. Status and owners have actions of their own.

    Attributes:
        subject (None | str | Unset):
        type_ (None | TicketPatchTypeType0 | Unset):
        priority (None | TicketPatchPriorityType0 | Unset):
        requester (None | Requester | Unset):
        account_id (None | Unset | UUID):
        brand (None | str | Unset):
        tags (list[str] | None | Unset):
        custom (None | TicketPatchCustomType0 | Unset):
        contact_reason_id (None | Unset | UUID):
        parent_id (None | Unset | UUID):
    """

    subject: None | str | Unset = UNSET
    type_: None | TicketPatchTypeType0 | Unset = UNSET
    priority: None | TicketPatchPriorityType0 | Unset = UNSET
    requester: None | Requester | Unset = UNSET
    account_id: None | Unset | UUID = UNSET
    brand: None | str | Unset = UNSET
    tags: list[str] | None | Unset = UNSET
    custom: None | TicketPatchCustomType0 | Unset = UNSET
    contact_reason_id: None | Unset | UUID = UNSET
    parent_id: None | Unset | UUID = UNSET

    def to_dict(self) -> dict[str, Any]:
        from ..models.requester import Requester  # noqa: PLC0415
        from ..models.ticket_patch_custom_type_0 import TicketPatchCustomType0  # noqa: PLC0415

        subject: None | str | Unset
        if isinstance(self.subject, Unset):
            subject = UNSET
        else:
            subject = self.subject

        type_: None | str | Unset
        if isinstance(self.type_, Unset):
            type_ = UNSET
        elif isinstance(self.type_, str):
            type_ = self.type_
        else:
            type_ = self.type_

        priority: None | str | Unset
        if isinstance(self.priority, Unset):
            priority = UNSET
        elif isinstance(self.priority, str):
            priority = self.priority
        else:
            priority = self.priority

        requester: dict[str, Any] | None | Unset
        if isinstance(self.requester, Unset):
            requester = UNSET
        elif isinstance(self.requester, Requester):
            requester = self.requester.to_dict()
        else:
            requester = self.requester

        account_id: None | str | Unset
        if isinstance(self.account_id, Unset):
            account_id = UNSET
        elif isinstance(self.account_id, UUID):
            account_id = str(self.account_id)
        else:
            account_id = self.account_id

        brand: None | str | Unset
        if isinstance(self.brand, Unset):
            brand = UNSET
        else:
            brand = self.brand

        tags: list[str] | None | Unset
        if isinstance(self.tags, Unset):
            tags = UNSET
        elif isinstance(self.tags, list):
            tags = self.tags

        else:
            tags = self.tags

        custom: dict[str, Any] | None | Unset
        if isinstance(self.custom, Unset):
            custom = UNSET
        elif isinstance(self.custom, TicketPatchCustomType0):
            custom = self.custom.to_dict()
        else:
            custom = self.custom

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

        field_dict: dict[str, Any] = {}

        field_dict.update({})
        if subject is not UNSET:
            field_dict["subject"] = subject
        if type_ is not UNSET:
            field_dict["type"] = type_
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

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.requester import Requester  # noqa: PLC0415
        from ..models.ticket_patch_custom_type_0 import TicketPatchCustomType0  # noqa: PLC0415

        d = dict(src_dict)

        def _parse_subject(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        subject = _parse_subject(d.pop("subject", UNSET))

        def _parse_type_(data: object) -> None | TicketPatchTypeType0 | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                type_type_0 = check_ticket_patch_type_type_0(data)

                return type_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | TicketPatchTypeType0 | Unset, data)

        type_ = _parse_type_(d.pop("type", UNSET))

        def _parse_priority(data: object) -> None | TicketPatchPriorityType0 | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                priority_type_0 = check_ticket_patch_priority_type_0(data)

                return priority_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | TicketPatchPriorityType0 | Unset, data)

        priority = _parse_priority(d.pop("priority", UNSET))

        def _parse_requester(data: object) -> None | Requester | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                requester_type_0 = Requester.from_dict(data)

                return requester_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | Requester | Unset, data)

        requester = _parse_requester(d.pop("requester", UNSET))

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

        def _parse_brand(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        brand = _parse_brand(d.pop("brand", UNSET))

        def _parse_tags(data: object) -> list[str] | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, list):
                    raise TypeError()
                tags_type_0 = cast(list[str], data)

                return tags_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(list[str] | None | Unset, data)

        tags = _parse_tags(d.pop("tags", UNSET))

        def _parse_custom(data: object) -> None | TicketPatchCustomType0 | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                custom_type_0 = TicketPatchCustomType0.from_dict(data)

                return custom_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | TicketPatchCustomType0 | Unset, data)

        custom = _parse_custom(d.pop("custom", UNSET))

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

        ticket_patch = cls(
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
        )

        return ticket_patch
