from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..types import UNSET, Unset
from typing import cast
from typing import Literal, cast


T = TypeVar("T", bound="NotifyTeamInput")


@_attrs_define
class NotifyTeamInput:
    """The people who work with the customer hear of the answer. roles: of these alone; empty for all.

    wait_seconds: how long for somebody to work with the customer, before it is skipped as `no_team`.

        Attributes:
            do (Literal['notify_team']):
            roles (list[str] | Unset):
            wait_seconds (int | Unset):  Default: 300.
    """

    do: Literal["notify_team"]
    roles: list[str] | Unset = UNSET
    wait_seconds: int | Unset = 300

    def to_dict(self) -> dict[str, Any]:
        do = self.do

        roles: list[str] | Unset = UNSET
        if not isinstance(self.roles, Unset):
            roles = self.roles

        wait_seconds = self.wait_seconds

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "do": do,
            }
        )
        if roles is not UNSET:
            field_dict["roles"] = roles
        if wait_seconds is not UNSET:
            field_dict["wait_seconds"] = wait_seconds

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        do = cast(Literal["notify_team"], d.pop("do"))
        if do != "notify_team":
            raise ValueError(f"do must match const 'notify_team', got '{do}'")

        roles = cast(list[str], d.pop("roles", UNSET))

        wait_seconds = d.pop("wait_seconds", UNSET)

        notify_team_input = cls(
            do=do,
            roles=roles,
            wait_seconds=wait_seconds,
        )

        return notify_team_input
