from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..types import UNSET, Unset
from typing import cast

if TYPE_CHECKING:
    from ..models.theme_patch_words_type_0 import ThemePatchWordsType0


T = TypeVar("T", bound="ThemePatch")


@_attrs_define
class ThemePatch:
    """What changes about a theme, as a merge-patch: of `words` a language's list is replaced, null takes it away.

    Attributes:
        name (None | str | Unset):
        active (bool | None | Unset):
        words (None | ThemePatchWordsType0 | Unset):
    """

    name: None | str | Unset = UNSET
    active: bool | None | Unset = UNSET
    words: None | ThemePatchWordsType0 | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        from ..models.theme_patch_words_type_0 import ThemePatchWordsType0  # noqa: PLC0415

        name: None | str | Unset
        if isinstance(self.name, Unset):
            name = UNSET
        else:
            name = self.name

        active: bool | None | Unset
        if isinstance(self.active, Unset):
            active = UNSET
        else:
            active = self.active

        words: dict[str, Any] | None | Unset
        if isinstance(self.words, Unset):
            words = UNSET
        elif isinstance(self.words, ThemePatchWordsType0):
            words = self.words.to_dict()
        else:
            words = self.words

        field_dict: dict[str, Any] = {}

        field_dict.update({})
        if name is not UNSET:
            field_dict["name"] = name
        if active is not UNSET:
            field_dict["active"] = active
        if words is not UNSET:
            field_dict["words"] = words

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.theme_patch_words_type_0 import ThemePatchWordsType0  # noqa: PLC0415

        d = dict(src_dict)

        def _parse_name(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        name = _parse_name(d.pop("name", UNSET))

        def _parse_active(data: object) -> bool | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(bool | None | Unset, data)

        active = _parse_active(d.pop("active", UNSET))

        def _parse_words(data: object) -> None | ThemePatchWordsType0 | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                words_type_0 = ThemePatchWordsType0.from_dict(data)

                return words_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | ThemePatchWordsType0 | Unset, data)

        words = _parse_words(d.pop("words", UNSET))

        theme_patch = cls(
            name=name,
            active=active,
            words=words,
        )

        return theme_patch
