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
    from ..models.audit_out_after import AuditOutAfter
    from ..models.audit_out_before import AuditOutBefore


T = TypeVar("T", bound="AuditOut")


@_attrs_define
class AuditOut:
    """One change: who made it, of what, from what to what, why, and in answer to which request, fact or job.

    Attributes:
        id (UUID):
        at (datetime.datetime):
        actor (str):
        action (str):
        entity (str):
        entity_id (UUID):
        before (AuditOutBefore):
        after (AuditOutAfter):
        reason (None | str):
        cause (str):
    """

    id: UUID
    at: datetime.datetime
    actor: str
    action: str
    entity: str
    entity_id: UUID
    before: AuditOutBefore
    after: AuditOutAfter
    reason: None | str
    cause: str
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.audit_out_after import AuditOutAfter  # noqa: PLC0415
        from ..models.audit_out_before import AuditOutBefore  # noqa: PLC0415

        id = str(self.id)

        at = self.at.isoformat()

        actor = self.actor

        action = self.action

        entity = self.entity

        entity_id = str(self.entity_id)

        before = self.before.to_dict()

        after = self.after.to_dict()

        reason: None | str
        reason = self.reason

        cause = self.cause

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "id": id,
                "at": at,
                "actor": actor,
                "action": action,
                "entity": entity,
                "entity_id": entity_id,
                "before": before,
                "after": after,
                "reason": reason,
                "cause": cause,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.audit_out_after import AuditOutAfter  # noqa: PLC0415
        from ..models.audit_out_before import AuditOutBefore  # noqa: PLC0415

        d = dict(src_dict)
        id = UUID(d.pop("id"))

        at = datetime.datetime.fromisoformat(d.pop("at"))

        actor = d.pop("actor")

        action = d.pop("action")

        entity = d.pop("entity")

        entity_id = UUID(d.pop("entity_id"))

        before = AuditOutBefore.from_dict(d.pop("before"))

        after = AuditOutAfter.from_dict(d.pop("after"))

        def _parse_reason(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        reason = _parse_reason(d.pop("reason"))

        cause = d.pop("cause")

        audit_out = cls(
            id=id,
            at=at,
            actor=actor,
            action=action,
            entity=entity,
            entity_id=entity_id,
            before=before,
            after=after,
            reason=reason,
            cause=cause,
        )

        audit_out.additional_properties = d
        return audit_out

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
