from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..types import UNSET, Unset
from typing import cast

if TYPE_CHECKING:
    from ..models.theme_in_words import ThemeInWords


T = TypeVar("T", bound="ThemeIn")


@_attrs_define
class ThemeIn:
    """What answers can be about, with the words by which it is found in each language.

    Attributes:
        code (str):
        name (str):
        active (bool | Unset):  Default: True.
        words (ThemeInWords | Unset):
    """

    code: str
    name: str
    active: bool | Unset = True
    words: ThemeInWords | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        from ..models.theme_in_words import ThemeInWords  # noqa: PLC0415

        code = self.code

        name = self.name

        active = self.active

        words: dict[str, Any] | Unset = UNSET
        if not isinstance(self.words, Unset):
            words = self.words.to_dict()

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "code": code,
                "name": name,
            }
        )
        if active is not UNSET:
            field_dict["active"] = active
        if words is not UNSET:
            field_dict["words"] = words

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.theme_in_words import ThemeInWords  # noqa: PLC0415

        d = dict(src_dict)
        code = d.pop("code")

        name = d.pop("name")

        active = d.pop("active", UNSET)

        _words = d.pop("words", UNSET)
        words: ThemeInWords | Unset
        if isinstance(_words, Unset):
            words = UNSET
        else:
            words = ThemeInWords.from_dict(_words)

        theme_in = cls(
            code=code,
            name=name,
            active=active,
            words=words,
        )

        return theme_in
