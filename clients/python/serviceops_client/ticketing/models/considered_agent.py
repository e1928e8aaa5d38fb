from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..models.considered_agent_why_not_type_0 import check_considered_agent_why_not_type_0
from ..models.considered_agent_why_not_type_0 import ConsideredAgentWhyNotType0
from typing import cast
from uuid import UUID


T = TypeVar("T", bound="ConsideredAgent")


@_attrs_define
class ConsideredAgent:
    """Somebody who might have got the ticket. load: new and open tickets then. why_not: null for who got it.

    Attributes:
        staff_id (UUID):
        load (int):
        capacity (int | None):
        why_not (ConsideredAgentWhyNotType0 | None):
    """

    staff_id: UUID
    load: int
    capacity: int | None
    why_not: ConsideredAgentWhyNotType0 | None
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        staff_id = str(self.staff_id)

        load = self.load

        capacity: int | None
        capacity = self.capacity

        why_not: None | str
        if isinstance(self.why_not, str):
            why_not = self.why_not
        else:
            why_not = self.why_not

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "staff_id": staff_id,
                "load": load,
                "capacity": capacity,
                "why_not": why_not,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        staff_id = UUID(d.pop("staff_id"))

        load = d.pop("load")

        def _parse_capacity(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        capacity = _parse_capacity(d.pop("capacity"))

        def _parse_why_not(data: object) -> ConsideredAgentWhyNotType0 | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                why_not_type_0 = check_considered_agent_why_not_type_0(data)

                return why_not_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(ConsideredAgentWhyNotType0 | None, data)

        why_not = _parse_why_not(d.pop("why_not"))

        considered_agent = cls(
            staff_id=staff_id,
            load=load,
            capacity=capacity,
            why_not=why_not,
        )

        considered_agent.additional_properties = d
        return considered_agent

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
