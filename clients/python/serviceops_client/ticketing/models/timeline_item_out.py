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
    from ..models.author_out import AuthorOut
    from ..models.change_out import ChangeOut
    from ..models.timeline_item_out_about import TimelineItemOutAbout


T = TypeVar("T", bound="TimelineItemOut")


@_attrs_define
class TimelineItemOut:
    """One thing that happened.

    kind: message, created, status_changed, assigned, changed, merged, unmerged, took_in, gave_back, split, linked,
    unlinked, watched, unwatched, sla_warned, sla_breached, sla_fulfilled, sla_retarget, recovery_case_open,
    complaint_move and so on.
    ticket_id: where it happened, which may be a ticket that is merged into this one.
    actor: who did it, as staff, key or service; null where that was not recorded. cause: the request, fact or job
    that it was done for. about: what belongs to the kind, as the channel of a message or the policy of a clock.

        Attributes:
            id (UUID):
            at (datetime.datetime):
            kind (str):
            ticket_id (UUID):
            actor (None | str):
            author (AuthorOut | None):
            text (None | str):
            changes (list[ChangeOut]):
            about (TimelineItemOutAbout):
            reason (None | str):
            cause (None | str):
    """

    id: UUID
    at: datetime.datetime
    kind: str
    ticket_id: UUID
    actor: None | str
    author: AuthorOut | None
    text: None | str
    changes: list[ChangeOut]
    about: TimelineItemOutAbout
    reason: None | str
    cause: None | str
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.author_out import AuthorOut  # noqa: PLC0415
        from ..models.change_out import ChangeOut  # noqa: PLC0415
        from ..models.timeline_item_out_about import TimelineItemOutAbout  # noqa: PLC0415

        id = str(self.id)

        at = self.at.isoformat()

        kind = self.kind

        ticket_id = str(self.ticket_id)

        actor: None | str
        actor = self.actor

        author: dict[str, Any] | None
        if isinstance(self.author, AuthorOut):
            author = self.author.to_dict()
        else:
            author = self.author

        text: None | str
        text = self.text

        changes = []
        for changes_item_data in self.changes:
            changes_item = changes_item_data.to_dict()
            changes.append(changes_item)

        about = self.about.to_dict()

        reason: None | str
        reason = self.reason

        cause: None | str
        cause = self.cause

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "id": id,
                "at": at,
                "kind": kind,
                "ticket_id": ticket_id,
                "actor": actor,
                "author": author,
                "text": text,
                "changes": changes,
                "about": about,
                "reason": reason,
                "cause": cause,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.author_out import AuthorOut  # noqa: PLC0415
        from ..models.change_out import ChangeOut  # noqa: PLC0415
        from ..models.timeline_item_out_about import TimelineItemOutAbout  # noqa: PLC0415

        d = dict(src_dict)
        id = UUID(d.pop("id"))

        at = datetime.datetime.fromisoformat(d.pop("at"))

        kind = d.pop("kind")

        ticket_id = UUID(d.pop("ticket_id"))

        def _parse_actor(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        actor = _parse_actor(d.pop("actor"))

        def _parse_author(data: object) -> AuthorOut | None:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                author_type_0 = AuthorOut.from_dict(data)

                return author_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(AuthorOut | None, data)

        author = _parse_author(d.pop("author"))

        def _parse_text(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        text = _parse_text(d.pop("text"))

        changes = []
        _changes = d.pop("changes")
        for changes_item_data in _changes:
            changes_item = ChangeOut.from_dict(changes_item_data)

            changes.append(changes_item)

        about = TimelineItemOutAbout.from_dict(d.pop("about"))

        def _parse_reason(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        reason = _parse_reason(d.pop("reason"))

        def _parse_cause(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        cause = _parse_cause(d.pop("cause"))

        timeline_item_out = cls(
            id=id,
            at=at,
            kind=kind,
            ticket_id=ticket_id,
            actor=actor,
            author=author,
            text=text,
            changes=changes,
            about=about,
            reason=reason,
            cause=cause,
        )

        timeline_item_out.additional_properties = d
        return timeline_item_out

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
