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


T = TypeVar("T", bound="ResponseRateOut")


@_attrs_define
class ResponseRateOut:
    """How many of the invitations that were delivered in a period were answered, whenever that was.

    rate: completed / delivered, 0 to 1; null where nothing was delivered. margin: half of the 95 % interval.

        Attributes:
            from_ (datetime.datetime):
            to (datetime.datetime):
            group (None | str | UUID):
            delivered (int):
            completed (int):
            rate (float | None):
            margin (float | None):
            small_n (bool):
            definition (DefinitionOut): By which definition a score was computed.
    """

    from_: datetime.datetime
    to: datetime.datetime
    group: None | str | UUID
    delivered: int
    completed: int
    rate: float | None
    margin: float | None
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

        delivered = self.delivered

        completed = self.completed

        rate: float | None
        rate = self.rate

        margin: float | None
        margin = self.margin

        small_n = self.small_n

        definition = self.definition.to_dict()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "from": from_,
                "to": to,
                "group": group,
                "delivered": delivered,
                "completed": completed,
                "rate": rate,
                "margin": margin,
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

        delivered = d.pop("delivered")

        completed = d.pop("completed")

        def _parse_rate(data: object) -> float | None:
            if data is None:
                return data
            return cast(float | None, data)

        rate = _parse_rate(d.pop("rate"))

        def _parse_margin(data: object) -> float | None:
            if data is None:
                return data
            return cast(float | None, data)

        margin = _parse_margin(d.pop("margin"))

        small_n = d.pop("small_n")

        definition = DefinitionOut.from_dict(d.pop("definition"))

        response_rate_out = cls(
            from_=from_,
            to=to,
            group=group,
            delivered=delivered,
            completed=completed,
            rate=rate,
            margin=margin,
            small_n=small_n,
            definition=definition,
        )

        response_rate_out.additional_properties = d
        return response_rate_out

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
