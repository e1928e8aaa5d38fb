from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..models.sla_policy_out_on_reopen import check_sla_policy_out_on_reopen
from ..models.sla_policy_out_on_reopen import SlaPolicyOutOnReopen
from typing import cast
from uuid import UUID
import datetime

if TYPE_CHECKING:
    from ..models.sla_conditions import SlaConditions
    from ..models.sla_target import SlaTarget


T = TypeVar("T", bound="SlaPolicyOut")


@_attrs_define
class SlaPolicyOut:
    """A policy in its newest version, which holds from effective_from on.

    Attributes:
        id (UUID):
        name (str):
        rank (int):
        conditions (SlaConditions): Which tickets a policy is for: every condition that is given must hold; an empty one
            always does.

            Of several values one suffices.
        targets (list[SlaTarget]):
        on_reopen (SlaPolicyOutOnReopen):
        effective_from (datetime.datetime):
        created_at (datetime.datetime):
        version (int):
    """

    id: UUID
    name: str
    rank: int
    conditions: SlaConditions
    targets: list[SlaTarget]
    on_reopen: SlaPolicyOutOnReopen
    effective_from: datetime.datetime
    created_at: datetime.datetime
    version: int
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.sla_conditions import SlaConditions  # noqa: PLC0415
        from ..models.sla_target import SlaTarget  # noqa: PLC0415

        id = str(self.id)

        name = self.name

        rank = self.rank

        conditions = self.conditions.to_dict()

        targets = []
        for targets_item_data in self.targets:
            targets_item = targets_item_data.to_dict()
            targets.append(targets_item)

        on_reopen: str = self.on_reopen

        effective_from = self.effective_from.isoformat()

        created_at = self.created_at.isoformat()

        version = self.version

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "id": id,
                "name": name,
                "rank": rank,
                "conditions": conditions,
                "targets": targets,
                "on_reopen": on_reopen,
                "effective_from": effective_from,
                "created_at": created_at,
                "version": version,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.sla_conditions import SlaConditions  # noqa: PLC0415
        from ..models.sla_target import SlaTarget  # noqa: PLC0415

        d = dict(src_dict)
        id = UUID(d.pop("id"))

        name = d.pop("name")

        rank = d.pop("rank")

        conditions = SlaConditions.from_dict(d.pop("conditions"))

        targets = []
        _targets = d.pop("targets")
        for targets_item_data in _targets:
            targets_item = SlaTarget.from_dict(targets_item_data)

            targets.append(targets_item)

        on_reopen = check_sla_policy_out_on_reopen(d.pop("on_reopen"))

        effective_from = datetime.datetime.fromisoformat(d.pop("effective_from"))

        created_at = datetime.datetime.fromisoformat(d.pop("created_at"))

        version = d.pop("version")

        sla_policy_out = cls(
            id=id,
            name=name,
            rank=rank,
            conditions=conditions,
            targets=targets,
            on_reopen=on_reopen,
            effective_from=effective_from,
            created_at=created_at,
            version=version,
        )

        sla_policy_out.additional_properties = d
        return sla_policy_out

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
