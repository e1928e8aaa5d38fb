from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..models.sla_policy_in_on_reopen import check_sla_policy_in_on_reopen
from ..models.sla_policy_in_on_reopen import SlaPolicyInOnReopen
from ..types import UNSET, Unset
from typing import cast
import datetime

if TYPE_CHECKING:
    from ..models.sla_conditions import SlaConditions
    from ..models.sla_target import SlaTarget


T = TypeVar("T", bound="SlaPolicyIn")


@_attrs_define
class SlaPolicyIn:
    """What tickets are promised. The policy with the lowest rank that fits a new ticket is taken.

    A metric or priority without a target is not promised. on_reopen: whether a reopened ticket starts new
    cycles or goes on with those that its solution ended. effective_from: now unless given.

        Attributes:
            name (str):
            rank (int):
            targets (list[SlaTarget]):
            conditions (SlaConditions | Unset): Which tickets a policy is for: every condition that is given must hold; an
                empty one always does.

                Of several values one suffices.
            on_reopen (SlaPolicyInOnReopen | Unset):  Default: 'new_cycle'.
            effective_from (datetime.datetime | None | Unset):
    """

    name: str
    rank: int
    targets: list[SlaTarget]
    conditions: SlaConditions | Unset = UNSET
    on_reopen: SlaPolicyInOnReopen | Unset = "new_cycle"
    effective_from: datetime.datetime | None | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        from ..models.sla_conditions import SlaConditions  # noqa: PLC0415
        from ..models.sla_target import SlaTarget  # noqa: PLC0415

        name = self.name

        rank = self.rank

        targets = []
        for targets_item_data in self.targets:
            targets_item = targets_item_data.to_dict()
            targets.append(targets_item)

        conditions: dict[str, Any] | Unset = UNSET
        if not isinstance(self.conditions, Unset):
            conditions = self.conditions.to_dict()

        on_reopen: str | Unset = UNSET
        if not isinstance(self.on_reopen, Unset):
            on_reopen = self.on_reopen

        effective_from: None | str | Unset
        if isinstance(self.effective_from, Unset):
            effective_from = UNSET
        elif isinstance(self.effective_from, datetime.datetime):
            effective_from = self.effective_from.isoformat()
        else:
            effective_from = self.effective_from

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "name": name,
                "rank": rank,
                "targets": targets,
            }
        )
        if conditions is not UNSET:
            field_dict["conditions"] = conditions
        if on_reopen is not UNSET:
            field_dict["on_reopen"] = on_reopen
        if effective_from is not UNSET:
            field_dict["effective_from"] = effective_from

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.sla_conditions import SlaConditions  # noqa: PLC0415
        from ..models.sla_target import SlaTarget  # noqa: PLC0415

        d = dict(src_dict)
        name = d.pop("name")

        rank = d.pop("rank")

        targets = []
        _targets = d.pop("targets")
        for targets_item_data in _targets:
            targets_item = SlaTarget.from_dict(targets_item_data)

            targets.append(targets_item)

        _conditions = d.pop("conditions", UNSET)
        conditions: SlaConditions | Unset
        if isinstance(_conditions, Unset):
            conditions = UNSET
        else:
            conditions = SlaConditions.from_dict(_conditions)

        _on_reopen = d.pop("on_reopen", UNSET)
        on_reopen: SlaPolicyInOnReopen | Unset
        if isinstance(_on_reopen, Unset):
            on_reopen = UNSET
        else:
            on_reopen = check_sla_policy_in_on_reopen(_on_reopen)

        def _parse_effective_from(data: object) -> datetime.datetime | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                effective_from_type_0 = datetime.datetime.fromisoformat(data)

                return effective_from_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None | Unset, data)

        effective_from = _parse_effective_from(d.pop("effective_from", UNSET))

        sla_policy_in = cls(
            name=name,
            rank=rank,
            targets=targets,
            conditions=conditions,
            on_reopen=on_reopen,
            effective_from=effective_from,
        )

        return sla_policy_in
