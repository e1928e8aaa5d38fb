from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..models.route_match_outcome_item import check_route_match_outcome_item
from ..models.route_match_outcome_item import RouteMatchOutcomeItem
from ..types import UNSET, Unset
from typing import cast


T = TypeVar("T", bound="RouteMatch")


@_attrs_define
class RouteMatch:
    """Which answers a route is for: every condition that is given must hold; an empty one always does.

    Only negative answers escalate, so `outcome` is empty or names negative. tags are the answer's themes.

        Attributes:
            survey_type (list[str] | Unset):
            outcome (list[RouteMatchOutcomeItem] | Unset):
            score_min (int | None | Unset):
            score_max (int | None | Unset):
            account_tier (list[str] | Unset):
            tags (list[str] | Unset):
            words (list[str] | Unset):
    """

    survey_type: list[str] | Unset = UNSET
    outcome: list[RouteMatchOutcomeItem] | Unset = UNSET
    score_min: int | None | Unset = UNSET
    score_max: int | None | Unset = UNSET
    account_tier: list[str] | Unset = UNSET
    tags: list[str] | Unset = UNSET
    words: list[str] | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        survey_type: list[str] | Unset = UNSET
        if not isinstance(self.survey_type, Unset):
            survey_type = self.survey_type

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

        tags: list[str] | Unset = UNSET
        if not isinstance(self.tags, Unset):
            tags = self.tags

        words: list[str] | Unset = UNSET
        if not isinstance(self.words, Unset):
            words = self.words

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
        if tags is not UNSET:
            field_dict["tags"] = tags
        if words is not UNSET:
            field_dict["words"] = words

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        survey_type = cast(list[str], d.pop("survey_type", UNSET))

        _outcome = d.pop("outcome", UNSET)
        outcome: list[RouteMatchOutcomeItem] | Unset = UNSET
        if _outcome is not UNSET:
            outcome = []
            for outcome_item_data in _outcome:
                outcome_item = check_route_match_outcome_item(outcome_item_data)

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

        tags = cast(list[str], d.pop("tags", UNSET))

        words = cast(list[str], d.pop("words", UNSET))

        route_match = cls(
            survey_type=survey_type,
            outcome=outcome,
            score_min=score_min,
            score_max=score_max,
            account_tier=account_tier,
            tags=tags,
            words=words,
        )

        return route_match
