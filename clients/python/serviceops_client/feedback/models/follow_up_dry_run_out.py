from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from typing import cast
import datetime

if TYPE_CHECKING:
    from ..models.would_follow_out import WouldFollowOut


T = TypeVar("T", bound="FollowUpDryRunOut")


@_attrs_define
class FollowUpDryRunOut:
    """What a rule would do, the newest answer first. answers: how many were looked at; those that fit are listed.

    Attributes:
        as_of (datetime.datetime):
        rule_id (str):
        rule_version (int):
        answers (int):
        would_follow (list[WouldFollowOut]):
    """

    as_of: datetime.datetime
    rule_id: str
    rule_version: int
    answers: int
    would_follow: list[WouldFollowOut]
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.would_follow_out import WouldFollowOut  # noqa: PLC0415

        as_of = self.as_of.isoformat()

        rule_id = self.rule_id

        rule_version = self.rule_version

        answers = self.answers

        would_follow = []
        for would_follow_item_data in self.would_follow:
            would_follow_item = would_follow_item_data.to_dict()
            would_follow.append(would_follow_item)

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "as_of": as_of,
                "rule_id": rule_id,
                "rule_version": rule_version,
                "answers": answers,
                "would_follow": would_follow,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.would_follow_out import WouldFollowOut  # noqa: PLC0415

        d = dict(src_dict)
        as_of = datetime.datetime.fromisoformat(d.pop("as_of"))

        rule_id = d.pop("rule_id")

        rule_version = d.pop("rule_version")

        answers = d.pop("answers")

        would_follow = []
        _would_follow = d.pop("would_follow")
        for would_follow_item_data in _would_follow:
            would_follow_item = WouldFollowOut.from_dict(would_follow_item_data)

            would_follow.append(would_follow_item)

        follow_up_dry_run_out = cls(
            as_of=as_of,
            rule_id=rule_id,
            rule_version=rule_version,
            answers=answers,
            would_follow=would_follow,
        )

        follow_up_dry_run_out.additional_properties = d
        return follow_up_dry_run_out

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
