"""Which facts of other services ticketing obeys: its table of contents of the outside world."""

from services.ticketing.directory import service as directory
from services.ticketing.escalation import assigning, changes, repairs
from services.ticketing.escalation import service as escalation
from services.ticketing.routing import presence
from services.ticketing.satisfaction import service as satisfaction
from shared.contracts.analytics import AutomationRepairRequested
from shared.contracts.feedback import ResponseDeleted, ResponseEdited, ResponseReceived
from shared.contracts.onboarding import (
    AccountCreated,
    AccountTeamChanged,
    AccountUpdated,
    ContactCreated,
    ContactErasureRequested,
    ContactUpdated,
    StaffUpdated,
)
from shared.events.handlers import Handlers, each, together
from shared.features.notifications import recipients
from shared.features.privacy import addresses, marks

HANDLERS = Handlers(
    {
        AccountCreated: [together(directory.keep_accounts)],
        AccountUpdated: [together(directory.keep_accounts)],
        AccountTeamChanged: [together(directory.keep_teams), together(assigning.assign_waiting_cases)],
        ContactCreated: [together(directory.keep_contacts), together(addresses.follow)],
        ContactUpdated: [together(directory.keep_contacts), together(addresses.follow)],
        ContactErasureRequested: [together(marks.heed)],
        StaffUpdated: [
            together(directory.keep_staff),
            together(recipients.keep),
            together(presence.relieve_who_left),
        ],
        ResponseReceived: [together(escalation.escalate_negative_answers), together(satisfaction.keep_answers)],
        ResponseEdited: [together(changes.follow_edited_answers), together(satisfaction.keep_answers)],
        ResponseDeleted: [together(changes.follow_deleted_answers), together(satisfaction.forget_answers)],
        AutomationRepairRequested: [each(repairs.repair)],
    }
)
