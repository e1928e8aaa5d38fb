from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from typing import cast
import datetime

if TYPE_CHECKING:
    from ..models.notification_template_out_fields import NotificationTemplateOutFields
    from ..models.preview_out import PreviewOut


T = TypeVar("T", bound="NotificationTemplateOut")


@_attrs_define
class NotificationTemplateOut:
    """One template in one locale.

    version: rises with each edit; 1 while the shipped text was never replaced. shipped: whether there is one to go
    back to. urgent: it passes through quiet hours. fields: what the text may name, with an example of each.

        Attributes:
            template (str):
            locale (str):
            about (str):
            urgent (bool):
            shipped (bool):
            edited (bool):
            version (int):
            subject (str):
            text (str):
            html (None | str):
            fields (NotificationTemplateOutFields):
            preview (PreviewOut): A text with its fields filled in. locale: whose text it is.
            written_by (None | str):
            written_at (datetime.datetime | None):
    """

    template: str
    locale: str
    about: str
    urgent: bool
    shipped: bool
    edited: bool
    version: int
    subject: str
    text: str
    html: None | str
    fields: NotificationTemplateOutFields
    preview: PreviewOut
    written_by: None | str
    written_at: datetime.datetime | None
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.notification_template_out_fields import NotificationTemplateOutFields  # noqa: PLC0415
        from ..models.preview_out import PreviewOut  # noqa: PLC0415

        template = self.template

        locale = self.locale

        about = self.about

        urgent = self.urgent

        shipped = self.shipped

        edited = self.edited

        version = self.version

        subject = self.subject

        text = self.text

        html: None | str
        html = self.html

        fields = self.fields.to_dict()

        preview = self.preview.to_dict()

        written_by: None | str
        written_by = self.written_by

        written_at: None | str
        if isinstance(self.written_at, datetime.datetime):
            written_at = self.written_at.isoformat()
        else:
            written_at = self.written_at

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "template": template,
                "locale": locale,
                "about": about,
                "urgent": urgent,
                "shipped": shipped,
                "edited": edited,
                "version": version,
                "subject": subject,
                "text": text,
                "html": html,
                "fields": fields,
                "preview": preview,
                "written_by": written_by,
                "written_at": written_at,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.notification_template_out_fields import NotificationTemplateOutFields  # noqa: PLC0415
        from ..models.preview_out import PreviewOut  # noqa: PLC0415

        d = dict(src_dict)
        template = d.pop("template")

        locale = d.pop("locale")

        about = d.pop("about")

        urgent = d.pop("urgent")

        shipped = d.pop("shipped")

        edited = d.pop("edited")

        version = d.pop("version")

        subject = d.pop("subject")

        text = d.pop("text")

        def _parse_html(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        html = _parse_html(d.pop("html"))

        fields = NotificationTemplateOutFields.from_dict(d.pop("fields"))

        preview = PreviewOut.from_dict(d.pop("preview"))

        def _parse_written_by(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        written_by = _parse_written_by(d.pop("written_by"))

        def _parse_written_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                written_at_type_0 = datetime.datetime.fromisoformat(data)

                return written_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        written_at = _parse_written_at(d.pop("written_at"))

        notification_template_out = cls(
            template=template,
            locale=locale,
            about=about,
            urgent=urgent,
            shipped=shipped,
            edited=edited,
            version=version,
            subject=subject,
            text=text,
            html=html,
            fields=fields,
            preview=preview,
            written_by=written_by,
            written_at=written_at,
        )

        notification_template_out.additional_properties = d
        return notification_template_out

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
