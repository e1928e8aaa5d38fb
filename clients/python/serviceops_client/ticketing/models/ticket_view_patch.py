from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..models.ticket_view_patch_audience_type_0 import check_ticket_view_patch_audience_type_0
from ..models.ticket_view_patch_audience_type_0 import TicketViewPatchAudienceType0
from ..models.ticket_view_patch_sort_type_0 import check_ticket_view_patch_sort_type_0
from ..models.ticket_view_patch_sort_type_0 import TicketViewPatchSortType0
from ..types import UNSET, Unset
from typing import cast
from uuid import UUID

if TYPE_CHECKING:
    from ..models.ticket_view_patch_filters_type_0 import TicketViewPatchFiltersType0


T = TypeVar("T", bound="TicketViewPatch")


@_attrs_define
class TicketViewPatch:
    """What changes about a view, as a merge-patch: a filter that is null is taken away.

    Attributes:
        name (None | str | Unset):
        filters (None | TicketViewPatchFiltersType0 | Unset):
        sort (None | TicketViewPatchSortType0 | Unset):
        audience (None | TicketViewPatchAudienceType0 | Unset):
        group_id (None | Unset | UUID):
    """

    name: None | str | Unset = UNSET
    filters: None | TicketViewPatchFiltersType0 | Unset = UNSET
    sort: None | TicketViewPatchSortType0 | Unset = UNSET
    audience: None | TicketViewPatchAudienceType0 | Unset = UNSET
    group_id: None | Unset | UUID = UNSET

    def to_dict(self) -> dict[str, Any]:
        from ..models.ticket_view_patch_filters_type_0 import TicketViewPatchFiltersType0  # noqa: PLC0415

        name: None | str | Unset
        if isinstance(self.name, Unset):
            name = UNSET
        else:
            name = self.name

        filters: dict[str, Any] | None | Unset
        if isinstance(self.filters, Unset):
            filters = UNSET
        elif isinstance(self.filters, TicketViewPatchFiltersType0):
            filters = self.filters.to_dict()
        else:
            filters = self.filters

        sort: None | str | Unset
        if isinstance(self.sort, Unset):
            sort = UNSET
        elif isinstance(self.sort, str):
            sort = self.sort
        else:
            sort = self.sort

        audience: None | str | Unset
        if isinstance(self.audience, Unset):
            audience = UNSET
        elif isinstance(self.audience, str):
            audience = self.audience
        else:
            audience = self.audience

        group_id: None | str | Unset
        if isinstance(self.group_id, Unset):
            group_id = UNSET
        elif isinstance(self.group_id, UUID):
            group_id = str(self.group_id)
        else:
            group_id = self.group_id

        field_dict: dict[str, Any] = {}

        field_dict.update({})
        if name is not UNSET:
            field_dict["name"] = name
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
        from ..models.ticket_view_patch_filters_type_0 import TicketViewPatchFiltersType0  # noqa: PLC0415

        d = dict(src_dict)

        def _parse_name(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        name = _parse_name(d.pop("name", UNSET))

        def _parse_filters(data: object) -> None | TicketViewPatchFiltersType0 | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                filters_type_0 = TicketViewPatchFiltersType0.from_dict(data)

                return filters_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | TicketViewPatchFiltersType0 | Unset, data)

        filters = _parse_filters(d.pop("filters", UNSET))

        def _parse_sort(data: object) -> None | TicketViewPatchSortType0 | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                sort_type_0 = check_ticket_view_patch_sort_type_0(data)

                return sort_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | TicketViewPatchSortType0 | Unset, data)

        sort = _parse_sort(d.pop("sort", UNSET))

        def _parse_audience(data: object) -> None | TicketViewPatchAudienceType0 | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                audience_type_0 = check_ticket_view_patch_audience_type_0(data)

                return audience_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | TicketViewPatchAudienceType0 | Unset, data)

        audience = _parse_audience(d.pop("audience", UNSET))

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

        ticket_view_patch = cls(
            name=name,
            filters=filters,
            sort=sort,
            audience=audience,
            group_id=group_id,
        )

        return ticket_view_patch
