"""Contains all the data models used in inputs/outputs"""

from .about_out import AboutOut
from .all_recomputed_out import AllRecomputedOut
from .api_key_in import ApiKeyIn
from .api_key_in_roles_item import ApiKeyInRolesItem
from .api_key_made import ApiKeyMade
from .api_key_out import ApiKeyOut
from .api_key_patch import ApiKeyPatch
from .audit_out import AuditOut
from .audit_out_after import AuditOutAfter
from .audit_out_before import AuditOutBefore
from .bulk_job_out import BulkJobOut
from .bulk_job_out_format_type_0 import BulkJobOutFormatType0
from .bulk_job_out_state import BulkJobOutState
from .bulk_job_row_out import BulkJobRowOut
from .bulk_job_row_out_outcome import BulkJobRowOutOutcome
from .bulk_row_place import BulkRowPlace
from .compared_out import ComparedOut
from .counted_out import CountedOut
from .counted_out_groups import CountedOutGroups
from .dead_letter_out import DeadLetterOut
from .dead_letter_out_state import DeadLetterOutState
from .difference_out import DifferenceOut
from .discard_in import DiscardIn
from .dry_run_in import DryRunIn
from .dry_run_in_days import DryRunInDays
from .dry_run_item import DryRunItem
from .dry_run_out import DryRunOut
from .due_field import DueField
from .due_field_out import DueFieldOut
from .event_out import EventOut
from .event_out_data import EventOutData
from .events_out import EventsOut
from .evidence_out import EvidenceOut
from .expectation_out import ExpectationOut
from .expectation_out_state import ExpectationOutState
from .export_in import ExportIn
from .export_in_filters import ExportInFilters
from .export_in_format import ExportInFormat
from .export_out import ExportOut
from .export_out_sections import ExportOutSections
from .export_out_sections_additional_property_item import ExportOutSectionsAdditionalPropertyItem
from .finding_out import FindingOut
from .finding_out_kind import FindingOutKind
from .finding_out_state import FindingOutState
from .foreseen import Foreseen
from .foreseen_state import ForeseenState
from .heartbeat_out import HeartbeatOut
from .heartbeat_out_consumed import HeartbeatOutConsumed
from .heartbeat_out_jobs_item import HeartbeatOutJobsItem
from .heartbeat_out_published import HeartbeatOutPublished
from .hop import Hop
from .hop_state import HopState
from .hop_verdict_type_0 import HopVerdictType0
from .job_out import JobOut
from .list_bulk_job_rows_outcome_type_0 import ListBulkJobRowsOutcomeType0
from .list_bulk_jobs_state_type_0 import ListBulkJobsStateType0
from .list_dead_letters_state_type_0 import ListDeadLettersStateType0
from .list_expectations_state_type_0 import ListExpectationsStateType0
from .list_findings_kind_type_0 import ListFindingsKindType0
from .list_findings_state_type_0 import ListFindingsStateType0
from .list_metric_values_interval_type_0 import ListMetricValuesIntervalType0
from .list_notifications_state_type_0 import ListNotificationsStateType0
from .list_repairs_state_type_0 import ListRepairsStateType0
from .list_webhook_deliveries_state_type_0 import ListWebhookDeliveriesStateType0
from .listed_api_key_out import ListedApiKeyOut
from .listed_audit_out import ListedAuditOut
from .listed_bulk_job_out import ListedBulkJobOut
from .listed_bulk_job_row_out import ListedBulkJobRowOut
from .listed_dead_letter_out import ListedDeadLetterOut
from .listed_expectation_out import ListedExpectationOut
from .listed_finding_out import ListedFindingOut
from .listed_heartbeat_out import ListedHeartbeatOut
from .listed_job_out import ListedJobOut
from .listed_metric_out import ListedMetricOut
from .listed_notification_out import ListedNotificationOut
from .listed_repair_out import ListedRepairOut
from .listed_retention_policy_out import ListedRetentionPolicyOut
from .listed_rule_out import ListedRuleOut
from .listed_webhook_attempt_out import ListedWebhookAttemptOut
from .listed_webhook_delivery_out import ListedWebhookDeliveryOut
from .listed_webhook_out import ListedWebhookOut
from .metric_out import MetricOut
from .metric_out_unit import MetricOutUnit
from .notification_out import NotificationOut
from .notification_out_evidence_type_0 import NotificationOutEvidenceType0
from .notification_out_held_for_type_0 import NotificationOutHeldForType0
from .notification_out_state import NotificationOutState
from .problem import Problem
from .problem_place import ProblemPlace
from .recipient_out import RecipientOut
from .recipient_out_kind import RecipientOutKind
from .recomputed_out import RecomputedOut
from .rehearsal_out import RehearsalOut
from .rehearsal_out_counts import RehearsalOutCounts
from .repair_in import RepairIn
from .repair_out import RepairOut
from .repair_out_result_type_0 import RepairOutResultType0
from .repair_out_state import RepairOutState
from .retention_policy_in import RetentionPolicyIn
from .retention_policy_out import RetentionPolicyOut
from .retry_in import RetryIn
from .revoke_in import RevokeIn
from .rotate_in import RotateIn
from .rule_in import RuleIn
from .rule_in_repair import RuleInRepair
from .rule_out import RuleOut
from .rule_out_repair import RuleOutRepair
from .secret_rotation_in import SecretRotationIn
from .step_in import StepIn
from .step_out import StepOut
from .subject_out import SubjectOut
from .target_out import TargetOut
from .trace import Trace
from .trace_state import TraceState
from .trigger_fact import TriggerFact
from .trigger_in import TriggerIn
from .trigger_in_where import TriggerInWhere
from .trigger_out import TriggerOut
from .trigger_out_where import TriggerOutWhere
from .try_out import TryOut
from .value_out import ValueOut
from .value_out_flags_item import ValueOutFlagsItem
from .values_out import ValuesOut
from .values_out_unit import ValuesOutUnit
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
    "AllRecomputedOut",
    "ApiKeyIn",
    "ApiKeyInRolesItem",
    "ApiKeyMade",
    "ApiKeyOut",
    "ApiKeyPatch",
    "AuditOut",
    "AuditOutAfter",
    "AuditOutBefore",
    "BulkJobOut",
    "BulkJobOutFormatType0",
    "BulkJobOutState",
    "BulkJobRowOut",
    "BulkJobRowOutOutcome",
    "BulkRowPlace",
    "ComparedOut",
    "CountedOut",
    "CountedOutGroups",
    "DeadLetterOut",
    "DeadLetterOutState",
    "DifferenceOut",
    "DiscardIn",
    "DryRunIn",
    "DryRunInDays",
    "DryRunItem",
    "DryRunOut",
    "DueField",
    "DueFieldOut",
    "EventOut",
    "EventOutData",
    "EventsOut",
    "EvidenceOut",
    "ExpectationOut",
    "ExpectationOutState",
    "ExportIn",
    "ExportInFilters",
    "ExportInFormat",
    "ExportOut",
    "ExportOutSections",
    "ExportOutSectionsAdditionalPropertyItem",
    "FindingOut",
    "FindingOutKind",
    "FindingOutState",
    "Foreseen",
    "ForeseenState",
    "HeartbeatOut",
    "HeartbeatOutConsumed",
    "HeartbeatOutJobsItem",
    "HeartbeatOutPublished",
    "Hop",
    "HopState",
    "HopVerdictType0",
    "JobOut",
    "ListBulkJobRowsOutcomeType0",
    "ListBulkJobsStateType0",
    "ListDeadLettersStateType0",
    "ListedApiKeyOut",
    "ListedAuditOut",
    "ListedBulkJobOut",
    "ListedBulkJobRowOut",
    "ListedDeadLetterOut",
    "ListedExpectationOut",
    "ListedFindingOut",
    "ListedHeartbeatOut",
    "ListedJobOut",
    "ListedMetricOut",
    "ListedNotificationOut",
    "ListedRepairOut",
    "ListedRetentionPolicyOut",
    "ListedRuleOut",
    "ListedWebhookAttemptOut",
    "ListedWebhookDeliveryOut",
    "ListedWebhookOut",
    "ListExpectationsStateType0",
    "ListFindingsKindType0",
    "ListFindingsStateType0",
    "ListMetricValuesIntervalType0",
    "ListNotificationsStateType0",
    "ListRepairsStateType0",
    "ListWebhookDeliveriesStateType0",
    "MetricOut",
    "MetricOutUnit",
    "NotificationOut",
    "NotificationOutEvidenceType0",
    "NotificationOutHeldForType0",
    "NotificationOutState",
    "Problem",
    "ProblemPlace",
    "RecipientOut",
    "RecipientOutKind",
    "RecomputedOut",
    "RehearsalOut",
    "RehearsalOutCounts",
    "RepairIn",
    "RepairOut",
    "RepairOutResultType0",
    "RepairOutState",
    "RetentionPolicyIn",
    "RetentionPolicyOut",
    "RetryIn",
    "RevokeIn",
    "RotateIn",
    "RuleIn",
    "RuleInRepair",
    "RuleOut",
    "RuleOutRepair",
    "SecretRotationIn",
    "StepIn",
    "StepOut",
    "SubjectOut",
    "TargetOut",
    "Trace",
    "TraceState",
    "TriggerFact",
    "TriggerIn",
    "TriggerInWhere",
    "TriggerOut",
    "TriggerOutWhere",
    "TryOut",
    "ValueOut",
    "ValueOutFlagsItem",
    "ValuesOut",
    "ValuesOutUnit",
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
