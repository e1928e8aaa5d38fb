from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..models.limit_in_role_type_0 import check_limit_in_role_type_0
from ..models.limit_in_role_type_0 import LimitInRoleType0
from ..types import UNSET, Unset
from typing import cast
from uuid import UUID


T = TypeVar("T", bound="LimitIn")


@_attrs_define
class LimitIn:
    """How much may be given on a case without another person's approval.

    Of one member of staff, or of whoever may all that a role may; naming neither, of everybody. A person's
    own limit holds before that of a role, and that before everybody's; without any, nothing may be given alone.

        Attributes:
            currency (str):
            amount_minor (int):
            staff_id (None | Unset | UUID):
            role (LimitInRoleType0 | None | Unset):
    """

    currency: str
    amount_minor: int
    staff_id: None | Unset | UUID = UNSET
    role: LimitInRoleType0 | None | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        currency = self.currency

        amount_minor = self.amount_minor

        staff_id: None | str | Unset
        if isinstance(self.staff_id, Unset):
            staff_id = UNSET
        elif isinstance(self.staff_id, UUID):
            staff_id = str(self.staff_id)
        else:
            staff_id = self.staff_id

        role: None | str | Unset
        if isinstance(self.role, Unset):
            role = UNSET
        elif isinstance(self.role, str):
            role = self.role
        else:
            role = self.role

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "currency": currency,
                "amount_minor": amount_minor,
            }
        )
        if staff_id is not UNSET:
            field_dict["staff_id"] = staff_id
        if role is not UNSET:
            field_dict["role"] = role

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        currency = d.pop("currency")

        amount_minor = d.pop("amount_minor")

        def _parse_staff_id(data: object) -> None | Unset | UUID:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                staff_id_type_0 = UUID(data)

                return staff_id_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | Unset | UUID, data)

        staff_id = _parse_staff_id(d.pop("staff_id", UNSET))

        def _parse_role(data: object) -> LimitInRoleType0 | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                role_type_0 = check_limit_in_role_type_0(data)

                return role_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(LimitInRoleType0 | None | Unset, data)

        role = _parse_role(d.pop("role", UNSET))

        limit_in = cls(
            currency=currency,
            amount_minor=amount_minor,
            staff_id=staff_id,
            role=role,
        )

        return limit_in
