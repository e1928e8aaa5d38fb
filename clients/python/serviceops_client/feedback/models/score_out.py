from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from typing import cast
from uuid import UUID
import datetime

if TYPE_CHECKING:
    from ..models.definition_out import DefinitionOut


T = TypeVar("T", bound="ScoreOut")


@_attrs_define
class ScoreOut:
    """A score of one period and group.

    value: nps in points (-100 to 100), csat as a share (0 to 1), ces as a mean on its scale; null where nobody
    answered. margin: half of the 95 % interval. share: of positive answers, each counting once. group: null without
    group_by, and for answers that have none. accounts: how many were weighed; effective_n: how many answers of equal
    weight say as much; null where each answer counts once.

        Attributes:
            from_ (datetime.datetime):
            to (datetime.datetime):
            group (None | str | UUID):
            value (float | None):
            n (int):
            margin (float | None):
            positives (int):
            neutrals (int):
            negatives (int):
            share (float | None):
            accounts (int | None):
            effective_n (float | None):
            small_n (bool):
            definition (DefinitionOut): By which definition a score was computed.
    """

    from_: datetime.datetime
    to: datetime.datetime
    group: None | str | UUID
    value: float | None
    n: int
    margin: float | None
    positives: int
    neutrals: int
    negatives: int
    share: float | None
    accounts: int | None
    effective_n: float | None
    small_n: bool
    definition: DefinitionOut
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.definition_out import DefinitionOut  # noqa: PLC0415

        from_ = self.from_.isoformat()

        to = self.to.isoformat()

        group: None | str
        if isinstance(self.group, UUID):
            group = str(self.group)
        else:
            group = self.group

        value: float | None
        value = self.value

        n = self.n

        margin: float | None
        margin = self.margin

        positives = self.positives

        neutrals = self.neutrals

        negatives = self.negatives

        share: float | None
        share = self.share

        accounts: int | None
        accounts = self.accounts

        effective_n: float | None
        effective_n = self.effective_n

        small_n = self.small_n

        definition = self.definition.to_dict()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "from": from_,
                "to": to,
                "group": group,
                "value": value,
                "n": n,
                "margin": margin,
                "positives": positives,
                "neutrals": neutrals,
                "negatives": negatives,
                "share": share,
                "accounts": accounts,
                "effective_n": effective_n,
                "small_n": small_n,
                "definition": definition,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.definition_out import DefinitionOut  # noqa: PLC0415

        d = dict(src_dict)
        from_ = datetime.datetime.fromisoformat(d.pop("from"))

        to = datetime.datetime.fromisoformat(d.pop("to"))

        def _parse_group(data: object) -> None | str | UUID:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                group_type_0 = UUID(data)

                return group_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | str | UUID, data)

        group = _parse_group(d.pop("group"))

        def _parse_value(data: object) -> float | None:
            if data is None:
                return data
            return cast(float | None, data)

        value = _parse_value(d.pop("value"))

        n = d.pop("n")

        def _parse_margin(data: object) -> float | None:
            if data is None:
                return data
            return cast(float | None, data)

        margin = _parse_margin(d.pop("margin"))

        positives = d.pop("positives")

        neutrals = d.pop("neutrals")

        negatives = d.pop("negatives")

        def _parse_share(data: object) -> float | None:
            if data is None:
                return data
            return cast(float | None, data)

        share = _parse_share(d.pop("share"))

        def _parse_accounts(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        accounts = _parse_accounts(d.pop("accounts"))

        def _parse_effective_n(data: object) -> float | None:
            if data is None:
                return data
            return cast(float | None, data)

        effective_n = _parse_effective_n(d.pop("effective_n"))

        small_n = d.pop("small_n")

        definition = DefinitionOut.from_dict(d.pop("definition"))

        score_out = cls(
            from_=from_,
            to=to,
            group=group,
            value=value,
            n=n,
            margin=margin,
            positives=positives,
            neutrals=neutrals,
            negatives=negatives,
            share=share,
            accounts=accounts,
            effective_n=effective_n,
            small_n=small_n,
            definition=definition,
        )

        score_out.additional_properties = d
        return score_out

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
