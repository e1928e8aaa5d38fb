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
    from ..models.bands import Bands
    from ..models.question_output import QuestionOutput
    from ..models.range_ import Range
    from ..models.survey_version_out_locales import SurveyVersionOutLocales


T = TypeVar("T", bound="SurveyVersionOut")


@_attrs_define
class SurveyVersionOut:
    """What one version asks.

    Attributes:
        survey_id (UUID):
        version (int):
        scale (None | Range):
        bands (Bands | None):
        questions (list[QuestionOutput]):
        fallback_locale (str):
        locales (SurveyVersionOutLocales):
        created_at (datetime.datetime):
    """

    survey_id: UUID
    version: int
    scale: None | Range
    bands: Bands | None
    questions: list[QuestionOutput]
    fallback_locale: str
    locales: SurveyVersionOutLocales
    created_at: datetime.datetime
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.bands import Bands  # noqa: PLC0415
        from ..models.question_output import QuestionOutput  # noqa: PLC0415
        from ..models.range_ import Range  # noqa: PLC0415
        from ..models.survey_version_out_locales import SurveyVersionOutLocales  # noqa: PLC0415

        survey_id = str(self.survey_id)

        version = self.version

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

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "survey_id": survey_id,
                "version": version,
                "scale": scale,
                "bands": bands,
                "questions": questions,
                "fallback_locale": fallback_locale,
                "locales": locales,
                "created_at": created_at,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.bands import Bands  # noqa: PLC0415
        from ..models.question_output import QuestionOutput  # noqa: PLC0415
        from ..models.range_ import Range  # noqa: PLC0415
        from ..models.survey_version_out_locales import SurveyVersionOutLocales  # noqa: PLC0415

        d = dict(src_dict)
        survey_id = UUID(d.pop("survey_id"))

        version = d.pop("version")

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

        locales = SurveyVersionOutLocales.from_dict(d.pop("locales"))

        created_at = datetime.datetime.fromisoformat(d.pop("created_at"))

        survey_version_out = cls(
            survey_id=survey_id,
            version=version,
            scale=scale,
            bands=bands,
            questions=questions,
            fallback_locale=fallback_locale,
            locales=locales,
            created_at=created_at,
        )

        survey_version_out.additional_properties = d
        return survey_version_out

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
