from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..models.sla_target_metric import check_sla_target_metric
from ..models.sla_target_metric import SlaTargetMetric
from ..models.sla_target_pause_statuses_item import check_sla_target_pause_statuses_item
from ..models.sla_target_pause_statuses_item import SlaTargetPauseStatusesItem
from ..models.sla_target_priority import check_sla_target_priority
from ..models.sla_target_priority import SlaTargetPriority
from ..types import UNSET, Unset
from typing import cast
from uuid import UUID


T = TypeVar("T", bound="SlaTarget")


@_attrs_define
class SlaTarget:
    """What is promised for one metric and priority, in seconds of the calendar (null = 24x7).

    pause_statuses: in which the clocks of replies stand still; the other metrics have statuses of their
    own. warn_at_share: the share of the target at which sla.warned is told.

        Attributes:
            metric (SlaTargetMetric):
            priority (SlaTargetPriority):
            seconds (int):
            calendar_id (None | Unset | UUID):
            pause_statuses (list[SlaTargetPauseStatusesItem] | Unset):
            warn_at_share (float | Unset):  Default: 0.75.
    """

    metric: SlaTargetMetric
    priority: SlaTargetPriority
    seconds: int
    calendar_id: None | Unset | UUID = UNSET
    pause_statuses: list[SlaTargetPauseStatusesItem] | Unset = UNSET
    warn_at_share: float | Unset = 0.75

    def to_dict(self) -> dict[str, Any]:
        metric: str = self.metric

        priority: str = self.priority

        seconds = self.seconds

        calendar_id: None | str | Unset
        if isinstance(self.calendar_id, Unset):
            calendar_id = UNSET
        elif isinstance(self.calendar_id, UUID):
            calendar_id = str(self.calendar_id)
        else:
            calendar_id = self.calendar_id

        pause_statuses: list[str] | Unset = UNSET
        if not isinstance(self.pause_statuses, Unset):
            pause_statuses = []
            for pause_statuses_item_data in self.pause_statuses:
                pause_statuses_item: str = pause_statuses_item_data
                pause_statuses.append(pause_statuses_item)

        warn_at_share = self.warn_at_share

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "metric": metric,
                "priority": priority,
                "seconds": seconds,
            }
        )
        if calendar_id is not UNSET:
            field_dict["calendar_id"] = calendar_id
        if pause_statuses is not UNSET:
            field_dict["pause_statuses"] = pause_statuses
        if warn_at_share is not UNSET:
            field_dict["warn_at_share"] = warn_at_share

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        metric = check_sla_target_metric(d.pop("metric"))

        priority = check_sla_target_priority(d.pop("priority"))

        seconds = d.pop("seconds")

        def _parse_calendar_id(data: object) -> None | Unset | UUID:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                calendar_id_type_0 = UUID(data)

                return calendar_id_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | Unset | UUID, data)

        calendar_id = _parse_calendar_id(d.pop("calendar_id", UNSET))

        _pause_statuses = d.pop("pause_statuses", UNSET)
        pause_statuses: list[SlaTargetPauseStatusesItem] | Unset = UNSET
        if _pause_statuses is not UNSET:
            pause_statuses = []
            for pause_statuses_item_data in _pause_statuses:
                pause_statuses_item = check_sla_target_pause_statuses_item(pause_statuses_item_data)

                pause_statuses.append(pause_statuses_item)

        warn_at_share = d.pop("warn_at_share", UNSET)

        sla_target = cls(
            metric=metric,
            priority=priority,
            seconds=seconds,
            calendar_id=calendar_id,
            pause_statuses=pause_statuses,
            warn_at_share=warn_at_share,
        )

        return sla_target
