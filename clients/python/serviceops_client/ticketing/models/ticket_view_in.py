from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..models.ticket_view_in_audience import check_ticket_view_in_audience
from ..models.ticket_view_in_audience import TicketViewInAudience
from ..models.ticket_view_in_sort import check_ticket_view_in_sort
from ..models.ticket_view_in_sort import TicketViewInSort
from ..types import UNSET, Unset
from typing import cast
from uuid import UUID

if TYPE_CHECKING:
    from ..models.view_filters import ViewFilters


T = TypeVar("T", bound="TicketViewIn")


@_attrs_define
class TicketViewIn:
    """A list of tickets with a name. audience: everyone, the members of a group, or the caller alone.

    Attributes:
        name (str):
        filters (ViewFilters | Unset): What a view shows: the filters of the list of tickets, `q` among them. In it "me"
            is who looks.
        sort (TicketViewInSort | Unset):  Default: 'newest'.
        audience (TicketViewInAudience | Unset):  Default: 'everyone'.
        group_id (None | Unset | UUID):
    """

    name: str
    filters: ViewFilters | Unset = UNSET
    sort: TicketViewInSort | Unset = "newest"
    audience: TicketViewInAudience | Unset = "everyone"
    group_id: None | Unset | UUID = UNSET

    def to_dict(self) -> dict[str, Any]:
        from ..models.view_filters import ViewFilters  # noqa: PLC0415

        name = self.name

        filters: dict[str, Any] | Unset = UNSET
        if not isinstance(self.filters, Unset):
            filters = self.filters.to_dict()

        sort: str | Unset = UNSET
        if not isinstance(self.sort, Unset):
            sort = self.sort

        audience: str | Unset = UNSET
        if not isinstance(self.audience, Unset):
            audience = self.audience

        group_id: None | str | Unset
        if isinstance(self.group_id, Unset):
            group_id = UNSET
        elif isinstance(self.group_id, UUID):
            group_id = str(self.group_id)
        else:
            group_id = self.group_id

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "name": name,
            }
        )
        if filters is not UNSET:
            field_dict["filters"] = filters
        if sort is not UNSET:
            field_dict["sort"] = sort
        if audience is not UNSET:
            field_dict["audience"] = audience
        if group_id is not UNSET:
            field_dict["group_id"] = group_id

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.view_filters import ViewFilters  # noqa: PLC0415

        d = dict(src_dict)
        name = d.pop("name")

        _filters = d.pop("filters", UNSET)
        filters: ViewFilters | Unset
        if isinstance(_filters, Unset):
            filters = UNSET
        else:
            filters = ViewFilters.from_dict(_filters)

        _sort = d.pop("sort", UNSET)
        sort: TicketViewInSort | Unset
        if isinstance(_sort, Unset):
            sort = UNSET
        else:
            sort = check_ticket_view_in_sort(_sort)

        _audience = d.pop("audience", UNSET)
        audience: TicketViewInAudience | Unset
        if isinstance(_audience, Unset):
            audience = UNSET
        else:
            audience = check_ticket_view_in_audience(_audience)

        def _parse_group_id(data: object) -> None | Unset | UUID:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                group_id_type_0 = UUID(data)

                return group_id_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | Unset | UUID, data)

        group_id = _parse_group_id(d.pop("group_id", UNSET))

        ticket_view_in = cls(
            name=name,
            filters=filters,
            sort=sort,
            audience=audience,
            group_id=group_id,
        )

        return ticket_view_in
