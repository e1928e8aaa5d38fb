from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..models.case_transition_in_outcome_type_0 import CaseTransitionInOutcomeType0
from ..models.case_transition_in_outcome_type_0 import check_case_transition_in_outcome_type_0
from ..models.case_transition_in_to import CaseTransitionInTo
from ..models.case_transition_in_to import check_case_transition_in_to
from ..types import UNSET, Unset
from typing import cast


T = TypeVar("T", bound="CaseTransitionIn")


@_attrs_define
class CaseTransitionIn:
    """The state to enter; the two that end a case need their outcome.

    Attributes:
        to (CaseTransitionInTo):
        outcome (CaseTransitionInOutcomeType0 | None | Unset):
    """

    to: CaseTransitionInTo
    outcome: CaseTransitionInOutcomeType0 | None | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        to: str = self.to

        outcome: None | str | Unset
        if isinstance(self.outcome, Unset):
            outcome = UNSET
        elif isinstance(self.outcome, str):
            outcome = self.outcome
        else:
            outcome = self.outcome

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "to": to,
            }
        )
        if outcome is not UNSET:
            field_dict["outcome"] = outcome

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        to = check_case_transition_in_to(d.pop("to"))

        def _parse_outcome(data: object) -> CaseTransitionInOutcomeType0 | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                outcome_type_0 = check_case_transition_in_outcome_type_0(data)

                return outcome_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(CaseTransitionInOutcomeType0 | None | Unset, data)

        outcome = _parse_outcome(d.pop("outcome", UNSET))

        case_transition_in = cls(
            to=to,
            outcome=outcome,
        )

        return case_transition_in
