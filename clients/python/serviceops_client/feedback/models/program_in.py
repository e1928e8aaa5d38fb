from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..models.program_in_channels_item import check_program_in_channels_item
from ..models.program_in_channels_item import ProgramInChannelsItem
from ..models.program_in_quarantine_class import check_program_in_quarantine_class
from ..models.program_in_quarantine_class import ProgramInQuarantineClass
from ..types import UNSET, Unset
from typing import cast
from uuid import UUID

if TYPE_CHECKING:
    from ..models.audience import Audience
    from ..models.sending_window_input import SendingWindowInput
    from ..models.trigger import Trigger


T = TypeVar("T", bound="ProgramIn")


@_attrs_define
class ProgramIn:
    """Who is asked which survey, and when. It is a draft until it is activated.

    timezone: of the schedule, and of contacts whose own is not known. sampling_rate: over 0, up to 1. channels: in the
    order in which they are tried. sending_window: null = always. reminders: seconds after it was sent, two at most.
    min_tenure_seconds: for how long the contact must have been in the directory. cadence_seconds: between two surveys
    of this type to one contact. gap_seconds: after any survey of the classes relationship and transactional.
    account_cap: how many contacts of one account, in a wave, or of events and by hand in cadence_seconds.
    trickle_seconds: over how long a scheduled wave is spread. frame_origins: of pages that may show the answer page.

        Attributes:
            name (str):
            survey_id (UUID):
            trigger (Trigger): What sets the program off.

                event: a fact's name, and how long after it; schedule: an RFC 5545 rule of days, from starts_at on by the clock
                of
                the zone, each time a wave; wave: somebody plans one; manual: somebody asks single contacts.
            quarantine_class (ProgramInQuarantineClass):
            brand (str | Unset):  Default: 'default'.
            audience (Audience | Unset): Whom the program is for: every list that is not empty must hold one of the
                contact's.

                account_ids, tiers, segments and tags are those of the contact's account.
            timezone (str | Unset):  Default: 'UTC'.
            sampling_rate (float | Unset):  Default: 1.0.
            channels (list[ProgramInChannelsItem] | Unset):
            sending_window (None | SendingWindowInput | Unset):
            reminders (list[int] | Unset):
            expires_after_seconds (int | Unset):  Default: 1209600.
            edit_window_seconds (int | Unset):  Default: 86400.
            min_tenure_seconds (int | Unset):  Default: 0.
            cadence_seconds (int | Unset):  Default: 0.
            gap_seconds (int | Unset):  Default: 0.
            account_cap (int | None | Unset):
            trickle_seconds (int | Unset):  Default: 0.
            frame_origins (list[str] | Unset):
    """

    name: str
    survey_id: UUID
    trigger: Trigger
    quarantine_class: ProgramInQuarantineClass
    brand: str | Unset = "default"
    audience: Audience | Unset = UNSET
    timezone: str | Unset = "UTC"
    sampling_rate: float | Unset = 1.0
    channels: list[ProgramInChannelsItem] | Unset = UNSET
    sending_window: None | SendingWindowInput | Unset = UNSET
    reminders: list[int] | Unset = UNSET
    expires_after_seconds: int | Unset = 1209600
    edit_window_seconds: int | Unset = 86400
    min_tenure_seconds: int | Unset = 0
    cadence_seconds: int | Unset = 0
    gap_seconds: int | Unset = 0
    account_cap: int | None | Unset = UNSET
    trickle_seconds: int | Unset = 0
    frame_origins: list[str] | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        from ..models.audience import Audience  # noqa: PLC0415
        from ..models.sending_window_input import SendingWindowInput  # noqa: PLC0415
        from ..models.trigger import Trigger  # noqa: PLC0415

        name = self.name

        survey_id = str(self.survey_id)

        trigger = self.trigger.to_dict()

        quarantine_class: str = self.quarantine_class

        brand = self.brand

        audience: dict[str, Any] | Unset = UNSET
        if not isinstance(self.audience, Unset):
            audience = self.audience.to_dict()

        timezone = self.timezone

        sampling_rate = self.sampling_rate

        channels: list[str] | Unset = UNSET
        if not isinstance(self.channels, Unset):
            channels = []
            for channels_item_data in self.channels:
                channels_item: str = channels_item_data
                channels.append(channels_item)

        sending_window: dict[str, Any] | None | Unset
        if isinstance(self.sending_window, Unset):
            sending_window = UNSET
        elif isinstance(self.sending_window, SendingWindowInput):
            sending_window = self.sending_window.to_dict()
        else:
            sending_window = self.sending_window

        reminders: list[int] | Unset = UNSET
        if not isinstance(self.reminders, Unset):
            reminders = self.reminders

        expires_after_seconds = self.expires_after_seconds

        edit_window_seconds = self.edit_window_seconds

        min_tenure_seconds = self.min_tenure_seconds

        cadence_seconds = self.cadence_seconds

        gap_seconds = self.gap_seconds

        account_cap: int | None | Unset
        if isinstance(self.account_cap, Unset):
            account_cap = UNSET
        else:
            account_cap = self.account_cap

        trickle_seconds = self.trickle_seconds

        frame_origins: list[str] | Unset = UNSET
        if not isinstance(self.frame_origins, Unset):
            frame_origins = self.frame_origins

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "name": name,
                "survey_id": survey_id,
                "trigger": trigger,
                "quarantine_class": quarantine_class,
            }
        )
        if brand is not UNSET:
            field_dict["brand"] = brand
        if audience is not UNSET:
            field_dict["audience"] = audience
        if timezone is not UNSET:
            field_dict["timezone"] = timezone
        if sampling_rate is not UNSET:
            field_dict["sampling_rate"] = sampling_rate
        if channels is not UNSET:
            field_dict["channels"] = channels
        if sending_window is not UNSET:
            field_dict["sending_window"] = sending_window
        if reminders is not UNSET:
            field_dict["reminders"] = reminders
        if expires_after_seconds is not UNSET:
            field_dict["expires_after_seconds"] = expires_after_seconds
        if edit_window_seconds is not UNSET:
            field_dict["edit_window_seconds"] = edit_window_seconds
        if min_tenure_seconds is not UNSET:
            field_dict["min_tenure_seconds"] = min_tenure_seconds
        if cadence_seconds is not UNSET:
            field_dict["cadence_seconds"] = cadence_seconds
        if gap_seconds is not UNSET:
            field_dict["gap_seconds"] = gap_seconds
        if account_cap is not UNSET:
            field_dict["account_cap"] = account_cap
        if trickle_seconds is not UNSET:
            field_dict["trickle_seconds"] = trickle_seconds
        if frame_origins is not UNSET:
            field_dict["frame_origins"] = frame_origins

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.audience import Audience  # noqa: PLC0415
        from ..models.sending_window_input import SendingWindowInput  # noqa: PLC0415
        from ..models.trigger import Trigger  # noqa: PLC0415

        d = dict(src_dict)
        name = d.pop("name")

        survey_id = UUID(d.pop("survey_id"))

        trigger = Trigger.from_dict(d.pop("trigger"))

        quarantine_class = check_program_in_quarantine_class(d.pop("quarantine_class"))

        brand = d.pop("brand", UNSET)

        _audience = d.pop("audience", UNSET)
        audience: Audience | Unset
        if isinstance(_audience, Unset):
            audience = UNSET
        else:
            audience = Audience.from_dict(_audience)

        timezone = d.pop("timezone", UNSET)

        sampling_rate = d.pop("sampling_rate", UNSET)

        _channels = d.pop("channels", UNSET)
        channels: list[ProgramInChannelsItem] | Unset = UNSET
        if _channels is not UNSET:
            channels = []
            for channels_item_data in _channels:
                channels_item = check_program_in_channels_item(channels_item_data)

                channels.append(channels_item)

        def _parse_sending_window(data: object) -> None | SendingWindowInput | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                sending_window_type_0 = SendingWindowInput.from_dict(data)

                return sending_window_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | SendingWindowInput | Unset, data)

        sending_window = _parse_sending_window(d.pop("sending_window", UNSET))

        reminders = cast(list[int], d.pop("reminders", UNSET))

        expires_after_seconds = d.pop("expires_after_seconds", UNSET)

        edit_window_seconds = d.pop("edit_window_seconds", UNSET)

        min_tenure_seconds = d.pop("min_tenure_seconds", UNSET)

        cadence_seconds = d.pop("cadence_seconds", UNSET)

        gap_seconds = d.pop("gap_seconds", UNSET)

        def _parse_account_cap(data: object) -> int | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(int | None | Unset, data)

        account_cap = _parse_account_cap(d.pop("account_cap", UNSET))

        trickle_seconds = d.pop("trickle_seconds", UNSET)

        frame_origins = cast(list[str], d.pop("frame_origins", UNSET))

        program_in = cls(
            name=name,
            survey_id=survey_id,
            trigger=trigger,
            quarantine_class=quarantine_class,
            brand=brand,
            audience=audience,
            timezone=timezone,
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
        )

        return program_in
