from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..models.hop_state import check_hop_state
from ..models.hop_state import HopState
from ..models.hop_verdict_type_0 import check_hop_verdict_type_0
from ..models.hop_verdict_type_0 import HopVerdictType0
from typing import cast
from uuid import UUID
import datetime


T = TypeVar("T", bound="Hop")


@_attrs_define
class Hop:
    """One thing that happened or has to.

    fact_id: the fact that says so; null for what is only expected. caused_by: the fact that set it off, if
    it was a fact. at: when it happened; due_at, verdict, reason: of the expectation that it meets, or that
    nothing meets: reason says why, where it is skipped, waived or failed, as in `no_recipient`.

        Attributes:
            step (str):
            state (HopState):
            service (str):
            type_ (str):
            fact_id (None | UUID):
            caused_by (None | UUID):
            subject_id (str):
            at (datetime.datetime | None):
            due_at (datetime.datetime | None):
            verdict (HopVerdictType0 | None):
            reason (None | str):
            expectation_id (None | UUID):
    """

    step: str
    state: HopState
    service: str
    type_: str
    fact_id: None | UUID
    caused_by: None | UUID
    subject_id: str
    at: datetime.datetime | None
    due_at: datetime.datetime | None
    verdict: HopVerdictType0 | None
    reason: None | str
    expectation_id: None | UUID
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        step = self.step

        state: str = self.state

        service = self.service

        type_ = self.type_

        fact_id: None | str
        if isinstance(self.fact_id, UUID):
            fact_id = str(self.fact_id)
        else:
            fact_id = self.fact_id

        caused_by: None | str
        if isinstance(self.caused_by, UUID):
            caused_by = str(self.caused_by)
        else:
            caused_by = self.caused_by

        subject_id = self.subject_id

        at: None | str
        if isinstance(self.at, datetime.datetime):
            at = self.at.isoformat()
        else:
            at = self.at

        due_at: None | str
        if isinstance(self.due_at, datetime.datetime):
            due_at = self.due_at.isoformat()
        else:
            due_at = self.due_at

        verdict: None | str
        if isinstance(self.verdict, str):
            verdict = self.verdict
        else:
            verdict = self.verdict

        reason: None | str
        reason = self.reason

        expectation_id: None | str
        if isinstance(self.expectation_id, UUID):
            expectation_id = str(self.expectation_id)
        else:
            expectation_id = self.expectation_id

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "step": step,
                "state": state,
                "service": service,
                "type": type_,
                "fact_id": fact_id,
                "caused_by": caused_by,
                "subject_id": subject_id,
                "at": at,
                "due_at": due_at,
                "verdict": verdict,
                "reason": reason,
                "expectation_id": expectation_id,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        step = d.pop("step")

        state = check_hop_state(d.pop("state"))

        service = d.pop("service")

        type_ = d.pop("type")

        def _parse_fact_id(data: object) -> None | UUID:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                fact_id_type_0 = UUID(data)

                return fact_id_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | UUID, data)

        fact_id = _parse_fact_id(d.pop("fact_id"))

        def _parse_caused_by(data: object) -> None | UUID:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                caused_by_type_0 = UUID(data)

                return caused_by_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | UUID, data)

        caused_by = _parse_caused_by(d.pop("caused_by"))

        subject_id = d.pop("subject_id")

        def _parse_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                at_type_0 = datetime.datetime.fromisoformat(data)

                return at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        at = _parse_at(d.pop("at"))

        def _parse_due_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                due_at_type_0 = datetime.datetime.fromisoformat(data)

                return due_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        due_at = _parse_due_at(d.pop("due_at"))

        def _parse_verdict(data: object) -> HopVerdictType0 | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                verdict_type_0 = check_hop_verdict_type_0(data)

                return verdict_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(HopVerdictType0 | None, data)

        verdict = _parse_verdict(d.pop("verdict"))

        def _parse_reason(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        reason = _parse_reason(d.pop("reason"))

        def _parse_expectation_id(data: object) -> None | UUID:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                expectation_id_type_0 = UUID(data)

                return expectation_id_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | UUID, data)

        expectation_id = _parse_expectation_id(d.pop("expectation_id"))

        hop = cls(
            step=step,
            state=state,
            service=service,
            type_=type_,
            fact_id=fact_id,
            caused_by=caused_by,
            subject_id=subject_id,
            at=at,
            due_at=due_at,
            verdict=verdict,
            reason=reason,
            expectation_id=expectation_id,
        )

        hop.additional_properties = d
        return hop

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
