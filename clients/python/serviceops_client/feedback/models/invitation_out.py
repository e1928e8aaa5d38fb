from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..models.invitation_out_channel import check_invitation_out_channel
from ..models.invitation_out_channel import InvitationOutChannel
from ..models.invitation_out_state import check_invitation_out_state
from ..models.invitation_out_state import InvitationOutState
from ..models.invitation_out_survey_type import check_invitation_out_survey_type
from ..models.invitation_out_survey_type import InvitationOutSurveyType
from typing import cast
from uuid import UUID
import datetime

if TYPE_CHECKING:
    from ..models.mail_out import MailOut


T = TypeVar("T", bound="InvitationOut")


@_attrs_define
class InvitationOut:
    """One contact asked once, and how far it came. Its link is in no answer but that of /link.

    response_id: the answer that set it off; answer_id: the one that it got. next_at: when it is sent, reminded of or
    expires. reason: why it bounced or was cancelled. reminded: up to which reminder it was sent.

        Attributes:
            id (UUID):
            decision_id (UUID):
            program_id (UUID):
            wave_id (None | UUID):
            survey_id (UUID):
            survey_version (int):
            survey_type (InvitationOutSurveyType):
            contact_id (None | UUID):
            account_id (None | UUID):
            ticket_id (None | UUID):
            project_id (None | UUID):
            recovery_case_id (None | UUID):
            response_id (None | UUID):
            answer_id (None | UUID):
            trace_id (UUID):
            brand (str):
            locale (None | str):
            channel (InvitationOutChannel):
            state (InvitationOutState):
            reason (None | str):
            not_before (datetime.datetime):
            next_at (datetime.datetime | None):
            reminded (int):
            mails (list[MailOut]):
            sent_at (datetime.datetime | None):
            delivered_at (datetime.datetime | None):
            bounced_at (datetime.datetime | None):
            started_at (datetime.datetime | None):
            completed_at (datetime.datetime | None):
            cancelled_at (datetime.datetime | None):
            expired_at (datetime.datetime | None):
            expires_at (datetime.datetime):
            created_at (datetime.datetime):
            updated_at (datetime.datetime):
            version (int):
    """

    id: UUID
    decision_id: UUID
    program_id: UUID
    wave_id: None | UUID
    survey_id: UUID
    survey_version: int
    survey_type: InvitationOutSurveyType
    contact_id: None | UUID
    account_id: None | UUID
    ticket_id: None | UUID
    project_id: None | UUID
    recovery_case_id: None | UUID
    response_id: None | UUID
    answer_id: None | UUID
    trace_id: UUID
    brand: str
    locale: None | str
    channel: InvitationOutChannel
    state: InvitationOutState
    reason: None | str
    not_before: datetime.datetime
    next_at: datetime.datetime | None
    reminded: int
    mails: list[MailOut]
    sent_at: datetime.datetime | None
    delivered_at: datetime.datetime | None
    bounced_at: datetime.datetime | None
    started_at: datetime.datetime | None
    completed_at: datetime.datetime | None
    cancelled_at: datetime.datetime | None
    expired_at: datetime.datetime | None
    expires_at: datetime.datetime
    created_at: datetime.datetime
    updated_at: datetime.datetime
    version: int
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.mail_out import MailOut  # noqa: PLC0415

        id = str(self.id)

        decision_id = str(self.decision_id)

        program_id = str(self.program_id)

        wave_id: None | str
        if isinstance(self.wave_id, UUID):
            wave_id = str(self.wave_id)
        else:
            wave_id = self.wave_id

        survey_id = str(self.survey_id)

        survey_version = self.survey_version

        survey_type: str = self.survey_type

        contact_id: None | str
        if isinstance(self.contact_id, UUID):
            contact_id = str(self.contact_id)
        else:
            contact_id = self.contact_id

        account_id: None | str
        if isinstance(self.account_id, UUID):
            account_id = str(self.account_id)
        else:
            account_id = self.account_id

        ticket_id: None | str
        if isinstance(self.ticket_id, UUID):
            ticket_id = str(self.ticket_id)
        else:
            ticket_id = self.ticket_id

        project_id: None | str
        if isinstance(self.project_id, UUID):
            project_id = str(self.project_id)
        else:
            project_id = self.project_id

        recovery_case_id: None | str
        if isinstance(self.recovery_case_id, UUID):
            recovery_case_id = str(self.recovery_case_id)
        else:
            recovery_case_id = self.recovery_case_id

        response_id: None | str
        if isinstance(self.response_id, UUID):
            response_id = str(self.response_id)
        else:
            response_id = self.response_id

        answer_id: None | str
        if isinstance(self.answer_id, UUID):
            answer_id = str(self.answer_id)
        else:
            answer_id = self.answer_id

        trace_id = str(self.trace_id)

        brand = self.brand

        locale: None | str
        locale = self.locale

        channel: str = self.channel

        state: str = self.state

        reason: None | str
        reason = self.reason

        not_before = self.not_before.isoformat()

        next_at: None | str
        if isinstance(self.next_at, datetime.datetime):
            next_at = self.next_at.isoformat()
        else:
            next_at = self.next_at

        reminded = self.reminded

        mails = []
        for mails_item_data in self.mails:
            mails_item = mails_item_data.to_dict()
            mails.append(mails_item)

        sent_at: None | str
        if isinstance(self.sent_at, datetime.datetime):
            sent_at = self.sent_at.isoformat()
        else:
            sent_at = self.sent_at

        delivered_at: None | str
        if isinstance(self.delivered_at, datetime.datetime):
            delivered_at = self.delivered_at.isoformat()
        else:
            delivered_at = self.delivered_at

        bounced_at: None | str
        if isinstance(self.bounced_at, datetime.datetime):
            bounced_at = self.bounced_at.isoformat()
        else:
            bounced_at = self.bounced_at

        started_at: None | str
        if isinstance(self.started_at, datetime.datetime):
            started_at = self.started_at.isoformat()
        else:
            started_at = self.started_at

        completed_at: None | str
        if isinstance(self.completed_at, datetime.datetime):
            completed_at = self.completed_at.isoformat()
        else:
            completed_at = self.completed_at

        cancelled_at: None | str
        if isinstance(self.cancelled_at, datetime.datetime):
            cancelled_at = self.cancelled_at.isoformat()
        else:
            cancelled_at = self.cancelled_at

        expired_at: None | str
        if isinstance(self.expired_at, datetime.datetime):
            expired_at = self.expired_at.isoformat()
        else:
            expired_at = self.expired_at

        expires_at = self.expires_at.isoformat()

        created_at = self.created_at.isoformat()

        updated_at = self.updated_at.isoformat()

        version = self.version

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "id": id,
                "decision_id": decision_id,
                "program_id": program_id,
                "wave_id": wave_id,
                "survey_id": survey_id,
                "survey_version": survey_version,
                "survey_type": survey_type,
                "contact_id": contact_id,
                "account_id": account_id,
                "ticket_id": ticket_id,
                "project_id": project_id,
                "recovery_case_id": recovery_case_id,
                "response_id": response_id,
                "answer_id": answer_id,
                "trace_id": trace_id,
                "brand": brand,
                "locale": locale,
                "channel": channel,
                "state": state,
                "reason": reason,
                "not_before": not_before,
                "next_at": next_at,
                "reminded": reminded,
                "mails": mails,
                "sent_at": sent_at,
                "delivered_at": delivered_at,
                "bounced_at": bounced_at,
                "started_at": started_at,
                "completed_at": completed_at,
                "cancelled_at": cancelled_at,
                "expired_at": expired_at,
                "expires_at": expires_at,
                "created_at": created_at,
                "updated_at": updated_at,
                "version": version,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.mail_out import MailOut  # noqa: PLC0415

        d = dict(src_dict)
        id = UUID(d.pop("id"))

        decision_id = UUID(d.pop("decision_id"))

        program_id = UUID(d.pop("program_id"))

        def _parse_wave_id(data: object) -> None | UUID:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                wave_id_type_0 = UUID(data)

                return wave_id_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | UUID, data)

        wave_id = _parse_wave_id(d.pop("wave_id"))

        survey_id = UUID(d.pop("survey_id"))

        survey_version = d.pop("survey_version")

        survey_type = check_invitation_out_survey_type(d.pop("survey_type"))

        def _parse_contact_id(data: object) -> None | UUID:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                contact_id_type_0 = UUID(data)

                return contact_id_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | UUID, data)

        contact_id = _parse_contact_id(d.pop("contact_id"))

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

        def _parse_answer_id(data: object) -> None | UUID:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                answer_id_type_0 = UUID(data)

                return answer_id_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | UUID, data)

        answer_id = _parse_answer_id(d.pop("answer_id"))

        trace_id = UUID(d.pop("trace_id"))

        brand = d.pop("brand")

        def _parse_locale(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        locale = _parse_locale(d.pop("locale"))

        channel = check_invitation_out_channel(d.pop("channel"))

        state = check_invitation_out_state(d.pop("state"))

        def _parse_reason(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        reason = _parse_reason(d.pop("reason"))

        not_before = datetime.datetime.fromisoformat(d.pop("not_before"))

        def _parse_next_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                next_at_type_0 = datetime.datetime.fromisoformat(data)

                return next_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        next_at = _parse_next_at(d.pop("next_at"))

        reminded = d.pop("reminded")

        mails = []
        _mails = d.pop("mails")
        for mails_item_data in _mails:
            mails_item = MailOut.from_dict(mails_item_data)

            mails.append(mails_item)

        def _parse_sent_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                sent_at_type_0 = datetime.datetime.fromisoformat(data)

                return sent_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        sent_at = _parse_sent_at(d.pop("sent_at"))

        def _parse_delivered_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                delivered_at_type_0 = datetime.datetime.fromisoformat(data)

                return delivered_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        delivered_at = _parse_delivered_at(d.pop("delivered_at"))

        def _parse_bounced_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                bounced_at_type_0 = datetime.datetime.fromisoformat(data)

                return bounced_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        bounced_at = _parse_bounced_at(d.pop("bounced_at"))

        def _parse_started_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                started_at_type_0 = datetime.datetime.fromisoformat(data)

                return started_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        started_at = _parse_started_at(d.pop("started_at"))

        def _parse_completed_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                completed_at_type_0 = datetime.datetime.fromisoformat(data)

                return completed_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        completed_at = _parse_completed_at(d.pop("completed_at"))

        def _parse_cancelled_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                cancelled_at_type_0 = datetime.datetime.fromisoformat(data)

                return cancelled_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        cancelled_at = _parse_cancelled_at(d.pop("cancelled_at"))

        def _parse_expired_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                expired_at_type_0 = datetime.datetime.fromisoformat(data)

                return expired_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        expired_at = _parse_expired_at(d.pop("expired_at"))

        expires_at = datetime.datetime.fromisoformat(d.pop("expires_at"))

        created_at = datetime.datetime.fromisoformat(d.pop("created_at"))

        updated_at = datetime.datetime.fromisoformat(d.pop("updated_at"))

        version = d.pop("version")

        invitation_out = cls(
            id=id,
            decision_id=decision_id,
            program_id=program_id,
            wave_id=wave_id,
            survey_id=survey_id,
            survey_version=survey_version,
            survey_type=survey_type,
            contact_id=contact_id,
            account_id=account_id,
            ticket_id=ticket_id,
            project_id=project_id,
            recovery_case_id=recovery_case_id,
            response_id=response_id,
            answer_id=answer_id,
            trace_id=trace_id,
            brand=brand,
            locale=locale,
            channel=channel,
            state=state,
            reason=reason,
            not_before=not_before,
            next_at=next_at,
            reminded=reminded,
            mails=mails,
            sent_at=sent_at,
            delivered_at=delivered_at,
            bounced_at=bounced_at,
            started_at=started_at,
            completed_at=completed_at,
            cancelled_at=cancelled_at,
            expired_at=expired_at,
            expires_at=expires_at,
            created_at=created_at,
            updated_at=updated_at,
            version=version,
        )

        invitation_out.additional_properties = d
        return invitation_out

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
