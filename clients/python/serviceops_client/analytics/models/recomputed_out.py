from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from typing import cast
import datetime

if TYPE_CHECKING:
    from ..models.difference_out import DifferenceOut


T = TypeVar("T", bound="RecomputedOut")


@_attrs_define
class RecomputedOut:
    """What a recompute found. What differed is put right, and is a finding of kind recompute_differs.

    Attributes:
        metric_id (str):
        definition_version (int):
        compared (int): Contributions that were compared.
        differing (int): How many differed; at most 100 are listed.
        differences (list[DifferenceOut]):
        as_of (datetime.datetime):
        next_cursor (None | str): Not null: it is not done yet; send it to go on.
    """

    metric_id: str
    definition_version: int
    compared: int
    differing: int
    differences: list[DifferenceOut]
    as_of: datetime.datetime
    next_cursor: None | str
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

        as_of = self.as_of.isoformat()

        next_cursor: None | str
        next_cursor = self.next_cursor

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "metric_id": metric_id,
                "definition_version": definition_version,
                "compared": compared,
                "differing": differing,
                "differences": differences,
                "as_of": as_of,
                "next_cursor": next_cursor,
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

        as_of = datetime.datetime.fromisoformat(d.pop("as_of"))

        def _parse_next_cursor(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        next_cursor = _parse_next_cursor(d.pop("next_cursor"))

        recomputed_out = cls(
            metric_id=metric_id,
            definition_version=definition_version,
            compared=compared,
            differing=differing,
            differences=differences,
            as_of=as_of,
            next_cursor=next_cursor,
        )

        recomputed_out.additional_properties = d
        return recomputed_out

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
