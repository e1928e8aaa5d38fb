from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..models.program_out_channels_item import check_program_out_channels_item
from ..models.program_out_channels_item import ProgramOutChannelsItem
from ..models.program_out_quarantine_class import check_program_out_quarantine_class
from ..models.program_out_quarantine_class import ProgramOutQuarantineClass
from ..models.program_out_state import check_program_out_state
from ..models.program_out_state import ProgramOutState
from typing import cast
from uuid import UUID
import datetime

if TYPE_CHECKING:
    from ..models.audience import Audience
    from ..models.sending_window_output import SendingWindowOutput
    from ..models.trigger import Trigger


T = TypeVar("T", bound="ProgramOut")


@_attrs_define
class ProgramOut:
    """A program. shipped: the key of one that came with the service; next_due_at: of its schedule.

    Attributes:
        id (UUID):
        name (str):
        shipped (None | str):
        state (ProgramOutState):
        survey_id (UUID):
        brand (str):
        audience (Audience): Whom the program is for: every list that is not empty must hold one of the contact's.

            account_ids, tiers, segments and tags are those of the contact's account.
        trigger (Trigger): What sets the program off.

            event: a fact's name, and how long after it; schedule: an RFC 5545 rule of days, from starts_at on by the clock
            of
            the zone, each time a wave; wave: somebody plans one; manual: somebody asks single contacts.
        timezone (str):
        quarantine_class (ProgramOutQuarantineClass):
        sampling_rate (float):
        channels (list[ProgramOutChannelsItem]):
        sending_window (None | SendingWindowOutput):
        reminders (list[int]):
        expires_after_seconds (int):
        edit_window_seconds (int):
        min_tenure_seconds (int):
        cadence_seconds (int):
        gap_seconds (int):
        account_cap (int | None):
        trickle_seconds (int):
        frame_origins (list[str]):
        next_due_at (datetime.datetime | None):
        created_at (datetime.datetime):
        updated_at (datetime.datetime):
        version (int):
    """

    id: UUID
    name: str
    shipped: None | str
    state: ProgramOutState
    survey_id: UUID
    brand: str
    audience: Audience
    trigger: Trigger
    timezone: str
    quarantine_class: ProgramOutQuarantineClass
    sampling_rate: float
    channels: list[ProgramOutChannelsItem]
    sending_window: None | SendingWindowOutput
    reminders: list[int]
    expires_after_seconds: int
    edit_window_seconds: int
    min_tenure_seconds: int
    cadence_seconds: int
    gap_seconds: int
    account_cap: int | None
    trickle_seconds: int
    frame_origins: list[str]
    next_due_at: datetime.datetime | None
    created_at: datetime.datetime
    updated_at: datetime.datetime
    version: int
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.audience import Audience  # noqa: PLC0415
        from ..models.sending_window_output import SendingWindowOutput  # noqa: PLC0415
        from ..models.trigger import Trigger  # noqa: PLC0415

        id = str(self.id)

        name = self.name

        shipped: None | str
        shipped = self.shipped

        state: str = self.state

        survey_id = str(self.survey_id)

        brand = self.brand

        audience = self.audience.to_dict()

        trigger = self.trigger.to_dict()

        timezone = self.timezone

        quarantine_class: str = self.quarantine_class

        sampling_rate = self.sampling_rate

        channels = []
        for channels_item_data in self.channels:
            channels_item: str = channels_item_data
            channels.append(channels_item)

        sending_window: dict[str, Any] | None
        if isinstance(self.sending_window, SendingWindowOutput):
            sending_window = self.sending_window.to_dict()
        else:
            sending_window = self.sending_window

        reminders = self.reminders

        expires_after_seconds = self.expires_after_seconds

        edit_window_seconds = self.edit_window_seconds

        min_tenure_seconds = self.min_tenure_seconds

        cadence_seconds = self.cadence_seconds

        gap_seconds = self.gap_seconds

        account_cap: int | None
        account_cap = self.account_cap

        trickle_seconds = self.trickle_seconds

        frame_origins = self.frame_origins

        next_due_at: None | str
        if isinstance(self.next_due_at, datetime.datetime):
            next_due_at = self.next_due_at.isoformat()
        else:
            next_due_at = self.next_due_at

        created_at = self.created_at.isoformat()

        updated_at = self.updated_at.isoformat()

        version = self.version

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "id": id,
                "name": name,
                "shipped": shipped,
                "state": state,
                "survey_id": survey_id,
                "brand": brand,
                "audience": audience,
                "trigger": trigger,
                "timezone": timezone,
                "quarantine_class": quarantine_class,
                "sampling_rate": sampling_rate,
                "channels": channels,
                "sending_window": sending_window,
                "reminders": reminders,
                "expires_after_seconds": expires_after_seconds,
                "edit_window_seconds": edit_window_seconds,
                "min_tenure_seconds": min_tenure_seconds,
                "cadence_seconds": cadence_seconds,
                "gap_seconds": gap_seconds,
                "account_cap": account_cap,
                "trickle_seconds": trickle_seconds,
                "frame_origins": frame_origins,
                "next_due_at": next_due_at,
                "created_at": created_at,
                "updated_at": updated_at,
                "version": version,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.audience import Audience  # noqa: PLC0415
        from ..models.sending_window_output import SendingWindowOutput  # noqa: PLC0415
        from ..models.trigger import Trigger  # noqa: PLC0415

        d = dict(src_dict)
        id = UUID(d.pop("id"))

        name = d.pop("name")

        def _parse_shipped(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        shipped = _parse_shipped(d.pop("shipped"))

        state = check_program_out_state(d.pop("state"))

        survey_id = UUID(d.pop("survey_id"))

        brand = d.pop("brand")

        audience = Audience.from_dict(d.pop("audience"))

        trigger = Trigger.from_dict(d.pop("trigger"))

        timezone = d.pop("timezone")

        quarantine_class = check_program_out_quarantine_class(d.pop("quarantine_class"))

        sampling_rate = d.pop("sampling_rate")

        channels = []
        _channels = d.pop("channels")
        for channels_item_data in _channels:
            channels_item = check_program_out_channels_item(channels_item_data)

            channels.append(channels_item)

        def _parse_sending_window(data: object) -> None | SendingWindowOutput:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                sending_window_type_0 = SendingWindowOutput.from_dict(data)

                return sending_window_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | SendingWindowOutput, data)

        sending_window = _parse_sending_window(d.pop("sending_window"))

        reminders = cast(list[int], d.pop("reminders"))

        expires_after_seconds = d.pop("expires_after_seconds")

        edit_window_seconds = d.pop("edit_window_seconds")

        min_tenure_seconds = d.pop("min_tenure_seconds")

        cadence_seconds = d.pop("cadence_seconds")

        gap_seconds = d.pop("gap_seconds")

        def _parse_account_cap(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        account_cap = _parse_account_cap(d.pop("account_cap"))

        trickle_seconds = d.pop("trickle_seconds")

        frame_origins = cast(list[str], d.pop("frame_origins"))

        def _parse_next_due_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                next_due_at_type_0 = datetime.datetime.fromisoformat(data)

                return next_due_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        next_due_at = _parse_next_due_at(d.pop("next_due_at"))

        created_at = datetime.datetime.fromisoformat(d.pop("created_at"))

        updated_at = datetime.datetime.fromisoformat(d.pop("updated_at"))

        version = d.pop("version")

        program_out = cls(
            id=id,
            name=name,
            shipped=shipped,
            state=state,
            survey_id=survey_id,
            brand=brand,
            audience=audience,
            trigger=trigger,
            timezone=timezone,
            quarantine_class=quarantine_class,
            sampling_rate=sampling_rate,
            channels=channels,
            sending_window=sending_window,
            reminders=reminders,
            expires_after_seconds=expires_after_seconds,
            edit_window_seconds=edit_window_seconds,
            min_tenure_seconds=min_tenure_seconds,
            cadence_seconds=cadence_seconds,
            gap_seconds=gap_seconds,
            account_cap=account_cap,
            trickle_seconds=trickle_seconds,
            frame_origins=frame_origins,
            next_due_at=next_due_at,
            created_at=created_at,
            updated_at=updated_at,
            version=version,
        )

        program_out.additional_properties = d
        return program_out

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
