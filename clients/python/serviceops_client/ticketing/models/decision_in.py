from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..models.decision_in_outcome import check_decision_in_outcome
from ..models.decision_in_outcome import DecisionInOutcome
from ..types import UNSET, Unset
from typing import cast


T = TypeVar("T", bound="DecisionIn")


@_attrs_define
class DecisionIn:
    """What was decided, why, and what is done about it.

    Attributes:
        outcome (DecisionInOutcome):
        reasons (str):
        remedy (None | str | Unset):
    """

    outcome: DecisionInOutcome
    reasons: str
    remedy: None | str | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        outcome: str = self.outcome

        reasons = self.reasons

        remedy: None | str | Unset
        if isinstance(self.remedy, Unset):
            remedy = UNSET
        else:
            remedy = self.remedy

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "outcome": outcome,
                "reasons": reasons,
            }
        )
        if remedy is not UNSET:
            field_dict["remedy"] = remedy

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        outcome = check_decision_in_outcome(d.pop("outcome"))

        reasons = d.pop("reasons")

        def _parse_remedy(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        remedy = _parse_remedy(d.pop("remedy", UNSET))

        decision_in = cls(
            outcome=outcome,
            reasons=reasons,
            remedy=remedy,
        )

        return decision_in
