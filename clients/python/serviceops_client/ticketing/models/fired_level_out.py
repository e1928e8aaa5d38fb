from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..models.fired_level_out_metric import check_fired_level_out_metric
from ..models.fired_level_out_metric import FiredLevelOutMetric
from ..models.fired_level_out_state import check_fired_level_out_state
from ..models.fired_level_out_state import FiredLevelOutState
from typing import cast
from uuid import UUID
import datetime

if TYPE_CHECKING:
    from ..models.action_out import ActionOut
    from ..models.level_recipient_out import LevelRecipientOut


T = TypeVar("T", bound="FiredLevelOut")


@_attrs_define
class FiredLevelOut:
    """A level that a clock reached. late_seconds: from when it was due to when that was seen.

    state recorded: it was seen only after what the clock waits for had happened, so that nothing was done.

        Attributes:
            clock_id (UUID):
            metric (FiredLevelOutMetric):
            cycle (int):
            rule_id (UUID):
            rule_version (int):
            level (str):
            state (FiredLevelOutState):
            due_at (datetime.datetime):
            detected_at (datetime.datetime):
            late_seconds (int):
            recipients (list[LevelRecipientOut]):
            actions (list[ActionOut]):
    """

    clock_id: UUID
    metric: FiredLevelOutMetric
    cycle: int
    rule_id: UUID
    rule_version: int
    level: str
    state: FiredLevelOutState
    due_at: datetime.datetime
    detected_at: datetime.datetime
    late_seconds: int
    recipients: list[LevelRecipientOut]
    actions: list[ActionOut]
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.action_out import ActionOut  # noqa: PLC0415
        from ..models.level_recipient_out import LevelRecipientOut  # noqa: PLC0415

        clock_id = str(self.clock_id)

        metric: str = self.metric

        cycle = self.cycle

        rule_id = str(self.rule_id)

        rule_version = self.rule_version

        level = self.level

        state: str = self.state

        due_at = self.due_at.isoformat()

        detected_at = self.detected_at.isoformat()

        late_seconds = self.late_seconds

        recipients = []
        for recipients_item_data in self.recipients:
            recipients_item = recipients_item_data.to_dict()
            recipients.append(recipients_item)

        actions = []
        for actions_item_data in self.actions:
            actions_item = actions_item_data.to_dict()
            actions.append(actions_item)

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "clock_id": clock_id,
                "metric": metric,
                "cycle": cycle,
                "rule_id": rule_id,
                "rule_version": rule_version,
                "level": level,
                "state": state,
                "due_at": due_at,
                "detected_at": detected_at,
                "late_seconds": late_seconds,
                "recipients": recipients,
                "actions": actions,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.action_out import ActionOut  # noqa: PLC0415
        from ..models.level_recipient_out import LevelRecipientOut  # noqa: PLC0415

        d = dict(src_dict)
        clock_id = UUID(d.pop("clock_id"))

        metric = check_fired_level_out_metric(d.pop("metric"))

        cycle = d.pop("cycle")

        rule_id = UUID(d.pop("rule_id"))

        rule_version = d.pop("rule_version")

        level = d.pop("level")

        state = check_fired_level_out_state(d.pop("state"))

        due_at = datetime.datetime.fromisoformat(d.pop("due_at"))

        detected_at = datetime.datetime.fromisoformat(d.pop("detected_at"))

        late_seconds = d.pop("late_seconds")

        recipients = []
        _recipients = d.pop("recipients")
        for recipients_item_data in _recipients:
            recipients_item = LevelRecipientOut.from_dict(recipients_item_data)

            recipients.append(recipients_item)

        actions = []
        _actions = d.pop("actions")
        for actions_item_data in _actions:
            actions_item = ActionOut.from_dict(actions_item_data)

            actions.append(actions_item)

        fired_level_out = cls(
            clock_id=clock_id,
            metric=metric,
            cycle=cycle,
            rule_id=rule_id,
            rule_version=rule_version,
            level=level,
            state=state,
            due_at=due_at,
            detected_at=detected_at,
            late_seconds=late_seconds,
            recipients=recipients,
            actions=actions,
        )

        fired_level_out.additional_properties = d
        return fired_level_out

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
