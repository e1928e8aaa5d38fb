from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..models.link_out_state import check_link_out_state
from ..models.link_out_state import LinkOutState
from typing import cast
from uuid import UUID
import datetime


T = TypeVar("T", bound="LinkOut")


@_attrs_define
class LinkOut:
    """The link under which an invitation is answered, for the contact alone.

    link: null where a request is repeated under its Idempotency-Key, since links are kept nowhere: ask without one.

        Attributes:
            invitation_id (UUID):
            link (None | str):
            state (LinkOutState):
            sent_at (datetime.datetime | None):
            expires_at (datetime.datetime):
            version (int):
    """

    invitation_id: UUID
    link: None | str
    state: LinkOutState
    sent_at: datetime.datetime | None
    expires_at: datetime.datetime
    version: int
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        invitation_id = str(self.invitation_id)

        link: None | str
        link = self.link

        state: str = self.state

        sent_at: None | str
        if isinstance(self.sent_at, datetime.datetime):
            sent_at = self.sent_at.isoformat()
        else:
            sent_at = self.sent_at

        expires_at = self.expires_at.isoformat()

        version = self.version

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "invitation_id": invitation_id,
                "link": link,
                "state": state,
                "sent_at": sent_at,
                "expires_at": expires_at,
                "version": version,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        invitation_id = UUID(d.pop("invitation_id"))

        def _parse_link(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        link = _parse_link(d.pop("link"))

        state = check_link_out_state(d.pop("state"))

        def _parse_sent_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                sent_at_type_0 = datetime.datetime.fromisoformat(data)

                return sent_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        sent_at = _parse_sent_at(d.pop("sent_at"))

        expires_at = datetime.datetime.fromisoformat(d.pop("expires_at"))

        version = d.pop("version")

        link_out = cls(
            invitation_id=invitation_id,
            link=link,
            state=state,
            sent_at=sent_at,
            expires_at=expires_at,
            version=version,
        )

        link_out.additional_properties = d
        return link_out

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
