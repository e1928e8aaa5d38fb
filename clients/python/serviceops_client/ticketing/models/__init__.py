"""Contains all the data models used in inputs/outputs"""

from .about_out import AboutOut
from .acceptance_in import AcceptanceIn
from .action_out import ActionOut
from .action_out_do import ActionOutDo
from .action_out_result import ActionOutResult
from .agent_in import AgentIn
from .agent_out import AgentOut
from .api_key_in import ApiKeyIn
from .api_key_in_roles_item import ApiKeyInRolesItem
from .api_key_made import ApiKeyMade
from .api_key_out import ApiKeyOut
from .api_key_patch import ApiKeyPatch
from .assign_in import AssignIn
from .attached_file import AttachedFile
from .attachment_out import AttachmentOut
from .attachment_ref import AttachmentRef
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
from .calendar_import_out import CalendarImportOut
from .calendar_in import CalendarIn
from .calendar_out import CalendarOut
from .calendar_patch import CalendarPatch
from .calendar_patch_holidays_type_0 import CalendarPatchHolidaysType0
from .case_patch import CasePatch
from .case_patch_severity_type_0 import CasePatchSeverityType0
from .case_transition_in import CaseTransitionIn
from .case_transition_in_outcome_type_0 import CaseTransitionInOutcomeType0
from .case_transition_in_to import CaseTransitionInTo
from .change_out import ChangeOut
from .coming_level_out import ComingLevelOut
from .coming_level_out_actions_item import ComingLevelOutActionsItem
from .coming_level_out_metric import ComingLevelOutMetric
from .compensation_decision_in import CompensationDecisionIn
from .compensation_in import CompensationIn
from .compensation_in_kind import CompensationInKind
from .compensation_out import CompensationOut
from .compensation_out_kind import CompensationOutKind
from .compensation_out_state import CompensationOutState
from .complaint_out import ComplaintOut
from .complaint_out_acknowledgement import ComplaintOutAcknowledgement
from .complaint_out_answer_type_0 import ComplaintOutAnswerType0
from .complaint_out_closed_as_type_0 import ComplaintOutClosedAsType0
from .complaint_out_decision import ComplaintOutDecision
from .complaint_out_outcome_type_0 import ComplaintOutOutcomeType0
from .complaint_out_severity_type_0 import ComplaintOutSeverityType0
from .complaint_out_stage import ComplaintOutStage
from .complaint_patch import ComplaintPatch
from .complaint_patch_severity_type_0 import ComplaintPatchSeverityType0
from .complaint_policy_in import ComplaintPolicyIn
from .complaint_policy_in_recourse import ComplaintPolicyInRecourse
from .complaint_policy_out import ComplaintPolicyOut
from .complaint_policy_out_recourse import ComplaintPolicyOutRecourse
from .complaint_policy_patch import ComplaintPolicyPatch
from .complaint_policy_patch_recourse_type_0 import ComplaintPolicyPatchRecourseType0
from .complaint_transition_in import ComplaintTransitionIn
from .complaint_transition_in_closed_as_type_0 import ComplaintTransitionInClosedAsType0
from .complaint_transition_in_to import ComplaintTransitionInTo
from .considered_agent import ConsideredAgent
from .considered_agent_why_not_type_0 import ConsideredAgentWhyNotType0
from .contact_in import ContactIn
from .contact_in_channel import ContactInChannel
from .contact_in_outcome import ContactInOutcome
from .contact_out import ContactOut
from .contact_out_channel import ContactOutChannel
from .contact_out_outcome import ContactOutOutcome
from .dead_letter_out import DeadLetterOut
from .dead_letter_out_state import DeadLetterOutState
from .decision_in import DecisionIn
from .decision_in_outcome import DecisionInOutcome
from .decision_out import DecisionOut
from .decision_out_answer_type_0 import DecisionOutAnswerType0
from .decision_out_outcome import DecisionOutOutcome
from .delivery_out import DeliveryOut
from .delivery_out_channel import DeliveryOutChannel
from .delivery_out_state import DeliveryOutState
from .discard_in import DiscardIn
from .dry_run_in import DryRunIn
from .dry_run_in_days import DryRunInDays
from .dry_run_item import DryRunItem
from .dry_run_out import DryRunOut
from .due_answer import DueAnswer
from .due_question import DueQuestion
from .elapsed_answer import ElapsedAnswer
from .elapsed_question import ElapsedQuestion
from .escalation_level_in import EscalationLevelIn
from .escalation_rule_in import EscalationRuleIn
from .escalation_rule_in_metrics_item import EscalationRuleInMetricsItem
from .escalation_rule_out import EscalationRuleOut
from .escalation_rule_out_metrics_item import EscalationRuleOutMetricsItem
from .escalation_rule_patch import EscalationRulePatch
from .escalation_rule_patch_metrics_type_0_item import EscalationRulePatchMetricsType0Item
from .event_out import EventOut
from .event_out_data import EventOutData
from .events_out import EventsOut
from .export_in import ExportIn
from .export_in_filters import ExportInFilters
from .export_in_format import ExportInFormat
from .export_out import ExportOut
from .export_out_sections import ExportOutSections
from .export_out_sections_additional_property_item import ExportOutSectionsAdditionalPropertyItem
from .fired_level_out import FiredLevelOut
from .fired_level_out_metric import FiredLevelOutMetric
from .fired_level_out_state import FiredLevelOutState
from .from_template_in import FromTemplateIn
from .group_in import GroupIn
from .group_in_strategy import GroupInStrategy
from .group_out import GroupOut
from .group_out_strategy import GroupOutStrategy
from .group_patch import GroupPatch
from .group_patch_strategy_type_0 import GroupPatchStrategyType0
from .group_statistics_out import GroupStatisticsOut
from .hours import Hours
from .inbound_in import InboundIn
from .inbound_out import InboundOut
from .inbound_out_outcome import InboundOutOutcome
from .inbound_out_threaded_by_type_0 import InboundOutThreadedByType0
from .job_out import JobOut
from .level_action import LevelAction
from .level_action_do import LevelActionDo
from .level_at import LevelAt
from .level_recipient import LevelRecipient
from .level_recipient_out import LevelRecipientOut
from .level_recipient_out_found import LevelRecipientOutFound
from .level_recipient_out_role import LevelRecipientOutRole
from .level_recipient_role import LevelRecipientRole
from .limit_in import LimitIn
from .limit_in_role_type_0 import LimitInRoleType0
from .limit_out import LimitOut
from .limit_patch import LimitPatch
from .list_authority_limits_role_type_0 import ListAuthorityLimitsRoleType0
from .list_bulk_job_rows_outcome_type_0 import ListBulkJobRowsOutcomeType0
from .list_bulk_jobs_state_type_0 import ListBulkJobsStateType0
from .list_complaints_stage_type_0 import ListComplaintsStageType0
from .list_dead_letters_state_type_0 import ListDeadLettersStateType0
from .list_notifications_state_type_0 import ListNotificationsStateType0
from .list_recovery_cases_state_type_0 import ListRecoveryCasesStateType0
from .list_response_plans_severity_type_0 import ListResponsePlansSeverityType0
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
from .listed_complaint_out import ListedComplaintOut
from .listed_complaint_policy_out import ListedComplaintPolicyOut
from .listed_contact_out import ListedContactOut
from .listed_dead_letter_out import ListedDeadLetterOut
from .listed_escalation_rule_out import ListedEscalationRuleOut
from .listed_group_out import ListedGroupOut
from .listed_job_out import ListedJobOut
from .listed_limit_out import ListedLimitOut
from .listed_macro_out import ListedMacroOut
from .listed_message_out import ListedMessageOut
from .listed_notification_out import ListedNotificationOut
from .listed_ola_clock_out import ListedOlaClockOut
from .listed_ola_explanation_out import ListedOlaExplanationOut
from .listed_outcome_route_out import ListedOutcomeRouteOut
from .listed_recovery_case_out import ListedRecoveryCaseOut
from .listed_response_plan_out import ListedResponsePlanOut
from .listed_retention_policy_out import ListedRetentionPolicyOut
from .listed_routing_decision_out import ListedRoutingDecisionOut
from .listed_routing_rule_out import ListedRoutingRuleOut
from .listed_satisfaction_out import ListedSatisfactionOut
from .listed_sla_clock_out import ListedSlaClockOut
from .listed_sla_explanation_out import ListedSlaExplanationOut
from .listed_sla_policy_out import ListedSlaPolicyOut
from .listed_supplier_out import ListedSupplierOut
from .listed_template_version_out import ListedTemplateVersionOut
from .listed_ticket_field_out import ListedTicketFieldOut
from .listed_ticket_link_out import ListedTicketLinkOut
from .listed_ticket_out import ListedTicketOut
from .listed_ticket_view_out import ListedTicketViewOut
from .listed_ticket_watcher_out import ListedTicketWatcherOut
from .listed_timeline_item_out import ListedTimelineItemOut
from .listed_webhook_attempt_out import ListedWebhookAttemptOut
from .listed_webhook_delivery_out import ListedWebhookDeliveryOut
from .listed_webhook_out import ListedWebhookOut
from .macro_action import MacroAction
from .macro_in import MacroIn
from .macro_out import MacroOut
from .macro_out_actions_item import MacroOutActionsItem
from .macro_outcome import MacroOutcome
from .macro_outcome_changes import MacroOutcomeChanges
from .macro_patch import MacroPatch
from .macro_reply import MacroReply
from .macro_reply_visibility import MacroReplyVisibility
from .macro_set import MacroSet
from .macro_set_custom import MacroSetCustom
from .macro_set_priority_type_0 import MacroSetPriorityType0
from .macro_set_type_type_0 import MacroSetTypeType0
from .macro_use import MacroUse
from .merge_in import MergeIn
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
from .ola_clock_out import OlaClockOut
from .ola_clock_out_metric import OlaClockOutMetric
from .ola_counts import OlaCounts
from .ola_explanation_out import OlaExplanationOut
from .ola_explanation_out_metric import OlaExplanationOutMetric
from .ola_target_in import OlaTargetIn
from .ola_target_out import OlaTargetOut
from .opened_between import OpenedBetween
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
from .planned_step import PlannedStep
from .planned_step_owner_role_type_0 import PlannedStepOwnerRoleType0
from .presence_in import PresenceIn
from .presence_in_state import PresenceInState
from .presence_out import PresenceOut
from .presence_out_state import PresenceOutState
from .preview_in import PreviewIn
from .preview_in_values import PreviewInValues
from .preview_of import PreviewOf
from .preview_out import PreviewOut
from .problem import Problem
from .problem_place import ProblemPlace
from .public_holidays import PublicHolidays
from .recipient_out import RecipientOut
from .recipient_out_kind import RecipientOutKind
from .recourse import Recourse
from .recovery_case_out import RecoveryCaseOut
from .recovery_case_out_outcome_type_0 import RecoveryCaseOutOutcomeType0
from .recovery_case_out_severity import RecoveryCaseOutSeverity
from .recovery_case_out_state import RecoveryCaseOutState
from .requester import Requester
from .requester_out import RequesterOut
from .response_plan_in import ResponsePlanIn
from .response_plan_in_severity_type_0 import ResponsePlanInSeverityType0
from .response_plan_out import ResponsePlanOut
from .response_plan_out_severity_type_0 import ResponsePlanOutSeverityType0
from .response_plan_patch import ResponsePlanPatch
from .response_plan_patch_severity_type_0 import ResponsePlanPatchSeverityType0
from .retention_policy_in import RetentionPolicyIn
from .retention_policy_out import RetentionPolicyOut
from .retry_in import RetryIn
from .revoke_in import RevokeIn
from .rotate_in import RotateIn
from .route_match import RouteMatch
from .route_match_outcome_item import RouteMatchOutcomeItem
from .routing_decision_out import RoutingDecisionOut
from .routing_decision_out_occasion import RoutingDecisionOutOccasion
from .routing_decision_out_strategy import RoutingDecisionOutStrategy
from .routing_rule_in import RoutingRuleIn
from .routing_rule_out import RoutingRuleOut
from .routing_rule_patch import RoutingRulePatch
from .rule_conditions import RuleConditions
from .rule_conditions_channel_item import RuleConditionsChannelItem
from .rule_conditions_priority_item import RuleConditionsPriorityItem
from .rule_conditions_type_item import RuleConditionsTypeItem
from .rule_dry_run_in import RuleDryRunIn
from .rule_dry_run_out import RuleDryRunOut
from .rule_match import RuleMatch
from .rule_match_channel_item import RuleMatchChannelItem
from .rule_match_patch import RuleMatchPatch
from .rule_match_patch_channel_type_0_item import RuleMatchPatchChannelType0Item
from .rule_match_patch_priority_type_0_item import RuleMatchPatchPriorityType0Item
from .rule_match_patch_type_type_0_item import RuleMatchPatchTypeType0Item
from .rule_match_priority_item import RuleMatchPriorityItem
from .rule_match_type_item import RuleMatchTypeItem
from .satisfaction_out import SatisfactionOut
from .satisfaction_out_outcome import SatisfactionOutOutcome
from .secret_rotation_in import SecretRotationIn
from .sender import Sender
from .simulated_answer import SimulatedAnswer
from .simulated_answer_outcome import SimulatedAnswerOutcome
from .simulated_escalation import SimulatedEscalation
from .simulated_escalation_owner_source_type_0 import SimulatedEscalationOwnerSourceType0
from .simulated_escalation_priority_type_0 import SimulatedEscalationPriorityType0
from .simulated_escalation_reason_type_0 import SimulatedEscalationReasonType0
from .simulation_in import SimulationIn
from .simulation_out import SimulationOut
from .simulation_out_strategy import SimulationOutStrategy
from .sla_clock_out import SlaClockOut
from .sla_clock_out_metric import SlaClockOutMetric
from .sla_conditions import SlaConditions
from .sla_conditions_channel_item import SlaConditionsChannelItem
from .sla_conditions_type_item import SlaConditionsTypeItem
from .sla_considered import SlaConsidered
from .sla_difference import SlaDifference
from .sla_difference_metric_type_0 import SlaDifferenceMetricType0
from .sla_differing import SlaDiffering
from .sla_differing_metric import SlaDifferingMetric
from .sla_explanation_out import SlaExplanationOut
from .sla_explanation_out_metric import SlaExplanationOutMetric
from .sla_interval import SlaInterval
from .sla_judged import SlaJudged
from .sla_metric_simulated import SlaMetricSimulated
from .sla_metric_simulated_metric import SlaMetricSimulatedMetric
from .sla_policy_change import SlaPolicyChange
from .sla_policy_change_on_reopen_type_0 import SlaPolicyChangeOnReopenType0
from .sla_policy_in import SlaPolicyIn
from .sla_policy_in_on_reopen import SlaPolicyInOnReopen
from .sla_policy_out import SlaPolicyOut
from .sla_policy_out_on_reopen import SlaPolicyOutOnReopen
from .sla_policy_patch import SlaPolicyPatch
from .sla_policy_patch_on_reopen_type_0 import SlaPolicyPatchOnReopenType0
from .sla_preview_in import SlaPreviewIn
from .sla_preview_in_channel import SlaPreviewInChannel
from .sla_preview_in_priority import SlaPreviewInPriority
from .sla_preview_in_status import SlaPreviewInStatus
from .sla_preview_in_type import SlaPreviewInType
from .sla_preview_out import SlaPreviewOut
from .sla_previewed_clock import SlaPreviewedClock
from .sla_previewed_clock_metric import SlaPreviewedClockMetric
from .sla_replay_out import SlaReplayOut
from .sla_side import SlaSide
from .sla_simulation_in import SlaSimulationIn
from .sla_simulation_out import SlaSimulationOut
from .sla_target import SlaTarget
from .sla_target_metric import SlaTargetMetric
from .sla_target_pause_statuses_item import SlaTargetPauseStatusesItem
from .sla_target_priority import SlaTargetPriority
from .source import Source
from .source_out import SourceOut
from .split_in import SplitIn
from .split_in_type_type_0 import SplitInTypeType0
from .state import State
from .step_in import StepIn
from .step_patch import StepPatch
from .supplier_in import SupplierIn
from .supplier_out import SupplierOut
from .supplier_patch import SupplierPatch
from .supplier_statistics_out import SupplierStatisticsOut
from .take_in_channel import TakeInChannel
from .template_version_out import TemplateVersionOut
from .ticket_bulk_in import TicketBulkIn
from .ticket_change import TicketChange
from .ticket_field_in import TicketFieldIn
from .ticket_field_in_required_on_item import TicketFieldInRequiredOnItem
from .ticket_field_in_type import TicketFieldInType
from .ticket_field_in_types_item import TicketFieldInTypesItem
from .ticket_field_out import TicketFieldOut
from .ticket_field_out_required_on_item import TicketFieldOutRequiredOnItem
from .ticket_field_out_type import TicketFieldOutType
from .ticket_field_out_types_item import TicketFieldOutTypesItem
from .ticket_field_patch import TicketFieldPatch
from .ticket_field_patch_required_on_type_0_item import TicketFieldPatchRequiredOnType0Item
from .ticket_field_patch_types_type_0_item import TicketFieldPatchTypesType0Item
from .ticket_field_policy_in import TicketFieldPolicyIn
from .ticket_field_policy_in_undeclared import TicketFieldPolicyInUndeclared
from .ticket_field_policy_out import TicketFieldPolicyOut
from .ticket_field_policy_out_undeclared import TicketFieldPolicyOutUndeclared
from .ticket_in import TicketIn
from .ticket_in_channel import TicketInChannel
from .ticket_in_custom import TicketInCustom
from .ticket_in_priority import TicketInPriority
from .ticket_in_type import TicketInType
from .ticket_levels_out import TicketLevelsOut
from .ticket_link_in import TicketLinkIn
from .ticket_link_in_kind_type_0 import TicketLinkInKindType0
from .ticket_link_in_kind_type_1 import TicketLinkInKindType1
from .ticket_link_out import TicketLinkOut
from .ticket_link_out_kind_type_0 import TicketLinkOutKindType0
from .ticket_link_out_kind_type_1 import TicketLinkOutKindType1
from .ticket_link_out_status import TicketLinkOutStatus
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
from .ticket_view_in import TicketViewIn
from .ticket_view_in_audience import TicketViewInAudience
from .ticket_view_in_sort import TicketViewInSort
from .ticket_view_out import TicketViewOut
from .ticket_view_out_audience import TicketViewOutAudience
from .ticket_view_out_filters import TicketViewOutFilters
from .ticket_view_out_sort import TicketViewOutSort
from .ticket_view_patch import TicketViewPatch
from .ticket_view_patch_audience_type_0 import TicketViewPatchAudienceType0
from .ticket_view_patch_filters_type_0 import TicketViewPatchFiltersType0
from .ticket_view_patch_sort_type_0 import TicketViewPatchSortType0
from .ticket_watcher_out import TicketWatcherOut
from .timeline_item_out import TimelineItemOut
from .timeline_item_out_about import TimelineItemOutAbout
from .told import Told
from .transition_in import TransitionIn
from .transition_in_resolution_code_type_0 import TransitionInResolutionCodeType0
from .transition_in_to import TransitionInTo
from .tried_route import TriedRoute
from .tried_rule import TriedRule
from .try_out import TryOut
from .unmerge_in import UnmergeIn
from .verdict import Verdict
from .view_count_out import ViewCountOut
from .view_filters import ViewFilters
from .view_filters_priority_item import ViewFiltersPriorityItem
from .view_filters_status_item import ViewFiltersStatusItem
from .view_filters_type_item import ViewFiltersTypeItem
from .was import Was
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
    "AcceptanceIn",
    "ActionOut",
    "ActionOutDo",
    "ActionOutResult",
    "AgentIn",
    "AgentOut",
    "ApiKeyIn",
    "ApiKeyInRolesItem",
    "ApiKeyMade",
    "ApiKeyOut",
    "ApiKeyPatch",
    "AssignIn",
    "AttachedFile",
    "AttachmentOut",
    "AttachmentRef",
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
    "CalendarImportOut",
    "CalendarIn",
    "CalendarOut",
    "CalendarPatch",
    "CalendarPatchHolidaysType0",
    "CasePatch",
    "CasePatchSeverityType0",
    "CaseTransitionIn",
    "CaseTransitionInOutcomeType0",
    "CaseTransitionInTo",
    "ChangeOut",
    "ComingLevelOut",
    "ComingLevelOutActionsItem",
    "ComingLevelOutMetric",
    "CompensationDecisionIn",
    "CompensationIn",
    "CompensationInKind",
    "CompensationOut",
    "CompensationOutKind",
    "CompensationOutState",
    "ComplaintOut",
    "ComplaintOutAcknowledgement",
    "ComplaintOutAnswerType0",
    "ComplaintOutClosedAsType0",
    "ComplaintOutDecision",
    "ComplaintOutOutcomeType0",
    "ComplaintOutSeverityType0",
    "ComplaintOutStage",
    "ComplaintPatch",
    "ComplaintPatchSeverityType0",
    "ComplaintPolicyIn",
    "ComplaintPolicyInRecourse",
    "ComplaintPolicyOut",
    "ComplaintPolicyOutRecourse",
    "ComplaintPolicyPatch",
    "ComplaintPolicyPatchRecourseType0",
    "ComplaintTransitionIn",
    "ComplaintTransitionInClosedAsType0",
    "ComplaintTransitionInTo",
    "ConsideredAgent",
    "ConsideredAgentWhyNotType0",
    "ContactIn",
    "ContactInChannel",
    "ContactInOutcome",
    "ContactOut",
    "ContactOutChannel",
    "ContactOutOutcome",
    "DeadLetterOut",
    "DeadLetterOutState",
    "DecisionIn",
    "DecisionInOutcome",
    "DecisionOut",
    "DecisionOutAnswerType0",
    "DecisionOutOutcome",
    "DeliveryOut",
    "DeliveryOutChannel",
    "DeliveryOutState",
    "DiscardIn",
    "DryRunIn",
    "DryRunInDays",
    "DryRunItem",
    "DryRunOut",
    "DueAnswer",
    "DueQuestion",
    "ElapsedAnswer",
    "ElapsedQuestion",
    "EscalationLevelIn",
    "EscalationRuleIn",
    "EscalationRuleInMetricsItem",
    "EscalationRuleOut",
    "EscalationRuleOutMetricsItem",
    "EscalationRulePatch",
    "EscalationRulePatchMetricsType0Item",
    "EventOut",
    "EventOutData",
    "EventsOut",
    "ExportIn",
    "ExportInFilters",
    "ExportInFormat",
    "ExportOut",
    "ExportOutSections",
    "ExportOutSectionsAdditionalPropertyItem",
    "FiredLevelOut",
    "FiredLevelOutMetric",
    "FiredLevelOutState",
    "FromTemplateIn",
    "GroupIn",
    "GroupInStrategy",
    "GroupOut",
    "GroupOutStrategy",
    "GroupPatch",
    "GroupPatchStrategyType0",
    "GroupStatisticsOut",
    "Hours",
    "InboundIn",
    "InboundOut",
    "InboundOutOutcome",
    "InboundOutThreadedByType0",
    "JobOut",
    "LevelAction",
    "LevelActionDo",
    "LevelAt",
    "LevelRecipient",
    "LevelRecipientOut",
    "LevelRecipientOutFound",
    "LevelRecipientOutRole",
    "LevelRecipientRole",
    "LimitIn",
    "LimitInRoleType0",
    "LimitOut",
    "LimitPatch",
    "ListAuthorityLimitsRoleType0",
    "ListBulkJobRowsOutcomeType0",
    "ListBulkJobsStateType0",
    "ListComplaintsStageType0",
    "ListDeadLettersStateType0",
    "ListedAgentOut",
    "ListedApiKeyOut",
    "ListedAuditOut",
    "ListedBulkJobOut",
    "ListedBulkJobRowOut",
    "ListedCalendarOut",
    "ListedComplaintOut",
    "ListedComplaintPolicyOut",
    "ListedContactOut",
    "ListedDeadLetterOut",
    "ListedEscalationRuleOut",
    "ListedGroupOut",
    "ListedJobOut",
    "ListedLimitOut",
    "ListedMacroOut",
    "ListedMessageOut",
    "ListedNotificationOut",
    "ListedOlaClockOut",
    "ListedOlaExplanationOut",
    "ListedOutcomeRouteOut",
    "ListedRecoveryCaseOut",
    "ListedResponsePlanOut",
    "ListedRetentionPolicyOut",
    "ListedRoutingDecisionOut",
    "ListedRoutingRuleOut",
    "ListedSatisfactionOut",
    "ListedSlaClockOut",
    "ListedSlaExplanationOut",
    "ListedSlaPolicyOut",
    "ListedSupplierOut",
    "ListedTemplateVersionOut",
    "ListedTicketFieldOut",
    "ListedTicketLinkOut",
    "ListedTicketOut",
    "ListedTicketViewOut",
    "ListedTicketWatcherOut",
    "ListedTimelineItemOut",
    "ListedWebhookAttemptOut",
    "ListedWebhookDeliveryOut",
    "ListedWebhookOut",
    "ListNotificationsStateType0",
    "ListRecoveryCasesStateType0",
    "ListResponsePlansSeverityType0",
    "ListTicketsPriorityItem",
    "ListTicketsStatusItem",
    "ListTicketsTypeItem",
    "ListWebhookDeliveriesStateType0",
    "MacroAction",
    "MacroIn",
    "MacroOut",
    "MacroOutActionsItem",
    "MacroOutcome",
    "MacroOutcomeChanges",
    "MacroPatch",
    "MacroReply",
    "MacroReplyVisibility",
    "MacroSet",
    "MacroSetCustom",
    "MacroSetPriorityType0",
    "MacroSetTypeType0",
    "MacroUse",
    "MergeIn",
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
    "OlaClockOut",
    "OlaClockOutMetric",
    "OlaCounts",
    "OlaExplanationOut",
    "OlaExplanationOutMetric",
    "OlaTargetIn",
    "OlaTargetOut",
    "OpenedBetween",
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
    "PlannedStep",
    "PlannedStepOwnerRoleType0",
    "PlanOut",
    "PlanStepIn",
    "PlanStepOut",
    "PresenceIn",
    "PresenceInState",
    "PresenceOut",
    "PresenceOutState",
    "PreviewIn",
    "PreviewInValues",
    "PreviewOf",
    "PreviewOut",
    "Problem",
    "ProblemPlace",
    "PublicHolidays",
    "RecipientOut",
    "RecipientOutKind",
    "Recourse",
    "RecoveryCaseOut",
    "RecoveryCaseOutOutcomeType0",
    "RecoveryCaseOutSeverity",
    "RecoveryCaseOutState",
    "Requester",
    "RequesterOut",
    "ResponsePlanIn",
    "ResponsePlanInSeverityType0",
    "ResponsePlanOut",
    "ResponsePlanOutSeverityType0",
    "ResponsePlanPatch",
    "ResponsePlanPatchSeverityType0",
    "RetentionPolicyIn",
    "RetentionPolicyOut",
    "RetryIn",
    "RevokeIn",
    "RotateIn",
    "RouteMatch",
    "RouteMatchOutcomeItem",
    "RoutingDecisionOut",
    "RoutingDecisionOutOccasion",
    "RoutingDecisionOutStrategy",
    "RoutingRuleIn",
    "RoutingRuleOut",
    "RoutingRulePatch",
    "RuleConditions",
    "RuleConditionsChannelItem",
    "RuleConditionsPriorityItem",
    "RuleConditionsTypeItem",
    "RuleDryRunIn",
    "RuleDryRunOut",
    "RuleMatch",
    "RuleMatchChannelItem",
    "RuleMatchPatch",
    "RuleMatchPatchChannelType0Item",
    "RuleMatchPatchPriorityType0Item",
    "RuleMatchPatchTypeType0Item",
    "RuleMatchPriorityItem",
    "RuleMatchTypeItem",
    "SatisfactionOut",
    "SatisfactionOutOutcome",
    "SecretRotationIn",
    "Sender",
    "SimulatedAnswer",
    "SimulatedAnswerOutcome",
    "SimulatedEscalation",
    "SimulatedEscalationOwnerSourceType0",
    "SimulatedEscalationPriorityType0",
    "SimulatedEscalationReasonType0",
    "SimulationIn",
    "SimulationOut",
    "SimulationOutStrategy",
    "SlaClockOut",
    "SlaClockOutMetric",
    "SlaConditions",
    "SlaConditionsChannelItem",
    "SlaConditionsTypeItem",
    "SlaConsidered",
    "SlaDifference",
    "SlaDifferenceMetricType0",
    "SlaDiffering",
    "SlaDifferingMetric",
    "SlaExplanationOut",
    "SlaExplanationOutMetric",
    "SlaInterval",
    "SlaJudged",
    "SlaMetricSimulated",
    "SlaMetricSimulatedMetric",
    "SlaPolicyChange",
    "SlaPolicyChangeOnReopenType0",
    "SlaPolicyIn",
    "SlaPolicyInOnReopen",
    "SlaPolicyOut",
    "SlaPolicyOutOnReopen",
    "SlaPolicyPatch",
    "SlaPolicyPatchOnReopenType0",
    "SlaPreviewedClock",
    "SlaPreviewedClockMetric",
    "SlaPreviewIn",
    "SlaPreviewInChannel",
    "SlaPreviewInPriority",
    "SlaPreviewInStatus",
    "SlaPreviewInType",
    "SlaPreviewOut",
    "SlaReplayOut",
    "SlaSide",
    "SlaSimulationIn",
    "SlaSimulationOut",
    "SlaTarget",
    "SlaTargetMetric",
    "SlaTargetPauseStatusesItem",
    "SlaTargetPriority",
    "Source",
    "SourceOut",
    "SplitIn",
    "SplitInTypeType0",
    "State",
    "StepIn",
    "StepPatch",
    "SupplierIn",
    "SupplierOut",
    "SupplierPatch",
    "SupplierStatisticsOut",
    "TakeInChannel",
    "TemplateVersionOut",
    "TicketBulkIn",
    "TicketChange",
    "TicketFieldIn",
    "TicketFieldInRequiredOnItem",
    "TicketFieldInType",
    "TicketFieldInTypesItem",
    "TicketFieldOut",
    "TicketFieldOutRequiredOnItem",
    "TicketFieldOutType",
    "TicketFieldOutTypesItem",
    "TicketFieldPatch",
    "TicketFieldPatchRequiredOnType0Item",
    "TicketFieldPatchTypesType0Item",
    "TicketFieldPolicyIn",
    "TicketFieldPolicyInUndeclared",
    "TicketFieldPolicyOut",
    "TicketFieldPolicyOutUndeclared",
    "TicketIn",
    "TicketInChannel",
    "TicketInCustom",
    "TicketInPriority",
    "TicketInType",
    "TicketLevelsOut",
    "TicketLinkIn",
    "TicketLinkInKindType0",
    "TicketLinkInKindType1",
    "TicketLinkOut",
    "TicketLinkOutKindType0",
    "TicketLinkOutKindType1",
    "TicketLinkOutStatus",
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
    "TicketViewIn",
    "TicketViewInAudience",
    "TicketViewInSort",
    "TicketViewOut",
    "TicketViewOutAudience",
    "TicketViewOutFilters",
    "TicketViewOutSort",
    "TicketViewPatch",
    "TicketViewPatchAudienceType0",
    "TicketViewPatchFiltersType0",
    "TicketViewPatchSortType0",
    "TicketWatcherOut",
    "TimelineItemOut",
    "TimelineItemOutAbout",
    "Told",
    "TransitionIn",
    "TransitionInResolutionCodeType0",
    "TransitionInTo",
    "TriedRoute",
    "TriedRule",
    "TryOut",
    "UnmergeIn",
    "Verdict",
    "ViewCountOut",
    "ViewFilters",
    "ViewFiltersPriorityItem",
    "ViewFiltersStatusItem",
    "ViewFiltersTypeItem",
    "Was",
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
