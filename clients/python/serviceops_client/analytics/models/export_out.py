from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from typing import cast
from uuid import UUID
import datetime

if TYPE_CHECKING:
    from ..models.export_out_sections import ExportOutSections


T = TypeVar("T", bound="ExportOut")


@_attrs_define
class ExportOut:
    """What is held about a contact. truncated: the sections of which older rows are left out.

    Attributes:
        contact_id (UUID):
        service (str):
        exported_at (datetime.datetime):
        erased_at (datetime.datetime | None):
        sections (ExportOutSections):
        truncated (list[str]):
    """

    contact_id: UUID
    service: str
    exported_at: datetime.datetime
    erased_at: datetime.datetime | None
    sections: ExportOutSections
    truncated: list[str]
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.export_out_sections import ExportOutSections  # noqa: PLC0415

        contact_id = str(self.contact_id)

        service = self.service

        exported_at = self.exported_at.isoformat()

        erased_at: None | str
        if isinstance(self.erased_at, datetime.datetime):
            erased_at = self.erased_at.isoformat()
        else:
            erased_at = self.erased_at

        sections = self.sections.to_dict()

        truncated = self.truncated

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "contact_id": contact_id,
                "service": service,
                "exported_at": exported_at,
                "erased_at": erased_at,
                "sections": sections,
                "truncated": truncated,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.export_out_sections import ExportOutSections  # noqa: PLC0415

        d = dict(src_dict)
        contact_id = UUID(d.pop("contact_id"))

        service = d.pop("service")

        exported_at = datetime.datetime.fromisoformat(d.pop("exported_at"))

        def _parse_erased_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                erased_at_type_0 = datetime.datetime.fromisoformat(data)

                return erased_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        erased_at = _parse_erased_at(d.pop("erased_at"))

        sections = ExportOutSections.from_dict(d.pop("sections"))

        truncated = cast(list[str], d.pop("truncated"))

        export_out = cls(
            contact_id=contact_id,
            service=service,
            exported_at=exported_at,
            erased_at=erased_at,
            sections=sections,
            truncated=truncated,
        )

        export_out.additional_properties = d
        return export_out

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
