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


T = TypeVar("T", bound="FollowUpRulePatch")


@_attrs_define
class FollowUpRulePatch:
    """What the rule's next version says otherwise, as a merge-patch; `match` and `actions` are replaced whole.

    Attributes:
        name (None | str | Unset):
        active (bool | None | Unset):
        match (FollowUpMatchInput | None | Unset):
        actions (list[AdvocacyAsk | NotifyTeamInput] | None | Unset):
    """

    name: None | str | Unset = UNSET
    active: bool | None | Unset = UNSET
    match: FollowUpMatchInput | None | Unset = UNSET
    actions: list[AdvocacyAsk | NotifyTeamInput] | None | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        from ..models.advocacy_ask import AdvocacyAsk  # noqa: PLC0415
        from ..models.follow_up_match_input import FollowUpMatchInput  # noqa: PLC0415
        from ..models.notify_team_input import NotifyTeamInput  # noqa: PLC0415

        name: None | str | Unset
        if isinstance(self.name, Unset):
            name = UNSET
        else:
            name = self.name

        active: bool | None | Unset
        if isinstance(self.active, Unset):
            active = UNSET
        else:
            active = self.active

        match: dict[str, Any] | None | Unset
        if isinstance(self.match, Unset):
            match = UNSET
        elif isinstance(self.match, FollowUpMatchInput):
            match = self.match.to_dict()
        else:
            match = self.match

        actions: list[dict[str, Any]] | None | Unset
        if isinstance(self.actions, Unset):
            actions = UNSET
        elif isinstance(self.actions, list):
            actions = []
            for actions_type_0_item_data in self.actions:
                actions_type_0_item: dict[str, Any]
                if isinstance(actions_type_0_item_data, NotifyTeamInput):
                    actions_type_0_item = actions_type_0_item_data.to_dict()
                else:
                    actions_type_0_item = actions_type_0_item_data.to_dict()

                actions.append(actions_type_0_item)

        else:
            actions = self.actions

        field_dict: dict[str, Any] = {}

        field_dict.update({})
        if name is not UNSET:
            field_dict["name"] = name
        if active is not UNSET:
            field_dict["active"] = active
        if match is not UNSET:
            field_dict["match"] = match
        if actions is not UNSET:
            field_dict["actions"] = actions

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.advocacy_ask import AdvocacyAsk  # noqa: PLC0415
        from ..models.follow_up_match_input import FollowUpMatchInput  # noqa: PLC0415
        from ..models.notify_team_input import NotifyTeamInput  # noqa: PLC0415

        d = dict(src_dict)

        def _parse_name(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        name = _parse_name(d.pop("name", UNSET))

        def _parse_active(data: object) -> bool | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(bool | None | Unset, data)

        active = _parse_active(d.pop("active", UNSET))

        def _parse_match(data: object) -> FollowUpMatchInput | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                match_type_0 = FollowUpMatchInput.from_dict(data)

                return match_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(FollowUpMatchInput | None | Unset, data)

        match = _parse_match(d.pop("match", UNSET))

        def _parse_actions(data: object) -> list[AdvocacyAsk | NotifyTeamInput] | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, list):
                    raise TypeError()
                actions_type_0 = []
                _actions_type_0 = data
                for actions_type_0_item_data in _actions_type_0:

                    def _parse_actions_type_0_item(data: object) -> AdvocacyAsk | NotifyTeamInput:
                        try:
                            if not isinstance(data, dict):
                                raise TypeError()
                            actions_type_0_item_type_0 = NotifyTeamInput.from_dict(data)

                            return actions_type_0_item_type_0
                        except (TypeError, ValueError, AttributeError, KeyError):
                            pass
                        if not isinstance(data, dict):
                            raise TypeError()
                        actions_type_0_item_type_1 = AdvocacyAsk.from_dict(data)

                        return actions_type_0_item_type_1

                    actions_type_0_item = _parse_actions_type_0_item(actions_type_0_item_data)

                    actions_type_0.append(actions_type_0_item)

                return actions_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(list[AdvocacyAsk | NotifyTeamInput] | None | Unset, data)

        actions = _parse_actions(d.pop("actions", UNSET))

        follow_up_rule_patch = cls(
            name=name,
            active=active,
            match=match,
            actions=actions,
        )

        return follow_up_rule_patch
