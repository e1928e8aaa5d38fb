from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..models.coming_level_out_actions_item import check_coming_level_out_actions_item
from ..models.coming_level_out_actions_item import ComingLevelOutActionsItem
from ..models.coming_level_out_metric import check_coming_level_out_metric
from ..models.coming_level_out_metric import ComingLevelOutMetric
from typing import cast
from uuid import UUID
import datetime

if TYPE_CHECKING:
    from ..models.level_recipient_out import LevelRecipientOut


T = TypeVar("T", bound="ComingLevelOut")


@_attrs_define
class ComingLevelOut:
    """A level that a clock has not reached, and when it does if all stays as it is; null while the clock is paused.

    recipients, actions: as they would be now. A time that is past is one that nobody has looked at yet.

        Attributes:
            ticket_id (UUID):
            clock_id (UUID):
            metric (ComingLevelOutMetric):
            cycle (int):
            rule_id (UUID):
            rule_version (int):
            level (str):
            at (datetime.datetime | None):
            recipients (list[LevelRecipientOut]):
            actions (list[ComingLevelOutActionsItem]):
    """

    ticket_id: UUID
    clock_id: UUID
    metric: ComingLevelOutMetric
    cycle: int
    rule_id: UUID
    rule_version: int
    level: str
    at: datetime.datetime | None
    recipients: list[LevelRecipientOut]
    actions: list[ComingLevelOutActionsItem]
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.level_recipient_out import LevelRecipientOut  # noqa: PLC0415

        ticket_id = str(self.ticket_id)

        clock_id = str(self.clock_id)

        metric: str = self.metric

        cycle = self.cycle

        rule_id = str(self.rule_id)

        rule_version = self.rule_version

        level = self.level

        at: None | str
        if isinstance(self.at, datetime.datetime):
            at = self.at.isoformat()
        else:
            at = self.at

        recipients = []
        for recipients_item_data in self.recipients:
            recipients_item = recipients_item_data.to_dict()
            recipients.append(recipients_item)

        actions = []
        for actions_item_data in self.actions:
            actions_item: str = actions_item_data
            actions.append(actions_item)

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "ticket_id": ticket_id,
                "clock_id": clock_id,
                "metric": metric,
                "cycle": cycle,
                "rule_id": rule_id,
                "rule_version": rule_version,
                "level": level,
                "at": at,
                "recipients": recipients,
                "actions": actions,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.level_recipient_out import LevelRecipientOut  # noqa: PLC0415

        d = dict(src_dict)
        ticket_id = UUID(d.pop("ticket_id"))

        clock_id = UUID(d.pop("clock_id"))

        metric = check_coming_level_out_metric(d.pop("metric"))

        cycle = d.pop("cycle")

        rule_id = UUID(d.pop("rule_id"))

        rule_version = d.pop("rule_version")

        level = d.pop("level")

        def _parse_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                at_type_0 = datetime.datetime.fromisoformat(data)

                return at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        at = _parse_at(d.pop("at"))

        recipients = []
        _recipients = d.pop("recipients")
        for recipients_item_data in _recipients:
            recipients_item = LevelRecipientOut.from_dict(recipients_item_data)

            recipients.append(recipients_item)

        actions = []
        _actions = d.pop("actions")
        for actions_item_data in _actions:
            actions_item = check_coming_level_out_actions_item(actions_item_data)

            actions.append(actions_item)

        coming_level_out = cls(
            ticket_id=ticket_id,
            clock_id=clock_id,
            metric=metric,
            cycle=cycle,
            rule_id=rule_id,
            rule_version=rule_version,
            level=level,
            at=at,
            recipients=recipients,
            actions=actions,
        )

        coming_level_out.additional_properties = d
        return coming_level_out

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
