from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from typing import cast
import datetime

if TYPE_CHECKING:
    from ..models.heartbeat_out_consumed import HeartbeatOutConsumed
    from ..models.heartbeat_out_jobs_item import HeartbeatOutJobsItem
    from ..models.heartbeat_out_published import HeartbeatOutPublished


T = TypeVar("T", bound="HeartbeatOut")


@_attrs_define
class HeartbeatOut:
    """The newest heartbeat of a service.

    published, consumed: {"topic/partition": offset}. covered_until: up to when everything that the service
    told is known here; null until that was so once.

        Attributes:
            service (str):
            at (datetime.datetime):
            received_at (datetime.datetime):
            log_id (None | str):
            jobs (list[HeartbeatOutJobsItem]):
            outbox_oldest_seconds (int):
            published (HeartbeatOutPublished):
            consumed (HeartbeatOutConsumed):
            covered_until (datetime.datetime | None):
    """

    service: str
    at: datetime.datetime
    received_at: datetime.datetime
    log_id: None | str
    jobs: list[HeartbeatOutJobsItem]
    outbox_oldest_seconds: int
    published: HeartbeatOutPublished
    consumed: HeartbeatOutConsumed
    covered_until: datetime.datetime | None
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.heartbeat_out_consumed import HeartbeatOutConsumed  # noqa: PLC0415
        from ..models.heartbeat_out_jobs_item import HeartbeatOutJobsItem  # noqa: PLC0415
        from ..models.heartbeat_out_published import HeartbeatOutPublished  # noqa: PLC0415

        service = self.service

        at = self.at.isoformat()

        received_at = self.received_at.isoformat()

        log_id: None | str
        log_id = self.log_id

        jobs = []
        for jobs_item_data in self.jobs:
            jobs_item = jobs_item_data.to_dict()
            jobs.append(jobs_item)

        outbox_oldest_seconds = self.outbox_oldest_seconds

        published = self.published.to_dict()

        consumed = self.consumed.to_dict()

        covered_until: None | str
        if isinstance(self.covered_until, datetime.datetime):
            covered_until = self.covered_until.isoformat()
        else:
            covered_until = self.covered_until

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "service": service,
                "at": at,
                "received_at": received_at,
                "log_id": log_id,
                "jobs": jobs,
                "outbox_oldest_seconds": outbox_oldest_seconds,
                "published": published,
                "consumed": consumed,
                "covered_until": covered_until,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.heartbeat_out_consumed import HeartbeatOutConsumed  # noqa: PLC0415
        from ..models.heartbeat_out_jobs_item import HeartbeatOutJobsItem  # noqa: PLC0415
        from ..models.heartbeat_out_published import HeartbeatOutPublished  # noqa: PLC0415

        d = dict(src_dict)
        service = d.pop("service")

        at = datetime.datetime.fromisoformat(d.pop("at"))

        received_at = datetime.datetime.fromisoformat(d.pop("received_at"))

        def _parse_log_id(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        log_id = _parse_log_id(d.pop("log_id"))

        jobs = []
        _jobs = d.pop("jobs")
        for jobs_item_data in _jobs:
            jobs_item = HeartbeatOutJobsItem.from_dict(jobs_item_data)

            jobs.append(jobs_item)

        outbox_oldest_seconds = d.pop("outbox_oldest_seconds")

        published = HeartbeatOutPublished.from_dict(d.pop("published"))

        consumed = HeartbeatOutConsumed.from_dict(d.pop("consumed"))

        def _parse_covered_until(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                covered_until_type_0 = datetime.datetime.fromisoformat(data)

                return covered_until_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        covered_until = _parse_covered_until(d.pop("covered_until"))

        heartbeat_out = cls(
            service=service,
            at=at,
            received_at=received_at,
            log_id=log_id,
            jobs=jobs,
            outbox_oldest_seconds=outbox_oldest_seconds,
            published=published,
            consumed=consumed,
            covered_until=covered_until,
        )

        heartbeat_out.additional_properties = d
        return heartbeat_out

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
