from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..models.follow_up_match_output_outcome_item import check_follow_up_match_output_outcome_item
from ..models.follow_up_match_output_outcome_item import FollowUpMatchOutputOutcomeItem
from ..models.follow_up_match_output_survey_type_item import check_follow_up_match_output_survey_type_item
from ..models.follow_up_match_output_survey_type_item import FollowUpMatchOutputSurveyTypeItem
from ..types import UNSET, Unset
from typing import cast
from uuid import UUID


T = TypeVar("T", bound="FollowUpMatchOutput")


@_attrs_define
class FollowUpMatchOutput:
    """Which answers a rule is for: every given condition must hold, and an empty one always does.

    Of several values one suffices. locale: `sr` is for `sr-Latn` too.

        Attributes:
            survey_type (list[FollowUpMatchOutputSurveyTypeItem] | Unset):
            outcome (list[FollowUpMatchOutputOutcomeItem] | Unset):
            score_min (int | None | Unset):
            score_max (int | None | Unset):
            account_tier (list[str] | Unset):
            brand (list[str] | Unset):
            program_id (list[UUID] | Unset):
            themes (list[str] | Unset):
            locale (list[str] | Unset):
    """

    survey_type: list[FollowUpMatchOutputSurveyTypeItem] | Unset = UNSET
    outcome: list[FollowUpMatchOutputOutcomeItem] | Unset = UNSET
    score_min: int | None | Unset = UNSET
    score_max: int | None | Unset = UNSET
    account_tier: list[str] | Unset = UNSET
    brand: list[str] | Unset = UNSET
    program_id: list[UUID] | Unset = UNSET
    themes: list[str] | Unset = UNSET
    locale: list[str] | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        survey_type: list[str] | Unset = UNSET
        if not isinstance(self.survey_type, Unset):
            survey_type = []
            for survey_type_item_data in self.survey_type:
                survey_type_item: str = survey_type_item_data
                survey_type.append(survey_type_item)

        outcome: list[str] | Unset = UNSET
        if not isinstance(self.outcome, Unset):
            outcome = []
            for outcome_item_data in self.outcome:
                outcome_item: str = outcome_item_data
                outcome.append(outcome_item)

        score_min: int | None | Unset
        if isinstance(self.score_min, Unset):
            score_min = UNSET
        else:
            score_min = self.score_min

        score_max: int | None | Unset
        if isinstance(self.score_max, Unset):
            score_max = UNSET
        else:
            score_max = self.score_max

        account_tier: list[str] | Unset = UNSET
        if not isinstance(self.account_tier, Unset):
            account_tier = self.account_tier

        brand: list[str] | Unset = UNSET
        if not isinstance(self.brand, Unset):
            brand = self.brand

        program_id: list[str] | Unset = UNSET
        if not isinstance(self.program_id, Unset):
            program_id = []
            for program_id_item_data in self.program_id:
                program_id_item = str(program_id_item_data)
                program_id.append(program_id_item)

        themes: list[str] | Unset = UNSET
        if not isinstance(self.themes, Unset):
            themes = self.themes

        locale: list[str] | Unset = UNSET
        if not isinstance(self.locale, Unset):
            locale = self.locale

        field_dict: dict[str, Any] = {}

        field_dict.update({})
        if survey_type is not UNSET:
            field_dict["survey_type"] = survey_type
        if outcome is not UNSET:
            field_dict["outcome"] = outcome
        if score_min is not UNSET:
            field_dict["score_min"] = score_min
        if score_max is not UNSET:
            field_dict["score_max"] = score_max
        if account_tier is not UNSET:
            field_dict["account_tier"] = account_tier
        if brand is not UNSET:
            field_dict["brand"] = brand
        if program_id is not UNSET:
            field_dict["program_id"] = program_id
        if themes is not UNSET:
            field_dict["themes"] = themes
        if locale is not UNSET:
            field_dict["locale"] = locale

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        _survey_type = d.pop("survey_type", UNSET)
        survey_type: list[FollowUpMatchOutputSurveyTypeItem] | Unset = UNSET
        if _survey_type is not UNSET:
            survey_type = []
            for survey_type_item_data in _survey_type:
                survey_type_item = check_follow_up_match_output_survey_type_item(survey_type_item_data)

                survey_type.append(survey_type_item)

        _outcome = d.pop("outcome", UNSET)
        outcome: list[FollowUpMatchOutputOutcomeItem] | Unset = UNSET
        if _outcome is not UNSET:
            outcome = []
            for outcome_item_data in _outcome:
                outcome_item = check_follow_up_match_output_outcome_item(outcome_item_data)

                outcome.append(outcome_item)

        def _parse_score_min(data: object) -> int | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(int | None | Unset, data)

        score_min = _parse_score_min(d.pop("score_min", UNSET))

        def _parse_score_max(data: object) -> int | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(int | None | Unset, data)

        score_max = _parse_score_max(d.pop("score_max", UNSET))

        account_tier = cast(list[str], d.pop("account_tier", UNSET))

        brand = cast(list[str], d.pop("brand", UNSET))

        _program_id = d.pop("program_id", UNSET)
        program_id: list[UUID] | Unset = UNSET
        if _program_id is not UNSET:
            program_id = []
            for program_id_item_data in _program_id:
                program_id_item = UUID(program_id_item_data)

                program_id.append(program_id_item)

        themes = cast(list[str], d.pop("themes", UNSET))

        locale = cast(list[str], d.pop("locale", UNSET))

        follow_up_match_output = cls(
            survey_type=survey_type,
            outcome=outcome,
            score_min=score_min,
            score_max=score_max,
            account_tier=account_tier,
            brand=brand,
            program_id=program_id,
            themes=themes,
            locale=locale,
        )

        return follow_up_match_output
