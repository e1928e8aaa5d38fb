from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..types import UNSET, Unset
from typing import cast
from uuid import UUID

if TYPE_CHECKING:
    from ..models.ticket_change import TicketChange
    from ..models.ticket_selection import TicketSelection


T = TypeVar("T", bound="TicketBulkIn")


@_attrs_define
class TicketBulkIn:
    """Many tickets, by id or by the filters of their list, and what becomes of each.

    dry_run: only say what would come of each.

        Attributes:
            change (TicketChange): What becomes of each ticket, in this order. Each part is what the API takes for one
                ticket.
            ids (list[UUID] | None | Unset):
            filter_ (None | TicketSelection | Unset):
            dry_run (bool | Unset):  Default: False.
    """

    change: TicketChange
    ids: list[UUID] | None | Unset = UNSET
    filter_: None | TicketSelection | Unset = UNSET
    dry_run: bool | Unset = False

    def to_dict(self) -> dict[str, Any]:
        from ..models.ticket_change import TicketChange  # noqa: PLC0415
        from ..models.ticket_selection import TicketSelection  # noqa: PLC0415

        change = self.change.to_dict()

        ids: list[str] | None | Unset
        if isinstance(self.ids, Unset):
            ids = UNSET
        elif isinstance(self.ids, list):
            ids = []
            for ids_type_0_item_data in self.ids:
                ids_type_0_item = str(ids_type_0_item_data)
                ids.append(ids_type_0_item)

        else:
            ids = self.ids

        filter_: dict[str, Any] | None | Unset
        if isinstance(self.filter_, Unset):
            filter_ = UNSET
        elif isinstance(self.filter_, TicketSelection):
            filter_ = self.filter_.to_dict()
        else:
            filter_ = self.filter_

        dry_run = self.dry_run

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "change": change,
            }
        )
        if ids is not UNSET:
            field_dict["ids"] = ids
        if filter_ is not UNSET:
            field_dict["filter"] = filter_
        if dry_run is not UNSET:
            field_dict["dry_run"] = dry_run

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.ticket_change import TicketChange  # noqa: PLC0415
        from ..models.ticket_selection import TicketSelection  # noqa: PLC0415

        d = dict(src_dict)
        change = TicketChange.from_dict(d.pop("change"))

        def _parse_ids(data: object) -> list[UUID] | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, list):
                    raise TypeError()
                ids_type_0 = []
                _ids_type_0 = data
                for ids_type_0_item_data in _ids_type_0:
                    ids_type_0_item = UUID(ids_type_0_item_data)

                    ids_type_0.append(ids_type_0_item)

                return ids_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(list[UUID] | None | Unset, data)

        ids = _parse_ids(d.pop("ids", UNSET))

        def _parse_filter_(data: object) -> None | TicketSelection | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                filter_type_0 = TicketSelection.from_dict(data)

                return filter_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | TicketSelection | Unset, data)

        filter_ = _parse_filter_(d.pop("filter", UNSET))

        dry_run = d.pop("dry_run", UNSET)

        ticket_bulk_in = cls(
            change=change,
            ids=ids,
            filter_=filter_,
            dry_run=dry_run,
        )

        return ticket_bulk_in
