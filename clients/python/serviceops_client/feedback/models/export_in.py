from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..models.export_in_format import check_export_in_format
from ..models.export_in_format import ExportInFormat
from ..types import UNSET, Unset
from typing import cast

if TYPE_CHECKING:
    from ..models.export_in_filters import ExportInFilters


T = TypeVar("T", bound="ExportIn")


@_attrs_define
class ExportIn:
    """A list to write down whole. filters: as the list takes them.

    Attributes:
        entity (str):
        format_ (ExportInFormat | Unset):  Default: 'csv'.
        filters (ExportInFilters | Unset):
    """

    entity: str
    format_: ExportInFormat | Unset = "csv"
    filters: ExportInFilters | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        from ..models.export_in_filters import ExportInFilters  # noqa: PLC0415

        entity = self.entity

        format_: str | Unset = UNSET
        if not isinstance(self.format_, Unset):
            format_ = self.format_

        filters: dict[str, Any] | Unset = UNSET
        if not isinstance(self.filters, Unset):
            filters = self.filters.to_dict()

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "entity": entity,
            }
        )
        if format_ is not UNSET:
            field_dict["format"] = format_
        if filters is not UNSET:
            field_dict["filters"] = filters

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.export_in_filters import ExportInFilters  # noqa: PLC0415

        d = dict(src_dict)
        entity = d.pop("entity")

        _format_ = d.pop("format", UNSET)
        format_: ExportInFormat | Unset
        if isinstance(_format_, Unset):
            format_ = UNSET
        else:
            format_ = check_export_in_format(_format_)

        _filters = d.pop("filters", UNSET)
        filters: ExportInFilters | Unset
        if isinstance(_filters, Unset):
            filters = UNSET
        else:
            filters = ExportInFilters.from_dict(_filters)

        export_in = cls(
            entity=entity,
            format_=format_,
            filters=filters,
        )

        return export_in
