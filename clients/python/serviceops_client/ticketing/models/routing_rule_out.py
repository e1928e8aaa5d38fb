from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from typing import cast
from uuid import UUID
import datetime

if TYPE_CHECKING:
    from ..models.rule_match import RuleMatch


T = TypeVar("T", bound="RoutingRuleOut")


@_attrs_define
class RoutingRuleOut:
    """A routing rule.

    Attributes:
        id (UUID):
        name (str):
        rank (int):
        active (bool):
        match (RuleMatch): Which tickets a rule is for: every given condition must hold, and an empty one always does.

            Of several values one suffices. words: in the subject or the first message, whole and whatever their case;
            several
            in one text must stand together.
        group_id (UUID):
        account_owner_first (bool):
        skills (list[str]):
        created_at (datetime.datetime):
        updated_at (datetime.datetime):
        version (int):
    """

    id: UUID
    name: str
    rank: int
    active: bool
    match: RuleMatch
    group_id: UUID
    account_owner_first: bool
    skills: list[str]
    created_at: datetime.datetime
    updated_at: datetime.datetime
    version: int
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.rule_match import RuleMatch  # noqa: PLC0415

        id = str(self.id)

        name = self.name

        rank = self.rank

        active = self.active

        match = self.match.to_dict()

        group_id = str(self.group_id)

        account_owner_first = self.account_owner_first

        skills = self.skills

        created_at = self.created_at.isoformat()

        updated_at = self.updated_at.isoformat()

        version = self.version

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "id": id,
                "name": name,
                "rank": rank,
                "active": active,
                "match": match,
                "group_id": group_id,
                "account_owner_first": account_owner_first,
                "skills": skills,
                "created_at": created_at,
                "updated_at": updated_at,
                "version": version,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.rule_match import RuleMatch  # noqa: PLC0415

        d = dict(src_dict)
        id = UUID(d.pop("id"))

        name = d.pop("name")

        rank = d.pop("rank")

        active = d.pop("active")

        match = RuleMatch.from_dict(d.pop("match"))

        group_id = UUID(d.pop("group_id"))

        account_owner_first = d.pop("account_owner_first")

        skills = cast(list[str], d.pop("skills"))

        created_at = datetime.datetime.fromisoformat(d.pop("created_at"))

        updated_at = datetime.datetime.fromisoformat(d.pop("updated_at"))

        version = d.pop("version")

        routing_rule_out = cls(
            id=id,
            name=name,
            rank=rank,
            active=active,
            match=match,
            group_id=group_id,
            account_owner_first=account_owner_first,
            skills=skills,
            created_at=created_at,
            updated_at=updated_at,
            version=version,
        )

        routing_rule_out.additional_properties = d
        return routing_rule_out

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
