from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..models.notification_out_state import check_notification_out_state
from ..models.notification_out_state import NotificationOutState
from typing import cast
from uuid import UUID
import datetime

if TYPE_CHECKING:
    from ..models.about_out import AboutOut
    from ..models.notification_out_evidence_type_0 import NotificationOutEvidenceType0
    from ..models.recipient_out import RecipientOut


T = TypeVar("T", bound="NotificationOut")


@_attrs_define
class NotificationOut:
    """One message to one recipient, with the evidence of its sending.

    Attributes:
        id (UUID):
        template (str):
        locale (str):
        channel (str):
        recipient (RecipientOut): Whom a notification is for.
        state (NotificationOutState):
        attempts (int):
        about (AboutOut): The story's ids.
        dedup_key (str):
        queued_at (datetime.datetime):
        not_before (datetime.datetime | None):
        sent_at (datetime.datetime | None):
        failed_at (datetime.datetime | None):
        last_error (None | str):
        evidence (None | NotificationOutEvidenceType0):
        trace_id (UUID):
    """

    id: UUID
    template: str
    locale: str
    channel: str
    recipient: RecipientOut
    state: NotificationOutState
    attempts: int
    about: AboutOut
    dedup_key: str
    queued_at: datetime.datetime
    not_before: datetime.datetime | None
    sent_at: datetime.datetime | None
    failed_at: datetime.datetime | None
    last_error: None | str
    evidence: None | NotificationOutEvidenceType0
    trace_id: UUID
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.about_out import AboutOut  # noqa: PLC0415
        from ..models.notification_out_evidence_type_0 import NotificationOutEvidenceType0  # noqa: PLC0415
        from ..models.recipient_out import RecipientOut  # noqa: PLC0415

        id = str(self.id)

        template = self.template

        locale = self.locale

        channel = self.channel

        recipient = self.recipient.to_dict()

        state: str = self.state

        attempts = self.attempts

        about = self.about.to_dict()

        dedup_key = self.dedup_key

        queued_at = self.queued_at.isoformat()

        not_before: None | str
        if isinstance(self.not_before, datetime.datetime):
            not_before = self.not_before.isoformat()
        else:
            not_before = self.not_before

        sent_at: None | str
        if isinstance(self.sent_at, datetime.datetime):
            sent_at = self.sent_at.isoformat()
        else:
            sent_at = self.sent_at

        failed_at: None | str
        if isinstance(self.failed_at, datetime.datetime):
            failed_at = self.failed_at.isoformat()
        else:
            failed_at = self.failed_at

        last_error: None | str
        last_error = self.last_error

        evidence: dict[str, Any] | None
        if isinstance(self.evidence, NotificationOutEvidenceType0):
            evidence = self.evidence.to_dict()
        else:
            evidence = self.evidence

        trace_id = str(self.trace_id)

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "id": id,
                "template": template,
                "locale": locale,
                "channel": channel,
                "recipient": recipient,
                "state": state,
                "attempts": attempts,
                "about": about,
                "dedup_key": dedup_key,
                "queued_at": queued_at,
                "not_before": not_before,
                "sent_at": sent_at,
                "failed_at": failed_at,
                "last_error": last_error,
                "evidence": evidence,
                "trace_id": trace_id,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.about_out import AboutOut  # noqa: PLC0415
        from ..models.notification_out_evidence_type_0 import NotificationOutEvidenceType0  # noqa: PLC0415
        from ..models.recipient_out import RecipientOut  # noqa: PLC0415

        d = dict(src_dict)
        id = UUID(d.pop("id"))

        template = d.pop("template")

        locale = d.pop("locale")

        channel = d.pop("channel")

        recipient = RecipientOut.from_dict(d.pop("recipient"))

        state = check_notification_out_state(d.pop("state"))

        attempts = d.pop("attempts")

        about = AboutOut.from_dict(d.pop("about"))

        dedup_key = d.pop("dedup_key")

        queued_at = datetime.datetime.fromisoformat(d.pop("queued_at"))

        def _parse_not_before(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                not_before_type_0 = datetime.datetime.fromisoformat(data)

                return not_before_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        not_before = _parse_not_before(d.pop("not_before"))

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

        def _parse_failed_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                failed_at_type_0 = datetime.datetime.fromisoformat(data)

                return failed_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        failed_at = _parse_failed_at(d.pop("failed_at"))

        def _parse_last_error(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        last_error = _parse_last_error(d.pop("last_error"))

        def _parse_evidence(data: object) -> None | NotificationOutEvidenceType0:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                evidence_type_0 = NotificationOutEvidenceType0.from_dict(data)

                return evidence_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | NotificationOutEvidenceType0, data)

        evidence = _parse_evidence(d.pop("evidence"))

        trace_id = UUID(d.pop("trace_id"))

        notification_out = cls(
            id=id,
            template=template,
            locale=locale,
            channel=channel,
            recipient=recipient,
            state=state,
            attempts=attempts,
            about=about,
            dedup_key=dedup_key,
            queued_at=queued_at,
            not_before=not_before,
            sent_at=sent_at,
            failed_at=failed_at,
            last_error=last_error,
            evidence=evidence,
            trace_id=trace_id,
        )

        notification_out.additional_properties = d
        return notification_out

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
