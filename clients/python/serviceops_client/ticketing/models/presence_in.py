from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..models.presence_in_state import check_presence_in_state
from ..models.presence_in_state import PresenceInState
from ..types import UNSET, Unset
from typing import cast
import datetime


T = TypeVar("T", bound="PresenceIn")


@_attrs_define
class PresenceIn:
    """Whether somebody takes tickets. until: from when on they are available again; none where they say so themselves.

    busy: no new ones, and they keep what they have. away, offline: what they have not answered yet goes to others.

        Attributes:
            state (PresenceInState):
            until (datetime.datetime | None | Unset):
    """

    state: PresenceInState
    until: datetime.datetime | None | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        state: str = self.state

        until: None | str | Unset
        if isinstance(self.until, Unset):
            until = UNSET
        elif isinstance(self.until, datetime.datetime):
            until = self.until.isoformat()
        else:
            until = self.until

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "state": state,
            }
        )
        if until is not UNSET:
            field_dict["until"] = until

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        state = check_presence_in_state(d.pop("state"))

        def _parse_until(data: object) -> datetime.datetime | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                until_type_0 = datetime.datetime.fromisoformat(data)

                return until_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None | Unset, data)

        until = _parse_until(d.pop("until", UNSET))

        presence_in = cls(
            state=state,
            until=until,
        )

        return presence_in
