from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..models.simulated_answer_outcome import check_simulated_answer_outcome
from ..models.simulated_answer_outcome import SimulatedAnswerOutcome
from ..types import UNSET, Unset
from typing import cast
from uuid import UUID


T = TypeVar("T", bound="SimulatedAnswer")


@_attrs_define
class SimulatedAnswer:
    """An answer as a route looks at it. account_tier: where no account is given, or instead of what it has.

    Attributes:
        survey_type (str):
        outcome (SimulatedAnswerOutcome | Unset):  Default: 'negative'.
        score (int | None | Unset):
        account_id (None | Unset | UUID):
        account_tier (None | str | Unset):
        tags (list[str] | Unset):
        comment (None | str | Unset):
    """

    survey_type: str
    outcome: SimulatedAnswerOutcome | Unset = "negative"
    score: int | None | Unset = UNSET
    account_id: None | Unset | UUID = UNSET
    account_tier: None | str | Unset = UNSET
    tags: list[str] | Unset = UNSET
    comment: None | str | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        survey_type = self.survey_type

        outcome: str | Unset = UNSET
        if not isinstance(self.outcome, Unset):
            outcome = self.outcome

        score: int | None | Unset
        if isinstance(self.score, Unset):
            score = UNSET
        else:
            score = self.score

        account_id: None | str | Unset
        if isinstance(self.account_id, Unset):
            account_id = UNSET
        elif isinstance(self.account_id, UUID):
            account_id = str(self.account_id)
        else:
            account_id = self.account_id

        account_tier: None | str | Unset
        if isinstance(self.account_tier, Unset):
            account_tier = UNSET
        else:
            account_tier = self.account_tier

        tags: list[str] | Unset = UNSET
        if not isinstance(self.tags, Unset):
            tags = self.tags

        comment: None | str | Unset
        if isinstance(self.comment, Unset):
            comment = UNSET
        else:
            comment = self.comment

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "survey_type": survey_type,
            }
        )
        if outcome is not UNSET:
            field_dict["outcome"] = outcome
        if score is not UNSET:
            field_dict["score"] = score
        if account_id is not UNSET:
            field_dict["account_id"] = account_id
        if account_tier is not UNSET:
            field_dict["account_tier"] = account_tier
        if tags is not UNSET:
            field_dict["tags"] = tags
        if comment is not UNSET:
            field_dict["comment"] = comment

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        survey_type = d.pop("survey_type")

        _outcome = d.pop("outcome", UNSET)
        outcome: SimulatedAnswerOutcome | Unset
        if isinstance(_outcome, Unset):
            outcome = UNSET
        else:
            outcome = check_simulated_answer_outcome(_outcome)

        def _parse_score(data: object) -> int | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(int | None | Unset, data)

        score = _parse_score(d.pop("score", UNSET))

        def _parse_account_id(data: object) -> None | Unset | UUID:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                account_id_type_0 = UUID(data)

                return account_id_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | Unset | UUID, data)

        account_id = _parse_account_id(d.pop("account_id", UNSET))

        def _parse_account_tier(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        account_tier = _parse_account_tier(d.pop("account_tier", UNSET))

        tags = cast(list[str], d.pop("tags", UNSET))

        def _parse_comment(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        comment = _parse_comment(d.pop("comment", UNSET))

        simulated_answer = cls(
            survey_type=survey_type,
            outcome=outcome,
            score=score,
            account_id=account_id,
            account_tier=account_tier,
            tags=tags,
            comment=comment,
        )

        return simulated_answer
