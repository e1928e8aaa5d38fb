from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..models.program_dry_run_out_basis import check_program_dry_run_out_basis
from ..models.program_dry_run_out_basis import ProgramDryRunOutBasis
from typing import cast
from uuid import UUID
import datetime

if TYPE_CHECKING:
    from ..models.dry_run_day_out import DryRunDayOut
    from ..models.reason_count_out import ReasonCountOut


T = TypeVar("T", bound="ProgramDryRunOut")


@_attrs_define
class ProgramDryRunOut:
    """Who would be asked, by day, if the program were active from now on, and why the rest would not.

    What is assumed: every active program's schedule and every planned wave comes as it is due, the directory stays as
    it is, and nothing else happens; for a program that an event sets off, what set it off (or would have) in as many
    days before now comes again, each as many days later. basis says which.

        Attributes:
            program_id (UUID):
            from_ (datetime.datetime):
            until (datetime.datetime):
            basis (ProgramDryRunOutBasis):
            considered (int):
            asked (int):
            days (list[DryRunDayOut]):
            reasons (list[ReasonCountOut]):
    """

    program_id: UUID
    from_: datetime.datetime
    until: datetime.datetime
    basis: ProgramDryRunOutBasis
    considered: int
    asked: int
    days: list[DryRunDayOut]
    reasons: list[ReasonCountOut]
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.dry_run_day_out import DryRunDayOut  # noqa: PLC0415
        from ..models.reason_count_out import ReasonCountOut  # noqa: PLC0415

        program_id = str(self.program_id)

        from_ = self.from_.isoformat()

        until = self.until.isoformat()

        basis: str = self.basis

        considered = self.considered

        asked = self.asked

        days = []
        for days_item_data in self.days:
            days_item = days_item_data.to_dict()
            days.append(days_item)

        reasons = []
        for reasons_item_data in self.reasons:
            reasons_item = reasons_item_data.to_dict()
            reasons.append(reasons_item)

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "program_id": program_id,
                "from": from_,
                "until": until,
                "basis": basis,
                "considered": considered,
                "asked": asked,
                "days": days,
                "reasons": reasons,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.dry_run_day_out import DryRunDayOut  # noqa: PLC0415
        from ..models.reason_count_out import ReasonCountOut  # noqa: PLC0415

        d = dict(src_dict)
        program_id = UUID(d.pop("program_id"))

        from_ = datetime.datetime.fromisoformat(d.pop("from"))

        until = datetime.datetime.fromisoformat(d.pop("until"))

        basis = check_program_dry_run_out_basis(d.pop("basis"))

        considered = d.pop("considered")

        asked = d.pop("asked")

        days = []
        _days = d.pop("days")
        for days_item_data in _days:
            days_item = DryRunDayOut.from_dict(days_item_data)

            days.append(days_item)

        reasons = []
        _reasons = d.pop("reasons")
        for reasons_item_data in _reasons:
            reasons_item = ReasonCountOut.from_dict(reasons_item_data)

            reasons.append(reasons_item)

        program_dry_run_out = cls(
            program_id=program_id,
            from_=from_,
            until=until,
            basis=basis,
            considered=considered,
            asked=asked,
            days=days,
            reasons=reasons,
        )

        program_dry_run_out.additional_properties = d
        return program_dry_run_out

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
