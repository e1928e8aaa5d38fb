from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from typing import cast
import datetime


T = TypeVar("T", bound="TemplateVersionOut")


@_attrs_define
class TemplateVersionOut:
    """One version of a text; with nulls where the shipped one was taken back.

    Attributes:
        version (int):
        subject (None | str):
        text (None | str):
        html (None | str):
        reason (None | str):
        written_by (str):
        written_at (datetime.datetime):
    """

    version: int
    subject: None | str
    text: None | str
    html: None | str
    reason: None | str
    written_by: str
    written_at: datetime.datetime
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        version = self.version

        subject: None | str
        subject = self.subject

        text: None | str
        text = self.text

        html: None | str
        html = self.html

        reason: None | str
        reason = self.reason

        written_by = self.written_by

        written_at = self.written_at.isoformat()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "version": version,
                "subject": subject,
                "text": text,
                "html": html,
                "reason": reason,
                "written_by": written_by,
                "written_at": written_at,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        version = d.pop("version")

        def _parse_subject(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        subject = _parse_subject(d.pop("subject"))

        def _parse_text(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        text = _parse_text(d.pop("text"))

        def _parse_html(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        html = _parse_html(d.pop("html"))

        def _parse_reason(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        reason = _parse_reason(d.pop("reason"))

        written_by = d.pop("written_by")

        written_at = datetime.datetime.fromisoformat(d.pop("written_at"))

        template_version_out = cls(
            version=version,
            subject=subject,
            text=text,
            html=html,
            reason=reason,
            written_by=written_by,
            written_at=written_at,
        )

        template_version_out.additional_properties = d
        return template_version_out

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
