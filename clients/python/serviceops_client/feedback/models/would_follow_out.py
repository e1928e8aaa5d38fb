from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..models.would_follow_out_result import check_would_follow_out_result
from ..models.would_follow_out_result import WouldFollowOutResult
from typing import cast
from uuid import UUID

if TYPE_CHECKING:
    from ..models.action_done_out import ActionDoneOut
    from ..models.told_out import ToldOut


T = TypeVar("T", bound="WouldFollowOut")


@_attrs_define
class WouldFollowOut:
    """What would follow one answer. reason: why none of the rule's actions is looked at.

    Attributes:
        response_id (UUID):
        account_id (None | UUID):
        result (WouldFollowOutResult):
        reason (None | str):
        actions (list[ActionDoneOut]):
        team (list[ToldOut]):
    """

    response_id: UUID
    account_id: None | UUID
    result: WouldFollowOutResult
    reason: None | str
    actions: list[ActionDoneOut]
    team: list[ToldOut]
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.action_done_out import ActionDoneOut  # noqa: PLC0415
        from ..models.told_out import ToldOut  # noqa: PLC0415

        response_id = str(self.response_id)

        account_id: None | str
        if isinstance(self.account_id, UUID):
            account_id = str(self.account_id)
        else:
            account_id = self.account_id

        result: str = self.result

        reason: None | str
        reason = self.reason

        actions = []
        for actions_item_data in self.actions:
            actions_item = actions_item_data.to_dict()
            actions.append(actions_item)

        team = []
        for team_item_data in self.team:
            team_item = team_item_data.to_dict()
            team.append(team_item)

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "response_id": response_id,
                "account_id": account_id,
                "result": result,
                "reason": reason,
                "actions": actions,
                "team": team,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.action_done_out import ActionDoneOut  # noqa: PLC0415
        from ..models.told_out import ToldOut  # noqa: PLC0415

        d = dict(src_dict)
        response_id = UUID(d.pop("response_id"))

        def _parse_account_id(data: object) -> None | UUID:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                account_id_type_0 = UUID(data)

                return account_id_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | UUID, data)

        account_id = _parse_account_id(d.pop("account_id"))

        result = check_would_follow_out_result(d.pop("result"))

        def _parse_reason(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        reason = _parse_reason(d.pop("reason"))

        actions = []
        _actions = d.pop("actions")
        for actions_item_data in _actions:
            actions_item = ActionDoneOut.from_dict(actions_item_data)

            actions.append(actions_item)

        team = []
        _team = d.pop("team")
        for team_item_data in _team:
            team_item = ToldOut.from_dict(team_item_data)

            team.append(team_item)

        would_follow_out = cls(
            response_id=response_id,
            account_id=account_id,
            result=result,
            reason=reason,
            actions=actions,
            team=team,
        )

        would_follow_out.additional_properties = d
        return would_follow_out

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
