from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..types import UNSET, Unset
from typing import cast

if TYPE_CHECKING:
    from ..models.assign_in import AssignIn
    from ..models.ticket_patch import TicketPatch
    from ..models.transition_in import TransitionIn


T = TypeVar("T", bound="TicketChange")


@_attrs_define
class TicketChange:
    """What becomes of each ticket, in this order. Each part is what the API takes for one ticket.

    Attributes:
        patch (None | TicketPatch | Unset):
        add_tags (list[str] | Unset):
        remove_tags (list[str] | Unset):
        assign (AssignIn | None | Unset):
        note (None | str | Unset):
        transition (None | TransitionIn | Unset):
    """

    patch: None | TicketPatch | Unset = UNSET
    add_tags: list[str] | Unset = UNSET
    remove_tags: list[str] | Unset = UNSET
    assign: AssignIn | None | Unset = UNSET
    note: None | str | Unset = UNSET
    transition: None | TransitionIn | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        from ..models.assign_in import AssignIn  # noqa: PLC0415
        from ..models.ticket_patch import TicketPatch  # noqa: PLC0415
        from ..models.transition_in import TransitionIn  # noqa: PLC0415

        patch: dict[str, Any] | None | Unset
        if isinstance(self.patch, Unset):
            patch = UNSET
        elif isinstance(self.patch, TicketPatch):
            patch = self.patch.to_dict()
        else:
            patch = self.patch

        add_tags: list[str] | Unset = UNSET
        if not isinstance(self.add_tags, Unset):
            add_tags = self.add_tags

        remove_tags: list[str] | Unset = UNSET
        if not isinstance(self.remove_tags, Unset):
            remove_tags = self.remove_tags

        assign: dict[str, Any] | None | Unset
        if isinstance(self.assign, Unset):
            assign = UNSET
        elif isinstance(self.assign, AssignIn):
            assign = self.assign.to_dict()
        else:
            assign = self.assign

        note: None | str | Unset
        if isinstance(self.note, Unset):
            note = UNSET
        else:
            note = self.note

        transition: dict[str, Any] | None | Unset
        if isinstance(self.transition, Unset):
            transition = UNSET
        elif isinstance(self.transition, TransitionIn):
            transition = self.transition.to_dict()
        else:
            transition = self.transition

        field_dict: dict[str, Any] = {}

        field_dict.update({})
        if patch is not UNSET:
            field_dict["patch"] = patch
        if add_tags is not UNSET:
            field_dict["add_tags"] = add_tags
        if remove_tags is not UNSET:
            field_dict["remove_tags"] = remove_tags
        if assign is not UNSET:
            field_dict["assign"] = assign
        if note is not UNSET:
            field_dict["note"] = note
        if transition is not UNSET:
            field_dict["transition"] = transition

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.assign_in import AssignIn  # noqa: PLC0415
        from ..models.ticket_patch import TicketPatch  # noqa: PLC0415
        from ..models.transition_in import TransitionIn  # noqa: PLC0415

        d = dict(src_dict)

        def _parse_patch(data: object) -> None | TicketPatch | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                patch_type_0 = TicketPatch.from_dict(data)

                return patch_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | TicketPatch | Unset, data)

        patch = _parse_patch(d.pop("patch", UNSET))

        add_tags = cast(list[str], d.pop("add_tags", UNSET))

        remove_tags = cast(list[str], d.pop("remove_tags", UNSET))

        def _parse_assign(data: object) -> AssignIn | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                assign_type_0 = AssignIn.from_dict(data)

                return assign_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(AssignIn | None | Unset, data)

        assign = _parse_assign(d.pop("assign", UNSET))

        def _parse_note(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        note = _parse_note(d.pop("note", UNSET))

        def _parse_transition(data: object) -> None | TransitionIn | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                transition_type_0 = TransitionIn.from_dict(data)

                return transition_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | TransitionIn | Unset, data)

        transition = _parse_transition(d.pop("transition", UNSET))

        ticket_change = cls(
            patch=patch,
            add_tags=add_tags,
            remove_tags=remove_tags,
            assign=assign,
            note=note,
            transition=transition,
        )

        return ticket_change
