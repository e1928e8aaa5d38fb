from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..models.satisfaction_out_outcome import check_satisfaction_out_outcome
from ..models.satisfaction_out_outcome import SatisfactionOutOutcome
from typing import cast
from uuid import UUID
import datetime


T = TypeVar("T", bound="SatisfactionOut")


@_attrs_define
class SatisfactionOut:
    """One answer about a ticket. score: on the survey's scale, null where none was given.

    Attributes:
        response_id (UUID):
        ticket_id (UUID):
        survey_type (str):
        score (int | None):
        outcome (SatisfactionOutOutcome):
        answered_at (datetime.datetime):
    """

    response_id: UUID
    ticket_id: UUID
    survey_type: str
    score: int | None
    outcome: SatisfactionOutOutcome
    answered_at: datetime.datetime
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        response_id = str(self.response_id)

        ticket_id = str(self.ticket_id)

        survey_type = self.survey_type

        score: int | None
        score = self.score

        outcome: str = self.outcome

        answered_at = self.answered_at.isoformat()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "response_id": response_id,
                "ticket_id": ticket_id,
                "survey_type": survey_type,
                "score": score,
                "outcome": outcome,
                "answered_at": answered_at,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        response_id = UUID(d.pop("response_id"))

        ticket_id = UUID(d.pop("ticket_id"))

        survey_type = d.pop("survey_type")

        def _parse_score(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        score = _parse_score(d.pop("score"))

        outcome = check_satisfaction_out_outcome(d.pop("outcome"))

        answered_at = datetime.datetime.fromisoformat(d.pop("answered_at"))

        satisfaction_out = cls(
            response_id=response_id,
            ticket_id=ticket_id,
            survey_type=survey_type,
            score=score,
            outcome=outcome,
            answered_at=answered_at,
        )

        satisfaction_out.additional_properties = d
        return satisfaction_out

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
