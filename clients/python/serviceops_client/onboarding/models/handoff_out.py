from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..models.handoff_out_state import check_handoff_out_state
from ..models.handoff_out_state import HandoffOutState
from typing import cast
from uuid import UUID
import datetime

if TYPE_CHECKING:
    from ..models.handoff_content import HandoffContent


T = TypeVar("T", bound="HandoffOut")


@_attrs_define
class HandoffOut:
    """A hand-off. completeness: the share of the segment's required fields that sales filled, 0-1.

    Attributes:
        id (UUID):
        deal_id (UUID):
        account_id (UUID):
        trace_id (UUID):
        state (HandoffOutState):
        completeness (float):
        gaps (list[str]):
        due_at (datetime.datetime):
        project_id (None | UUID):
        decided_at (datetime.datetime | None):
        decided_by (None | str):
        version (int):
        content (HandoffContent): What sales says. What is left out or empty is recorded as a gap.
        playbook_id (None | UUID):
        starts_on (datetime.date | None):
        reason (None | str):
        created_at (datetime.datetime):
        updated_at (datetime.datetime):
    """

    id: UUID
    deal_id: UUID
    account_id: UUID
    trace_id: UUID
    state: HandoffOutState
    completeness: float
    gaps: list[str]
    due_at: datetime.datetime
    project_id: None | UUID
    decided_at: datetime.datetime | None
    decided_by: None | str
    version: int
    content: HandoffContent
    playbook_id: None | UUID
    starts_on: datetime.date | None
    reason: None | str
    created_at: datetime.datetime
    updated_at: datetime.datetime
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.handoff_content import HandoffContent  # noqa: PLC0415

        id = str(self.id)

        deal_id = str(self.deal_id)

        account_id = str(self.account_id)

        trace_id = str(self.trace_id)

        state: str = self.state

        completeness = self.completeness

        gaps = self.gaps

        due_at = self.due_at.isoformat()

        project_id: None | str
        if isinstance(self.project_id, UUID):
            project_id = str(self.project_id)
        else:
            project_id = self.project_id

        decided_at: None | str
        if isinstance(self.decided_at, datetime.datetime):
            decided_at = self.decided_at.isoformat()
        else:
            decided_at = self.decided_at

        decided_by: None | str
        decided_by = self.decided_by

        version = self.version

        content = self.content.to_dict()

        playbook_id: None | str
        if isinstance(self.playbook_id, UUID):
            playbook_id = str(self.playbook_id)
        else:
            playbook_id = self.playbook_id

        starts_on: None | str
        if isinstance(self.starts_on, datetime.date):
            starts_on = self.starts_on.isoformat()
        else:
            starts_on = self.starts_on

        reason: None | str
        reason = self.reason

        created_at = self.created_at.isoformat()

        updated_at = self.updated_at.isoformat()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "id": id,
                "deal_id": deal_id,
                "account_id": account_id,
                "trace_id": trace_id,
                "state": state,
                "completeness": completeness,
                "gaps": gaps,
                "due_at": due_at,
                "project_id": project_id,
                "decided_at": decided_at,
                "decided_by": decided_by,
                "version": version,
                "content": content,
                "playbook_id": playbook_id,
                "starts_on": starts_on,
                "reason": reason,
                "created_at": created_at,
                "updated_at": updated_at,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.handoff_content import HandoffContent  # noqa: PLC0415

        d = dict(src_dict)
        id = UUID(d.pop("id"))

        deal_id = UUID(d.pop("deal_id"))

        account_id = UUID(d.pop("account_id"))

        trace_id = UUID(d.pop("trace_id"))

        state = check_handoff_out_state(d.pop("state"))

        completeness = d.pop("completeness")

        gaps = cast(list[str], d.pop("gaps"))

        due_at = datetime.datetime.fromisoformat(d.pop("due_at"))

        def _parse_project_id(data: object) -> None | UUID:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                project_id_type_0 = UUID(data)

                return project_id_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | UUID, data)

        project_id = _parse_project_id(d.pop("project_id"))

        def _parse_decided_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                decided_at_type_0 = datetime.datetime.fromisoformat(data)

                return decided_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        decided_at = _parse_decided_at(d.pop("decided_at"))

        def _parse_decided_by(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        decided_by = _parse_decided_by(d.pop("decided_by"))

        version = d.pop("version")

        content = HandoffContent.from_dict(d.pop("content"))

        def _parse_playbook_id(data: object) -> None | UUID:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                playbook_id_type_0 = UUID(data)

                return playbook_id_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | UUID, data)

        playbook_id = _parse_playbook_id(d.pop("playbook_id"))

        def _parse_starts_on(data: object) -> datetime.date | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                starts_on_type_0 = datetime.date.fromisoformat(data)

                return starts_on_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.date | None, data)

        starts_on = _parse_starts_on(d.pop("starts_on"))

        def _parse_reason(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        reason = _parse_reason(d.pop("reason"))

        created_at = datetime.datetime.fromisoformat(d.pop("created_at"))

        updated_at = datetime.datetime.fromisoformat(d.pop("updated_at"))

        handoff_out = cls(
            id=id,
            deal_id=deal_id,
            account_id=account_id,
            trace_id=trace_id,
            state=state,
            completeness=completeness,
            gaps=gaps,
            due_at=due_at,
            project_id=project_id,
            decided_at=decided_at,
            decided_by=decided_by,
            version=version,
            content=content,
            playbook_id=playbook_id,
            starts_on=starts_on,
            reason=reason,
            created_at=created_at,
            updated_at=updated_at,
        )

        handoff_out.additional_properties = d
        return handoff_out

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
