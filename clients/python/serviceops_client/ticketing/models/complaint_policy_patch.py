from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..types import UNSET, Unset
from typing import cast
from uuid import UUID

if TYPE_CHECKING:
    from ..models.complaint_policy_patch_recourse_type_0 import ComplaintPolicyPatchRecourseType0


T = TypeVar("T", bound="ComplaintPolicyPatch")


@_attrs_define
class ComplaintPolicyPatch:
    """What changes about a policy, as a merge-patch: `recourse` by locale. Its brand stays.

    Attributes:
        acknowledge_seconds (int | None | Unset):
        acknowledge_calendar_id (None | Unset | UUID):
        decide_seconds (int | None | Unset):
        decide_calendar_id (None | Unset | UUID):
        repeat_days (int | None | Unset):
        default_locale (None | str | Unset):
        recourse (ComplaintPolicyPatchRecourseType0 | None | Unset):
    """

    acknowledge_seconds: int | None | Unset = UNSET
    acknowledge_calendar_id: None | Unset | UUID = UNSET
    decide_seconds: int | None | Unset = UNSET
    decide_calendar_id: None | Unset | UUID = UNSET
    repeat_days: int | None | Unset = UNSET
    default_locale: None | str | Unset = UNSET
    recourse: ComplaintPolicyPatchRecourseType0 | None | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        from ..models.complaint_policy_patch_recourse_type_0 import ComplaintPolicyPatchRecourseType0  # noqa: PLC0415

        acknowledge_seconds: int | None | Unset
        if isinstance(self.acknowledge_seconds, Unset):
            acknowledge_seconds = UNSET
        else:
            acknowledge_seconds = self.acknowledge_seconds

        acknowledge_calendar_id: None | str | Unset
        if isinstance(self.acknowledge_calendar_id, Unset):
            acknowledge_calendar_id = UNSET
        elif isinstance(self.acknowledge_calendar_id, UUID):
            acknowledge_calendar_id = str(self.acknowledge_calendar_id)
        else:
            acknowledge_calendar_id = self.acknowledge_calendar_id

        decide_seconds: int | None | Unset
        if isinstance(self.decide_seconds, Unset):
            decide_seconds = UNSET
        else:
            decide_seconds = self.decide_seconds

        decide_calendar_id: None | str | Unset
        if isinstance(self.decide_calendar_id, Unset):
            decide_calendar_id = UNSET
        elif isinstance(self.decide_calendar_id, UUID):
            decide_calendar_id = str(self.decide_calendar_id)
        else:
            decide_calendar_id = self.decide_calendar_id

        repeat_days: int | None | Unset
        if isinstance(self.repeat_days, Unset):
            repeat_days = UNSET
        else:
            repeat_days = self.repeat_days

        default_locale: None | str | Unset
        if isinstance(self.default_locale, Unset):
            default_locale = UNSET
        else:
            default_locale = self.default_locale

        recourse: dict[str, Any] | None | Unset
        if isinstance(self.recourse, Unset):
            recourse = UNSET
        elif isinstance(self.recourse, ComplaintPolicyPatchRecourseType0):
            recourse = self.recourse.to_dict()
        else:
            recourse = self.recourse

        field_dict: dict[str, Any] = {}

        field_dict.update({})
        if acknowledge_seconds is not UNSET:
            field_dict["acknowledge_seconds"] = acknowledge_seconds
        if acknowledge_calendar_id is not UNSET:
            field_dict["acknowledge_calendar_id"] = acknowledge_calendar_id
        if decide_seconds is not UNSET:
            field_dict["decide_seconds"] = decide_seconds
        if decide_calendar_id is not UNSET:
            field_dict["decide_calendar_id"] = decide_calendar_id
        if repeat_days is not UNSET:
            field_dict["repeat_days"] = repeat_days
        if default_locale is not UNSET:
            field_dict["default_locale"] = default_locale
        if recourse is not UNSET:
            field_dict["recourse"] = recourse

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.complaint_policy_patch_recourse_type_0 import ComplaintPolicyPatchRecourseType0  # noqa: PLC0415

        d = dict(src_dict)

        def _parse_acknowledge_seconds(data: object) -> int | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(int | None | Unset, data)

        acknowledge_seconds = _parse_acknowledge_seconds(d.pop("acknowledge_seconds", UNSET))

        def _parse_acknowledge_calendar_id(data: object) -> None | Unset | UUID:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                acknowledge_calendar_id_type_0 = UUID(data)

                return acknowledge_calendar_id_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | Unset | UUID, data)

        acknowledge_calendar_id = _parse_acknowledge_calendar_id(d.pop("acknowledge_calendar_id", UNSET))

        def _parse_decide_seconds(data: object) -> int | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(int | None | Unset, data)

        decide_seconds = _parse_decide_seconds(d.pop("decide_seconds", UNSET))

        def _parse_decide_calendar_id(data: object) -> None | Unset | UUID:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                decide_calendar_id_type_0 = UUID(data)

                return decide_calendar_id_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | Unset | UUID, data)

        decide_calendar_id = _parse_decide_calendar_id(d.pop("decide_calendar_id", UNSET))

        def _parse_repeat_days(data: object) -> int | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(int | None | Unset, data)

        repeat_days = _parse_repeat_days(d.pop("repeat_days", UNSET))

        def _parse_default_locale(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        default_locale = _parse_default_locale(d.pop("default_locale", UNSET))

        def _parse_recourse(data: object) -> ComplaintPolicyPatchRecourseType0 | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                recourse_type_0 = ComplaintPolicyPatchRecourseType0.from_dict(data)

                return recourse_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(ComplaintPolicyPatchRecourseType0 | None | Unset, data)

        recourse = _parse_recourse(d.pop("recourse", UNSET))

        complaint_policy_patch = cls(
            acknowledge_seconds=acknowledge_seconds,
            acknowledge_calendar_id=acknowledge_calendar_id,
            decide_seconds=decide_seconds,
            decide_calendar_id=decide_calendar_id,
            repeat_days=repeat_days,
            default_locale=default_locale,
            recourse=recourse,
        )

        return complaint_policy_patch
