"""The feed of the facts that the service told, the same in every service."""

from collections.abc import Sequence
from typing import Annotated

from fastapi import APIRouter, Query

from shared.contracts import told_by
from shared.features.events import queries
from shared.features.events.schemas import EventsOut
from shared.http.dependencies import Limit, Session
from shared.http.errors import Invalid, place
from shared.http.fields import INT64
from shared.http.routes import Router


def router(service: str) -> APIRouter:
    """The routes, under the service's own scope; the types that may be asked for are those that it tells."""
    routes = Router(prefix="/v1/events", tags=["events"], scope=f"{service}:events")
    known = tuple(fact.fact_type for fact in told_by(service))
    which = f"Only these facts, separated by commas or repeated: {', '.join(known)}."

    @routes.get("", responses={410: {}})
    async def list_events(
        session: Session,
        limit: Limit,
        types: Annotated[list[str], Query(default_factory=list, description=which)],
        after: Annotated[
            int | None,
            Query(ge=0, le=INT64, description="The `next_after` of the part before; 0 or nothing at the beginning."),
        ] = None,
    ) -> EventsOut:
        """The facts that this service has told, as they lie on Kafka, oldest first, to be followed without Kafka.

        Begin without `after`, keep `next_after` together with what you made of the items, and ask again with it:
        at once while it is lower than `newest`, else after a pause of your own. A fact is shown once it is
        published; its position never changes, and nothing ever appears behind a position that was answered. A fact
        that is sent to Kafka again is not shown again.

        Facts are kept for 7 days, heartbeats for 10 minutes. Where facts after `after` have been removed the answer
        is 410 with `oldest`: what lies before that can only be had from the lists of the API. Without `after` the
        feed begins at `oldest`. An answer with large facts may have fewer items than `limit`.
        """
        return EventsOut.of(await queries.events(session, after=after, types=chosen(types, known), limit=limit))

    return routes


def chosen(types: Sequence[str], known: Sequence[str]) -> list[str]:
    """The types of a query, each of which may hold several. Raises Invalid with the places of unknown ones."""
    asked = [type_.strip() for value in types for type_ in value.split(",")]
    unknown = [number for number, type_ in enumerate(asked) if type_ not in known]
    if unknown:
        raise Invalid(
            errors=[
                place("query", "types", number, msg="This service tells no such fact", code="unknown_type")
                for number in unknown[:50]
            ],
            allowed=known,
        )
    return asked
