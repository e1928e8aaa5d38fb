from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..models.verdict import check_verdict
from ..models.verdict import Verdict
from typing import cast
from uuid import UUID
import datetime


T = TypeVar("T", bound="SlaSide")


@_attrs_define
class SlaSide:
    """A clock on one side of a simulation.

    Attributes:
        policy_id (UUID):
        policy_version (int):
        target_seconds (int):
        elapsed_seconds (int):
        verdict (Verdict): Whether the promise held. A clock that was cancelled in time stays pending.
        due_at (datetime.datetime | None):
        breached_at (datetime.datetime | None):
    """

    policy_id: UUID
    policy_version: int
    target_seconds: int
    elapsed_seconds: int
    verdict: Verdict
    due_at: datetime.datetime | None
    breached_at: datetime.datetime | None
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        policy_id = str(self.policy_id)

        policy_version = self.policy_version

        target_seconds = self.target_seconds

        elapsed_seconds = self.elapsed_seconds

        verdict: str = self.verdict

        due_at: None | str
        if isinstance(self.due_at, datetime.datetime):
            due_at = self.due_at.isoformat()
        else:
            due_at = self.due_at

        breached_at: None | str
        if isinstance(self.breached_at, datetime.datetime):
            breached_at = self.breached_at.isoformat()
        else:
            breached_at = self.breached_at

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "policy_id": policy_id,
                "policy_version": policy_version,
                "target_seconds": target_seconds,
                "elapsed_seconds": elapsed_seconds,
                "verdict": verdict,
                "due_at": due_at,
                "breached_at": breached_at,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        policy_id = UUID(d.pop("policy_id"))

        policy_version = d.pop("policy_version")

        target_seconds = d.pop("target_seconds")

        elapsed_seconds = d.pop("elapsed_seconds")

        verdict = check_verdict(d.pop("verdict"))

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

        def _parse_breached_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                breached_at_type_0 = datetime.datetime.fromisoformat(data)

                return breached_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        breached_at = _parse_breached_at(d.pop("breached_at"))

        sla_side = cls(
            policy_id=policy_id,
            policy_version=policy_version,
            target_seconds=target_seconds,
            elapsed_seconds=elapsed_seconds,
            verdict=verdict,
            due_at=due_at,
            breached_at=breached_at,
        )

        sla_side.additional_properties = d
        return sla_side

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
