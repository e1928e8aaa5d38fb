from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..models.case_patch_severity_type_0 import CasePatchSeverityType0
from ..models.case_patch_severity_type_0 import check_case_patch_severity_type_0
from ..types import UNSET, Unset
from typing import cast


T = TypeVar("T", bound="CasePatch")


@_attrs_define
class CasePatch:
    """What failed and how badly, as a merge-patch.

    Attributes:
        failure_type (None | str | Unset):
        severity (CasePatchSeverityType0 | None | Unset):
    """

    failure_type: None | str | Unset = UNSET
    severity: CasePatchSeverityType0 | None | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        failure_type: None | str | Unset
        if isinstance(self.failure_type, Unset):
            failure_type = UNSET
        else:
            failure_type = self.failure_type

        severity: None | str | Unset
        if isinstance(self.severity, Unset):
            severity = UNSET
        elif isinstance(self.severity, str):
            severity = self.severity
        else:
            severity = self.severity

        field_dict: dict[str, Any] = {}

        field_dict.update({})
        if failure_type is not UNSET:
            field_dict["failure_type"] = failure_type
        if severity is not UNSET:
            field_dict["severity"] = severity

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)

        def _parse_failure_type(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        failure_type = _parse_failure_type(d.pop("failure_type", UNSET))

        def _parse_severity(data: object) -> CasePatchSeverityType0 | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                severity_type_0 = check_case_patch_severity_type_0(data)

                return severity_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(CasePatchSeverityType0 | None | Unset, data)

        severity = _parse_severity(d.pop("severity", UNSET))

        case_patch = cls(
            failure_type=failure_type,
            severity=severity,
        )

        return case_patch
