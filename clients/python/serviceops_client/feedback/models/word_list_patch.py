from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..types import UNSET, Unset
from typing import cast


T = TypeVar("T", bound="WordListPatch")


@_attrs_define
class WordListPatch:
    """The words that hold from now on, all of them.

    Attributes:
        words (list[str] | None | Unset):
    """

    words: list[str] | None | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        words: list[str] | None | Unset
        if isinstance(self.words, Unset):
            words = UNSET
        elif isinstance(self.words, list):
            words = self.words

        else:
            words = self.words

        field_dict: dict[str, Any] = {}

        field_dict.update({})
        if words is not UNSET:
            field_dict["words"] = words

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)

        def _parse_words(data: object) -> list[str] | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, list):
                    raise TypeError()
                words_type_0 = cast(list[str], data)

                return words_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(list[str] | None | Unset, data)

        words = _parse_words(d.pop("words", UNSET))

        word_list_patch = cls(
            words=words,
        )

        return word_list_patch
