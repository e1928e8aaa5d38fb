from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..models.survey_preview_out_type import check_survey_preview_out_type
from ..models.survey_preview_out_type import SurveyPreviewOutType
from typing import cast
from uuid import UUID

if TYPE_CHECKING:
    from ..models.asked_out import AskedOut
    from ..models.brand_out import BrandOut
    from ..models.locale_out import LocaleOut
    from ..models.range_ import Range


T = TypeVar("T", bound="SurveyPreviewOut")


@_attrs_define
class SurveyPreviewOut:
    """What a respondent would see before they have answered anything.

    Attributes:
        survey_id (UUID):
        version (int):
        type_ (SurveyPreviewOutType):
        locale (LocaleOut): The locale that was chosen and by what: the same tag, the language's script, the language,
            or the fallback.
        brand (BrandOut | None):
        title (str):
        thanks (str):
        scale (None | Range):
        questions (list[AskedOut]):
    """

    survey_id: UUID
    version: int
    type_: SurveyPreviewOutType
    locale: LocaleOut
    brand: BrandOut | None
    title: str
    thanks: str
    scale: None | Range
    questions: list[AskedOut]
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.asked_out import AskedOut  # noqa: PLC0415
        from ..models.brand_out import BrandOut  # noqa: PLC0415
        from ..models.locale_out import LocaleOut  # noqa: PLC0415
        from ..models.range_ import Range  # noqa: PLC0415

        survey_id = str(self.survey_id)

        version = self.version

        type_: str = self.type_

        locale = self.locale.to_dict()

        brand: dict[str, Any] | None
        if isinstance(self.brand, BrandOut):
            brand = self.brand.to_dict()
        else:
            brand = self.brand

        title = self.title

        thanks = self.thanks

        scale: dict[str, Any] | None
        if isinstance(self.scale, Range):
            scale = self.scale.to_dict()
        else:
            scale = self.scale

        questions = []
        for questions_item_data in self.questions:
            questions_item = questions_item_data.to_dict()
            questions.append(questions_item)

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "survey_id": survey_id,
                "version": version,
                "type": type_,
                "locale": locale,
                "brand": brand,
                "title": title,
                "thanks": thanks,
                "scale": scale,
                "questions": questions,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.asked_out import AskedOut  # noqa: PLC0415
        from ..models.brand_out import BrandOut  # noqa: PLC0415
        from ..models.locale_out import LocaleOut  # noqa: PLC0415
        from ..models.range_ import Range  # noqa: PLC0415

        d = dict(src_dict)
        survey_id = UUID(d.pop("survey_id"))

        version = d.pop("version")

        type_ = check_survey_preview_out_type(d.pop("type"))

        locale = LocaleOut.from_dict(d.pop("locale"))

        def _parse_brand(data: object) -> BrandOut | None:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                brand_type_0 = BrandOut.from_dict(data)

                return brand_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(BrandOut | None, data)

        brand = _parse_brand(d.pop("brand"))

        title = d.pop("title")

        thanks = d.pop("thanks")

        def _parse_scale(data: object) -> None | Range:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                scale_type_0 = Range.from_dict(data)

                return scale_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | Range, data)

        scale = _parse_scale(d.pop("scale"))

        questions = []
        _questions = d.pop("questions")
        for questions_item_data in _questions:
            questions_item = AskedOut.from_dict(questions_item_data)

            questions.append(questions_item)

        survey_preview_out = cls(
            survey_id=survey_id,
            version=version,
            type_=type_,
            locale=locale,
            brand=brand,
            title=title,
            thanks=thanks,
            scale=scale,
            questions=questions,
        )

        survey_preview_out.additional_properties = d
        return survey_preview_out

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
