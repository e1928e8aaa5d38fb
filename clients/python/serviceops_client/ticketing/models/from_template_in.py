from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..types import UNSET, Unset
from typing import cast
from uuid import UUID
import datetime


T = TypeVar("T", bound="FromTemplateIn")


@_attrs_define
class FromTemplateIn:
    """Which response plan becomes the case's plan.

    Attributes:
        template_id (UUID):
        agreed_with_customer_at (datetime.datetime | None | Unset):
    """

    template_id: UUID
    agreed_with_customer_at: datetime.datetime | None | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        template_id = str(self.template_id)

        agreed_with_customer_at: None | str | Unset
        if isinstance(self.agreed_with_customer_at, Unset):
            agreed_with_customer_at = UNSET
        elif isinstance(self.agreed_with_customer_at, datetime.datetime):
            agreed_with_customer_at = self.agreed_with_customer_at.isoformat()
        else:
            agreed_with_customer_at = self.agreed_with_customer_at

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "template_id": template_id,
            }
        )
        if agreed_with_customer_at is not UNSET:
            field_dict["agreed_with_customer_at"] = agreed_with_customer_at

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        template_id = UUID(d.pop("template_id"))

        def _parse_agreed_with_customer_at(data: object) -> datetime.datetime | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                agreed_with_customer_at_type_0 = datetime.datetime.fromisoformat(data)

                return agreed_with_customer_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None | Unset, data)

        agreed_with_customer_at = _parse_agreed_with_customer_at(d.pop("agreed_with_customer_at", UNSET))

        from_template_in = cls(
            template_id=template_id,
            agreed_with_customer_at=agreed_with_customer_at,
        )

        return from_template_in
