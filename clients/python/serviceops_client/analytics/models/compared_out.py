from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from typing import cast

if TYPE_CHECKING:
    from ..models.difference_out import DifferenceOut


T = TypeVar("T", bound="ComparedOut")


@_attrs_define
class ComparedOut:
    """How the contributions of a metric compared with their rebuilt ones.

    Attributes:
        metric_id (str):
        definition_version (int):
        compared (int): Contributions that were compared.
        differing (int): How many differed; at most 100 are listed.
        differences (list[DifferenceOut]):
    """

    metric_id: str
    definition_version: int
    compared: int
    differing: int
    differences: list[DifferenceOut]
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.difference_out import DifferenceOut  # noqa: PLC0415

        metric_id = self.metric_id

        definition_version = self.definition_version

        compared = self.compared

        differing = self.differing

        differences = []
        for differences_item_data in self.differences:
            differences_item = differences_item_data.to_dict()
            differences.append(differences_item)

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "metric_id": metric_id,
                "definition_version": definition_version,
                "compared": compared,
                "differing": differing,
                "differences": differences,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.difference_out import DifferenceOut  # noqa: PLC0415

        d = dict(src_dict)
        metric_id = d.pop("metric_id")

        definition_version = d.pop("definition_version")

        compared = d.pop("compared")

        differing = d.pop("differing")

        differences = []
        _differences = d.pop("differences")
        for differences_item_data in _differences:
            differences_item = DifferenceOut.from_dict(differences_item_data)

            differences.append(differences_item)

        compared_out = cls(
            metric_id=metric_id,
            definition_version=definition_version,
            compared=compared,
            differing=differing,
            differences=differences,
        )

        compared_out.additional_properties = d
        return compared_out

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
