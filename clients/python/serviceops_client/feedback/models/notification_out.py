from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..models.notification_out_held_for_type_0 import check_notification_out_held_for_type_0
from ..models.notification_out_held_for_type_0 import NotificationOutHeldForType0
from ..models.notification_out_state import check_notification_out_state
from ..models.notification_out_state import NotificationOutState
from typing import cast
from uuid import UUID
import datetime

if TYPE_CHECKING:
    from ..models.about_out import AboutOut
    from ..models.notification_out_evidence_type_0 import NotificationOutEvidenceType0
    from ..models.recipient_out import RecipientOut
    from ..models.try_out import TryOut


T = TypeVar("T", bound="NotificationOut")


@_attrs_define
class NotificationOut:
    """One message to one recipient, with the evidence of its sending.

    locale: whose text was, or would be, sent. held_for: what a `held` one waits for until not_before. digest_id: the
    notification that lists it. tries: the last 50 attempts, oldest first. Of an address with secrets the beginning is
    shown.

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
            held_for (None | NotificationOutHeldForType0):
            digest_id (None | UUID):
            sent_at (datetime.datetime | None):
            failed_at (datetime.datetime | None):
            error_code (None | str):
            last_error (None | str):
            tries (list[TryOut]):
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
    held_for: None | NotificationOutHeldForType0
    digest_id: None | UUID
    sent_at: datetime.datetime | None
    failed_at: datetime.datetime | None
    error_code: None | str
    last_error: None | str
    tries: list[TryOut]
    evidence: None | NotificationOutEvidenceType0
    trace_id: UUID
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.about_out import AboutOut  # noqa: PLC0415
        from ..models.notification_out_evidence_type_0 import NotificationOutEvidenceType0  # noqa: PLC0415
        from ..models.recipient_out import RecipientOut  # noqa: PLC0415
        from ..models.try_out import TryOut  # noqa: PLC0415

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

        held_for: None | str
        if isinstance(self.held_for, str):
            held_for = self.held_for
        else:
            held_for = self.held_for

        digest_id: None | str
        if isinstance(self.digest_id, UUID):
            digest_id = str(self.digest_id)
        else:
            digest_id = self.digest_id

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

        error_code: None | str
        error_code = self.error_code

        last_error: None | str
        last_error = self.last_error

        tries = []
        for tries_item_data in self.tries:
            tries_item = tries_item_data.to_dict()
            tries.append(tries_item)

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
                "held_for": held_for,
                "digest_id": digest_id,
                "sent_at": sent_at,
                "failed_at": failed_at,
                "error_code": error_code,
                "last_error": last_error,
                "tries": tries,
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
        from ..models.try_out import TryOut  # noqa: PLC0415

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

        def _parse_held_for(data: object) -> None | NotificationOutHeldForType0:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                held_for_type_0 = check_notification_out_held_for_type_0(data)

                return held_for_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | NotificationOutHeldForType0, data)

        held_for = _parse_held_for(d.pop("held_for"))

        def _parse_digest_id(data: object) -> None | UUID:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                digest_id_type_0 = UUID(data)

                return digest_id_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | UUID, data)

        digest_id = _parse_digest_id(d.pop("digest_id"))

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

        def _parse_error_code(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        error_code = _parse_error_code(d.pop("error_code"))

        def _parse_last_error(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        last_error = _parse_last_error(d.pop("last_error"))

        tries = []
        _tries = d.pop("tries")
        for tries_item_data in _tries:
            tries_item = TryOut.from_dict(tries_item_data)

            tries.append(tries_item)

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
            held_for=held_for,
            digest_id=digest_id,
            sent_at=sent_at,
            failed_at=failed_at,
            error_code=error_code,
            last_error=last_error,
            tries=tries,
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
