from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..models.decision_out_answer_type_0 import check_decision_out_answer_type_0
from ..models.decision_out_answer_type_0 import DecisionOutAnswerType0
from ..models.decision_out_outcome import check_decision_out_outcome
from ..models.decision_out_outcome import DecisionOutOutcome
from typing import cast
import datetime


T = TypeVar("T", bound="DecisionOut")


@_attrs_define
class DecisionOut:
    """One decision. due_at: by when it was due. answer: what the customer said to it.

    Attributes:
        outcome (DecisionOutOutcome):
        reasons (str):
        remedy (None | str):
        decided_at (datetime.datetime):
        decided_by (str):
        due_at (datetime.datetime):
        answer (DecisionOutAnswerType0 | None):
        answered_at (datetime.datetime | None):
        comment (None | str):
    """

    outcome: DecisionOutOutcome
    reasons: str
    remedy: None | str
    decided_at: datetime.datetime
    decided_by: str
    due_at: datetime.datetime
    answer: DecisionOutAnswerType0 | None
    answered_at: datetime.datetime | None
    comment: None | str
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        outcome: str = self.outcome

        reasons = self.reasons

        remedy: None | str
        remedy = self.remedy

        decided_at = self.decided_at.isoformat()

        decided_by = self.decided_by

        due_at = self.due_at.isoformat()

        answer: None | str
        if isinstance(self.answer, str):
            answer = self.answer
        else:
            answer = self.answer

        answered_at: None | str
        if isinstance(self.answered_at, datetime.datetime):
            answered_at = self.answered_at.isoformat()
        else:
            answered_at = self.answered_at

        comment: None | str
        comment = self.comment

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "outcome": outcome,
                "reasons": reasons,
                "remedy": remedy,
                "decided_at": decided_at,
                "decided_by": decided_by,
                "due_at": due_at,
                "answer": answer,
                "answered_at": answered_at,
                "comment": comment,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        outcome = check_decision_out_outcome(d.pop("outcome"))

        reasons = d.pop("reasons")

        def _parse_remedy(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        remedy = _parse_remedy(d.pop("remedy"))

        decided_at = datetime.datetime.fromisoformat(d.pop("decided_at"))

        decided_by = d.pop("decided_by")

        due_at = datetime.datetime.fromisoformat(d.pop("due_at"))

        def _parse_answer(data: object) -> DecisionOutAnswerType0 | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                answer_type_0 = check_decision_out_answer_type_0(data)

                return answer_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(DecisionOutAnswerType0 | None, data)

        answer = _parse_answer(d.pop("answer"))

        def _parse_answered_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                answered_at_type_0 = datetime.datetime.fromisoformat(data)

                return answered_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        answered_at = _parse_answered_at(d.pop("answered_at"))

        def _parse_comment(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        comment = _parse_comment(d.pop("comment"))

        decision_out = cls(
            outcome=outcome,
            reasons=reasons,
            remedy=remedy,
            decided_at=decided_at,
            decided_by=decided_by,
            due_at=due_at,
            answer=answer,
            answered_at=answered_at,
            comment=comment,
        )

        decision_out.additional_properties = d
        return decision_out

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
