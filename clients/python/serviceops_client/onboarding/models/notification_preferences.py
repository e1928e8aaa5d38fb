from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..types import UNSET, Unset
from typing import cast

if TYPE_CHECKING:
    from ..models.digests import Digests
    from ..models.quiet_hours import QuietHours


T = TypeVar("T", bound="NotificationPreferences")


@_attrs_define
class NotificationPreferences:
    """When somebody wants to be told, by the clock of their time zone (UTC without one).

    urgent_passes: whether urgent notifications come in quiet hours all the same.

        Attributes:
            quiet_hours (list[QuietHours] | Unset):
            urgent_passes (bool | Unset):  Default: True.
            digest (Digests | Unset): The digests of urgent notifications and of all others; null = each by itself.
    """

    quiet_hours: list[QuietHours] | Unset = UNSET
    urgent_passes: bool | Unset = True
    digest: Digests | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        from ..models.digests import Digests  # noqa: PLC0415
        from ..models.quiet_hours import QuietHours  # noqa: PLC0415

        quiet_hours: list[dict[str, Any]] | Unset = UNSET
        if not isinstance(self.quiet_hours, Unset):
            quiet_hours = []
            for quiet_hours_item_data in self.quiet_hours:
                quiet_hours_item = quiet_hours_item_data.to_dict()
                quiet_hours.append(quiet_hours_item)

        urgent_passes = self.urgent_passes

        digest: dict[str, Any] | Unset = UNSET
        if not isinstance(self.digest, Unset):
            digest = self.digest.to_dict()

        field_dict: dict[str, Any] = {}

        field_dict.update({})
        if quiet_hours is not UNSET:
            field_dict["quiet_hours"] = quiet_hours
        if urgent_passes is not UNSET:
            field_dict["urgent_passes"] = urgent_passes
        if digest is not UNSET:
            field_dict["digest"] = digest

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.digests import Digests  # noqa: PLC0415
        from ..models.quiet_hours import QuietHours  # noqa: PLC0415

        d = dict(src_dict)
        _quiet_hours = d.pop("quiet_hours", UNSET)
        quiet_hours: list[QuietHours] | Unset = UNSET
        if _quiet_hours is not UNSET:
            quiet_hours = []
            for quiet_hours_item_data in _quiet_hours:
                quiet_hours_item = QuietHours.from_dict(quiet_hours_item_data)

                quiet_hours.append(quiet_hours_item)

        urgent_passes = d.pop("urgent_passes", UNSET)

        _digest = d.pop("digest", UNSET)
        digest: Digests | Unset
        if isinstance(_digest, Unset):
            digest = UNSET
        else:
            digest = Digests.from_dict(_digest)

        notification_preferences = cls(
            quiet_hours=quiet_hours,
            urgent_passes=urgent_passes,
            digest=digest,
        )

        return notification_preferences
