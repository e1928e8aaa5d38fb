from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..types import UNSET, Unset
from typing import cast
from uuid import UUID

if TYPE_CHECKING:
    from ..models.rule_match import RuleMatch


T = TypeVar("T", bound="RoutingRuleIn")


@_attrs_define
class RoutingRuleIn:
    """Which new tickets go to which group. The rule with the lowest rank that fits is taken; without one no group is.

    account_owner_first: the account's CSM gets them, if available, and else the group. skills: what whoever gets them
    must have, where the group's strategy is `skills`.

        Attributes:
            name (str):
            rank (int):
            group_id (UUID):
            active (bool | Unset):  Default: True.
            match (RuleMatch | Unset): Which tickets a rule is for: every given condition must hold, and an empty one always
                does.

                Of several values one suffices. words: in the subject or the first message, whole and whatever their case;
                several
                in one text must stand together.
            account_owner_first (bool | Unset):  Default: False.
            skills (list[str] | Unset):
    """

    name: str
    rank: int
    group_id: UUID
    active: bool | Unset = True
    match: RuleMatch | Unset = UNSET
    account_owner_first: bool | Unset = False
    skills: list[str] | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        from ..models.rule_match import RuleMatch  # noqa: PLC0415

        name = self.name

        rank = self.rank

        group_id = str(self.group_id)

        active = self.active

        match: dict[str, Any] | Unset = UNSET
        if not isinstance(self.match, Unset):
            match = self.match.to_dict()

        account_owner_first = self.account_owner_first

        skills: list[str] | Unset = UNSET
        if not isinstance(self.skills, Unset):
            skills = self.skills

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "name": name,
                "rank": rank,
                "group_id": group_id,
            }
        )
        if active is not UNSET:
            field_dict["active"] = active
        if match is not UNSET:
            field_dict["match"] = match
        if account_owner_first is not UNSET:
            field_dict["account_owner_first"] = account_owner_first
        if skills is not UNSET:
            field_dict["skills"] = skills

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.rule_match import RuleMatch  # noqa: PLC0415

        d = dict(src_dict)
        name = d.pop("name")

        rank = d.pop("rank")

        group_id = UUID(d.pop("group_id"))

        active = d.pop("active", UNSET)

        _match = d.pop("match", UNSET)
        match: RuleMatch | Unset
        if isinstance(_match, Unset):
            match = UNSET
        else:
            match = RuleMatch.from_dict(_match)

        account_owner_first = d.pop("account_owner_first", UNSET)

        skills = cast(list[str], d.pop("skills", UNSET))

        routing_rule_in = cls(
            name=name,
            rank=rank,
            group_id=group_id,
            active=active,
            match=match,
            account_owner_first=account_owner_first,
            skills=skills,
        )

        return routing_rule_in
