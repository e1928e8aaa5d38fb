from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..types import UNSET, Unset
from typing import cast
from uuid import UUID

if TYPE_CHECKING:
    from ..models.opened_between import OpenedBetween
    from ..models.sla_policy_change import SlaPolicyChange


T = TypeVar("T", bound="SlaSimulationIn")


@_attrs_define
class SlaSimulationIn:
    """A change of a policy, and the past tickets to try it on: those of a time, or these.

    Attributes:
        change (SlaPolicyChange): What the policy would say otherwise, as a merge-patch; a list is replaced whole.

            It is taken to have held all along, so it has no effective_from.
        over (None | OpenedBetween | Unset):
        ticket_ids (list[UUID] | None | Unset):
    """

    change: SlaPolicyChange
    over: None | OpenedBetween | Unset = UNSET
    ticket_ids: list[UUID] | None | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        from ..models.opened_between import OpenedBetween  # noqa: PLC0415
        from ..models.sla_policy_change import SlaPolicyChange  # noqa: PLC0415

        change = self.change.to_dict()

        over: dict[str, Any] | None | Unset
        if isinstance(self.over, Unset):
            over = UNSET
        elif isinstance(self.over, OpenedBetween):
            over = self.over.to_dict()
        else:
            over = self.over

        ticket_ids: list[str] | None | Unset
        if isinstance(self.ticket_ids, Unset):
            ticket_ids = UNSET
        elif isinstance(self.ticket_ids, list):
            ticket_ids = []
            for ticket_ids_type_0_item_data in self.ticket_ids:
                ticket_ids_type_0_item = str(ticket_ids_type_0_item_data)
                ticket_ids.append(ticket_ids_type_0_item)

        else:
            ticket_ids = self.ticket_ids

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "change": change,
            }
        )
        if over is not UNSET:
            field_dict["over"] = over
        if ticket_ids is not UNSET:
            field_dict["ticket_ids"] = ticket_ids

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.opened_between import OpenedBetween  # noqa: PLC0415
        from ..models.sla_policy_change import SlaPolicyChange  # noqa: PLC0415

        d = dict(src_dict)
        change = SlaPolicyChange.from_dict(d.pop("change"))

        def _parse_over(data: object) -> None | OpenedBetween | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                over_type_0 = OpenedBetween.from_dict(data)

                return over_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | OpenedBetween | Unset, data)

        over = _parse_over(d.pop("over", UNSET))

        def _parse_ticket_ids(data: object) -> list[UUID] | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, list):
                    raise TypeError()
                ticket_ids_type_0 = []
                _ticket_ids_type_0 = data
                for ticket_ids_type_0_item_data in _ticket_ids_type_0:
                    ticket_ids_type_0_item = UUID(ticket_ids_type_0_item_data)

                    ticket_ids_type_0.append(ticket_ids_type_0_item)

                return ticket_ids_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(list[UUID] | None | Unset, data)

        ticket_ids = _parse_ticket_ids(d.pop("ticket_ids", UNSET))

        sla_simulation_in = cls(
            change=change,
            over=over,
            ticket_ids=ticket_ids,
        )

        return sla_simulation_in
