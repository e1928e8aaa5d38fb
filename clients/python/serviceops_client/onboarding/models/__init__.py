"""Contains all the data models used in inputs/outputs"""

from .about_out import AboutOut
from .acceptance import Acceptance
from .account_in import AccountIn
from .account_in_custom import AccountInCustom
from .account_in_external_ids import AccountInExternalIds
from .account_in_status import AccountInStatus
from .account_out import AccountOut
from .account_out_custom import AccountOutCustom
from .account_out_external_ids import AccountOutExternalIds
from .account_out_status import AccountOutStatus
from .account_patch import AccountPatch
from .account_patch_custom_type_0 import AccountPatchCustomType0
from .account_patch_external_ids_type_0 import AccountPatchExternalIdsType0
from .account_patch_status_type_0 import AccountPatchStatusType0
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
from .calendar_import_out import CalendarImportOut
from .calendar_in import CalendarIn
from .calendar_out import CalendarOut
from .calendar_patch import CalendarPatch
from .calendar_patch_holidays_type_0 import CalendarPatchHolidaysType0
from .contact_details import ContactDetails
from .contact_details_consent import ContactDetailsConsent
from .contact_details_external_ids import ContactDetailsExternalIds
from .contact_details_roles_item import ContactDetailsRolesItem
from .contact_in import ContactIn
from .contact_in_consent import ContactInConsent
from .contact_in_external_ids import ContactInExternalIds
from .contact_in_roles_item import ContactInRolesItem
from .contact_out import ContactOut
from .contact_out_consent import ContactOutConsent
from .contact_out_external_ids import ContactOutExternalIds
from .contact_out_roles_item import ContactOutRolesItem
from .contact_patch import ContactPatch
from .contact_patch_consent_type_0 import ContactPatchConsentType0
from .contact_patch_external_ids_type_0 import ContactPatchExternalIdsType0
from .contact_patch_roles_type_0_item import ContactPatchRolesType0Item
from .contract import Contract
from .dead_letter_out import DeadLetterOut
from .dead_letter_out_state import DeadLetterOutState
from .deal_in import DealIn
from .deal_out import DealOut
from .digest import Digest
from .digests import Digests
from .discard_in import DiscardIn
from .dry_run_in import DryRunIn
from .dry_run_in_days import DryRunInDays
from .dry_run_item import DryRunItem
from .dry_run_out import DryRunOut
from .due_answer import DueAnswer
from .due_question import DueQuestion
from .elapsed_answer import ElapsedAnswer
from .elapsed_question import ElapsedQuestion
from .erasure_in import ErasureIn
from .erasure_in_reason_type_0 import ErasureInReasonType0
from .erasure_out import ErasureOut
from .erasure_out_state import ErasureOutState
from .event_out import EventOut
from .event_out_data import EventOutData
from .events_out import EventsOut
from .export_in import ExportIn
from .export_in_filters import ExportInFilters
from .export_in_format import ExportInFormat
from .export_out import ExportOut
from .export_out_sections import ExportOutSections
from .export_out_sections_additional_property_item import ExportOutSectionsAdditionalPropertyItem
from .handoff_content import HandoffContent
from .handoff_content_goals_item_type_1 import HandoffContentGoalsItemType1
from .handoff_content_risks_item_type_1 import HandoffContentRisksItemType1
from .handoff_content_stakeholders_item_type_1 import HandoffContentStakeholdersItemType1
from .handoff_out import HandoffOut
from .handoff_out_state import HandoffOutState
from .hours import Hours
from .job_out import JobOut
from .list_accounts_status_type_0 import ListAccountsStatusType0
from .list_bulk_job_rows_outcome_type_0 import ListBulkJobRowsOutcomeType0
from .list_bulk_jobs_state_type_0 import ListBulkJobsStateType0
from .list_dead_letters_state_type_0 import ListDeadLettersStateType0
from .list_handoffs_state_type_0 import ListHandoffsStateType0
from .list_notifications_state_type_0 import ListNotificationsStateType0
from .list_team_role_history_role import ListTeamRoleHistoryRole
from .list_webhook_deliveries_state_type_0 import ListWebhookDeliveriesStateType0
from .listed_account_out import ListedAccountOut
from .listed_api_key_out import ListedApiKeyOut
from .listed_audit_out import ListedAuditOut
from .listed_bulk_job_out import ListedBulkJobOut
from .listed_bulk_job_row_out import ListedBulkJobRowOut
from .listed_calendar_out import ListedCalendarOut
from .listed_contact_out import ListedContactOut
from .listed_dead_letter_out import ListedDeadLetterOut
from .listed_deal_out import ListedDealOut
from .listed_handoff_out import ListedHandoffOut
from .listed_job_out import ListedJobOut
from .listed_notification_out import ListedNotificationOut
from .listed_retention_policy_out import ListedRetentionPolicyOut
from .listed_staff_out import ListedStaffOut
from .listed_team_period_out import ListedTeamPeriodOut
from .listed_team_role_out import ListedTeamRoleOut
from .listed_webhook_attempt_out import ListedWebhookAttemptOut
from .listed_webhook_delivery_out import ListedWebhookDeliveryOut
from .listed_webhook_out import ListedWebhookOut
from .notification_out import NotificationOut
from .notification_out_evidence_type_0 import NotificationOutEvidenceType0
from .notification_out_held_for_type_0 import NotificationOutHeldForType0
from .notification_out_state import NotificationOutState
from .notification_preferences import NotificationPreferences
from .other_hours import OtherHours
from .own_holiday import OwnHoliday
from .problem import Problem
from .problem_place import ProblemPlace
from .promised_date import PromisedDate
from .public_holidays import PublicHolidays
from .quiet_hours import QuietHours
from .read_team_role_role import ReadTeamRoleRole
from .recipient_out import RecipientOut
from .recipient_out_kind import RecipientOutKind
from .rejection import Rejection
from .retention_policy_in import RetentionPolicyIn
from .retention_policy_out import RetentionPolicyOut
from .retry_in import RetryIn
from .revoke_in import RevokeIn
from .rotate_in import RotateIn
from .secret_rotation_in import SecretRotationIn
from .service_erasure import ServiceErasure
from .service_erasure_state import ServiceErasureState
from .set_team_role_role import SetTeamRoleRole
from .staff_in import StaffIn
from .staff_in_team import StaffInTeam
from .staff_out import StaffOut
from .staff_out_preferences_type_0 import StaffOutPreferencesType0
from .staff_patch import StaffPatch
from .staff_ref import StaffRef
from .team_period_out import TeamPeriodOut
from .team_role_in import TeamRoleIn
from .team_role_out import TeamRoleOut
from .team_role_out_role import TeamRoleOutRole
from .try_out import TryOut
from .vacate_team_role_role import VacateTeamRoleRole
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
    "Acceptance",
    "AccountIn",
    "AccountInCustom",
    "AccountInExternalIds",
    "AccountInStatus",
    "AccountOut",
    "AccountOutCustom",
    "AccountOutExternalIds",
    "AccountOutStatus",
    "AccountPatch",
    "AccountPatchCustomType0",
    "AccountPatchExternalIdsType0",
    "AccountPatchStatusType0",
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
    "CalendarImportOut",
    "CalendarIn",
    "CalendarOut",
    "CalendarPatch",
    "CalendarPatchHolidaysType0",
    "ContactDetails",
    "ContactDetailsConsent",
    "ContactDetailsExternalIds",
    "ContactDetailsRolesItem",
    "ContactIn",
    "ContactInConsent",
    "ContactInExternalIds",
    "ContactInRolesItem",
    "ContactOut",
    "ContactOutConsent",
    "ContactOutExternalIds",
    "ContactOutRolesItem",
    "ContactPatch",
    "ContactPatchConsentType0",
    "ContactPatchExternalIdsType0",
    "ContactPatchRolesType0Item",
    "Contract",
    "DeadLetterOut",
    "DeadLetterOutState",
    "DealIn",
    "DealOut",
    "Digest",
    "Digests",
    "DiscardIn",
    "DryRunIn",
    "DryRunInDays",
    "DryRunItem",
    "DryRunOut",
    "DueAnswer",
    "DueQuestion",
    "ElapsedAnswer",
    "ElapsedQuestion",
    "ErasureIn",
    "ErasureInReasonType0",
    "ErasureOut",
    "ErasureOutState",
    "EventOut",
    "EventOutData",
    "EventsOut",
    "ExportIn",
    "ExportInFilters",
    "ExportInFormat",
    "ExportOut",
    "ExportOutSections",
    "ExportOutSectionsAdditionalPropertyItem",
    "HandoffContent",
    "HandoffContentGoalsItemType1",
    "HandoffContentRisksItemType1",
    "HandoffContentStakeholdersItemType1",
    "HandoffOut",
    "HandoffOutState",
    "Hours",
    "JobOut",
    "ListAccountsStatusType0",
    "ListBulkJobRowsOutcomeType0",
    "ListBulkJobsStateType0",
    "ListDeadLettersStateType0",
    "ListedAccountOut",
    "ListedApiKeyOut",
    "ListedAuditOut",
    "ListedBulkJobOut",
    "ListedBulkJobRowOut",
    "ListedCalendarOut",
    "ListedContactOut",
    "ListedDeadLetterOut",
    "ListedDealOut",
    "ListedHandoffOut",
    "ListedJobOut",
    "ListedNotificationOut",
    "ListedRetentionPolicyOut",
    "ListedStaffOut",
    "ListedTeamPeriodOut",
    "ListedTeamRoleOut",
    "ListedWebhookAttemptOut",
    "ListedWebhookDeliveryOut",
    "ListedWebhookOut",
    "ListHandoffsStateType0",
    "ListNotificationsStateType0",
    "ListTeamRoleHistoryRole",
    "ListWebhookDeliveriesStateType0",
    "NotificationOut",
    "NotificationOutEvidenceType0",
    "NotificationOutHeldForType0",
    "NotificationOutState",
    "NotificationPreferences",
    "OtherHours",
    "OwnHoliday",
    "Problem",
    "ProblemPlace",
    "PromisedDate",
    "PublicHolidays",
    "QuietHours",
    "ReadTeamRoleRole",
    "RecipientOut",
    "RecipientOutKind",
    "Rejection",
    "RetentionPolicyIn",
    "RetentionPolicyOut",
    "RetryIn",
    "RevokeIn",
    "RotateIn",
    "SecretRotationIn",
    "ServiceErasure",
    "ServiceErasureState",
    "SetTeamRoleRole",
    "StaffIn",
    "StaffInTeam",
    "StaffOut",
    "StaffOutPreferencesType0",
    "StaffPatch",
    "StaffRef",
    "TeamPeriodOut",
    "TeamRoleIn",
    "TeamRoleOut",
    "TeamRoleOutRole",
    "TryOut",
    "VacateTeamRoleRole",
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
