from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..models.ticket_view_out_audience import check_ticket_view_out_audience
from ..models.ticket_view_out_audience import TicketViewOutAudience
from ..models.ticket_view_out_sort import check_ticket_view_out_sort
from ..models.ticket_view_out_sort import TicketViewOutSort
from typing import cast
from uuid import UUID
import datetime

if TYPE_CHECKING:
    from ..models.ticket_view_out_filters import TicketViewOutFilters
    from ..models.view_count_out import ViewCountOut


T = TypeVar("T", bound="TicketViewOut")


@_attrs_define
class TicketViewOut:
    """A view. count: null unless it was asked for by counts=true.

    Attributes:
        id (UUID):
        name (str):
        filters (TicketViewOutFilters):
        sort (TicketViewOutSort):
        audience (TicketViewOutAudience):
        group_id (None | UUID):
        owner_id (None | UUID):
        count (None | ViewCountOut):
        created_at (datetime.datetime):
        updated_at (datetime.datetime):
        version (int):
    """

    id: UUID
    name: str
    filters: TicketViewOutFilters
    sort: TicketViewOutSort
    audience: TicketViewOutAudience
    group_id: None | UUID
    owner_id: None | UUID
    count: None | ViewCountOut
    created_at: datetime.datetime
    updated_at: datetime.datetime
    version: int
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.ticket_view_out_filters import TicketViewOutFilters  # noqa: PLC0415
        from ..models.view_count_out import ViewCountOut  # noqa: PLC0415

        id = str(self.id)

        name = self.name

        filters = self.filters.to_dict()

        sort: str = self.sort

        audience: str = self.audience

        group_id: None | str
        if isinstance(self.group_id, UUID):
            group_id = str(self.group_id)
        else:
            group_id = self.group_id

        owner_id: None | str
        if isinstance(self.owner_id, UUID):
            owner_id = str(self.owner_id)
        else:
            owner_id = self.owner_id

        count: dict[str, Any] | None
        if isinstance(self.count, ViewCountOut):
            count = self.count.to_dict()
        else:
            count = self.count

        created_at = self.created_at.isoformat()

        updated_at = self.updated_at.isoformat()

        version = self.version

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "id": id,
                "name": name,
                "filters": filters,
                "sort": sort,
                "audience": audience,
                "group_id": group_id,
                "owner_id": owner_id,
                "count": count,
                "created_at": created_at,
                "updated_at": updated_at,
                "version": version,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.ticket_view_out_filters import TicketViewOutFilters  # noqa: PLC0415
        from ..models.view_count_out import ViewCountOut  # noqa: PLC0415

        d = dict(src_dict)
        id = UUID(d.pop("id"))

        name = d.pop("name")

        filters = TicketViewOutFilters.from_dict(d.pop("filters"))

        sort = check_ticket_view_out_sort(d.pop("sort"))

        audience = check_ticket_view_out_audience(d.pop("audience"))

        def _parse_group_id(data: object) -> None | UUID:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                group_id_type_0 = UUID(data)

                return group_id_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | UUID, data)

        group_id = _parse_group_id(d.pop("group_id"))

        def _parse_owner_id(data: object) -> None | UUID:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                owner_id_type_0 = UUID(data)

                return owner_id_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | UUID, data)

        owner_id = _parse_owner_id(d.pop("owner_id"))

        def _parse_count(data: object) -> None | ViewCountOut:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                count_type_0 = ViewCountOut.from_dict(data)

                return count_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | ViewCountOut, data)

        count = _parse_count(d.pop("count"))

        created_at = datetime.datetime.fromisoformat(d.pop("created_at"))

        updated_at = datetime.datetime.fromisoformat(d.pop("updated_at"))

        version = d.pop("version")

        ticket_view_out = cls(
            id=id,
            name=name,
            filters=filters,
            sort=sort,
            audience=audience,
            group_id=group_id,
            owner_id=owner_id,
            count=count,
            created_at=created_at,
            updated_at=updated_at,
            version=version,
        )

        ticket_view_out.additional_properties = d
        return ticket_view_out

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
