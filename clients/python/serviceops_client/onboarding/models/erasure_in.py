from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..models.erasure_in_reason_type_0 import check_erasure_in_reason_type_0
from ..models.erasure_in_reason_type_0 import ErasureInReasonType0
from ..types import UNSET, Unset
from typing import cast


T = TypeVar("T", bound="ErasureIn")


@_attrs_define
class ErasureIn:
    """Why a person is erased. It is a code, since a text would name the person again.

    Attributes:
        reason (ErasureInReasonType0 | None | Unset):
    """

    reason: ErasureInReasonType0 | None | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        reason: None | str | Unset
        if isinstance(self.reason, Unset):
            reason = UNSET
        elif isinstance(self.reason, str):
            reason = self.reason
        else:
            reason = self.reason

        field_dict: dict[str, Any] = {}

        field_dict.update({})
        if reason is not UNSET:
            field_dict["reason"] = reason

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)

        def _parse_reason(data: object) -> ErasureInReasonType0 | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                reason_type_0 = check_erasure_in_reason_type_0(data)

                return reason_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(ErasureInReasonType0 | None | Unset, data)

        reason = _parse_reason(d.pop("reason", UNSET))

        erasure_in = cls(
            reason=reason,
        )

        return erasure_in
