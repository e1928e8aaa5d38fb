from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..types import UNSET, Unset
from typing import cast
import datetime


T = TypeVar("T", bound="WebhookReplayIn")


@_attrs_define
class WebhookReplayIn:
    """Which facts to send again: those stored from `from` on and before `to`, of the webhook's types.

    delivered: also those that the receiver took; without it those that were given up or never queued.

        Attributes:
            from_ (datetime.datetime):
            to (datetime.datetime):
            delivered (bool | Unset):  Default: False.
            reason (None | str | Unset):
    """

    from_: datetime.datetime
    to: datetime.datetime
    delivered: bool | Unset = False
    reason: None | str | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        from_ = self.from_.isoformat()

        to = self.to.isoformat()

        delivered = self.delivered

        reason: None | str | Unset
        if isinstance(self.reason, Unset):
            reason = UNSET
        else:
            reason = self.reason

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "from": from_,
                "to": to,
            }
        )
        if delivered is not UNSET:
            field_dict["delivered"] = delivered
        if reason is not UNSET:
            field_dict["reason"] = reason

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        from_ = datetime.datetime.fromisoformat(d.pop("from"))

        to = datetime.datetime.fromisoformat(d.pop("to"))

        delivered = d.pop("delivered", UNSET)

        def _parse_reason(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        reason = _parse_reason(d.pop("reason", UNSET))

        webhook_replay_in = cls(
            from_=from_,
            to=to,
            delivered=delivered,
            reason=reason,
        )

        return webhook_replay_in
