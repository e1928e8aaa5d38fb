from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..models.complaint_patch_severity_type_0 import check_complaint_patch_severity_type_0
from ..models.complaint_patch_severity_type_0 import ComplaintPatchSeverityType0
from ..types import UNSET, Unset
from typing import cast


T = TypeVar("T", bound="ComplaintPatch")


@_attrs_define
class ComplaintPatch:
    """What a complaint is about and how bad it is, as a merge-patch.

    Attributes:
        category (None | str | Unset):
        severity (ComplaintPatchSeverityType0 | None | Unset):
    """

    category: None | str | Unset = UNSET
    severity: ComplaintPatchSeverityType0 | None | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        category: None | str | Unset
        if isinstance(self.category, Unset):
            category = UNSET
        else:
            category = self.category

        severity: None | str | Unset
        if isinstance(self.severity, Unset):
            severity = UNSET
        elif isinstance(self.severity, str):
            severity = self.severity
        else:
            severity = self.severity

        field_dict: dict[str, Any] = {}

        field_dict.update({})
        if category is not UNSET:
            field_dict["category"] = category
        if severity is not UNSET:
            field_dict["severity"] = severity

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)

        def _parse_category(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        category = _parse_category(d.pop("category", UNSET))

        def _parse_severity(data: object) -> ComplaintPatchSeverityType0 | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                severity_type_0 = check_complaint_patch_severity_type_0(data)

                return severity_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(ComplaintPatchSeverityType0 | None | Unset, data)

        severity = _parse_severity(d.pop("severity", UNSET))

        complaint_patch = cls(
            category=category,
            severity=severity,
        )

        return complaint_patch
