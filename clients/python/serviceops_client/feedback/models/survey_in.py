from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..models.survey_in_type import check_survey_in_type
from ..models.survey_in_type import SurveyInType
from ..types import UNSET, Unset
from typing import cast

if TYPE_CHECKING:
    from ..models.bands import Bands
    from ..models.question_input import QuestionInput
    from ..models.range_ import Range
    from ..models.survey_in_locales import SurveyInLocales


T = TypeVar("T", bound="SurveyIn")


@_attrs_define
class SurveyIn:
    """A new survey. nps, csat and ces have the scale and bands of their score.

    Attributes:
        questions (list[QuestionInput]):
        locales (SurveyInLocales):
        name (str):
        type_ (SurveyInType):
        scale (None | Range | Unset):
        bands (Bands | None | Unset):
        fallback_locale (str | Unset):  Default: 'en'.
        brand (str | Unset):  Default: 'default'.
    """

    questions: list[QuestionInput]
    locales: SurveyInLocales
    name: str
    type_: SurveyInType
    scale: None | Range | Unset = UNSET
    bands: Bands | None | Unset = UNSET
    fallback_locale: str | Unset = "en"
    brand: str | Unset = "default"

    def to_dict(self) -> dict[str, Any]:
        from ..models.bands import Bands  # noqa: PLC0415
        from ..models.question_input import QuestionInput  # noqa: PLC0415
        from ..models.range_ import Range  # noqa: PLC0415
        from ..models.survey_in_locales import SurveyInLocales  # noqa: PLC0415

        questions = []
        for questions_item_data in self.questions:
            questions_item = questions_item_data.to_dict()
            questions.append(questions_item)

        locales = self.locales.to_dict()

        name = self.name

        type_: str = self.type_

        scale: dict[str, Any] | None | Unset
        if isinstance(self.scale, Unset):
            scale = UNSET
        elif isinstance(self.scale, Range):
            scale = self.scale.to_dict()
        else:
            scale = self.scale

        bands: dict[str, Any] | None | Unset
        if isinstance(self.bands, Unset):
            bands = UNSET
        elif isinstance(self.bands, Bands):
            bands = self.bands.to_dict()
        else:
            bands = self.bands

        fallback_locale = self.fallback_locale

        brand = self.brand

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "questions": questions,
                "locales": locales,
                "name": name,
                "type": type_,
            }
        )
        if scale is not UNSET:
            field_dict["scale"] = scale
        if bands is not UNSET:
            field_dict["bands"] = bands
        if fallback_locale is not UNSET:
            field_dict["fallback_locale"] = fallback_locale
        if brand is not UNSET:
            field_dict["brand"] = brand

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.bands import Bands  # noqa: PLC0415
        from ..models.question_input import QuestionInput  # noqa: PLC0415
        from ..models.range_ import Range  # noqa: PLC0415
        from ..models.survey_in_locales import SurveyInLocales  # noqa: PLC0415

        d = dict(src_dict)
        questions = []
        _questions = d.pop("questions")
        for questions_item_data in _questions:
            questions_item = QuestionInput.from_dict(questions_item_data)

            questions.append(questions_item)

        locales = SurveyInLocales.from_dict(d.pop("locales"))

        name = d.pop("name")

        type_ = check_survey_in_type(d.pop("type"))

        def _parse_scale(data: object) -> None | Range | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                scale_type_0 = Range.from_dict(data)

                return scale_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | Range | Unset, data)

        scale = _parse_scale(d.pop("scale", UNSET))

        def _parse_bands(data: object) -> Bands | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                bands_type_0 = Bands.from_dict(data)

                return bands_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(Bands | None | Unset, data)

        bands = _parse_bands(d.pop("bands", UNSET))

        fallback_locale = d.pop("fallback_locale", UNSET)

        brand = d.pop("brand", UNSET)

        survey_in = cls(
            questions=questions,
            locales=locales,
            name=name,
            type_=type_,
            scale=scale,
            bands=bands,
            fallback_locale=fallback_locale,
            brand=brand,
        )

        return survey_in
