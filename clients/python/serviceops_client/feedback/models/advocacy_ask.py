from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..types import UNSET, Unset
from typing import Literal, cast


T = TypeVar("T", bound="AdvocacyAsk")


@_attrs_define
class AdvocacyAsk:
    """The contact is asked by mail to tell others, at most once in so many days whichever rule asks.

    Not who wants no mail, and not while something is open with the account.

        Attributes:
            do (Literal['advocacy_ask']):
            quarantine_days (int | Unset):  Default: 180.
    """

    do: Literal["advocacy_ask"]
    quarantine_days: int | Unset = 180

    def to_dict(self) -> dict[str, Any]:
        do = self.do

        quarantine_days = self.quarantine_days

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "do": do,
            }
        )
        if quarantine_days is not UNSET:
            field_dict["quarantine_days"] = quarantine_days

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        do = cast(Literal["advocacy_ask"], d.pop("do"))
        if do != "advocacy_ask":
            raise ValueError(f"do must match const 'advocacy_ask', got '{do}'")

        quarantine_days = d.pop("quarantine_days", UNSET)

        advocacy_ask = cls(
            do=do,
            quarantine_days=quarantine_days,
        )

        return advocacy_ask
