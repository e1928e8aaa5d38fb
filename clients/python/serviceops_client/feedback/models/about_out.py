from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from typing import cast
from uuid import UUID


T = TypeVar("T", bound="AboutOut")


@_attrs_define
class AboutOut:
    """The story's ids.

    Attributes:
        response_id (None | UUID):
        ticket_id (None | UUID):
        recovery_case_id (None | UUID):
        account_id (None | UUID):
        handoff_id (None | UUID):
        project_id (None | UUID):
    """

    response_id: None | UUID
    ticket_id: None | UUID
    recovery_case_id: None | UUID
    account_id: None | UUID
    handoff_id: None | UUID
    project_id: None | UUID
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        response_id: None | str
        if isinstance(self.response_id, UUID):
            response_id = str(self.response_id)
        else:
            response_id = self.response_id

        ticket_id: None | str
        if isinstance(self.ticket_id, UUID):
            ticket_id = str(self.ticket_id)
        else:
            ticket_id = self.ticket_id

        recovery_case_id: None | str
        if isinstance(self.recovery_case_id, UUID):
            recovery_case_id = str(self.recovery_case_id)
        else:
            recovery_case_id = self.recovery_case_id

        account_id: None | str
        if isinstance(self.account_id, UUID):
            account_id = str(self.account_id)
        else:
            account_id = self.account_id

        handoff_id: None | str
        if isinstance(self.handoff_id, UUID):
            handoff_id = str(self.handoff_id)
        else:
            handoff_id = self.handoff_id

        project_id: None | str
        if isinstance(self.project_id, UUID):
            project_id = str(self.project_id)
        else:
            project_id = self.project_id

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "response_id": response_id,
                "ticket_id": ticket_id,
                "recovery_case_id": recovery_case_id,
                "account_id": account_id,
                "handoff_id": handoff_id,
                "project_id": project_id,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)

        def _parse_response_id(data: object) -> None | UUID:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                response_id_type_0 = UUID(data)

                return response_id_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | UUID, data)

        response_id = _parse_response_id(d.pop("response_id"))

        def _parse_ticket_id(data: object) -> None | UUID:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                ticket_id_type_0 = UUID(data)

                return ticket_id_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | UUID, data)

        ticket_id = _parse_ticket_id(d.pop("ticket_id"))

        def _parse_recovery_case_id(data: object) -> None | UUID:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                recovery_case_id_type_0 = UUID(data)

                return recovery_case_id_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | UUID, data)

        recovery_case_id = _parse_recovery_case_id(d.pop("recovery_case_id"))

        def _parse_account_id(data: object) -> None | UUID:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                account_id_type_0 = UUID(data)

                return account_id_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | UUID, data)

        account_id = _parse_account_id(d.pop("account_id"))

        def _parse_handoff_id(data: object) -> None | UUID:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                handoff_id_type_0 = UUID(data)

                return handoff_id_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | UUID, data)

        handoff_id = _parse_handoff_id(d.pop("handoff_id"))

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

        about_out = cls(
            response_id=response_id,
            ticket_id=ticket_id,
            recovery_case_id=recovery_case_id,
            account_id=account_id,
            handoff_id=handoff_id,
            project_id=project_id,
        )

        about_out.additional_properties = d
        return about_out

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
