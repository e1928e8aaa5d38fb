from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from typing import cast
from uuid import UUID

if TYPE_CHECKING:
    from ..models.counted_out import CountedOut


T = TypeVar("T", bound="DifferenceOut")


@_attrs_define
class DifferenceOut:
    """One contribution that was held otherwise than its facts give. null: it was, or should be, none.

    Attributes:
        subject_id (UUID):
        held (CountedOut | None):
        rebuilt (CountedOut | None):
    """

    subject_id: UUID
    held: CountedOut | None
    rebuilt: CountedOut | None
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.counted_out import CountedOut  # noqa: PLC0415

        subject_id = str(self.subject_id)

        held: dict[str, Any] | None
        if isinstance(self.held, CountedOut):
            held = self.held.to_dict()
        else:
            held = self.held

        rebuilt: dict[str, Any] | None
        if isinstance(self.rebuilt, CountedOut):
            rebuilt = self.rebuilt.to_dict()
        else:
            rebuilt = self.rebuilt

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "subject_id": subject_id,
                "held": held,
                "rebuilt": rebuilt,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.counted_out import CountedOut  # noqa: PLC0415

        d = dict(src_dict)
        subject_id = UUID(d.pop("subject_id"))

        def _parse_held(data: object) -> CountedOut | None:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                held_type_0 = CountedOut.from_dict(data)

                return held_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(CountedOut | None, data)

        held = _parse_held(d.pop("held"))

        def _parse_rebuilt(data: object) -> CountedOut | None:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                rebuilt_type_0 = CountedOut.from_dict(data)

                return rebuilt_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(CountedOut | None, data)

        rebuilt = _parse_rebuilt(d.pop("rebuilt"))

        difference_out = cls(
            subject_id=subject_id,
            held=held,
            rebuilt=rebuilt,
        )

        difference_out.additional_properties = d
        return difference_out

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
