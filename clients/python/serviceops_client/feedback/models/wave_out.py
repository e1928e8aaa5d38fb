from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..models.wave_out_state import check_wave_out_state
from ..models.wave_out_state import WaveOutState
from typing import cast
from uuid import UUID
import datetime

if TYPE_CHECKING:
    from ..models.wave_out_counts import WaveOutCounts


T = TypeVar("T", bound="WaveOut")


@_attrs_define
class WaveOut:
    """A wave, and how far it is. counts: contacts by verdict, and by the first reason against where there is one.

    after_contact_id: up to which contact it was decided, in the order of their ids.

        Attributes:
            id (UUID):
            program_id (UUID):
            number (int):
            name (str):
            state (WaveOutState):
            not_before (datetime.datetime):
            trickle_seconds (int):
            after_contact_id (None | UUID):
            counts (WaveOutCounts):
            begun_at (datetime.datetime | None):
            done_at (datetime.datetime | None):
            trace_id (UUID):
            created_at (datetime.datetime):
            updated_at (datetime.datetime):
            version (int):
    """

    id: UUID
    program_id: UUID
    number: int
    name: str
    state: WaveOutState
    not_before: datetime.datetime
    trickle_seconds: int
    after_contact_id: None | UUID
    counts: WaveOutCounts
    begun_at: datetime.datetime | None
    done_at: datetime.datetime | None
    trace_id: UUID
    created_at: datetime.datetime
    updated_at: datetime.datetime
    version: int
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.wave_out_counts import WaveOutCounts  # noqa: PLC0415

        id = str(self.id)

        program_id = str(self.program_id)

        number = self.number

        name = self.name

        state: str = self.state

        not_before = self.not_before.isoformat()

        trickle_seconds = self.trickle_seconds

        after_contact_id: None | str
        if isinstance(self.after_contact_id, UUID):
            after_contact_id = str(self.after_contact_id)
        else:
            after_contact_id = self.after_contact_id

        counts = self.counts.to_dict()

        begun_at: None | str
        if isinstance(self.begun_at, datetime.datetime):
            begun_at = self.begun_at.isoformat()
        else:
            begun_at = self.begun_at

        done_at: None | str
        if isinstance(self.done_at, datetime.datetime):
            done_at = self.done_at.isoformat()
        else:
            done_at = self.done_at

        trace_id = str(self.trace_id)

        created_at = self.created_at.isoformat()

        updated_at = self.updated_at.isoformat()

        version = self.version

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "id": id,
                "program_id": program_id,
                "number": number,
                "name": name,
                "state": state,
                "not_before": not_before,
                "trickle_seconds": trickle_seconds,
                "after_contact_id": after_contact_id,
                "counts": counts,
                "begun_at": begun_at,
                "done_at": done_at,
                "trace_id": trace_id,
                "created_at": created_at,
                "updated_at": updated_at,
                "version": version,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.wave_out_counts import WaveOutCounts  # noqa: PLC0415

        d = dict(src_dict)
        id = UUID(d.pop("id"))

        program_id = UUID(d.pop("program_id"))

        number = d.pop("number")

        name = d.pop("name")

        state = check_wave_out_state(d.pop("state"))

        not_before = datetime.datetime.fromisoformat(d.pop("not_before"))

        trickle_seconds = d.pop("trickle_seconds")

        def _parse_after_contact_id(data: object) -> None | UUID:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                after_contact_id_type_0 = UUID(data)

                return after_contact_id_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | UUID, data)

        after_contact_id = _parse_after_contact_id(d.pop("after_contact_id"))

        counts = WaveOutCounts.from_dict(d.pop("counts"))

        def _parse_begun_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                begun_at_type_0 = datetime.datetime.fromisoformat(data)

                return begun_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        begun_at = _parse_begun_at(d.pop("begun_at"))

        def _parse_done_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                done_at_type_0 = datetime.datetime.fromisoformat(data)

                return done_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        done_at = _parse_done_at(d.pop("done_at"))

        trace_id = UUID(d.pop("trace_id"))

        created_at = datetime.datetime.fromisoformat(d.pop("created_at"))

        updated_at = datetime.datetime.fromisoformat(d.pop("updated_at"))

        version = d.pop("version")

        wave_out = cls(
            id=id,
            program_id=program_id,
            number=number,
            name=name,
            state=state,
            not_before=not_before,
            trickle_seconds=trickle_seconds,
            after_contact_id=after_contact_id,
            counts=counts,
            begun_at=begun_at,
            done_at=done_at,
            trace_id=trace_id,
            created_at=created_at,
            updated_at=updated_at,
            version=version,
        )

        wave_out.additional_properties = d
        return wave_out

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
