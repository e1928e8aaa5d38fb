"""Which fact of another service sets off which deed."""

from services.feedback import repairs
from services.feedback.decisions import cases, triggers
from services.feedback.directory import service as directory
from services.feedback.invitations import service as invitations
from services.feedback.loop_cases import service as loop_cases
from shared.contracts.analytics import AutomationRepairRequested
from shared.contracts.onboarding import (
    AccountCreated,
    AccountTeamChanged,
    AccountUpdated,
    ContactCreated,
    ContactErasureRequested,
    ContactUpdated,
    StaffUpdated,
)
from shared.contracts.ticketing import (
    ComplaintClosed,
    ComplaintOpened,
    ComplaintStageChanged,
    EscalationOpened,
    RecoveryAcknowledged,
    RecoveryCompleted,
    RecoveryContacted,
    RecoveryOpened,
    RecoveryPlanned,
    TicketAssigned,
    TicketClosed,
    TicketMerged,
    TicketReopened,
    TicketSolved,
    TicketUnmerged,
)
from shared.events.handlers import Handlers, each, together
from shared.features.notifications import recipients
from shared.features.privacy import addresses, marks

# One list for all of them: several facts of an escalation come at once, and share what is read and written for it.
ESCALATED = (
    together(loop_cases.follow),
    together(cases.keep),
    together(triggers.ask_about_recoveries),
)

HANDLERS = Handlers(
    {
        AccountCreated: [together(directory.keep_accounts)],
        AccountUpdated: [together(directory.keep_accounts)],
        AccountTeamChanged: [together(directory.keep_teams)],
        ContactCreated: [together(directory.keep_contacts), together(addresses.follow), together(cases.join_merged)],
        ContactUpdated: [together(directory.keep_contacts), together(addresses.follow), together(cases.join_merged)],
        ContactErasureRequested: [together(marks.heed), together(invitations.take_back_of_erased)],
        StaffUpdated: [together(directory.keep_staff), together(recipients.keep)],
        EscalationOpened: ESCALATED,
        TicketAssigned: ESCALATED,
        RecoveryOpened: ESCALATED,
        RecoveryAcknowledged: ESCALATED,
        RecoveryPlanned: ESCALATED,
        RecoveryContacted: ESCALATED,
        RecoveryCompleted: ESCALATED,
        ComplaintOpened: [together(cases.keep)],
        ComplaintStageChanged: [together(cases.keep)],
        ComplaintClosed: [together(cases.keep)],
        TicketSolved: [together(cases.keep), together(triggers.ask_about_solved)],
        TicketReopened: [together(cases.keep), together(invitations.take_back_of_reopened)],
        TicketClosed: [together(cases.keep)],
        TicketMerged: [together(cases.keep), together(invitations.take_back_of_merged)],
        TicketUnmerged: [together(cases.keep)],
        AutomationRepairRequested: [each(repairs.answer)],
    }
)
