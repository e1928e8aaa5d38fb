from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..types import UNSET, Unset
from uuid import UUID


T = TypeVar("T", bound="RepairIn")


@_attrs_define
class RepairIn:
    """The finding to be repaired; dry_run shows the request without making it.

    Attributes:
        finding_id (UUID):
        dry_run (bool | Unset):  Default: False.
    """

    finding_id: UUID
    dry_run: bool | Unset = False

    def to_dict(self) -> dict[str, Any]:
        finding_id = str(self.finding_id)

        dry_run = self.dry_run

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "finding_id": finding_id,
            }
        )
        if dry_run is not UNSET:
            field_dict["dry_run"] = dry_run

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        finding_id = UUID(d.pop("finding_id"))

        dry_run = d.pop("dry_run", UNSET)

        repair_in = cls(
            finding_id=finding_id,
            dry_run=dry_run,
        )

        return repair_in
