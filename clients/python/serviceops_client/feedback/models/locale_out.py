from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..models.locale_out_step import check_locale_out_step
from ..models.locale_out_step import LocaleOutStep
from typing import cast


T = TypeVar("T", bound="LocaleOut")


@_attrs_define
class LocaleOut:
    """The locale that was chosen and by what: the same tag, the language's script, the language, or the fallback.

    Attributes:
        asked (None | str):
        chosen (str):
        step (LocaleOutStep):
        fallback (bool):
    """

    asked: None | str
    chosen: str
    step: LocaleOutStep
    fallback: bool
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        asked: None | str
        asked = self.asked

        chosen = self.chosen

        step: str = self.step

        fallback = self.fallback

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "asked": asked,
                "chosen": chosen,
                "step": step,
                "fallback": fallback,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)

        def _parse_asked(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        asked = _parse_asked(d.pop("asked"))

        chosen = d.pop("chosen")

        step = check_locale_out_step(d.pop("step"))

        fallback = d.pop("fallback")

        locale_out = cls(
            asked=asked,
            chosen=chosen,
            step=step,
            fallback=fallback,
        )

        locale_out.additional_properties = d
        return locale_out

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
