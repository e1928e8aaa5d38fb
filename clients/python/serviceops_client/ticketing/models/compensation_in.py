from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..models.compensation_in_kind import check_compensation_in_kind
from ..models.compensation_in_kind import CompensationInKind
from ..types import UNSET, Unset
from typing import cast


T = TypeVar("T", bound="CompensationIn")


@_attrs_define
class CompensationIn:
    """What the customer is given. An amount needs its currency; without one it costs nothing.

    Attributes:
        kind (CompensationInKind):
        amount_minor (int | Unset):  Default: 0.
        currency (None | str | Unset):
        reason (None | str | Unset):
    """

    kind: CompensationInKind
    amount_minor: int | Unset = 0
    currency: None | str | Unset = UNSET
    reason: None | str | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        kind: str = self.kind

        amount_minor = self.amount_minor

        currency: None | str | Unset
        if isinstance(self.currency, Unset):
            currency = UNSET
        else:
            currency = self.currency

        reason: None | str | Unset
        if isinstance(self.reason, Unset):
            reason = UNSET
        else:
            reason = self.reason

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "kind": kind,
            }
        )
        if amount_minor is not UNSET:
            field_dict["amount_minor"] = amount_minor
        if currency is not UNSET:
            field_dict["currency"] = currency
        if reason is not UNSET:
            field_dict["reason"] = reason

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        kind = check_compensation_in_kind(d.pop("kind"))

        amount_minor = d.pop("amount_minor", UNSET)

        def _parse_currency(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        currency = _parse_currency(d.pop("currency", UNSET))

        def _parse_reason(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        reason = _parse_reason(d.pop("reason", UNSET))

        compensation_in = cls(
            kind=kind,
            amount_minor=amount_minor,
            currency=currency,
            reason=reason,
        )

        return compensation_in
