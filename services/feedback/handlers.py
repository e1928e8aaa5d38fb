"""Which fact of another service sets off which deed."""

from services.feedback import repairs
from services.feedback.directory import service as directory
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
    EscalationOpened,
    RecoveryAcknowledged,
    RecoveryCompleted,
    RecoveryContacted,
    RecoveryOpened,
    RecoveryPlanned,
    TicketAssigned,
)
from shared.events.handlers import Handlers, each, together
from shared.features.notifications import recipients
from shared.features.privacy import addresses, marks

HANDLERS = Handlers(
    {
        AccountCreated: [together(directory.keep_accounts)],
        AccountUpdated: [together(directory.keep_accounts)],
        AccountTeamChanged: [together(directory.keep_teams)],
        ContactCreated: [together(directory.keep_contacts), together(addresses.follow)],
        ContactUpdated: [together(directory.keep_contacts), together(addresses.follow)],
        ContactErasureRequested: [together(marks.heed)],
        StaffUpdated: [together(directory.keep_staff), together(recipients.keep)],
        EscalationOpened: [together(loop_cases.follow)],
        TicketAssigned: [together(loop_cases.follow)],
        RecoveryOpened: [together(loop_cases.follow)],
        RecoveryAcknowledged: [together(loop_cases.follow)],
        RecoveryPlanned: [together(loop_cases.follow)],
        RecoveryContacted: [together(loop_cases.follow)],
        RecoveryCompleted: [together(loop_cases.follow)],
        AutomationRepairRequested: [each(repairs.answer)],
    }
)
