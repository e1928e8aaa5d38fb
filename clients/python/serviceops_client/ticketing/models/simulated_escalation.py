from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..models.simulated_escalation_owner_source_type_0 import check_simulated_escalation_owner_source_type_0
from ..models.simulated_escalation_owner_source_type_0 import SimulatedEscalationOwnerSourceType0
from ..models.simulated_escalation_priority_type_0 import check_simulated_escalation_priority_type_0
from ..models.simulated_escalation_priority_type_0 import SimulatedEscalationPriorityType0
from ..models.simulated_escalation_reason_type_0 import check_simulated_escalation_reason_type_0
from ..models.simulated_escalation_reason_type_0 import SimulatedEscalationReasonType0
from ..types import UNSET, Unset
from typing import cast
from uuid import UUID
import datetime

if TYPE_CHECKING:
    from ..models.told import Told
    from ..models.tried_route import TriedRoute


T = TypeVar("T", bound="SimulatedEscalation")


@_attrs_define
class SimulatedEscalation:
    """What would come of the answer.

    reason: why nothing would, not_negative or employee. tried: in the order of the routes, up to the one that takes
    it. owner_id null: the group would have it. nobody_holds: roles of the route that nobody holds, so nobody is told.

        Attributes:
            escalates (bool):
            reason (None | SimulatedEscalationReasonType0 | Unset):
            tried (list[TriedRoute] | Unset):
            route_id (None | Unset | UUID):
            priority (None | SimulatedEscalationPriorityType0 | Unset):
            group_id (None | Unset | UUID):
            owner_id (None | Unset | UUID):
            owner_source (None | SimulatedEscalationOwnerSourceType0 | Unset):
            recipients (list[Told] | Unset):
            nobody_holds (list[str] | Unset):
            plan_due_at (datetime.datetime | None | Unset):
            contact_due_at (datetime.datetime | None | Unset):
    """

    escalates: bool
    reason: None | SimulatedEscalationReasonType0 | Unset = UNSET
    tried: list[TriedRoute] | Unset = UNSET
    route_id: None | Unset | UUID = UNSET
    priority: None | SimulatedEscalationPriorityType0 | Unset = UNSET
    group_id: None | Unset | UUID = UNSET
    owner_id: None | Unset | UUID = UNSET
    owner_source: None | SimulatedEscalationOwnerSourceType0 | Unset = UNSET
    recipients: list[Told] | Unset = UNSET
    nobody_holds: list[str] | Unset = UNSET
    plan_due_at: datetime.datetime | None | Unset = UNSET
    contact_due_at: datetime.datetime | None | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.told import Told  # noqa: PLC0415
        from ..models.tried_route import TriedRoute  # noqa: PLC0415

        escalates = self.escalates

        reason: None | str | Unset
        if isinstance(self.reason, Unset):
            reason = UNSET
        elif isinstance(self.reason, str):
            reason = self.reason
        else:
            reason = self.reason

        tried: list[dict[str, Any]] | Unset = UNSET
        if not isinstance(self.tried, Unset):
            tried = []
            for tried_item_data in self.tried:
                tried_item = tried_item_data.to_dict()
                tried.append(tried_item)

        route_id: None | str | Unset
        if isinstance(self.route_id, Unset):
            route_id = UNSET
        elif isinstance(self.route_id, UUID):
            route_id = str(self.route_id)
        else:
            route_id = self.route_id

        priority: None | str | Unset
        if isinstance(self.priority, Unset):
            priority = UNSET
        elif isinstance(self.priority, str):
            priority = self.priority
        else:
            priority = self.priority

        group_id: None | str | Unset
        if isinstance(self.group_id, Unset):
            group_id = UNSET
        elif isinstance(self.group_id, UUID):
            group_id = str(self.group_id)
        else:
            group_id = self.group_id

        owner_id: None | str | Unset
        if isinstance(self.owner_id, Unset):
            owner_id = UNSET
        elif isinstance(self.owner_id, UUID):
            owner_id = str(self.owner_id)
        else:
            owner_id = self.owner_id

        owner_source: None | str | Unset
        if isinstance(self.owner_source, Unset):
            owner_source = UNSET
        elif isinstance(self.owner_source, str):
            owner_source = self.owner_source
        else:
            owner_source = self.owner_source

        recipients: list[dict[str, Any]] | Unset = UNSET
        if not isinstance(self.recipients, Unset):
            recipients = []
            for recipients_item_data in self.recipients:
                recipients_item = recipients_item_data.to_dict()
                recipients.append(recipients_item)

        nobody_holds: list[str] | Unset = UNSET
        if not isinstance(self.nobody_holds, Unset):
            nobody_holds = self.nobody_holds

        plan_due_at: None | str | Unset
        if isinstance(self.plan_due_at, Unset):
            plan_due_at = UNSET
        elif isinstance(self.plan_due_at, datetime.datetime):
            plan_due_at = self.plan_due_at.isoformat()
        else:
            plan_due_at = self.plan_due_at

        contact_due_at: None | str | Unset
        if isinstance(self.contact_due_at, Unset):
            contact_due_at = UNSET
        elif isinstance(self.contact_due_at, datetime.datetime):
            contact_due_at = self.contact_due_at.isoformat()
        else:
            contact_due_at = self.contact_due_at

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "escalates": escalates,
            }
        )
        if reason is not UNSET:
            field_dict["reason"] = reason
        if tried is not UNSET:
            field_dict["tried"] = tried
        if route_id is not UNSET:
            field_dict["route_id"] = route_id
        if priority is not UNSET:
            field_dict["priority"] = priority
        if group_id is not UNSET:
            field_dict["group_id"] = group_id
        if owner_id is not UNSET:
            field_dict["owner_id"] = owner_id
        if owner_source is not UNSET:
            field_dict["owner_source"] = owner_source
        if recipients is not UNSET:
            field_dict["recipients"] = recipients
        if nobody_holds is not UNSET:
            field_dict["nobody_holds"] = nobody_holds
        if plan_due_at is not UNSET:
            field_dict["plan_due_at"] = plan_due_at
        if contact_due_at is not UNSET:
            field_dict["contact_due_at"] = contact_due_at

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.told import Told  # noqa: PLC0415
        from ..models.tried_route import TriedRoute  # noqa: PLC0415

        d = dict(src_dict)
        escalates = d.pop("escalates")

        def _parse_reason(data: object) -> None | SimulatedEscalationReasonType0 | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                reason_type_0 = check_simulated_escalation_reason_type_0(data)

                return reason_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | SimulatedEscalationReasonType0 | Unset, data)

        reason = _parse_reason(d.pop("reason", UNSET))

        _tried = d.pop("tried", UNSET)
        tried: list[TriedRoute] | Unset = UNSET
        if _tried is not UNSET:
            tried = []
            for tried_item_data in _tried:
                tried_item = TriedRoute.from_dict(tried_item_data)

                tried.append(tried_item)

        def _parse_route_id(data: object) -> None | Unset | UUID:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                route_id_type_0 = UUID(data)

                return route_id_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | Unset | UUID, data)

        route_id = _parse_route_id(d.pop("route_id", UNSET))

        def _parse_priority(data: object) -> None | SimulatedEscalationPriorityType0 | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                priority_type_0 = check_simulated_escalation_priority_type_0(data)

                return priority_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | SimulatedEscalationPriorityType0 | Unset, data)

        priority = _parse_priority(d.pop("priority", UNSET))

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

        def _parse_owner_id(data: object) -> None | Unset | UUID:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                owner_id_type_0 = UUID(data)

                return owner_id_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | Unset | UUID, data)

        owner_id = _parse_owner_id(d.pop("owner_id", UNSET))

        def _parse_owner_source(data: object) -> None | SimulatedEscalationOwnerSourceType0 | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                owner_source_type_0 = check_simulated_escalation_owner_source_type_0(data)

                return owner_source_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | SimulatedEscalationOwnerSourceType0 | Unset, data)

        owner_source = _parse_owner_source(d.pop("owner_source", UNSET))

        _recipients = d.pop("recipients", UNSET)
        recipients: list[Told] | Unset = UNSET
        if _recipients is not UNSET:
            recipients = []
            for recipients_item_data in _recipients:
                recipients_item = Told.from_dict(recipients_item_data)

                recipients.append(recipients_item)

        nobody_holds = cast(list[str], d.pop("nobody_holds", UNSET))

        def _parse_plan_due_at(data: object) -> datetime.datetime | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                plan_due_at_type_0 = datetime.datetime.fromisoformat(data)

                return plan_due_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None | Unset, data)

        plan_due_at = _parse_plan_due_at(d.pop("plan_due_at", UNSET))

        def _parse_contact_due_at(data: object) -> datetime.datetime | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                contact_due_at_type_0 = datetime.datetime.fromisoformat(data)

                return contact_due_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None | Unset, data)

        contact_due_at = _parse_contact_due_at(d.pop("contact_due_at", UNSET))

        simulated_escalation = cls(
            escalates=escalates,
            reason=reason,
            tried=tried,
            route_id=route_id,
            priority=priority,
            group_id=group_id,
            owner_id=owner_id,
            owner_source=owner_source,
            recipients=recipients,
            nobody_holds=nobody_holds,
            plan_due_at=plan_due_at,
            contact_due_at=contact_due_at,
        )

        simulated_escalation.additional_properties = d
        return simulated_escalation

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
