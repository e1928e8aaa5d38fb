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
    from ..models.complaint_policy_in_recourse import ComplaintPolicyInRecourse


T = TypeVar("T", bound="ComplaintPolicyIn")


@_attrs_define
class ComplaintPolicyIn:
    """What complainants of a brand are promised. brand null: of all brands without a policy of their own.

    Dues count from the receipt, in the seconds of their calendar; null = 24x7. repeat_days: how long a complaint is
    remembered to notice another one about the same; days of 24 hours, 0 = not at all. recourse: by locale, that of
    default_locale among them, which stands in for those that are missing.

        Attributes:
            acknowledge_seconds (int):
            decide_seconds (int):
            recourse (ComplaintPolicyInRecourse):
            brand (None | str | Unset):
            acknowledge_calendar_id (None | Unset | UUID):
            decide_calendar_id (None | Unset | UUID):
            repeat_days (int | Unset):  Default: 90.
            default_locale (str | Unset):  Default: 'en'.
    """

    acknowledge_seconds: int
    decide_seconds: int
    recourse: ComplaintPolicyInRecourse
    brand: None | str | Unset = UNSET
    acknowledge_calendar_id: None | Unset | UUID = UNSET
    decide_calendar_id: None | Unset | UUID = UNSET
    repeat_days: int | Unset = 90
    default_locale: str | Unset = "en"

    def to_dict(self) -> dict[str, Any]:
        from ..models.complaint_policy_in_recourse import ComplaintPolicyInRecourse  # noqa: PLC0415

        acknowledge_seconds = self.acknowledge_seconds

        decide_seconds = self.decide_seconds

        recourse = self.recourse.to_dict()

        brand: None | str | Unset
        if isinstance(self.brand, Unset):
            brand = UNSET
        else:
            brand = self.brand

        acknowledge_calendar_id: None | str | Unset
        if isinstance(self.acknowledge_calendar_id, Unset):
            acknowledge_calendar_id = UNSET
        elif isinstance(self.acknowledge_calendar_id, UUID):
            acknowledge_calendar_id = str(self.acknowledge_calendar_id)
        else:
            acknowledge_calendar_id = self.acknowledge_calendar_id

        decide_calendar_id: None | str | Unset
        if isinstance(self.decide_calendar_id, Unset):
            decide_calendar_id = UNSET
        elif isinstance(self.decide_calendar_id, UUID):
            decide_calendar_id = str(self.decide_calendar_id)
        else:
            decide_calendar_id = self.decide_calendar_id

        repeat_days = self.repeat_days

        default_locale = self.default_locale

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "acknowledge_seconds": acknowledge_seconds,
                "decide_seconds": decide_seconds,
                "recourse": recourse,
            }
        )
        if brand is not UNSET:
            field_dict["brand"] = brand
        if acknowledge_calendar_id is not UNSET:
            field_dict["acknowledge_calendar_id"] = acknowledge_calendar_id
        if decide_calendar_id is not UNSET:
            field_dict["decide_calendar_id"] = decide_calendar_id
        if repeat_days is not UNSET:
            field_dict["repeat_days"] = repeat_days
        if default_locale is not UNSET:
            field_dict["default_locale"] = default_locale

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.complaint_policy_in_recourse import ComplaintPolicyInRecourse  # noqa: PLC0415

        d = dict(src_dict)
        acknowledge_seconds = d.pop("acknowledge_seconds")

        decide_seconds = d.pop("decide_seconds")

        recourse = ComplaintPolicyInRecourse.from_dict(d.pop("recourse"))

        def _parse_brand(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        brand = _parse_brand(d.pop("brand", UNSET))

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

        repeat_days = d.pop("repeat_days", UNSET)

        default_locale = d.pop("default_locale", UNSET)

        complaint_policy_in = cls(
            acknowledge_seconds=acknowledge_seconds,
            decide_seconds=decide_seconds,
            recourse=recourse,
            brand=brand,
            acknowledge_calendar_id=acknowledge_calendar_id,
            decide_calendar_id=decide_calendar_id,
            repeat_days=repeat_days,
            default_locale=default_locale,
        )

        return complaint_policy_in
