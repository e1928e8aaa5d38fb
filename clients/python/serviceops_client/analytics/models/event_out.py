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
    from ..models.event_out_data import EventOutData


T = TypeVar("T", bound="EventOut")


@_attrs_define
class EventOut:
    """A fact as it lies on Kafka, in CloudEvents' JSON form. An attribute that is null is not set.

    position: its place in the feed, without gaps when it is given. sequence: rises within one subject; compare it
    with nothing else. time: when it happened; recordedtime: when the service wrote it down.
    correlationid: the business story. causationid: `fact/<id>`, `request/<id>` or `job/<name>/<id>`.

        Attributes:
            position (int):
            specversion (str):
            id (UUID):
            source (str):
            type_ (str):
            subject (str):
            time (datetime.datetime):
            recordedtime (datetime.datetime):
            sequence (str):
            correlationid (UUID):
            causationid (str):
            actor (str):
            traceparent (None | str):
            datacontenttype (str):
            data (EventOutData):
    """

    position: int
    specversion: str
    id: UUID
    source: str
    type_: str
    subject: str
    time: datetime.datetime
    recordedtime: datetime.datetime
    sequence: str
    correlationid: UUID
    causationid: str
    actor: str
    traceparent: None | str
    datacontenttype: str
    data: EventOutData
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.event_out_data import EventOutData  # noqa: PLC0415

        position = self.position

        specversion = self.specversion

        id = str(self.id)

        source = self.source

        type_ = self.type_

        subject = self.subject

        time = self.time.isoformat()

        recordedtime = self.recordedtime.isoformat()

        sequence = self.sequence

        correlationid = str(self.correlationid)

        causationid = self.causationid

        actor = self.actor

        traceparent: None | str
        traceparent = self.traceparent

        datacontenttype = self.datacontenttype

        data = self.data.to_dict()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "position": position,
                "specversion": specversion,
                "id": id,
                "source": source,
                "type": type_,
                "subject": subject,
                "time": time,
                "recordedtime": recordedtime,
                "sequence": sequence,
                "correlationid": correlationid,
                "causationid": causationid,
                "actor": actor,
                "traceparent": traceparent,
                "datacontenttype": datacontenttype,
                "data": data,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.event_out_data import EventOutData  # noqa: PLC0415

        d = dict(src_dict)
        position = d.pop("position")

        specversion = d.pop("specversion")

        id = UUID(d.pop("id"))

        source = d.pop("source")

        type_ = d.pop("type")

        subject = d.pop("subject")

        time = datetime.datetime.fromisoformat(d.pop("time"))

        recordedtime = datetime.datetime.fromisoformat(d.pop("recordedtime"))

        sequence = d.pop("sequence")

        correlationid = UUID(d.pop("correlationid"))

        causationid = d.pop("causationid")

        actor = d.pop("actor")

        def _parse_traceparent(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        traceparent = _parse_traceparent(d.pop("traceparent"))

        datacontenttype = d.pop("datacontenttype")

        data = EventOutData.from_dict(d.pop("data"))

        event_out = cls(
            position=position,
            specversion=specversion,
            id=id,
            source=source,
            type_=type_,
            subject=subject,
            time=time,
            recordedtime=recordedtime,
            sequence=sequence,
            correlationid=correlationid,
            causationid=causationid,
            actor=actor,
            traceparent=traceparent,
            datacontenttype=datacontenttype,
            data=data,
        )

        event_out.additional_properties = d
        return event_out

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
