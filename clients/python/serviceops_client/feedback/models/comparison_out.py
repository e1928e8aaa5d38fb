from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from typing import cast

if TYPE_CHECKING:
    from ..models.score_out import ScoreOut


T = TypeVar("T", bound="ComparisonOut")


@_attrs_define
class ComparisonOut:
    """Two scores side by side.

    difference: the value less the baseline's; null where either has none. margin: 1.96·√(SE₁² + SE₂²). significant:
    whether the difference is beyond it; null where a score has no margin.

        Attributes:
            difference (float | None):
            margin (float | None):
            significant (bool | None):
            score (ScoreOut): A score of one period and group.

                value: nps in points (-100 to 100), csat as a share (0 to 1), ces as a mean on its scale; null where nobody
                answered. margin: half of the 95 % interval. share: of positive answers, each counting once. group: null without
                group_by, and for answers that have none. accounts: how many were weighed; effective_n: how many answers of
                equal
                weight say as much; null where each answer counts once.
            baseline (ScoreOut): A score of one period and group.

                value: nps in points (-100 to 100), csat as a share (0 to 1), ces as a mean on its scale; null where nobody
                answered. margin: half of the 95 % interval. share: of positive answers, each counting once. group: null without
                group_by, and for answers that have none. accounts: how many were weighed; effective_n: how many answers of
                equal
                weight say as much; null where each answer counts once.
    """

    difference: float | None
    margin: float | None
    significant: bool | None
    score: ScoreOut
    baseline: ScoreOut
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.score_out import ScoreOut  # noqa: PLC0415

        difference: float | None
        difference = self.difference

        margin: float | None
        margin = self.margin

        significant: bool | None
        significant = self.significant

        score = self.score.to_dict()

        baseline = self.baseline.to_dict()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "difference": difference,
                "margin": margin,
                "significant": significant,
                "score": score,
                "baseline": baseline,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.score_out import ScoreOut  # noqa: PLC0415

        d = dict(src_dict)

        def _parse_difference(data: object) -> float | None:
            if data is None:
                return data
            return cast(float | None, data)

        difference = _parse_difference(d.pop("difference"))

        def _parse_margin(data: object) -> float | None:
            if data is None:
                return data
            return cast(float | None, data)

        margin = _parse_margin(d.pop("margin"))

        def _parse_significant(data: object) -> bool | None:
            if data is None:
                return data
            return cast(bool | None, data)

        significant = _parse_significant(d.pop("significant"))

        score = ScoreOut.from_dict(d.pop("score"))

        baseline = ScoreOut.from_dict(d.pop("baseline"))

        comparison_out = cls(
            difference=difference,
            margin=margin,
            significant=significant,
            score=score,
            baseline=baseline,
        )

        comparison_out.additional_properties = d
        return comparison_out

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
