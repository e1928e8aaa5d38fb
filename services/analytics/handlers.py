"""What analytics does with every fact of every service: keep it, mirror it, judge by it, count it."""

from services.analytics.assurance import service as assurance
from services.analytics.directory import service as directory
from services.analytics.facts import service as facts
from services.analytics.metrics import service as metrics
from services.analytics.privacy import service as privacy
from shared import contracts
from shared.events.fact import Fact
from shared.events.handlers import Handlers, together

CONTRACTS = contracts
"""All contracts, imported: `Fact` below stands for each of them."""

HANDLERS = Handlers(
    {
        Fact: [
            together(privacy.heed),  # first: what comes with or after a request is kept without its person
            together(facts.store),
            together(directory.keep),  # before the ledger, which judges by it
            together(metrics.project),
            together(assurance.observe),
        ]
    },
)
