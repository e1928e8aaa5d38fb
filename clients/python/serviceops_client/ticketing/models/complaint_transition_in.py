from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..models.complaint_transition_in_closed_as_type_0 import check_complaint_transition_in_closed_as_type_0
from ..models.complaint_transition_in_closed_as_type_0 import ComplaintTransitionInClosedAsType0
from ..models.complaint_transition_in_to import check_complaint_transition_in_to
from ..models.complaint_transition_in_to import ComplaintTransitionInTo
from ..types import UNSET, Unset
from typing import cast


T = TypeVar("T", bound="ComplaintTransitionIn")


@_attrs_define
class ComplaintTransitionIn:
    """The stage to enter. `closed` needs closed_as, unless the customer has accepted the decision.

    Attributes:
        to (ComplaintTransitionInTo):
        closed_as (ComplaintTransitionInClosedAsType0 | None | Unset):
    """

    to: ComplaintTransitionInTo
    closed_as: ComplaintTransitionInClosedAsType0 | None | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        to: str = self.to

        closed_as: None | str | Unset
        if isinstance(self.closed_as, Unset):
            closed_as = UNSET
        elif isinstance(self.closed_as, str):
            closed_as = self.closed_as
        else:
            closed_as = self.closed_as

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "to": to,
            }
        )
        if closed_as is not UNSET:
            field_dict["closed_as"] = closed_as

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        to = check_complaint_transition_in_to(d.pop("to"))

        def _parse_closed_as(data: object) -> ComplaintTransitionInClosedAsType0 | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                closed_as_type_0 = check_complaint_transition_in_closed_as_type_0(data)

                return closed_as_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(ComplaintTransitionInClosedAsType0 | None | Unset, data)

        closed_as = _parse_closed_as(d.pop("closed_as", UNSET))

        complaint_transition_in = cls(
            to=to,
            closed_as=closed_as,
        )

        return complaint_transition_in
