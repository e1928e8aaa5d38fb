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
    from ..models.advocacy_ask import AdvocacyAsk
    from ..models.follow_up_match_output import FollowUpMatchOutput
    from ..models.notify_team_output import NotifyTeamOutput


T = TypeVar("T", bound="FollowUpRuleOut")


@_attrs_define
class FollowUpRuleOut:
    """A rule in one of its versions. updated_at: since when. current: whether it is the newest.

    Attributes:
        id (UUID):
        code (str):
        name (str):
        active (bool):
        match (FollowUpMatchOutput): Which answers a rule is for: every given condition must hold, and an empty one
            always does.

            Of several values one suffices. locale: `sr` is for `sr-Latn` too.
        actions (list[AdvocacyAsk | NotifyTeamOutput]):
        current (bool):
        created_at (datetime.datetime):
        updated_at (datetime.datetime):
        version (int):
    """

    id: UUID
    code: str
    name: str
    active: bool
    match: FollowUpMatchOutput
    actions: list[AdvocacyAsk | NotifyTeamOutput]
    current: bool
    created_at: datetime.datetime
    updated_at: datetime.datetime
    version: int
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.advocacy_ask import AdvocacyAsk  # noqa: PLC0415
        from ..models.follow_up_match_output import FollowUpMatchOutput  # noqa: PLC0415
        from ..models.notify_team_output import NotifyTeamOutput  # noqa: PLC0415

        id = str(self.id)

        code = self.code

        name = self.name

        active = self.active

        match = self.match.to_dict()

        actions = []
        for actions_item_data in self.actions:
            actions_item: dict[str, Any]
            if isinstance(actions_item_data, NotifyTeamOutput):
                actions_item = actions_item_data.to_dict()
            else:
                actions_item = actions_item_data.to_dict()

            actions.append(actions_item)

        current = self.current

        created_at = self.created_at.isoformat()

        updated_at = self.updated_at.isoformat()

        version = self.version

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "id": id,
                "code": code,
                "name": name,
                "active": active,
                "match": match,
                "actions": actions,
                "current": current,
                "created_at": created_at,
                "updated_at": updated_at,
                "version": version,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.advocacy_ask import AdvocacyAsk  # noqa: PLC0415
        from ..models.follow_up_match_output import FollowUpMatchOutput  # noqa: PLC0415
        from ..models.notify_team_output import NotifyTeamOutput  # noqa: PLC0415

        d = dict(src_dict)
        id = UUID(d.pop("id"))

        code = d.pop("code")

        name = d.pop("name")

        active = d.pop("active")

        match = FollowUpMatchOutput.from_dict(d.pop("match"))

        actions = []
        _actions = d.pop("actions")
        for actions_item_data in _actions:

            def _parse_actions_item(data: object) -> AdvocacyAsk | NotifyTeamOutput:
                try:
                    if not isinstance(data, dict):
                        raise TypeError()
                    actions_item_type_0 = NotifyTeamOutput.from_dict(data)

                    return actions_item_type_0
                except (TypeError, ValueError, AttributeError, KeyError):
                    pass
                if not isinstance(data, dict):
                    raise TypeError()
                actions_item_type_1 = AdvocacyAsk.from_dict(data)

                return actions_item_type_1

            actions_item = _parse_actions_item(actions_item_data)

            actions.append(actions_item)

        current = d.pop("current")

        created_at = datetime.datetime.fromisoformat(d.pop("created_at"))

        updated_at = datetime.datetime.fromisoformat(d.pop("updated_at"))

        version = d.pop("version")

        follow_up_rule_out = cls(
            id=id,
            code=code,
            name=name,
            active=active,
            match=match,
            actions=actions,
            current=current,
            created_at=created_at,
            updated_at=updated_at,
            version=version,
        )

        follow_up_rule_out.additional_properties = d
        return follow_up_rule_out

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
