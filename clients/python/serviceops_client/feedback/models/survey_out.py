from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..models.survey_out_type import check_survey_out_type
from ..models.survey_out_type import SurveyOutType
from typing import cast
from uuid import UUID
import datetime

if TYPE_CHECKING:
    from ..models.bands import Bands
    from ..models.question_output import QuestionOutput
    from ..models.range_ import Range
    from ..models.survey_out_locales import SurveyOutLocales


T = TypeVar("T", bound="SurveyOut")


@_attrs_define
class SurveyOut:
    """A survey with what its newest version asks.

    Attributes:
        id (UUID):
        name (str):
        type_ (SurveyOutType):
        brand (str):
        shipped (bool):
        scale (None | Range):
        bands (Bands | None):
        questions (list[QuestionOutput]):
        fallback_locale (str):
        locales (SurveyOutLocales):
        created_at (datetime.datetime):
        updated_at (datetime.datetime):
        version (int):
    """

    id: UUID
    name: str
    type_: SurveyOutType
    brand: str
    shipped: bool
    scale: None | Range
    bands: Bands | None
    questions: list[QuestionOutput]
    fallback_locale: str
    locales: SurveyOutLocales
    created_at: datetime.datetime
    updated_at: datetime.datetime
    version: int
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.bands import Bands  # noqa: PLC0415
        from ..models.question_output import QuestionOutput  # noqa: PLC0415
        from ..models.range_ import Range  # noqa: PLC0415
        from ..models.survey_out_locales import SurveyOutLocales  # noqa: PLC0415

        id = str(self.id)

        name = self.name

        type_: str = self.type_

        brand = self.brand

        shipped = self.shipped

        scale: dict[str, Any] | None
        if isinstance(self.scale, Range):
            scale = self.scale.to_dict()
        else:
            scale = self.scale

        bands: dict[str, Any] | None
        if isinstance(self.bands, Bands):
            bands = self.bands.to_dict()
        else:
            bands = self.bands

        questions = []
        for questions_item_data in self.questions:
            questions_item = questions_item_data.to_dict()
            questions.append(questions_item)

        fallback_locale = self.fallback_locale

        locales = self.locales.to_dict()

        created_at = self.created_at.isoformat()

        updated_at = self.updated_at.isoformat()

        version = self.version

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "id": id,
                "name": name,
                "type": type_,
                "brand": brand,
                "shipped": shipped,
                "scale": scale,
                "bands": bands,
                "questions": questions,
                "fallback_locale": fallback_locale,
                "locales": locales,
                "created_at": created_at,
                "updated_at": updated_at,
                "version": version,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.bands import Bands  # noqa: PLC0415
        from ..models.question_output import QuestionOutput  # noqa: PLC0415
        from ..models.range_ import Range  # noqa: PLC0415
        from ..models.survey_out_locales import SurveyOutLocales  # noqa: PLC0415

        d = dict(src_dict)
        id = UUID(d.pop("id"))

        name = d.pop("name")

        type_ = check_survey_out_type(d.pop("type"))

        brand = d.pop("brand")

        shipped = d.pop("shipped")

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

        def _parse_bands(data: object) -> Bands | None:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                bands_type_0 = Bands.from_dict(data)

                return bands_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(Bands | None, data)

        bands = _parse_bands(d.pop("bands"))

        questions = []
        _questions = d.pop("questions")
        for questions_item_data in _questions:
            questions_item = QuestionOutput.from_dict(questions_item_data)

            questions.append(questions_item)

        fallback_locale = d.pop("fallback_locale")

        locales = SurveyOutLocales.from_dict(d.pop("locales"))

        created_at = datetime.datetime.fromisoformat(d.pop("created_at"))

        updated_at = datetime.datetime.fromisoformat(d.pop("updated_at"))

        version = d.pop("version")

        survey_out = cls(
            id=id,
            name=name,
            type_=type_,
            brand=brand,
            shipped=shipped,
            scale=scale,
            bands=bands,
            questions=questions,
            fallback_locale=fallback_locale,
            locales=locales,
            created_at=created_at,
            updated_at=updated_at,
            version=version,
        )

        survey_out.additional_properties = d
        return survey_out

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
