from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..models.sla_differing_metric import check_sla_differing_metric
from ..models.sla_differing_metric import SlaDifferingMetric
from typing import cast
from uuid import UUID

if TYPE_CHECKING:
    from ..models.sla_side import SlaSide


T = TypeVar("T", bound="SlaDiffering")


@_attrs_define
class SlaDiffering:
    """A clock that would have been judged otherwise; null where there is none on that side.

    Attributes:
        ticket_id (UUID):
        metric (SlaDifferingMetric):
        cycle (int):
        then (None | SlaSide):
        now (None | SlaSide):
    """

    ticket_id: UUID
    metric: SlaDifferingMetric
    cycle: int
    then: None | SlaSide
    now: None | SlaSide
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.sla_side import SlaSide  # noqa: PLC0415

        ticket_id = str(self.ticket_id)

        metric: str = self.metric

        cycle = self.cycle

        then: dict[str, Any] | None
        if isinstance(self.then, SlaSide):
            then = self.then.to_dict()
        else:
            then = self.then

        now: dict[str, Any] | None
        if isinstance(self.now, SlaSide):
            now = self.now.to_dict()
        else:
            now = self.now

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "ticket_id": ticket_id,
                "metric": metric,
                "cycle": cycle,
                "then": then,
                "now": now,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.sla_side import SlaSide  # noqa: PLC0415

        d = dict(src_dict)
        ticket_id = UUID(d.pop("ticket_id"))

        metric = check_sla_differing_metric(d.pop("metric"))

        cycle = d.pop("cycle")

        def _parse_then(data: object) -> None | SlaSide:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                then_type_0 = SlaSide.from_dict(data)

                return then_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | SlaSide, data)

        then = _parse_then(d.pop("then"))

        def _parse_now(data: object) -> None | SlaSide:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                now_type_0 = SlaSide.from_dict(data)

                return now_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | SlaSide, data)

        now = _parse_now(d.pop("now"))

        sla_differing = cls(
            ticket_id=ticket_id,
            metric=metric,
            cycle=cycle,
            then=then,
            now=now,
        )

        sla_differing.additional_properties = d
        return sla_differing

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
