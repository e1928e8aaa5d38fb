from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from typing import cast


T = TypeVar("T", bound="WordListIn")


@_attrs_define
class WordListIn:
    """Words of one kind in one language. Of the kind `complaint` they count beside a positive score alone.

    A comment is read by the list of its locale's language, or of the language that it seems to have.

        Attributes:
            kind (str):
            locale (str):
            words (list[str]):
    """

    kind: str
    locale: str
    words: list[str]

    def to_dict(self) -> dict[str, Any]:
        kind = self.kind

        locale = self.locale

        words = self.words

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "kind": kind,
                "locale": locale,
                "words": words,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        kind = d.pop("kind")

        locale = d.pop("locale")

        words = cast(list[str], d.pop("words"))

        word_list_in = cls(
            kind=kind,
            locale=locale,
            words=words,
        )

        return word_list_in
