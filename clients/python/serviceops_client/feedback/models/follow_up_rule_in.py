from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..types import UNSET, Unset
from typing import cast

if TYPE_CHECKING:
    from ..models.advocacy_ask import AdvocacyAsk
    from ..models.follow_up_match_input import FollowUpMatchInput
    from ..models.notify_team_input import NotifyTeamInput


T = TypeVar("T", bound="FollowUpRuleIn")


@_attrs_define
class FollowUpRuleIn:
    """What follows which answers. All rules that fit an answer run, each once, in the version of that moment.

    code: what facts and runs name it by; it never changes.

        Attributes:
            code (str):
            name (str):
            actions (list[AdvocacyAsk | NotifyTeamInput]):
            active (bool | Unset):  Default: True.
            match (FollowUpMatchInput | Unset): Which answers a rule is for: every given condition must hold, and an empty
                one always does.

                Of several values one suffices. locale: `sr` is for `sr-Latn` too.
    """

    code: str
    name: str
    actions: list[AdvocacyAsk | NotifyTeamInput]
    active: bool | Unset = True
    match: FollowUpMatchInput | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        from ..models.advocacy_ask import AdvocacyAsk  # noqa: PLC0415
        from ..models.follow_up_match_input import FollowUpMatchInput  # noqa: PLC0415
        from ..models.notify_team_input import NotifyTeamInput  # noqa: PLC0415

        code = self.code

        name = self.name

        actions = []
        for actions_item_data in self.actions:
            actions_item: dict[str, Any]
            if isinstance(actions_item_data, NotifyTeamInput):
                actions_item = actions_item_data.to_dict()
            else:
                actions_item = actions_item_data.to_dict()

            actions.append(actions_item)

        active = self.active

        match: dict[str, Any] | Unset = UNSET
        if not isinstance(self.match, Unset):
            match = self.match.to_dict()

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "code": code,
                "name": name,
                "actions": actions,
            }
        )
        if active is not UNSET:
            field_dict["active"] = active
        if match is not UNSET:
            field_dict["match"] = match

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.advocacy_ask import AdvocacyAsk  # noqa: PLC0415
        from ..models.follow_up_match_input import FollowUpMatchInput  # noqa: PLC0415
        from ..models.notify_team_input import NotifyTeamInput  # noqa: PLC0415

        d = dict(src_dict)
        code = d.pop("code")

        name = d.pop("name")

        actions = []
        _actions = d.pop("actions")
        for actions_item_data in _actions:

            def _parse_actions_item(data: object) -> AdvocacyAsk | NotifyTeamInput:
                try:
                    if not isinstance(data, dict):
                        raise TypeError()
                    actions_item_type_0 = NotifyTeamInput.from_dict(data)

                    return actions_item_type_0
                except (TypeError, ValueError, AttributeError, KeyError):
                    pass
                if not isinstance(data, dict):
                    raise TypeError()
                actions_item_type_1 = AdvocacyAsk.from_dict(data)

                return actions_item_type_1

            actions_item = _parse_actions_item(actions_item_data)

            actions.append(actions_item)

        active = d.pop("active", UNSET)

        _match = d.pop("match", UNSET)
        match: FollowUpMatchInput | Unset
        if isinstance(_match, Unset):
            match = UNSET
        else:
            match = FollowUpMatchInput.from_dict(_match)

        follow_up_rule_in = cls(
            code=code,
            name=name,
            actions=actions,
            active=active,
            match=match,
        )

        return follow_up_rule_in
