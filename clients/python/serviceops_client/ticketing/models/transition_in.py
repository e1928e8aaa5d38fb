from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..models.transition_in_resolution_code_type_0 import check_transition_in_resolution_code_type_0
from ..models.transition_in_resolution_code_type_0 import TransitionInResolutionCodeType0
from ..models.transition_in_to import check_transition_in_to
from ..models.transition_in_to import TransitionInTo
from ..types import UNSET, Unset
from typing import cast
from uuid import UUID


T = TypeVar("T", bound="TransitionIn")


@_attrs_define
class TransitionIn:
    """Where a ticket goes. `solved` needs a resolution code; `on_hold` may name the supplier that it waits for.

    Attributes:
        to (TransitionInTo):
        resolution_code (None | TransitionInResolutionCodeType0 | Unset):
        reason (None | str | Unset):
        supplier_id (None | Unset | UUID):
    """

    to: TransitionInTo
    resolution_code: None | TransitionInResolutionCodeType0 | Unset = UNSET
    reason: None | str | Unset = UNSET
    supplier_id: None | Unset | UUID = UNSET

    def to_dict(self) -> dict[str, Any]:
        to: str = self.to

        resolution_code: None | str | Unset
        if isinstance(self.resolution_code, Unset):
            resolution_code = UNSET
        elif isinstance(self.resolution_code, str):
            resolution_code = self.resolution_code
        else:
            resolution_code = self.resolution_code

        reason: None | str | Unset
        if isinstance(self.reason, Unset):
            reason = UNSET
        else:
            reason = self.reason

        supplier_id: None | str | Unset
        if isinstance(self.supplier_id, Unset):
            supplier_id = UNSET
        elif isinstance(self.supplier_id, UUID):
            supplier_id = str(self.supplier_id)
        else:
            supplier_id = self.supplier_id

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "to": to,
            }
        )
        if resolution_code is not UNSET:
            field_dict["resolution_code"] = resolution_code
        if reason is not UNSET:
            field_dict["reason"] = reason
        if supplier_id is not UNSET:
            field_dict["supplier_id"] = supplier_id

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        to = check_transition_in_to(d.pop("to"))

        def _parse_resolution_code(data: object) -> None | TransitionInResolutionCodeType0 | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                resolution_code_type_0 = check_transition_in_resolution_code_type_0(data)

                return resolution_code_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | TransitionInResolutionCodeType0 | Unset, data)

        resolution_code = _parse_resolution_code(d.pop("resolution_code", UNSET))

        def _parse_reason(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        reason = _parse_reason(d.pop("reason", UNSET))

        def _parse_supplier_id(data: object) -> None | Unset | UUID:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                supplier_id_type_0 = UUID(data)

                return supplier_id_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | Unset | UUID, data)

        supplier_id = _parse_supplier_id(d.pop("supplier_id", UNSET))

        transition_in = cls(
            to=to,
            resolution_code=resolution_code,
            reason=reason,
            supplier_id=supplier_id,
        )

        return transition_in
