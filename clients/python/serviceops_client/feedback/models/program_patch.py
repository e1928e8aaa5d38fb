from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..models.program_patch_channels_type_0_item import check_program_patch_channels_type_0_item
from ..models.program_patch_channels_type_0_item import ProgramPatchChannelsType0Item
from ..models.program_patch_quarantine_class_type_0 import check_program_patch_quarantine_class_type_0
from ..models.program_patch_quarantine_class_type_0 import ProgramPatchQuarantineClassType0
from ..types import UNSET, Unset
from typing import cast
from uuid import UUID

if TYPE_CHECKING:
    from ..models.audience_patch import AudiencePatch
    from ..models.sending_window_patch import SendingWindowPatch
    from ..models.trigger_patch import TriggerPatch


T = TypeVar("T", bound="ProgramPatch")


@_attrs_define
class ProgramPatch:
    """What changes about a program, as a merge-patch. Who was asked before stays asked.

    Attributes:
        name (None | str | Unset):
        survey_id (None | Unset | UUID):
        brand (None | str | Unset):
        audience (AudiencePatch | None | Unset):
        trigger (None | TriggerPatch | Unset):
        timezone (None | str | Unset):
        quarantine_class (None | ProgramPatchQuarantineClassType0 | Unset):
        sampling_rate (float | None | Unset):
        channels (list[ProgramPatchChannelsType0Item] | None | Unset):
        sending_window (None | SendingWindowPatch | Unset):
        reminders (list[int] | None | Unset):
        expires_after_seconds (int | None | Unset):
        edit_window_seconds (int | None | Unset):
        min_tenure_seconds (int | None | Unset):
        cadence_seconds (int | None | Unset):
        gap_seconds (int | None | Unset):
        account_cap (int | None | Unset):
        trickle_seconds (int | None | Unset):
        frame_origins (list[str] | None | Unset):
    """

    name: None | str | Unset = UNSET
    survey_id: None | Unset | UUID = UNSET
    brand: None | str | Unset = UNSET
    audience: AudiencePatch | None | Unset = UNSET
    trigger: None | TriggerPatch | Unset = UNSET
    timezone: None | str | Unset = UNSET
    quarantine_class: None | ProgramPatchQuarantineClassType0 | Unset = UNSET
    sampling_rate: float | None | Unset = UNSET
    channels: list[ProgramPatchChannelsType0Item] | None | Unset = UNSET
    sending_window: None | SendingWindowPatch | Unset = UNSET
    reminders: list[int] | None | Unset = UNSET
    expires_after_seconds: int | None | Unset = UNSET
    edit_window_seconds: int | None | Unset = UNSET
    min_tenure_seconds: int | None | Unset = UNSET
    cadence_seconds: int | None | Unset = UNSET
    gap_seconds: int | None | Unset = UNSET
    account_cap: int | None | Unset = UNSET
    trickle_seconds: int | None | Unset = UNSET
    frame_origins: list[str] | None | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        from ..models.audience_patch import AudiencePatch  # noqa: PLC0415
        from ..models.sending_window_patch import SendingWindowPatch  # noqa: PLC0415
        from ..models.trigger_patch import TriggerPatch  # noqa: PLC0415

        name: None | str | Unset
        if isinstance(self.name, Unset):
            name = UNSET
        else:
            name = self.name

        survey_id: None | str | Unset
        if isinstance(self.survey_id, Unset):
            survey_id = UNSET
        elif isinstance(self.survey_id, UUID):
            survey_id = str(self.survey_id)
        else:
            survey_id = self.survey_id

        brand: None | str | Unset
        if isinstance(self.brand, Unset):
            brand = UNSET
        else:
            brand = self.brand

        audience: dict[str, Any] | None | Unset
        if isinstance(self.audience, Unset):
            audience = UNSET
        elif isinstance(self.audience, AudiencePatch):
            audience = self.audience.to_dict()
        else:
            audience = self.audience

        trigger: dict[str, Any] | None | Unset
        if isinstance(self.trigger, Unset):
            trigger = UNSET
        elif isinstance(self.trigger, TriggerPatch):
            trigger = self.trigger.to_dict()
        else:
            trigger = self.trigger

        timezone: None | str | Unset
        if isinstance(self.timezone, Unset):
            timezone = UNSET
        else:
            timezone = self.timezone

        quarantine_class: None | str | Unset
        if isinstance(self.quarantine_class, Unset):
            quarantine_class = UNSET
        elif isinstance(self.quarantine_class, str):
            quarantine_class = self.quarantine_class
        else:
            quarantine_class = self.quarantine_class

        sampling_rate: float | None | Unset
        if isinstance(self.sampling_rate, Unset):
            sampling_rate = UNSET
        else:
            sampling_rate = self.sampling_rate

        channels: list[str] | None | Unset
        if isinstance(self.channels, Unset):
            channels = UNSET
        elif isinstance(self.channels, list):
            channels = []
            for channels_type_0_item_data in self.channels:
                channels_type_0_item: str = channels_type_0_item_data
                channels.append(channels_type_0_item)

        else:
            channels = self.channels

        sending_window: dict[str, Any] | None | Unset
        if isinstance(self.sending_window, Unset):
            sending_window = UNSET
        elif isinstance(self.sending_window, SendingWindowPatch):
            sending_window = self.sending_window.to_dict()
        else:
            sending_window = self.sending_window

        reminders: list[int] | None | Unset
        if isinstance(self.reminders, Unset):
            reminders = UNSET
        elif isinstance(self.reminders, list):
            reminders = self.reminders

        else:
            reminders = self.reminders

        expires_after_seconds: int | None | Unset
        if isinstance(self.expires_after_seconds, Unset):
            expires_after_seconds = UNSET
        else:
            expires_after_seconds = self.expires_after_seconds

        edit_window_seconds: int | None | Unset
        if isinstance(self.edit_window_seconds, Unset):
            edit_window_seconds = UNSET
        else:
            edit_window_seconds = self.edit_window_seconds

        min_tenure_seconds: int | None | Unset
        if isinstance(self.min_tenure_seconds, Unset):
            min_tenure_seconds = UNSET
        else:
            min_tenure_seconds = self.min_tenure_seconds

        cadence_seconds: int | None | Unset
        if isinstance(self.cadence_seconds, Unset):
            cadence_seconds = UNSET
        else:
            cadence_seconds = self.cadence_seconds

        gap_seconds: int | None | Unset
        if isinstance(self.gap_seconds, Unset):
            gap_seconds = UNSET
        else:
            gap_seconds = self.gap_seconds

        account_cap: int | None | Unset
        if isinstance(self.account_cap, Unset):
            account_cap = UNSET
        else:
            account_cap = self.account_cap

        trickle_seconds: int | None | Unset
        if isinstance(self.trickle_seconds, Unset):
            trickle_seconds = UNSET
        else:
            trickle_seconds = self.trickle_seconds

        frame_origins: list[str] | None | Unset
        if isinstance(self.frame_origins, Unset):
            frame_origins = UNSET
        elif isinstance(self.frame_origins, list):
            frame_origins = self.frame_origins

        else:
            frame_origins = self.frame_origins

        field_dict: dict[str, Any] = {}

        field_dict.update({})
        if name is not UNSET:
            field_dict["name"] = name
        if survey_id is not UNSET:
            field_dict["survey_id"] = survey_id
        if brand is not UNSET:
            field_dict["brand"] = brand
        if audience is not UNSET:
            field_dict["audience"] = audience
        if trigger is not UNSET:
            field_dict["trigger"] = trigger
        if timezone is not UNSET:
            field_dict["timezone"] = timezone
        if quarantine_class is not UNSET:
            field_dict["quarantine_class"] = quarantine_class
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
        from ..models.audience_patch import AudiencePatch  # noqa: PLC0415
        from ..models.sending_window_patch import SendingWindowPatch  # noqa: PLC0415
        from ..models.trigger_patch import TriggerPatch  # noqa: PLC0415

        d = dict(src_dict)

        def _parse_name(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        name = _parse_name(d.pop("name", UNSET))

        def _parse_survey_id(data: object) -> None | Unset | UUID:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                survey_id_type_0 = UUID(data)

                return survey_id_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | Unset | UUID, data)

        survey_id = _parse_survey_id(d.pop("survey_id", UNSET))

        def _parse_brand(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        brand = _parse_brand(d.pop("brand", UNSET))

        def _parse_audience(data: object) -> AudiencePatch | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                audience_type_0 = AudiencePatch.from_dict(data)

                return audience_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(AudiencePatch | None | Unset, data)

        audience = _parse_audience(d.pop("audience", UNSET))

        def _parse_trigger(data: object) -> None | TriggerPatch | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                trigger_type_0 = TriggerPatch.from_dict(data)

                return trigger_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | TriggerPatch | Unset, data)

        trigger = _parse_trigger(d.pop("trigger", UNSET))

        def _parse_timezone(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        timezone = _parse_timezone(d.pop("timezone", UNSET))

        def _parse_quarantine_class(data: object) -> None | ProgramPatchQuarantineClassType0 | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                quarantine_class_type_0 = check_program_patch_quarantine_class_type_0(data)

                return quarantine_class_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | ProgramPatchQuarantineClassType0 | Unset, data)

        quarantine_class = _parse_quarantine_class(d.pop("quarantine_class", UNSET))

        def _parse_sampling_rate(data: object) -> float | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(float | None | Unset, data)

        sampling_rate = _parse_sampling_rate(d.pop("sampling_rate", UNSET))

        def _parse_channels(data: object) -> list[ProgramPatchChannelsType0Item] | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, list):
                    raise TypeError()
                channels_type_0 = []
                _channels_type_0 = data
                for channels_type_0_item_data in _channels_type_0:
                    channels_type_0_item = check_program_patch_channels_type_0_item(channels_type_0_item_data)

                    channels_type_0.append(channels_type_0_item)

                return channels_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(list[ProgramPatchChannelsType0Item] | None | Unset, data)

        channels = _parse_channels(d.pop("channels", UNSET))

        def _parse_sending_window(data: object) -> None | SendingWindowPatch | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                sending_window_type_0 = SendingWindowPatch.from_dict(data)

                return sending_window_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | SendingWindowPatch | Unset, data)

        sending_window = _parse_sending_window(d.pop("sending_window", UNSET))

        def _parse_reminders(data: object) -> list[int] | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, list):
                    raise TypeError()
                reminders_type_0 = cast(list[int], data)

                return reminders_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(list[int] | None | Unset, data)

        reminders = _parse_reminders(d.pop("reminders", UNSET))

        def _parse_expires_after_seconds(data: object) -> int | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(int | None | Unset, data)

        expires_after_seconds = _parse_expires_after_seconds(d.pop("expires_after_seconds", UNSET))

        def _parse_edit_window_seconds(data: object) -> int | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(int | None | Unset, data)

        edit_window_seconds = _parse_edit_window_seconds(d.pop("edit_window_seconds", UNSET))

        def _parse_min_tenure_seconds(data: object) -> int | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(int | None | Unset, data)

        min_tenure_seconds = _parse_min_tenure_seconds(d.pop("min_tenure_seconds", UNSET))

        def _parse_cadence_seconds(data: object) -> int | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(int | None | Unset, data)

        cadence_seconds = _parse_cadence_seconds(d.pop("cadence_seconds", UNSET))

        def _parse_gap_seconds(data: object) -> int | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(int | None | Unset, data)

        gap_seconds = _parse_gap_seconds(d.pop("gap_seconds", UNSET))

        def _parse_account_cap(data: object) -> int | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(int | None | Unset, data)

        account_cap = _parse_account_cap(d.pop("account_cap", UNSET))

        def _parse_trickle_seconds(data: object) -> int | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(int | None | Unset, data)

        trickle_seconds = _parse_trickle_seconds(d.pop("trickle_seconds", UNSET))

        def _parse_frame_origins(data: object) -> list[str] | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, list):
                    raise TypeError()
                frame_origins_type_0 = cast(list[str], data)

                return frame_origins_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(list[str] | None | Unset, data)

        frame_origins = _parse_frame_origins(d.pop("frame_origins", UNSET))

        program_patch = cls(
            name=name,
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
        )

        return program_patch
