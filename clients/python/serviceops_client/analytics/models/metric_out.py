from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..models.metric_out_unit import check_metric_out_unit
from ..models.metric_out_unit import MetricOutUnit
from typing import cast


T = TypeVar("T", bound="MetricOut")


@_attrs_define
class MetricOut:
    """One version of a metric's definition.

    Attributes:
        id (str):
        version (int):
        unit (MetricOutUnit):
        counts (str): What counts, and how the value is made of it.
        leaves_out (list[str]):
        numerator (None | str):
        denominator (None | str):
        dated_by (str): The instant by which a subject belongs to a period.
        grain (str):
        owner (str): The role that answers for the definition.
        facts (list[str]): The types it is computed from; `*` = the ledger, so all.
        groups (list[str]): What `group_by` takes.
    """

    id: str
    version: int
    unit: MetricOutUnit
    counts: str
    leaves_out: list[str]
    numerator: None | str
    denominator: None | str
    dated_by: str
    grain: str
    owner: str
    facts: list[str]
    groups: list[str]
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        id = self.id

        version = self.version

        unit: str = self.unit

        counts = self.counts

        leaves_out = self.leaves_out

        numerator: None | str
        numerator = self.numerator

        denominator: None | str
        denominator = self.denominator

        dated_by = self.dated_by

        grain = self.grain

        owner = self.owner

        facts = self.facts

        groups = self.groups

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "id": id,
                "version": version,
                "unit": unit,
                "counts": counts,
                "leaves_out": leaves_out,
                "numerator": numerator,
                "denominator": denominator,
                "dated_by": dated_by,
                "grain": grain,
                "owner": owner,
                "facts": facts,
                "groups": groups,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        id = d.pop("id")

        version = d.pop("version")

        unit = check_metric_out_unit(d.pop("unit"))

        counts = d.pop("counts")

        leaves_out = cast(list[str], d.pop("leaves_out"))

        def _parse_numerator(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        numerator = _parse_numerator(d.pop("numerator"))

        def _parse_denominator(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        denominator = _parse_denominator(d.pop("denominator"))

        dated_by = d.pop("dated_by")

        grain = d.pop("grain")

        owner = d.pop("owner")

        facts = cast(list[str], d.pop("facts"))

        groups = cast(list[str], d.pop("groups"))

        metric_out = cls(
            id=id,
            version=version,
            unit=unit,
            counts=counts,
            leaves_out=leaves_out,
            numerator=numerator,
            denominator=denominator,
            dated_by=dated_by,
            grain=grain,
            owner=owner,
            facts=facts,
            groups=groups,
        )

        metric_out.additional_properties = d
        return metric_out

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
