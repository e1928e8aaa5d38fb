from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..models.response_out_outcome import check_response_out_outcome
from ..models.response_out_outcome import ResponseOutOutcome
from ..models.response_out_state import check_response_out_state
from ..models.response_out_state import ResponseOutState
from ..models.response_out_survey_type import check_response_out_survey_type
from ..models.response_out_survey_type import ResponseOutSurveyType
from typing import cast
from uuid import UUID
import datetime

if TYPE_CHECKING:
    from ..models.given_answer_out import GivenAnswerOut
    from ..models.respondent_out import RespondentOut
    from ..models.sentiment_out import SentimentOut


T = TypeVar("T", bound="ResponseOut")


@_attrs_define
class ResponseOut:
    """One answer.

    sentiment: null without a comment, or where its language is none that is read (en, es, sv, no, sr, bg);
    language says in which it was read. themes_by_hand: a person said what it is about. needs_triage: somebody had
    to see it at once, see /v1/triage. loop_case_id: of negative answers. silent: imported, and nothing follows it.

        Attributes:
            id (UUID):
            source (str):
            source_id (str):
            survey_id (UUID):
            survey_version (int):
            survey_type (ResponseOutSurveyType):
            program_id (None | UUID):
            invitation_id (None | UUID):
            account_id (None | UUID):
            contact_id (None | UUID):
            respondent (None | RespondentOut):
            ticket_id (None | UUID):
            brand (str):
            locale (None | str):
            language (None | str):
            state (ResponseOutState):
            score (int | None):
            answers (list[GivenAnswerOut]):
            comment (None | str):
            outcome (ResponseOutOutcome):
            sentiment (None | SentimentOut):
            themes (list[str]):
            themes_by_hand (bool):
            needs_triage (bool):
            loop_case_id (None | UUID):
            answered_at (datetime.datetime):
            recorded_at (datetime.datetime):
            edited_at (datetime.datetime | None):
            silent (bool):
            trace_id (UUID):
            version (int):
    """

    id: UUID
    source: str
    source_id: str
    survey_id: UUID
    survey_version: int
    survey_type: ResponseOutSurveyType
    program_id: None | UUID
    invitation_id: None | UUID
    account_id: None | UUID
    contact_id: None | UUID
    respondent: None | RespondentOut
    ticket_id: None | UUID
    brand: str
    locale: None | str
    language: None | str
    state: ResponseOutState
    score: int | None
    answers: list[GivenAnswerOut]
    comment: None | str
    outcome: ResponseOutOutcome
    sentiment: None | SentimentOut
    themes: list[str]
    themes_by_hand: bool
    needs_triage: bool
    loop_case_id: None | UUID
    answered_at: datetime.datetime
    recorded_at: datetime.datetime
    edited_at: datetime.datetime | None
    silent: bool
    trace_id: UUID
    version: int
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.given_answer_out import GivenAnswerOut  # noqa: PLC0415
        from ..models.respondent_out import RespondentOut  # noqa: PLC0415
        from ..models.sentiment_out import SentimentOut  # noqa: PLC0415

        id = str(self.id)

        source = self.source

        source_id = self.source_id

        survey_id = str(self.survey_id)

        survey_version = self.survey_version

        survey_type: str = self.survey_type

        program_id: None | str
        if isinstance(self.program_id, UUID):
            program_id = str(self.program_id)
        else:
            program_id = self.program_id

        invitation_id: None | str
        if isinstance(self.invitation_id, UUID):
            invitation_id = str(self.invitation_id)
        else:
            invitation_id = self.invitation_id

        account_id: None | str
        if isinstance(self.account_id, UUID):
            account_id = str(self.account_id)
        else:
            account_id = self.account_id

        contact_id: None | str
        if isinstance(self.contact_id, UUID):
            contact_id = str(self.contact_id)
        else:
            contact_id = self.contact_id

        respondent: dict[str, Any] | None
        if isinstance(self.respondent, RespondentOut):
            respondent = self.respondent.to_dict()
        else:
            respondent = self.respondent

        ticket_id: None | str
        if isinstance(self.ticket_id, UUID):
            ticket_id = str(self.ticket_id)
        else:
            ticket_id = self.ticket_id

        brand = self.brand

        locale: None | str
        locale = self.locale

        language: None | str
        language = self.language

        state: str = self.state

        score: int | None
        score = self.score

        answers = []
        for answers_item_data in self.answers:
            answers_item = answers_item_data.to_dict()
            answers.append(answers_item)

        comment: None | str
        comment = self.comment

        outcome: str = self.outcome

        sentiment: dict[str, Any] | None
        if isinstance(self.sentiment, SentimentOut):
            sentiment = self.sentiment.to_dict()
        else:
            sentiment = self.sentiment

        themes = self.themes

        themes_by_hand = self.themes_by_hand

        needs_triage = self.needs_triage

        loop_case_id: None | str
        if isinstance(self.loop_case_id, UUID):
            loop_case_id = str(self.loop_case_id)
        else:
            loop_case_id = self.loop_case_id

        answered_at = self.answered_at.isoformat()

        recorded_at = self.recorded_at.isoformat()

        edited_at: None | str
        if isinstance(self.edited_at, datetime.datetime):
            edited_at = self.edited_at.isoformat()
        else:
            edited_at = self.edited_at

        silent = self.silent

        trace_id = str(self.trace_id)

        version = self.version

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "id": id,
                "source": source,
                "source_id": source_id,
                "survey_id": survey_id,
                "survey_version": survey_version,
                "survey_type": survey_type,
                "program_id": program_id,
                "invitation_id": invitation_id,
                "account_id": account_id,
                "contact_id": contact_id,
                "respondent": respondent,
                "ticket_id": ticket_id,
                "brand": brand,
                "locale": locale,
                "language": language,
                "state": state,
                "score": score,
                "answers": answers,
                "comment": comment,
                "outcome": outcome,
                "sentiment": sentiment,
                "themes": themes,
                "themes_by_hand": themes_by_hand,
                "needs_triage": needs_triage,
                "loop_case_id": loop_case_id,
                "answered_at": answered_at,
                "recorded_at": recorded_at,
                "edited_at": edited_at,
                "silent": silent,
                "trace_id": trace_id,
                "version": version,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.given_answer_out import GivenAnswerOut  # noqa: PLC0415
        from ..models.respondent_out import RespondentOut  # noqa: PLC0415
        from ..models.sentiment_out import SentimentOut  # noqa: PLC0415

        d = dict(src_dict)
        id = UUID(d.pop("id"))

        source = d.pop("source")

        source_id = d.pop("source_id")

        survey_id = UUID(d.pop("survey_id"))

        survey_version = d.pop("survey_version")

        survey_type = check_response_out_survey_type(d.pop("survey_type"))

        def _parse_program_id(data: object) -> None | UUID:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                program_id_type_0 = UUID(data)

                return program_id_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | UUID, data)

        program_id = _parse_program_id(d.pop("program_id"))

        def _parse_invitation_id(data: object) -> None | UUID:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                invitation_id_type_0 = UUID(data)

                return invitation_id_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | UUID, data)

        invitation_id = _parse_invitation_id(d.pop("invitation_id"))

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

        def _parse_respondent(data: object) -> None | RespondentOut:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                respondent_type_0 = RespondentOut.from_dict(data)

                return respondent_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | RespondentOut, data)

        respondent = _parse_respondent(d.pop("respondent"))

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

        brand = d.pop("brand")

        def _parse_locale(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        locale = _parse_locale(d.pop("locale"))

        def _parse_language(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        language = _parse_language(d.pop("language"))

        state = check_response_out_state(d.pop("state"))

        def _parse_score(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        score = _parse_score(d.pop("score"))

        answers = []
        _answers = d.pop("answers")
        for answers_item_data in _answers:
            answers_item = GivenAnswerOut.from_dict(answers_item_data)

            answers.append(answers_item)

        def _parse_comment(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        comment = _parse_comment(d.pop("comment"))

        outcome = check_response_out_outcome(d.pop("outcome"))

        def _parse_sentiment(data: object) -> None | SentimentOut:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                sentiment_type_0 = SentimentOut.from_dict(data)

                return sentiment_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | SentimentOut, data)

        sentiment = _parse_sentiment(d.pop("sentiment"))

        themes = cast(list[str], d.pop("themes"))

        themes_by_hand = d.pop("themes_by_hand")

        needs_triage = d.pop("needs_triage")

        def _parse_loop_case_id(data: object) -> None | UUID:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                loop_case_id_type_0 = UUID(data)

                return loop_case_id_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | UUID, data)

        loop_case_id = _parse_loop_case_id(d.pop("loop_case_id"))

        answered_at = datetime.datetime.fromisoformat(d.pop("answered_at"))

        recorded_at = datetime.datetime.fromisoformat(d.pop("recorded_at"))

        def _parse_edited_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                edited_at_type_0 = datetime.datetime.fromisoformat(data)

                return edited_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        edited_at = _parse_edited_at(d.pop("edited_at"))

        silent = d.pop("silent")

        trace_id = UUID(d.pop("trace_id"))

        version = d.pop("version")

        response_out = cls(
            id=id,
            source=source,
            source_id=source_id,
            survey_id=survey_id,
            survey_version=survey_version,
            survey_type=survey_type,
            program_id=program_id,
            invitation_id=invitation_id,
            account_id=account_id,
            contact_id=contact_id,
            respondent=respondent,
            ticket_id=ticket_id,
            brand=brand,
            locale=locale,
            language=language,
            state=state,
            score=score,
            answers=answers,
            comment=comment,
            outcome=outcome,
            sentiment=sentiment,
            themes=themes,
            themes_by_hand=themes_by_hand,
            needs_triage=needs_triage,
            loop_case_id=loop_case_id,
            answered_at=answered_at,
            recorded_at=recorded_at,
            edited_at=edited_at,
            silent=silent,
            trace_id=trace_id,
            version=version,
        )

        response_out.additional_properties = d
        return response_out

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
