from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..models.sla_policy_change_on_reopen_type_0 import check_sla_policy_change_on_reopen_type_0
from ..models.sla_policy_change_on_reopen_type_0 import SlaPolicyChangeOnReopenType0
from ..types import UNSET, Unset
from typing import cast

if TYPE_CHECKING:
    from ..models.sla_conditions import SlaConditions
    from ..models.sla_target import SlaTarget


T = TypeVar("T", bound="SlaPolicyChange")


@_attrs_define
class SlaPolicyChange:
    """What the policy would say otherwise, as a merge-patch; a list is replaced whole.

    It is taken to have held all along, so it has no effective_from.

        Attributes:
            name (None | str | Unset):
            rank (int | None | Unset):
            conditions (None | SlaConditions | Unset):
            targets (list[SlaTarget] | None | Unset):
            on_reopen (None | SlaPolicyChangeOnReopenType0 | Unset):
    """

    name: None | str | Unset = UNSET
    rank: int | None | Unset = UNSET
    conditions: None | SlaConditions | Unset = UNSET
    targets: list[SlaTarget] | None | Unset = UNSET
    on_reopen: None | SlaPolicyChangeOnReopenType0 | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        from ..models.sla_conditions import SlaConditions  # noqa: PLC0415
        from ..models.sla_target import SlaTarget  # noqa: PLC0415

        name: None | str | Unset
        if isinstance(self.name, Unset):
            name = UNSET
        else:
            name = self.name

        rank: int | None | Unset
        if isinstance(self.rank, Unset):
            rank = UNSET
        else:
            rank = self.rank

        conditions: dict[str, Any] | None | Unset
        if isinstance(self.conditions, Unset):
            conditions = UNSET
        elif isinstance(self.conditions, SlaConditions):
            conditions = self.conditions.to_dict()
        else:
            conditions = self.conditions

        targets: list[dict[str, Any]] | None | Unset
        if isinstance(self.targets, Unset):
            targets = UNSET
        elif isinstance(self.targets, list):
            targets = []
            for targets_type_0_item_data in self.targets:
                targets_type_0_item = targets_type_0_item_data.to_dict()
                targets.append(targets_type_0_item)

        else:
            targets = self.targets

        on_reopen: None | str | Unset
        if isinstance(self.on_reopen, Unset):
            on_reopen = UNSET
        elif isinstance(self.on_reopen, str):
            on_reopen = self.on_reopen
        else:
            on_reopen = self.on_reopen

        field_dict: dict[str, Any] = {}

        field_dict.update({})
        if name is not UNSET:
            field_dict["name"] = name
        if rank is not UNSET:
            field_dict["rank"] = rank
        if conditions is not UNSET:
            field_dict["conditions"] = conditions
        if targets is not UNSET:
            field_dict["targets"] = targets
        if on_reopen is not UNSET:
            field_dict["on_reopen"] = on_reopen

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.sla_conditions import SlaConditions  # noqa: PLC0415
        from ..models.sla_target import SlaTarget  # noqa: PLC0415

        d = dict(src_dict)

        def _parse_name(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        name = _parse_name(d.pop("name", UNSET))

        def _parse_rank(data: object) -> int | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(int | None | Unset, data)

        rank = _parse_rank(d.pop("rank", UNSET))

        def _parse_conditions(data: object) -> None | SlaConditions | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                conditions_type_0 = SlaConditions.from_dict(data)

                return conditions_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | SlaConditions | Unset, data)

        conditions = _parse_conditions(d.pop("conditions", UNSET))

        def _parse_targets(data: object) -> list[SlaTarget] | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, list):
                    raise TypeError()
                targets_type_0 = []
                _targets_type_0 = data
                for targets_type_0_item_data in _targets_type_0:
                    targets_type_0_item = SlaTarget.from_dict(targets_type_0_item_data)

                    targets_type_0.append(targets_type_0_item)

                return targets_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(list[SlaTarget] | None | Unset, data)

        targets = _parse_targets(d.pop("targets", UNSET))

        def _parse_on_reopen(data: object) -> None | SlaPolicyChangeOnReopenType0 | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                on_reopen_type_0 = check_sla_policy_change_on_reopen_type_0(data)

                return on_reopen_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | SlaPolicyChangeOnReopenType0 | Unset, data)

        on_reopen = _parse_on_reopen(d.pop("on_reopen", UNSET))

        sla_policy_change = cls(
            name=name,
            rank=rank,
            conditions=conditions,
            targets=targets,
            on_reopen=on_reopen,
        )

        return sla_policy_change
