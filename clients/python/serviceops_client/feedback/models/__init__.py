"""Contains all the data models used in inputs/outputs"""

from .about_out import AboutOut
from .api_key_in import ApiKeyIn
from .api_key_in_roles_item import ApiKeyInRolesItem
from .api_key_made import ApiKeyMade
from .api_key_out import ApiKeyOut
from .api_key_patch import ApiKeyPatch
from .audit_out import AuditOut
from .audit_out_after import AuditOutAfter
from .audit_out_before import AuditOutBefore
from .bands import Bands
from .bulk_job_out import BulkJobOut
from .bulk_job_out_format_type_0 import BulkJobOutFormatType0
from .bulk_job_out_state import BulkJobOutState
from .bulk_job_row_out import BulkJobRowOut
from .bulk_job_row_out_outcome import BulkJobRowOutOutcome
from .bulk_row_place import BulkRowPlace
from .dead_letter_out import DeadLetterOut
from .dead_letter_out_state import DeadLetterOutState
from .definition_out import DefinitionOut
from .definition_out_id import DefinitionOutId
from .discard_in import DiscardIn
from .dry_run_in import DryRunIn
from .dry_run_in_days import DryRunInDays
from .dry_run_item import DryRunItem
from .dry_run_out import DryRunOut
from .event_out import EventOut
from .event_out_data import EventOutData
from .events_out import EventsOut
from .export_in import ExportIn
from .export_in_filters import ExportInFilters
from .export_in_format import ExportInFormat
from .export_out import ExportOut
from .export_out_sections import ExportOutSections
from .export_out_sections_additional_property_item import ExportOutSectionsAdditionalPropertyItem
from .given_answer import GivenAnswer
from .given_answer_out import GivenAnswerOut
from .job_out import JobOut
from .list_bulk_job_rows_outcome_type_0 import ListBulkJobRowsOutcomeType0
from .list_bulk_jobs_state_type_0 import ListBulkJobsStateType0
from .list_dead_letters_state_type_0 import ListDeadLettersStateType0
from .list_loop_cases_result_type_0 import ListLoopCasesResultType0
from .list_loop_cases_state_type_0 import ListLoopCasesStateType0
from .list_notifications_state_type_0 import ListNotificationsStateType0
from .list_responses_outcome_type_0 import ListResponsesOutcomeType0
from .list_responses_survey_type_type_0 import ListResponsesSurveyTypeType0
from .list_scores_group_by_type_0 import ListScoresGroupByType0
from .list_scores_interval_type_0 import ListScoresIntervalType0
from .list_scores_metric import ListScoresMetric
from .list_scores_weighting import ListScoresWeighting
from .list_surveys_type_type_0 import ListSurveysTypeType0
from .list_webhook_deliveries_state_type_0 import ListWebhookDeliveriesStateType0
from .listed_api_key_out import ListedApiKeyOut
from .listed_audit_out import ListedAuditOut
from .listed_bulk_job_out import ListedBulkJobOut
from .listed_bulk_job_row_out import ListedBulkJobRowOut
from .listed_dead_letter_out import ListedDeadLetterOut
from .listed_job_out import ListedJobOut
from .listed_loop_case_out import ListedLoopCaseOut
from .listed_notification_out import ListedNotificationOut
from .listed_response_out import ListedResponseOut
from .listed_retention_policy_out import ListedRetentionPolicyOut
from .listed_score_out import ListedScoreOut
from .listed_survey_out import ListedSurveyOut
from .listed_survey_version_out import ListedSurveyVersionOut
from .listed_template_version_out import ListedTemplateVersionOut
from .listed_webhook_attempt_out import ListedWebhookAttemptOut
from .listed_webhook_delivery_out import ListedWebhookDeliveryOut
from .listed_webhook_out import ListedWebhookOut
from .loop_case_out import LoopCaseOut
from .loop_case_out_result_type_0 import LoopCaseOutResultType0
from .loop_case_out_stage import LoopCaseOutStage
from .loop_case_out_state import LoopCaseOutState
from .notification_out import NotificationOut
from .notification_out_evidence_type_0 import NotificationOutEvidenceType0
from .notification_out_held_for_type_0 import NotificationOutHeldForType0
from .notification_out_state import NotificationOutState
from .notification_template_in import NotificationTemplateIn
from .notification_template_out import NotificationTemplateOut
from .notification_template_out_fields import NotificationTemplateOutFields
from .notification_templates_out import NotificationTemplatesOut
from .preview_in import PreviewIn
from .preview_in_values import PreviewInValues
from .preview_out import PreviewOut
from .problem import Problem
from .problem_place import ProblemPlace
from .question_input import QuestionInput
from .question_input_kind import QuestionInputKind
from .question_output import QuestionOutput
from .question_output_kind import QuestionOutputKind
from .question_texts_input import QuestionTextsInput
from .question_texts_input_options import QuestionTextsInputOptions
from .question_texts_input_rows import QuestionTextsInputRows
from .question_texts_output import QuestionTextsOutput
from .question_texts_output_options import QuestionTextsOutputOptions
from .question_texts_output_rows import QuestionTextsOutputRows
from .range_ import Range
from .recipient_out import RecipientOut
from .recipient_out_kind import RecipientOutKind
from .respondent import Respondent
from .respondent_out import RespondentOut
from .response_in import ResponseIn
from .response_in_survey_type_type_0 import ResponseInSurveyTypeType0
from .response_out import ResponseOut
from .response_out_outcome import ResponseOutOutcome
from .response_out_state import ResponseOutState
from .response_out_survey_type import ResponseOutSurveyType
from .response_patch import ResponsePatch
from .retention_policy_in import RetentionPolicyIn
from .retention_policy_out import RetentionPolicyOut
from .retry_in import RetryIn
from .revoke_in import RevokeIn
from .rotate_in import RotateIn
from .score_out import ScoreOut
from .secret_rotation_in import SecretRotationIn
from .sentiment_out import SentimentOut
from .sentiment_out_label import SentimentOutLabel
from .show_if_input import ShowIfInput
from .show_if_output import ShowIfOutput
from .survey_in import SurveyIn
from .survey_in_locales import SurveyInLocales
from .survey_in_type import SurveyInType
from .survey_out import SurveyOut
from .survey_out_locales import SurveyOutLocales
from .survey_out_type import SurveyOutType
from .survey_version_in import SurveyVersionIn
from .survey_version_in_locales import SurveyVersionInLocales
from .survey_version_out import SurveyVersionOut
from .survey_version_out_locales import SurveyVersionOutLocales
from .template_version_out import TemplateVersionOut
from .texts_input import TextsInput
from .texts_input_questions import TextsInputQuestions
from .texts_output import TextsOutput
from .texts_output_questions import TextsOutputQuestions
from .try_out import TryOut
from .webhook_attempt_out import WebhookAttemptOut
from .webhook_delivery_out import WebhookDeliveryOut
from .webhook_delivery_out_state import WebhookDeliveryOutState
from .webhook_delivery_replay_in import WebhookDeliveryReplayIn
from .webhook_health_out import WebhookHealthOut
from .webhook_health_out_breaker import WebhookHealthOutBreaker
from .webhook_in import WebhookIn
from .webhook_made import WebhookMade
from .webhook_made_disabled_type_0 import WebhookMadeDisabledType0
from .webhook_out import WebhookOut
from .webhook_out_disabled_type_0 import WebhookOutDisabledType0
from .webhook_patch import WebhookPatch
from .webhook_replay_in import WebhookReplayIn
from .webhook_replay_out import WebhookReplayOut

__all__ = (
    "AboutOut",
    "ApiKeyIn",
    "ApiKeyInRolesItem",
    "ApiKeyMade",
    "ApiKeyOut",
    "ApiKeyPatch",
    "AuditOut",
    "AuditOutAfter",
    "AuditOutBefore",
    "Bands",
    "BulkJobOut",
    "BulkJobOutFormatType0",
    "BulkJobOutState",
    "BulkJobRowOut",
    "BulkJobRowOutOutcome",
    "BulkRowPlace",
    "DeadLetterOut",
    "DeadLetterOutState",
    "DefinitionOut",
    "DefinitionOutId",
    "DiscardIn",
    "DryRunIn",
    "DryRunInDays",
    "DryRunItem",
    "DryRunOut",
    "EventOut",
    "EventOutData",
    "EventsOut",
    "ExportIn",
    "ExportInFilters",
    "ExportInFormat",
    "ExportOut",
    "ExportOutSections",
    "ExportOutSectionsAdditionalPropertyItem",
    "GivenAnswer",
    "GivenAnswerOut",
    "JobOut",
    "ListBulkJobRowsOutcomeType0",
    "ListBulkJobsStateType0",
    "ListDeadLettersStateType0",
    "ListedApiKeyOut",
    "ListedAuditOut",
    "ListedBulkJobOut",
    "ListedBulkJobRowOut",
    "ListedDeadLetterOut",
    "ListedJobOut",
    "ListedLoopCaseOut",
    "ListedNotificationOut",
    "ListedResponseOut",
    "ListedRetentionPolicyOut",
    "ListedScoreOut",
    "ListedSurveyOut",
    "ListedSurveyVersionOut",
    "ListedTemplateVersionOut",
    "ListedWebhookAttemptOut",
    "ListedWebhookDeliveryOut",
    "ListedWebhookOut",
    "ListLoopCasesResultType0",
    "ListLoopCasesStateType0",
    "ListNotificationsStateType0",
    "ListResponsesOutcomeType0",
    "ListResponsesSurveyTypeType0",
    "ListScoresGroupByType0",
    "ListScoresIntervalType0",
    "ListScoresMetric",
    "ListScoresWeighting",
    "ListSurveysTypeType0",
    "ListWebhookDeliveriesStateType0",
    "LoopCaseOut",
    "LoopCaseOutResultType0",
    "LoopCaseOutStage",
    "LoopCaseOutState",
    "NotificationOut",
    "NotificationOutEvidenceType0",
    "NotificationOutHeldForType0",
    "NotificationOutState",
    "NotificationTemplateIn",
    "NotificationTemplateOut",
    "NotificationTemplateOutFields",
    "NotificationTemplatesOut",
    "PreviewIn",
    "PreviewInValues",
    "PreviewOut",
    "Problem",
    "ProblemPlace",
    "QuestionInput",
    "QuestionInputKind",
    "QuestionOutput",
    "QuestionOutputKind",
    "QuestionTextsInput",
    "QuestionTextsInputOptions",
    "QuestionTextsInputRows",
    "QuestionTextsOutput",
    "QuestionTextsOutputOptions",
    "QuestionTextsOutputRows",
    "Range",
    "RecipientOut",
    "RecipientOutKind",
    "Respondent",
    "RespondentOut",
    "ResponseIn",
    "ResponseInSurveyTypeType0",
    "ResponseOut",
    "ResponseOutOutcome",
    "ResponseOutState",
    "ResponseOutSurveyType",
    "ResponsePatch",
    "RetentionPolicyIn",
    "RetentionPolicyOut",
    "RetryIn",
    "RevokeIn",
    "RotateIn",
    "ScoreOut",
    "SecretRotationIn",
    "SentimentOut",
    "SentimentOutLabel",
    "ShowIfInput",
    "ShowIfOutput",
    "SurveyIn",
    "SurveyInLocales",
    "SurveyInType",
    "SurveyOut",
    "SurveyOutLocales",
    "SurveyOutType",
    "SurveyVersionIn",
    "SurveyVersionInLocales",
    "SurveyVersionOut",
    "SurveyVersionOutLocales",
    "TemplateVersionOut",
    "TextsInput",
    "TextsInputQuestions",
    "TextsOutput",
    "TextsOutputQuestions",
    "TryOut",
    "WebhookAttemptOut",
    "WebhookDeliveryOut",
    "WebhookDeliveryOutState",
    "WebhookDeliveryReplayIn",
    "WebhookHealthOut",
    "WebhookHealthOutBreaker",
    "WebhookIn",
    "WebhookMade",
    "WebhookMadeDisabledType0",
    "WebhookOut",
    "WebhookOutDisabledType0",
    "WebhookPatch",
    "WebhookReplayIn",
    "WebhookReplayOut",
)
