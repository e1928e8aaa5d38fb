"""Contains all the data models used in inputs/outputs"""

from .about_out import AboutOut
from .agent_in import AgentIn
from .agent_out import AgentOut
from .api_key_in import ApiKeyIn
from .api_key_in_roles_item import ApiKeyInRolesItem
from .api_key_made import ApiKeyMade
from .api_key_out import ApiKeyOut
from .api_key_patch import ApiKeyPatch
from .assign_in import AssignIn
from .audit_out import AuditOut
from .audit_out_after import AuditOutAfter
from .audit_out_before import AuditOutBefore
from .author import Author
from .author_kind import AuthorKind
from .author_out import AuthorOut
from .author_out_kind import AuthorOutKind
from .bulk_job_out import BulkJobOut
from .bulk_job_out_format_type_0 import BulkJobOutFormatType0
from .bulk_job_out_state import BulkJobOutState
from .bulk_job_row_out import BulkJobRowOut
from .bulk_job_row_out_outcome import BulkJobRowOutOutcome
from .bulk_row_place import BulkRowPlace
from .calendar_in import CalendarIn
from .calendar_out import CalendarOut
from .calendar_patch import CalendarPatch
from .calendar_patch_holidays_type_0 import CalendarPatchHolidaysType0
from .case_transition_in import CaseTransitionIn
from .case_transition_in_outcome_type_0 import CaseTransitionInOutcomeType0
from .case_transition_in_to import CaseTransitionInTo
from .contact_in import ContactIn
from .contact_in_channel import ContactInChannel
from .contact_in_outcome import ContactInOutcome
from .dead_letter_out import DeadLetterOut
from .dead_letter_out_state import DeadLetterOutState
from .discard_in import DiscardIn
from .dry_run_in import DryRunIn
from .dry_run_in_days import DryRunInDays
from .dry_run_item import DryRunItem
from .dry_run_out import DryRunOut
from .due_answer import DueAnswer
from .due_question import DueQuestion
from .elapsed_answer import ElapsedAnswer
from .elapsed_question import ElapsedQuestion
from .event_out import EventOut
from .event_out_data import EventOutData
from .events_out import EventsOut
from .export_in import ExportIn
from .export_in_filters import ExportInFilters
from .export_in_format import ExportInFormat
from .export_out import ExportOut
from .export_out_sections import ExportOutSections
from .export_out_sections_additional_property_item import ExportOutSectionsAdditionalPropertyItem
from .group_in import GroupIn
from .group_out import GroupOut
from .group_patch import GroupPatch
from .hours import Hours
from .job_out import JobOut
from .list_bulk_job_rows_outcome_type_0 import ListBulkJobRowsOutcomeType0
from .list_bulk_jobs_state_type_0 import ListBulkJobsStateType0
from .list_dead_letters_state_type_0 import ListDeadLettersStateType0
from .list_notifications_state_type_0 import ListNotificationsStateType0
from .list_recovery_cases_state_type_0 import ListRecoveryCasesStateType0
from .list_tickets_priority_item import ListTicketsPriorityItem
from .list_tickets_status_item import ListTicketsStatusItem
from .list_tickets_type_item import ListTicketsTypeItem
from .list_webhook_deliveries_state_type_0 import ListWebhookDeliveriesStateType0
from .listed_agent_out import ListedAgentOut
from .listed_api_key_out import ListedApiKeyOut
from .listed_audit_out import ListedAuditOut
from .listed_bulk_job_out import ListedBulkJobOut
from .listed_bulk_job_row_out import ListedBulkJobRowOut
from .listed_calendar_out import ListedCalendarOut
from .listed_dead_letter_out import ListedDeadLetterOut
from .listed_group_out import ListedGroupOut
from .listed_job_out import ListedJobOut
from .listed_message_out import ListedMessageOut
from .listed_notification_out import ListedNotificationOut
from .listed_outcome_route_out import ListedOutcomeRouteOut
from .listed_recovery_case_out import ListedRecoveryCaseOut
from .listed_retention_policy_out import ListedRetentionPolicyOut
from .listed_sla_clock_out import ListedSlaClockOut
from .listed_sla_explanation_out import ListedSlaExplanationOut
from .listed_sla_policy_out import ListedSlaPolicyOut
from .listed_template_version_out import ListedTemplateVersionOut
from .listed_ticket_out import ListedTicketOut
from .listed_webhook_attempt_out import ListedWebhookAttemptOut
from .listed_webhook_delivery_out import ListedWebhookDeliveryOut
from .listed_webhook_out import ListedWebhookOut
from .message_in import MessageIn
from .message_in_channel import MessageInChannel
from .message_in_visibility import MessageInVisibility
from .message_out import MessageOut
from .message_out_channel import MessageOutChannel
from .message_out_visibility import MessageOutVisibility
from .notification_out import NotificationOut
from .notification_out_evidence_type_0 import NotificationOutEvidenceType0
from .notification_out_held_for_type_0 import NotificationOutHeldForType0
from .notification_out_state import NotificationOutState
from .notification_template_in import NotificationTemplateIn
from .notification_template_out import NotificationTemplateOut
from .notification_template_out_fields import NotificationTemplateOutFields
from .notification_templates_out import NotificationTemplatesOut
from .opening import Opening
from .opening_visibility import OpeningVisibility
from .other_hours import OtherHours
from .outcome_route_in import OutcomeRouteIn
from .outcome_route_in_notify_roles_item import OutcomeRouteInNotifyRolesItem
from .outcome_route_in_priority import OutcomeRouteInPriority
from .outcome_route_out import OutcomeRouteOut
from .outcome_route_out_priority import OutcomeRouteOutPriority
from .outcome_route_patch import OutcomeRoutePatch
from .outcome_route_patch_notify_roles_type_0_item import OutcomeRoutePatchNotifyRolesType0Item
from .outcome_route_patch_priority_type_0 import OutcomeRoutePatchPriorityType0
from .own_holiday import OwnHoliday
from .plan_in import PlanIn
from .plan_out import PlanOut
from .plan_step_in import PlanStepIn
from .plan_step_out import PlanStepOut
from .preview_in import PreviewIn
from .preview_in_values import PreviewInValues
from .preview_out import PreviewOut
from .problem import Problem
from .problem_place import ProblemPlace
from .public_holidays import PublicHolidays
from .recipient_out import RecipientOut
from .recipient_out_kind import RecipientOutKind
from .recovery_case_out import RecoveryCaseOut
from .recovery_case_out_compensations_item import RecoveryCaseOutCompensationsItem
from .recovery_case_out_outcome_type_0 import RecoveryCaseOutOutcomeType0
from .recovery_case_out_severity import RecoveryCaseOutSeverity
from .recovery_case_out_state import RecoveryCaseOutState
from .requester import Requester
from .requester_out import RequesterOut
from .retention_policy_in import RetentionPolicyIn
from .retention_policy_out import RetentionPolicyOut
from .retry_in import RetryIn
from .revoke_in import RevokeIn
from .rotate_in import RotateIn
from .route_match import RouteMatch
from .route_match_outcome_item import RouteMatchOutcomeItem
from .secret_rotation_in import SecretRotationIn
from .sla_clock_out import SlaClockOut
from .sla_clock_out_metric import SlaClockOutMetric
from .sla_conditions import SlaConditions
from .sla_conditions_channel_item import SlaConditionsChannelItem
from .sla_conditions_type_item import SlaConditionsTypeItem
from .sla_explanation_out import SlaExplanationOut
from .sla_explanation_out_metric import SlaExplanationOutMetric
from .sla_interval import SlaInterval
from .sla_policy_in import SlaPolicyIn
from .sla_policy_in_on_reopen import SlaPolicyInOnReopen
from .sla_policy_out import SlaPolicyOut
from .sla_policy_out_on_reopen import SlaPolicyOutOnReopen
from .sla_policy_patch import SlaPolicyPatch
from .sla_policy_patch_on_reopen_type_0 import SlaPolicyPatchOnReopenType0
from .sla_target import SlaTarget
from .sla_target_metric import SlaTargetMetric
from .sla_target_pause_statuses_item import SlaTargetPauseStatusesItem
from .sla_target_priority import SlaTargetPriority
from .source import Source
from .source_out import SourceOut
from .state import State
from .template_version_out import TemplateVersionOut
from .ticket_bulk_in import TicketBulkIn
from .ticket_change import TicketChange
from .ticket_in import TicketIn
from .ticket_in_channel import TicketInChannel
from .ticket_in_custom import TicketInCustom
from .ticket_in_priority import TicketInPriority
from .ticket_in_type import TicketInType
from .ticket_out import TicketOut
from .ticket_out_channel import TicketOutChannel
from .ticket_out_custom import TicketOutCustom
from .ticket_out_priority import TicketOutPriority
from .ticket_out_resolution_code_type_0 import TicketOutResolutionCodeType0
from .ticket_out_solved_by_type_0 import TicketOutSolvedByType0
from .ticket_out_status import TicketOutStatus
from .ticket_out_type import TicketOutType
from .ticket_patch import TicketPatch
from .ticket_patch_custom_type_0 import TicketPatchCustomType0
from .ticket_patch_priority_type_0 import TicketPatchPriorityType0
from .ticket_patch_type_type_0 import TicketPatchTypeType0
from .ticket_selection import TicketSelection
from .ticket_selection_priority_item import TicketSelectionPriorityItem
from .ticket_selection_status_item import TicketSelectionStatusItem
from .ticket_selection_type_item import TicketSelectionTypeItem
from .transition_in import TransitionIn
from .transition_in_resolution_code_type_0 import TransitionInResolutionCodeType0
from .transition_in_to import TransitionInTo
from .try_out import TryOut
from .verdict import Verdict
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

__all__ = (
    "AboutOut",
    "AgentIn",
    "AgentOut",
    "ApiKeyIn",
    "ApiKeyInRolesItem",
    "ApiKeyMade",
    "ApiKeyOut",
    "ApiKeyPatch",
    "AssignIn",
    "AuditOut",
    "AuditOutAfter",
    "AuditOutBefore",
    "Author",
    "AuthorKind",
    "AuthorOut",
    "AuthorOutKind",
    "BulkJobOut",
    "BulkJobOutFormatType0",
    "BulkJobOutState",
    "BulkJobRowOut",
    "BulkJobRowOutOutcome",
    "BulkRowPlace",
    "CalendarIn",
    "CalendarOut",
    "CalendarPatch",
    "CalendarPatchHolidaysType0",
    "CaseTransitionIn",
    "CaseTransitionInOutcomeType0",
    "CaseTransitionInTo",
    "ContactIn",
    "ContactInChannel",
    "ContactInOutcome",
    "DeadLetterOut",
    "DeadLetterOutState",
    "DiscardIn",
    "DryRunIn",
    "DryRunInDays",
    "DryRunItem",
    "DryRunOut",
    "DueAnswer",
    "DueQuestion",
    "ElapsedAnswer",
    "ElapsedQuestion",
    "EventOut",
    "EventOutData",
    "EventsOut",
    "ExportIn",
    "ExportInFilters",
    "ExportInFormat",
    "ExportOut",
    "ExportOutSections",
    "ExportOutSectionsAdditionalPropertyItem",
    "GroupIn",
    "GroupOut",
    "GroupPatch",
    "Hours",
    "JobOut",
    "ListBulkJobRowsOutcomeType0",
    "ListBulkJobsStateType0",
    "ListDeadLettersStateType0",
    "ListedAgentOut",
    "ListedApiKeyOut",
    "ListedAuditOut",
    "ListedBulkJobOut",
    "ListedBulkJobRowOut",
    "ListedCalendarOut",
    "ListedDeadLetterOut",
    "ListedGroupOut",
    "ListedJobOut",
    "ListedMessageOut",
    "ListedNotificationOut",
    "ListedOutcomeRouteOut",
    "ListedRecoveryCaseOut",
    "ListedRetentionPolicyOut",
    "ListedSlaClockOut",
    "ListedSlaExplanationOut",
    "ListedSlaPolicyOut",
    "ListedTemplateVersionOut",
    "ListedTicketOut",
    "ListedWebhookAttemptOut",
    "ListedWebhookDeliveryOut",
    "ListedWebhookOut",
    "ListNotificationsStateType0",
    "ListRecoveryCasesStateType0",
    "ListTicketsPriorityItem",
    "ListTicketsStatusItem",
    "ListTicketsTypeItem",
    "ListWebhookDeliveriesStateType0",
    "MessageIn",
    "MessageInChannel",
    "MessageInVisibility",
    "MessageOut",
    "MessageOutChannel",
    "MessageOutVisibility",
    "NotificationOut",
    "NotificationOutEvidenceType0",
    "NotificationOutHeldForType0",
    "NotificationOutState",
    "NotificationTemplateIn",
    "NotificationTemplateOut",
    "NotificationTemplateOutFields",
    "NotificationTemplatesOut",
    "Opening",
    "OpeningVisibility",
    "OtherHours",
    "OutcomeRouteIn",
    "OutcomeRouteInNotifyRolesItem",
    "OutcomeRouteInPriority",
    "OutcomeRouteOut",
    "OutcomeRouteOutPriority",
    "OutcomeRoutePatch",
    "OutcomeRoutePatchNotifyRolesType0Item",
    "OutcomeRoutePatchPriorityType0",
    "OwnHoliday",
    "PlanIn",
    "PlanOut",
    "PlanStepIn",
    "PlanStepOut",
    "PreviewIn",
    "PreviewInValues",
    "PreviewOut",
    "Problem",
    "ProblemPlace",
    "PublicHolidays",
    "RecipientOut",
    "RecipientOutKind",
    "RecoveryCaseOut",
    "RecoveryCaseOutCompensationsItem",
    "RecoveryCaseOutOutcomeType0",
    "RecoveryCaseOutSeverity",
    "RecoveryCaseOutState",
    "Requester",
    "RequesterOut",
    "RetentionPolicyIn",
    "RetentionPolicyOut",
    "RetryIn",
    "RevokeIn",
    "RotateIn",
    "RouteMatch",
    "RouteMatchOutcomeItem",
    "SecretRotationIn",
    "SlaClockOut",
    "SlaClockOutMetric",
    "SlaConditions",
    "SlaConditionsChannelItem",
    "SlaConditionsTypeItem",
    "SlaExplanationOut",
    "SlaExplanationOutMetric",
    "SlaInterval",
    "SlaPolicyIn",
    "SlaPolicyInOnReopen",
    "SlaPolicyOut",
    "SlaPolicyOutOnReopen",
    "SlaPolicyPatch",
    "SlaPolicyPatchOnReopenType0",
    "SlaTarget",
    "SlaTargetMetric",
    "SlaTargetPauseStatusesItem",
    "SlaTargetPriority",
    "Source",
    "SourceOut",
    "State",
    "TemplateVersionOut",
    "TicketBulkIn",
    "TicketChange",
    "TicketIn",
    "TicketInChannel",
    "TicketInCustom",
    "TicketInPriority",
    "TicketInType",
    "TicketOut",
    "TicketOutChannel",
    "TicketOutCustom",
    "TicketOutPriority",
    "TicketOutResolutionCodeType0",
    "TicketOutSolvedByType0",
    "TicketOutStatus",
    "TicketOutType",
    "TicketPatch",
    "TicketPatchCustomType0",
    "TicketPatchPriorityType0",
    "TicketPatchTypeType0",
    "TicketSelection",
    "TicketSelectionPriorityItem",
    "TicketSelectionStatusItem",
    "TicketSelectionTypeItem",
    "TransitionIn",
    "TransitionInResolutionCodeType0",
    "TransitionInTo",
    "TryOut",
    "Verdict",
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
)
