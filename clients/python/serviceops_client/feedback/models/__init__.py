"""Contains all the data models used in inputs/outputs"""

from .about_out import AboutOut
from .action_done_out import ActionDoneOut
from .action_done_out_do import ActionDoneOutDo
from .action_done_out_result import ActionDoneOutResult
from .advocacy_ask import AdvocacyAsk
from .api_key_in import ApiKeyIn
from .api_key_in_roles_item import ApiKeyInRolesItem
from .api_key_made import ApiKeyMade
from .api_key_out import ApiKeyOut
from .api_key_patch import ApiKeyPatch
from .ask_in import AskIn
from .asked_out import AskedOut
from .asked_out_kind import AskedOutKind
from .audience import Audience
from .audience_patch import AudiencePatch
from .audit_out import AuditOut
from .audit_out_after import AuditOutAfter
from .audit_out_before import AuditOutBefore
from .bands import Bands
from .bounce_in import BounceIn
from .bounce_out import BounceOut
from .bounce_out_outcome import BounceOutOutcome
from .bounce_out_reason_type_0 import BounceOutReasonType0
from .brand_in import BrandIn
from .brand_out import BrandOut
from .brand_patch import BrandPatch
from .bulk_job_out import BulkJobOut
from .bulk_job_out_format_type_0 import BulkJobOutFormatType0
from .bulk_job_out_state import BulkJobOutState
from .bulk_job_row_out import BulkJobRowOut
from .bulk_job_row_out_outcome import BulkJobRowOutOutcome
from .bulk_row_place import BulkRowPlace
from .calendar_import_out import CalendarImportOut
from .calendar_in import CalendarIn
from .calendar_out import CalendarOut
from .calendar_patch import CalendarPatch
from .calendar_patch_holidays_type_0 import CalendarPatchHolidaysType0
from .cancel_in import CancelIn
from .coming_run_out import ComingRunOut
from .coming_run_out_kind import ComingRunOutKind
from .coming_run_out_state_type_0 import ComingRunOutStateType0
from .compare_scores_metric import CompareScoresMetric
from .compare_scores_weighting import CompareScoresWeighting
from .comparison_out import ComparisonOut
from .contact_out import ContactOut
from .dead_letter_out import DeadLetterOut
from .dead_letter_out_state import DeadLetterOutState
from .decision_out import DecisionOut
from .decision_out_verdict import DecisionOutVerdict
from .decision_reason_out import DecisionReasonOut
from .decision_reason_out_code import DecisionReasonOutCode
from .definition_out import DefinitionOut
from .definition_out_id import DefinitionOutId
from .discard_in import DiscardIn
from .dry_run_day_out import DryRunDayOut
from .dry_run_in import DryRunIn
from .dry_run_in_days import DryRunInDays
from .dry_run_item import DryRunItem
from .dry_run_out import DryRunOut
from .due_answer import DueAnswer
from .due_question import DueQuestion
from .elapsed_answer import ElapsedAnswer
from .elapsed_question import ElapsedQuestion
from .eligibility_out import EligibilityOut
from .eligibility_out_verdict import EligibilityOutVerdict
from .event_out import EventOut
from .event_out_data import EventOutData
from .events_out import EventsOut
from .export_in import ExportIn
from .export_in_filters import ExportInFilters
from .export_in_format import ExportInFormat
from .export_out import ExportOut
from .export_out_sections import ExportOutSections
from .export_out_sections_additional_property_item import ExportOutSectionsAdditionalPropertyItem
from .follow_up_dry_run_in import FollowUpDryRunIn
from .follow_up_dry_run_out import FollowUpDryRunOut
from .follow_up_match_input import FollowUpMatchInput
from .follow_up_match_input_outcome_item import FollowUpMatchInputOutcomeItem
from .follow_up_match_input_survey_type_item import FollowUpMatchInputSurveyTypeItem
from .follow_up_match_output import FollowUpMatchOutput
from .follow_up_match_output_outcome_item import FollowUpMatchOutputOutcomeItem
from .follow_up_match_output_survey_type_item import FollowUpMatchOutputSurveyTypeItem
from .follow_up_rule_in import FollowUpRuleIn
from .follow_up_rule_out import FollowUpRuleOut
from .follow_up_rule_patch import FollowUpRulePatch
from .follow_up_run_out import FollowUpRunOut
from .follow_up_run_out_result_type_0 import FollowUpRunOutResultType0
from .follow_up_run_out_state import FollowUpRunOutState
from .given_answer import GivenAnswer
from .given_answer_out import GivenAnswerOut
from .hours import Hours
from .invitation_out import InvitationOut
from .invitation_out_channel import InvitationOutChannel
from .invitation_out_state import InvitationOutState
from .invitation_out_survey_type import InvitationOutSurveyType
from .job_out import JobOut
from .link_out import LinkOut
from .link_out_state import LinkOutState
from .list_bulk_job_rows_outcome_type_0 import ListBulkJobRowsOutcomeType0
from .list_bulk_jobs_state_type_0 import ListBulkJobsStateType0
from .list_dead_letters_state_type_0 import ListDeadLettersStateType0
from .list_decisions_reason_type_0 import ListDecisionsReasonType0
from .list_decisions_verdict_type_0 import ListDecisionsVerdictType0
from .list_follow_up_runs_result_type_0 import ListFollowUpRunsResultType0
from .list_follow_up_runs_state_type_0 import ListFollowUpRunsStateType0
from .list_invitations_state_type_0 import ListInvitationsStateType0
from .list_loop_cases_result_type_0 import ListLoopCasesResultType0
from .list_loop_cases_stage_type_0 import ListLoopCasesStageType0
from .list_loop_cases_state_type_0 import ListLoopCasesStateType0
from .list_notifications_state_type_0 import ListNotificationsStateType0
from .list_programs_state_type_0 import ListProgramsStateType0
from .list_response_rates_group_by_type_0 import ListResponseRatesGroupByType0
from .list_response_rates_interval_type_0 import ListResponseRatesIntervalType0
from .list_responses_outcome_type_0 import ListResponsesOutcomeType0
from .list_responses_survey_type_type_0 import ListResponsesSurveyTypeType0
from .list_scores_group_by_type_0 import ListScoresGroupByType0
from .list_scores_interval_type_0 import ListScoresIntervalType0
from .list_scores_metric import ListScoresMetric
from .list_scores_weighting import ListScoresWeighting
from .list_suppressions_reason_type_0 import ListSuppressionsReasonType0
from .list_surveys_type_type_0 import ListSurveysTypeType0
from .list_triage_state_type_0 import ListTriageStateType0
from .list_waves_state_type_0 import ListWavesStateType0
from .list_webhook_deliveries_state_type_0 import ListWebhookDeliveriesStateType0
from .listed_api_key_out import ListedApiKeyOut
from .listed_audit_out import ListedAuditOut
from .listed_brand_out import ListedBrandOut
from .listed_bulk_job_out import ListedBulkJobOut
from .listed_bulk_job_row_out import ListedBulkJobRowOut
from .listed_calendar_out import ListedCalendarOut
from .listed_contact_out import ListedContactOut
from .listed_dead_letter_out import ListedDeadLetterOut
from .listed_decision_out import ListedDecisionOut
from .listed_follow_up_rule_out import ListedFollowUpRuleOut
from .listed_follow_up_run_out import ListedFollowUpRunOut
from .listed_invitation_out import ListedInvitationOut
from .listed_job_out import ListedJobOut
from .listed_loop_case_out import ListedLoopCaseOut
from .listed_notification_out import ListedNotificationOut
from .listed_program_out import ListedProgramOut
from .listed_response_out import ListedResponseOut
from .listed_response_rate_out import ListedResponseRateOut
from .listed_retention_policy_out import ListedRetentionPolicyOut
from .listed_score_out import ListedScoreOut
from .listed_suppression_out import ListedSuppressionOut
from .listed_survey_out import ListedSurveyOut
from .listed_survey_version_out import ListedSurveyVersionOut
from .listed_template_version_out import ListedTemplateVersionOut
from .listed_theme_out import ListedThemeOut
from .listed_triage_out import ListedTriageOut
from .listed_wave_out import ListedWaveOut
from .listed_webhook_attempt_out import ListedWebhookAttemptOut
from .listed_webhook_delivery_out import ListedWebhookDeliveryOut
from .listed_webhook_out import ListedWebhookOut
from .listed_word_list_out import ListedWordListOut
from .locale_out import LocaleOut
from .locale_out_step import LocaleOutStep
from .loop_case_close_in import LoopCaseCloseIn
from .loop_case_out import LoopCaseOut
from .loop_case_out_overdue_stages_item import LoopCaseOutOverdueStagesItem
from .loop_case_out_result_type_0 import LoopCaseOutResultType0
from .loop_case_out_stage import LoopCaseOutStage
from .loop_case_out_state import LoopCaseOutState
from .loop_case_patch import LoopCasePatch
from .loop_policy_in import LoopPolicyIn
from .loop_policy_out import LoopPolicyOut
from .mail_out import MailOut
from .notification_out import NotificationOut
from .notification_out_evidence_type_0 import NotificationOutEvidenceType0
from .notification_out_held_for_type_0 import NotificationOutHeldForType0
from .notification_out_state import NotificationOutState
from .notification_template_in import NotificationTemplateIn
from .notification_template_out import NotificationTemplateOut
from .notification_template_out_fields import NotificationTemplateOutFields
from .notification_templates_out import NotificationTemplatesOut
from .notify_team_input import NotifyTeamInput
from .notify_team_output import NotifyTeamOutput
from .other_hours import OtherHours
from .own_holiday import OwnHoliday
from .preview_in import PreviewIn
from .preview_in_values import PreviewInValues
from .preview_out import PreviewOut
from .problem import Problem
from .problem_place import ProblemPlace
from .program_calendar_out import ProgramCalendarOut
from .program_dry_run_in import ProgramDryRunIn
from .program_dry_run_out import ProgramDryRunOut
from .program_dry_run_out_basis import ProgramDryRunOutBasis
from .program_in import ProgramIn
from .program_in_channels_item import ProgramInChannelsItem
from .program_in_quarantine_class import ProgramInQuarantineClass
from .program_out import ProgramOut
from .program_out_channels_item import ProgramOutChannelsItem
from .program_out_quarantine_class import ProgramOutQuarantineClass
from .program_out_state import ProgramOutState
from .program_patch import ProgramPatch
from .program_patch_channels_type_0_item import ProgramPatchChannelsType0Item
from .program_patch_quarantine_class_type_0 import ProgramPatchQuarantineClassType0
from .public_holidays import PublicHolidays
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
from .reason_count_out import ReasonCountOut
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
from .response_rate_out import ResponseRateOut
from .retention_policy_in import RetentionPolicyIn
from .retention_policy_out import RetentionPolicyOut
from .retry_in import RetryIn
from .revoke_in import RevokeIn
from .rotate_in import RotateIn
from .said_out import SaidOut
from .score_out import ScoreOut
from .secret_rotation_in import SecretRotationIn
from .sending_window_input import SendingWindowInput
from .sending_window_output import SendingWindowOutput
from .sending_window_patch import SendingWindowPatch
from .sentiment_out import SentimentOut
from .sentiment_out_label import SentimentOutLabel
from .sentiment_out_source_type_0 import SentimentOutSourceType0
from .show_if_input import ShowIfInput
from .show_if_output import ShowIfOutput
from .stage_due_in import StageDueIn
from .stage_due_out import StageDueOut
from .suppression_in import SuppressionIn
from .suppression_in_reason import SuppressionInReason
from .suppression_out import SuppressionOut
from .suppression_out_reason import SuppressionOutReason
from .survey_in import SurveyIn
from .survey_in_locales import SurveyInLocales
from .survey_in_type import SurveyInType
from .survey_out import SurveyOut
from .survey_out_locales import SurveyOutLocales
from .survey_out_type import SurveyOutType
from .survey_preview_out import SurveyPreviewOut
from .survey_preview_out_type import SurveyPreviewOutType
from .survey_version_in import SurveyVersionIn
from .survey_version_in_locales import SurveyVersionInLocales
from .survey_version_out import SurveyVersionOut
from .survey_version_out_locales import SurveyVersionOutLocales
from .template_version_out import TemplateVersionOut
from .texts_input import TextsInput
from .texts_input_questions import TextsInputQuestions
from .texts_output import TextsOutput
from .texts_output_questions import TextsOutputQuestions
from .theme_in import ThemeIn
from .theme_in_words import ThemeInWords
from .theme_out import ThemeOut
from .theme_out_words import ThemeOutWords
from .theme_patch import ThemePatch
from .theme_patch_words_type_0 import ThemePatchWordsType0
from .told_out import ToldOut
from .triage_assign_in import TriageAssignIn
from .triage_out import TriageOut
from .triage_out_outcome_type_0 import TriageOutOutcomeType0
from .triage_out_state import TriageOutState
from .triage_out_withdrawn_for_type_0 import TriageOutWithdrawnForType0
from .triage_resolve_in import TriageResolveIn
from .triage_resolve_in_outcome import TriageResolveInOutcome
from .trigger import Trigger
from .trigger_event_type_0 import TriggerEventType0
from .trigger_kind import TriggerKind
from .trigger_patch import TriggerPatch
from .trigger_patch_event_type_0 import TriggerPatchEventType0
from .trigger_patch_kind_type_0 import TriggerPatchKindType0
from .try_out import TryOut
from .wave_in import WaveIn
from .wave_out import WaveOut
from .wave_out_counts import WaveOutCounts
from .wave_out_state import WaveOutState
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
from .weekday_hours import WeekdayHours
from .word_list_in import WordListIn
from .word_list_out import WordListOut
from .word_list_patch import WordListPatch
from .would_follow_out import WouldFollowOut
from .would_follow_out_result import WouldFollowOutResult

__all__ = (
    "AboutOut",
    "ActionDoneOut",
    "ActionDoneOutDo",
    "ActionDoneOutResult",
    "AdvocacyAsk",
    "ApiKeyIn",
    "ApiKeyInRolesItem",
    "ApiKeyMade",
    "ApiKeyOut",
    "ApiKeyPatch",
    "AskedOut",
    "AskedOutKind",
    "AskIn",
    "Audience",
    "AudiencePatch",
    "AuditOut",
    "AuditOutAfter",
    "AuditOutBefore",
    "Bands",
    "BounceIn",
    "BounceOut",
    "BounceOutOutcome",
    "BounceOutReasonType0",
    "BrandIn",
    "BrandOut",
    "BrandPatch",
    "BulkJobOut",
    "BulkJobOutFormatType0",
    "BulkJobOutState",
    "BulkJobRowOut",
    "BulkJobRowOutOutcome",
    "BulkRowPlace",
    "CalendarImportOut",
    "CalendarIn",
    "CalendarOut",
    "CalendarPatch",
    "CalendarPatchHolidaysType0",
    "CancelIn",
    "ComingRunOut",
    "ComingRunOutKind",
    "ComingRunOutStateType0",
    "CompareScoresMetric",
    "CompareScoresWeighting",
    "ComparisonOut",
    "ContactOut",
    "DeadLetterOut",
    "DeadLetterOutState",
    "DecisionOut",
    "DecisionOutVerdict",
    "DecisionReasonOut",
    "DecisionReasonOutCode",
    "DefinitionOut",
    "DefinitionOutId",
    "DiscardIn",
    "DryRunDayOut",
    "DryRunIn",
    "DryRunInDays",
    "DryRunItem",
    "DryRunOut",
    "DueAnswer",
    "DueQuestion",
    "ElapsedAnswer",
    "ElapsedQuestion",
    "EligibilityOut",
    "EligibilityOutVerdict",
    "EventOut",
    "EventOutData",
    "EventsOut",
    "ExportIn",
    "ExportInFilters",
    "ExportInFormat",
    "ExportOut",
    "ExportOutSections",
    "ExportOutSectionsAdditionalPropertyItem",
    "FollowUpDryRunIn",
    "FollowUpDryRunOut",
    "FollowUpMatchInput",
    "FollowUpMatchInputOutcomeItem",
    "FollowUpMatchInputSurveyTypeItem",
    "FollowUpMatchOutput",
    "FollowUpMatchOutputOutcomeItem",
    "FollowUpMatchOutputSurveyTypeItem",
    "FollowUpRuleIn",
    "FollowUpRuleOut",
    "FollowUpRulePatch",
    "FollowUpRunOut",
    "FollowUpRunOutResultType0",
    "FollowUpRunOutState",
    "GivenAnswer",
    "GivenAnswerOut",
    "Hours",
    "InvitationOut",
    "InvitationOutChannel",
    "InvitationOutState",
    "InvitationOutSurveyType",
    "JobOut",
    "LinkOut",
    "LinkOutState",
    "ListBulkJobRowsOutcomeType0",
    "ListBulkJobsStateType0",
    "ListDeadLettersStateType0",
    "ListDecisionsReasonType0",
    "ListDecisionsVerdictType0",
    "ListedApiKeyOut",
    "ListedAuditOut",
    "ListedBrandOut",
    "ListedBulkJobOut",
    "ListedBulkJobRowOut",
    "ListedCalendarOut",
    "ListedContactOut",
    "ListedDeadLetterOut",
    "ListedDecisionOut",
    "ListedFollowUpRuleOut",
    "ListedFollowUpRunOut",
    "ListedInvitationOut",
    "ListedJobOut",
    "ListedLoopCaseOut",
    "ListedNotificationOut",
    "ListedProgramOut",
    "ListedResponseOut",
    "ListedResponseRateOut",
    "ListedRetentionPolicyOut",
    "ListedScoreOut",
    "ListedSuppressionOut",
    "ListedSurveyOut",
    "ListedSurveyVersionOut",
    "ListedTemplateVersionOut",
    "ListedThemeOut",
    "ListedTriageOut",
    "ListedWaveOut",
    "ListedWebhookAttemptOut",
    "ListedWebhookDeliveryOut",
    "ListedWebhookOut",
    "ListedWordListOut",
    "ListFollowUpRunsResultType0",
    "ListFollowUpRunsStateType0",
    "ListInvitationsStateType0",
    "ListLoopCasesResultType0",
    "ListLoopCasesStageType0",
    "ListLoopCasesStateType0",
    "ListNotificationsStateType0",
    "ListProgramsStateType0",
    "ListResponseRatesGroupByType0",
    "ListResponseRatesIntervalType0",
    "ListResponsesOutcomeType0",
    "ListResponsesSurveyTypeType0",
    "ListScoresGroupByType0",
    "ListScoresIntervalType0",
    "ListScoresMetric",
    "ListScoresWeighting",
    "ListSuppressionsReasonType0",
    "ListSurveysTypeType0",
    "ListTriageStateType0",
    "ListWavesStateType0",
    "ListWebhookDeliveriesStateType0",
    "LocaleOut",
    "LocaleOutStep",
    "LoopCaseCloseIn",
    "LoopCaseOut",
    "LoopCaseOutOverdueStagesItem",
    "LoopCaseOutResultType0",
    "LoopCaseOutStage",
    "LoopCaseOutState",
    "LoopCasePatch",
    "LoopPolicyIn",
    "LoopPolicyOut",
    "MailOut",
    "NotificationOut",
    "NotificationOutEvidenceType0",
    "NotificationOutHeldForType0",
    "NotificationOutState",
    "NotificationTemplateIn",
    "NotificationTemplateOut",
    "NotificationTemplateOutFields",
    "NotificationTemplatesOut",
    "NotifyTeamInput",
    "NotifyTeamOutput",
    "OtherHours",
    "OwnHoliday",
    "PreviewIn",
    "PreviewInValues",
    "PreviewOut",
    "Problem",
    "ProblemPlace",
    "ProgramCalendarOut",
    "ProgramDryRunIn",
    "ProgramDryRunOut",
    "ProgramDryRunOutBasis",
    "ProgramIn",
    "ProgramInChannelsItem",
    "ProgramInQuarantineClass",
    "ProgramOut",
    "ProgramOutChannelsItem",
    "ProgramOutQuarantineClass",
    "ProgramOutState",
    "ProgramPatch",
    "ProgramPatchChannelsType0Item",
    "ProgramPatchQuarantineClassType0",
    "PublicHolidays",
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
    "ReasonCountOut",
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
    "ResponseRateOut",
    "RetentionPolicyIn",
    "RetentionPolicyOut",
    "RetryIn",
    "RevokeIn",
    "RotateIn",
    "SaidOut",
    "ScoreOut",
    "SecretRotationIn",
    "SendingWindowInput",
    "SendingWindowOutput",
    "SendingWindowPatch",
    "SentimentOut",
    "SentimentOutLabel",
    "SentimentOutSourceType0",
    "ShowIfInput",
    "ShowIfOutput",
    "StageDueIn",
    "StageDueOut",
    "SuppressionIn",
    "SuppressionInReason",
    "SuppressionOut",
    "SuppressionOutReason",
    "SurveyIn",
    "SurveyInLocales",
    "SurveyInType",
    "SurveyOut",
    "SurveyOutLocales",
    "SurveyOutType",
    "SurveyPreviewOut",
    "SurveyPreviewOutType",
    "SurveyVersionIn",
    "SurveyVersionInLocales",
    "SurveyVersionOut",
    "SurveyVersionOutLocales",
    "TemplateVersionOut",
    "TextsInput",
    "TextsInputQuestions",
    "TextsOutput",
    "TextsOutputQuestions",
    "ThemeIn",
    "ThemeInWords",
    "ThemeOut",
    "ThemeOutWords",
    "ThemePatch",
    "ThemePatchWordsType0",
    "ToldOut",
    "TriageAssignIn",
    "TriageOut",
    "TriageOutOutcomeType0",
    "TriageOutState",
    "TriageOutWithdrawnForType0",
    "TriageResolveIn",
    "TriageResolveInOutcome",
    "Trigger",
    "TriggerEventType0",
    "TriggerKind",
    "TriggerPatch",
    "TriggerPatchEventType0",
    "TriggerPatchKindType0",
    "TryOut",
    "WaveIn",
    "WaveOut",
    "WaveOutCounts",
    "WaveOutState",
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
    "WeekdayHours",
    "WordListIn",
    "WordListOut",
    "WordListPatch",
    "WouldFollowOut",
    "WouldFollowOutResult",
)
