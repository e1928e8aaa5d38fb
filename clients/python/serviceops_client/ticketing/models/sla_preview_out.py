from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from typing import cast
from uuid import UUID
import datetime

if TYPE_CHECKING:
    from ..models.sla_considered import SlaConsidered
    from ..models.sla_previewed_clock import SlaPreviewedClock


T = TypeVar("T", bound="SlaPreviewOut")


@_attrs_define
class SlaPreviewOut:
    """What a ticket like this would be promised. policy_id: null where no policy takes it.

    Attributes:
        as_of (datetime.datetime):
        account_tier (None | str):
        policy_id (None | UUID):
        policy_version (int | None):
        clocks (list[SlaPreviewedClock]):
        considered (list[SlaConsidered]):
    """

    as_of: datetime.datetime
    account_tier: None | str
    policy_id: None | UUID
    policy_version: int | None
    clocks: list[SlaPreviewedClock]
    considered: list[SlaConsidered]
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.sla_considered import SlaConsidered  # noqa: PLC0415
        from ..models.sla_previewed_clock import SlaPreviewedClock  # noqa: PLC0415

        as_of = self.as_of.isoformat()

        account_tier: None | str
        account_tier = self.account_tier

        policy_id: None | str
        if isinstance(self.policy_id, UUID):
            policy_id = str(self.policy_id)
        else:
            policy_id = self.policy_id

        policy_version: int | None
        policy_version = self.policy_version

        clocks = []
        for clocks_item_data in self.clocks:
            clocks_item = clocks_item_data.to_dict()
            clocks.append(clocks_item)

        considered = []
        for considered_item_data in self.considered:
            considered_item = considered_item_data.to_dict()
            considered.append(considered_item)

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "as_of": as_of,
                "account_tier": account_tier,
                "policy_id": policy_id,
                "policy_version": policy_version,
                "clocks": clocks,
                "considered": considered,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.sla_considered import SlaConsidered  # noqa: PLC0415
        from ..models.sla_previewed_clock import SlaPreviewedClock  # noqa: PLC0415

        d = dict(src_dict)
        as_of = datetime.datetime.fromisoformat(d.pop("as_of"))

        def _parse_account_tier(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        account_tier = _parse_account_tier(d.pop("account_tier"))

        def _parse_policy_id(data: object) -> None | UUID:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                policy_id_type_0 = UUID(data)

                return policy_id_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | UUID, data)

        policy_id = _parse_policy_id(d.pop("policy_id"))

        def _parse_policy_version(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        policy_version = _parse_policy_version(d.pop("policy_version"))

        clocks = []
        _clocks = d.pop("clocks")
        for clocks_item_data in _clocks:
            clocks_item = SlaPreviewedClock.from_dict(clocks_item_data)

            clocks.append(clocks_item)

        considered = []
        _considered = d.pop("considered")
        for considered_item_data in _considered:
            considered_item = SlaConsidered.from_dict(considered_item_data)

            considered.append(considered_item)

        sla_preview_out = cls(
            as_of=as_of,
            account_tier=account_tier,
            policy_id=policy_id,
            policy_version=policy_version,
            clocks=clocks,
            considered=considered,
        )

        sla_preview_out.additional_properties = d
        return sla_preview_out

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
