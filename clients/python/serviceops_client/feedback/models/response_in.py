from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..models.response_in_survey_type_type_0 import check_response_in_survey_type_type_0
from ..models.response_in_survey_type_type_0 import ResponseInSurveyTypeType0
from ..types import UNSET, Unset
from typing import cast
from uuid import UUID
import datetime

if TYPE_CHECKING:
    from ..models.given_answer import GivenAnswer
    from ..models.respondent import Respondent


T = TypeVar("T", bound="ResponseIn")


@_attrs_define
class ResponseIn:
    """An answer that was taken elsewhere: on the phone, in person, by another tool.

    survey_type alone means the newest version of the shipped survey of that type. score lies on the survey's
    scale; null is an answer without a score.

        Attributes:
            source (str):
            source_id (str):
            score (int | None):
            survey_type (None | ResponseInSurveyTypeType0 | Unset):
            survey_id (None | Unset | UUID):
            answered_at (datetime.datetime | None | Unset):
            account_id (None | Unset | UUID):
            contact_id (None | Unset | UUID):
            invitation_id (None | Unset | UUID):
            ticket_id (None | Unset | UUID):
            program_id (None | Unset | UUID):
            respondent (None | Respondent | Unset):
            answers (list[GivenAnswer] | Unset):
            comment (None | str | Unset):
            locale (None | str | Unset):
            brand (str | Unset):  Default: 'default'.
            trace_id (None | Unset | UUID):
    """

    source: str
    source_id: str
    score: int | None
    survey_type: None | ResponseInSurveyTypeType0 | Unset = UNSET
    survey_id: None | Unset | UUID = UNSET
    answered_at: datetime.datetime | None | Unset = UNSET
    account_id: None | Unset | UUID = UNSET
    contact_id: None | Unset | UUID = UNSET
    invitation_id: None | Unset | UUID = UNSET
    ticket_id: None | Unset | UUID = UNSET
    program_id: None | Unset | UUID = UNSET
    respondent: None | Respondent | Unset = UNSET
    answers: list[GivenAnswer] | Unset = UNSET
    comment: None | str | Unset = UNSET
    locale: None | str | Unset = UNSET
    brand: str | Unset = "default"
    trace_id: None | Unset | UUID = UNSET

    def to_dict(self) -> dict[str, Any]:
        from ..models.given_answer import GivenAnswer  # noqa: PLC0415
        from ..models.respondent import Respondent  # noqa: PLC0415

        source = self.source

        source_id = self.source_id

        score: int | None
        score = self.score

        survey_type: None | str | Unset
        if isinstance(self.survey_type, Unset):
            survey_type = UNSET
        elif isinstance(self.survey_type, str):
            survey_type = self.survey_type
        else:
            survey_type = self.survey_type

        survey_id: None | str | Unset
        if isinstance(self.survey_id, Unset):
            survey_id = UNSET
        elif isinstance(self.survey_id, UUID):
            survey_id = str(self.survey_id)
        else:
            survey_id = self.survey_id

        answered_at: None | str | Unset
        if isinstance(self.answered_at, Unset):
            answered_at = UNSET
        elif isinstance(self.answered_at, datetime.datetime):
            answered_at = self.answered_at.isoformat()
        else:
            answered_at = self.answered_at

        account_id: None | str | Unset
        if isinstance(self.account_id, Unset):
            account_id = UNSET
        elif isinstance(self.account_id, UUID):
            account_id = str(self.account_id)
        else:
            account_id = self.account_id

        contact_id: None | str | Unset
        if isinstance(self.contact_id, Unset):
            contact_id = UNSET
        elif isinstance(self.contact_id, UUID):
            contact_id = str(self.contact_id)
        else:
            contact_id = self.contact_id

        invitation_id: None | str | Unset
        if isinstance(self.invitation_id, Unset):
            invitation_id = UNSET
        elif isinstance(self.invitation_id, UUID):
            invitation_id = str(self.invitation_id)
        else:
            invitation_id = self.invitation_id

        ticket_id: None | str | Unset
        if isinstance(self.ticket_id, Unset):
            ticket_id = UNSET
        elif isinstance(self.ticket_id, UUID):
            ticket_id = str(self.ticket_id)
        else:
            ticket_id = self.ticket_id

        program_id: None | str | Unset
        if isinstance(self.program_id, Unset):
            program_id = UNSET
        elif isinstance(self.program_id, UUID):
            program_id = str(self.program_id)
        else:
            program_id = self.program_id

        respondent: dict[str, Any] | None | Unset
        if isinstance(self.respondent, Unset):
            respondent = UNSET
        elif isinstance(self.respondent, Respondent):
            respondent = self.respondent.to_dict()
        else:
            respondent = self.respondent

        answers: list[dict[str, Any]] | Unset = UNSET
        if not isinstance(self.answers, Unset):
            answers = []
            for answers_item_data in self.answers:
                answers_item = answers_item_data.to_dict()
                answers.append(answers_item)

        comment: None | str | Unset
        if isinstance(self.comment, Unset):
            comment = UNSET
        else:
            comment = self.comment

        locale: None | str | Unset
        if isinstance(self.locale, Unset):
            locale = UNSET
        else:
            locale = self.locale

        brand = self.brand

        trace_id: None | str | Unset
        if isinstance(self.trace_id, Unset):
            trace_id = UNSET
        elif isinstance(self.trace_id, UUID):
            trace_id = str(self.trace_id)
        else:
            trace_id = self.trace_id

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "source": source,
                "source_id": source_id,
                "score": score,
            }
        )
        if survey_type is not UNSET:
            field_dict["survey_type"] = survey_type
        if survey_id is not UNSET:
            field_dict["survey_id"] = survey_id
        if answered_at is not UNSET:
            field_dict["answered_at"] = answered_at
        if account_id is not UNSET:
            field_dict["account_id"] = account_id
        if contact_id is not UNSET:
            field_dict["contact_id"] = contact_id
        if invitation_id is not UNSET:
            field_dict["invitation_id"] = invitation_id
        if ticket_id is not UNSET:
            field_dict["ticket_id"] = ticket_id
        if program_id is not UNSET:
            field_dict["program_id"] = program_id
        if respondent is not UNSET:
            field_dict["respondent"] = respondent
        if answers is not UNSET:
            field_dict["answers"] = answers
        if comment is not UNSET:
            field_dict["comment"] = comment
        if locale is not UNSET:
            field_dict["locale"] = locale
        if brand is not UNSET:
            field_dict["brand"] = brand
        if trace_id is not UNSET:
            field_dict["trace_id"] = trace_id

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.given_answer import GivenAnswer  # noqa: PLC0415
        from ..models.respondent import Respondent  # noqa: PLC0415

        d = dict(src_dict)
        source = d.pop("source")

        source_id = d.pop("source_id")

        def _parse_score(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        score = _parse_score(d.pop("score"))

        def _parse_survey_type(data: object) -> None | ResponseInSurveyTypeType0 | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                survey_type_type_0 = check_response_in_survey_type_type_0(data)

                return survey_type_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | ResponseInSurveyTypeType0 | Unset, data)

        survey_type = _parse_survey_type(d.pop("survey_type", UNSET))

        def _parse_survey_id(data: object) -> None | Unset | UUID:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                survey_id_type_0 = UUID(data)

                return survey_id_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | Unset | UUID, data)

        survey_id = _parse_survey_id(d.pop("survey_id", UNSET))

        def _parse_answered_at(data: object) -> datetime.datetime | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                answered_at_type_0 = datetime.datetime.fromisoformat(data)

                return answered_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None | Unset, data)

        answered_at = _parse_answered_at(d.pop("answered_at", UNSET))

        def _parse_account_id(data: object) -> None | Unset | UUID:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                account_id_type_0 = UUID(data)

                return account_id_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | Unset | UUID, data)

        account_id = _parse_account_id(d.pop("account_id", UNSET))

        def _parse_contact_id(data: object) -> None | Unset | UUID:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                contact_id_type_0 = UUID(data)

                return contact_id_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | Unset | UUID, data)

        contact_id = _parse_contact_id(d.pop("contact_id", UNSET))

        def _parse_invitation_id(data: object) -> None | Unset | UUID:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                invitation_id_type_0 = UUID(data)

                return invitation_id_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | Unset | UUID, data)

        invitation_id = _parse_invitation_id(d.pop("invitation_id", UNSET))

        def _parse_ticket_id(data: object) -> None | Unset | UUID:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                ticket_id_type_0 = UUID(data)

                return ticket_id_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | Unset | UUID, data)

        ticket_id = _parse_ticket_id(d.pop("ticket_id", UNSET))

        def _parse_program_id(data: object) -> None | Unset | UUID:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                program_id_type_0 = UUID(data)

                return program_id_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | Unset | UUID, data)

        program_id = _parse_program_id(d.pop("program_id", UNSET))

        def _parse_respondent(data: object) -> None | Respondent | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                respondent_type_0 = Respondent.from_dict(data)

                return respondent_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | Respondent | Unset, data)

        respondent = _parse_respondent(d.pop("respondent", UNSET))

        _answers = d.pop("answers", UNSET)
        answers: list[GivenAnswer] | Unset = UNSET
        if _answers is not UNSET:
            answers = []
            for answers_item_data in _answers:
                answers_item = GivenAnswer.from_dict(answers_item_data)

                answers.append(answers_item)

        def _parse_comment(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        comment = _parse_comment(d.pop("comment", UNSET))

        def _parse_locale(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        locale = _parse_locale(d.pop("locale", UNSET))

        brand = d.pop("brand", UNSET)

        def _parse_trace_id(data: object) -> None | Unset | UUID:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                trace_id_type_0 = UUID(data)

                return trace_id_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | Unset | UUID, data)

        trace_id = _parse_trace_id(d.pop("trace_id", UNSET))

        response_in = cls(
            source=source,
            source_id=source_id,
            score=score,
            survey_type=survey_type,
            survey_id=survey_id,
            answered_at=answered_at,
            account_id=account_id,
            contact_id=contact_id,
            invitation_id=invitation_id,
            ticket_id=ticket_id,
            program_id=program_id,
            respondent=respondent,
            answers=answers,
            comment=comment,
            locale=locale,
            brand=brand,
            trace_id=trace_id,
        )

        return response_in
