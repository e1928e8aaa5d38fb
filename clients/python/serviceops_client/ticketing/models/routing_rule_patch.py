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
    from ..models.rule_match_patch import RuleMatchPatch


T = TypeVar("T", bound="RoutingRulePatch")


@_attrs_define
class RoutingRulePatch:
    """What changes about a rule, as a merge-patch.

    Attributes:
        name (None | str | Unset):
        rank (int | None | Unset):
        active (bool | None | Unset):
        match (None | RuleMatchPatch | Unset):
        group_id (None | Unset | UUID):
        account_owner_first (bool | None | Unset):
        skills (list[str] | None | Unset):
    """

    name: None | str | Unset = UNSET
    rank: int | None | Unset = UNSET
    active: bool | None | Unset = UNSET
    match: None | RuleMatchPatch | Unset = UNSET
    group_id: None | Unset | UUID = UNSET
    account_owner_first: bool | None | Unset = UNSET
    skills: list[str] | None | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        from ..models.rule_match_patch import RuleMatchPatch  # noqa: PLC0415

        name: None | str | Unset
        if isinstance(self.name, Unset):
            name = UNSET
        else:
            name = self.name

        rank: int | None | Unset
        if isinstance(self.rank, Unset):
            rank = UNSET
        else:
            rank = self.rank

        active: bool | None | Unset
        if isinstance(self.active, Unset):
            active = UNSET
        else:
            active = self.active

        match: dict[str, Any] | None | Unset
        if isinstance(self.match, Unset):
            match = UNSET
        elif isinstance(self.match, RuleMatchPatch):
            match = self.match.to_dict()
        else:
            match = self.match

        group_id: None | str | Unset
        if isinstance(self.group_id, Unset):
            group_id = UNSET
        elif isinstance(self.group_id, UUID):
            group_id = str(self.group_id)
        else:
            group_id = self.group_id

        account_owner_first: bool | None | Unset
        if isinstance(self.account_owner_first, Unset):
            account_owner_first = UNSET
        else:
            account_owner_first = self.account_owner_first

        skills: list[str] | None | Unset
        if isinstance(self.skills, Unset):
            skills = UNSET
        elif isinstance(self.skills, list):
            skills = self.skills

        else:
            skills = self.skills

        field_dict: dict[str, Any] = {}

        field_dict.update({})
        if name is not UNSET:
            field_dict["name"] = name
        if rank is not UNSET:
            field_dict["rank"] = rank
        if active is not UNSET:
            field_dict["active"] = active
        if match is not UNSET:
            field_dict["match"] = match
        if group_id is not UNSET:
            field_dict["group_id"] = group_id
        if account_owner_first is not UNSET:
            field_dict["account_owner_first"] = account_owner_first
        if skills is not UNSET:
            field_dict["skills"] = skills

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.rule_match_patch import RuleMatchPatch  # noqa: PLC0415

        d = dict(src_dict)

        def _parse_name(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        name = _parse_name(d.pop("name", UNSET))

        def _parse_rank(data: object) -> int | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(int | None | Unset, data)

        rank = _parse_rank(d.pop("rank", UNSET))

        def _parse_active(data: object) -> bool | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(bool | None | Unset, data)

        active = _parse_active(d.pop("active", UNSET))

        def _parse_match(data: object) -> None | RuleMatchPatch | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                match_type_0 = RuleMatchPatch.from_dict(data)

                return match_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | RuleMatchPatch | Unset, data)

        match = _parse_match(d.pop("match", UNSET))

        def _parse_group_id(data: object) -> None | Unset | UUID:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                group_id_type_0 = UUID(data)

                return group_id_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | Unset | UUID, data)

        group_id = _parse_group_id(d.pop("group_id", UNSET))

        def _parse_account_owner_first(data: object) -> bool | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(bool | None | Unset, data)

        account_owner_first = _parse_account_owner_first(d.pop("account_owner_first", UNSET))

        def _parse_skills(data: object) -> list[str] | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, list):
                    raise TypeError()
                skills_type_0 = cast(list[str], data)

                return skills_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(list[str] | None | Unset, data)

        skills = _parse_skills(d.pop("skills", UNSET))

        routing_rule_patch = cls(
            name=name,
            rank=rank,
            active=active,
            match=match,
            group_id=group_id,
            account_owner_first=account_owner_first,
            skills=skills,
        )

        return routing_rule_patch
