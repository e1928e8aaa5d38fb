"""Which fact of another service, or of the CRM, sets off which deed."""

from services.onboarding import repairs
from services.onboarding.erasures import service as erasures
from services.onboarding.handoffs import closed_won
from services.onboarding.settings import Settings
from shared.contracts.analytics import AutomationRepairRequested
from shared.contracts.platform import ContactErased
from shared.events.handlers import Handlers, each, together


def handlers(settings: Settings) -> Handlers:
    """The handler table; the CRM's topic is read where ONBOARDING_DEALS_TOPIC names one."""
    return Handlers(
        {
            AutomationRepairRequested: [each(repairs.answer)],
            ContactErased: [together(erasures.hear_answers)],
            closed_won.DealClosedWon: [each(closed_won.receiver(settings.acceptance_seconds))],
        },
        foreign={settings.deals_topic: closed_won.DealClosedWon} if settings.deals_topic else {},
    )
