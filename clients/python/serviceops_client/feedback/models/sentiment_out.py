from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..models.sentiment_out_label import check_sentiment_out_label
from ..models.sentiment_out_label import SentimentOutLabel
from ..models.sentiment_out_source_type_0 import check_sentiment_out_source_type_0
from ..models.sentiment_out_source_type_0 import SentimentOutSourceType0
from ..types import UNSET, Unset
from typing import cast


T = TypeVar("T", bound="SentimentOut")


@_attrs_define
class SentimentOut:
    """How the comment sounds; score from -1 (worst) to 1 (best).

    source: by what it was found: vader for English, words for other languages; null of answers from before it was kept.

        Attributes:
            label (SentimentOutLabel):
            score (float):
            source (None | SentimentOutSourceType0 | Unset):
    """

    label: SentimentOutLabel
    score: float
    source: None | SentimentOutSourceType0 | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        label: str = self.label

        score = self.score

        source: None | str | Unset
        if isinstance(self.source, Unset):
            source = UNSET
        elif isinstance(self.source, str):
            source = self.source
        else:
            source = self.source

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "label": label,
                "score": score,
            }
        )
        if source is not UNSET:
            field_dict["source"] = source

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        label = check_sentiment_out_label(d.pop("label"))

        score = d.pop("score")

        def _parse_source(data: object) -> None | SentimentOutSourceType0 | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                source_type_0 = check_sentiment_out_source_type_0(data)

                return source_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | SentimentOutSourceType0 | Unset, data)

        source = _parse_source(d.pop("source", UNSET))

        sentiment_out = cls(
            label=label,
            score=score,
            source=source,
        )

        sentiment_out.additional_properties = d
        return sentiment_out

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
