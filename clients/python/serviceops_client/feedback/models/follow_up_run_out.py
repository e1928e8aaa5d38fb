from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..models.follow_up_run_out_result_type_0 import check_follow_up_run_out_result_type_0
from ..models.follow_up_run_out_result_type_0 import FollowUpRunOutResultType0
from ..models.follow_up_run_out_state import check_follow_up_run_out_state
from ..models.follow_up_run_out_state import FollowUpRunOutState
from typing import cast
from uuid import UUID
import datetime

if TYPE_CHECKING:
    from ..models.action_done_out import ActionDoneOut


T = TypeVar("T", bound="FollowUpRunOut")


@_attrs_define
class FollowUpRunOut:
    """What one rule did for one answer. actions: null until it was executed, and of runs from before there were rules.

    rule_id: the rule's code. reason: why nothing was done.

        Attributes:
            id (UUID):
            response_id (UUID):
            account_id (None | UUID):
            trace_id (UUID):
            rule_id (None | str):
            rule_version (int | None):
            state (FollowUpRunOutState):
            result (FollowUpRunOutResultType0 | None):
            reason (None | str):
            actions (list[ActionDoneOut] | None):
            opened_at (datetime.datetime):
            executed_at (datetime.datetime | None):
    """

    id: UUID
    response_id: UUID
    account_id: None | UUID
    trace_id: UUID
    rule_id: None | str
    rule_version: int | None
    state: FollowUpRunOutState
    result: FollowUpRunOutResultType0 | None
    reason: None | str
    actions: list[ActionDoneOut] | None
    opened_at: datetime.datetime
    executed_at: datetime.datetime | None
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.action_done_out import ActionDoneOut  # noqa: PLC0415

        id = str(self.id)

        response_id = str(self.response_id)

        account_id: None | str
        if isinstance(self.account_id, UUID):
            account_id = str(self.account_id)
        else:
            account_id = self.account_id

        trace_id = str(self.trace_id)

        rule_id: None | str
        rule_id = self.rule_id

        rule_version: int | None
        rule_version = self.rule_version

        state: str = self.state

        result: None | str
        if isinstance(self.result, str):
            result = self.result
        else:
            result = self.result

        reason: None | str
        reason = self.reason

        actions: list[dict[str, Any]] | None
        if isinstance(self.actions, list):
            actions = []
            for actions_type_0_item_data in self.actions:
                actions_type_0_item = actions_type_0_item_data.to_dict()
                actions.append(actions_type_0_item)

        else:
            actions = self.actions

        opened_at = self.opened_at.isoformat()

        executed_at: None | str
        if isinstance(self.executed_at, datetime.datetime):
            executed_at = self.executed_at.isoformat()
        else:
            executed_at = self.executed_at

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "id": id,
                "response_id": response_id,
                "account_id": account_id,
                "trace_id": trace_id,
                "rule_id": rule_id,
                "rule_version": rule_version,
                "state": state,
                "result": result,
                "reason": reason,
                "actions": actions,
                "opened_at": opened_at,
                "executed_at": executed_at,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.action_done_out import ActionDoneOut  # noqa: PLC0415

        d = dict(src_dict)
        id = UUID(d.pop("id"))

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

        trace_id = UUID(d.pop("trace_id"))

        def _parse_rule_id(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        rule_id = _parse_rule_id(d.pop("rule_id"))

        def _parse_rule_version(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        rule_version = _parse_rule_version(d.pop("rule_version"))

        state = check_follow_up_run_out_state(d.pop("state"))

        def _parse_result(data: object) -> FollowUpRunOutResultType0 | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                result_type_0 = check_follow_up_run_out_result_type_0(data)

                return result_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(FollowUpRunOutResultType0 | None, data)

        result = _parse_result(d.pop("result"))

        def _parse_reason(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        reason = _parse_reason(d.pop("reason"))

        def _parse_actions(data: object) -> list[ActionDoneOut] | None:
            if data is None:
                return data
            try:
                if not isinstance(data, list):
                    raise TypeError()
                actions_type_0 = []
                _actions_type_0 = data
                for actions_type_0_item_data in _actions_type_0:
                    actions_type_0_item = ActionDoneOut.from_dict(actions_type_0_item_data)

                    actions_type_0.append(actions_type_0_item)

                return actions_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(list[ActionDoneOut] | None, data)

        actions = _parse_actions(d.pop("actions"))

        opened_at = datetime.datetime.fromisoformat(d.pop("opened_at"))

        def _parse_executed_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                executed_at_type_0 = datetime.datetime.fromisoformat(data)

                return executed_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        executed_at = _parse_executed_at(d.pop("executed_at"))

        follow_up_run_out = cls(
            id=id,
            response_id=response_id,
            account_id=account_id,
            trace_id=trace_id,
            rule_id=rule_id,
            rule_version=rule_version,
            state=state,
            result=result,
            reason=reason,
            actions=actions,
            opened_at=opened_at,
            executed_at=executed_at,
        )

        follow_up_run_out.additional_properties = d
        return follow_up_run_out

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
