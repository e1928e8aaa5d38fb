"""The pages of the console and their forms, each under the scope of the API's route that does the same."""

import re
from typing import Final

from starlette.responses import Response

from services.ticketing.console import (
    attaching,
    cards,
    complaining,
    deeds,
    desk,
    joining,
    keeping_macros,
    keeping_views,
    queries,
    queue,
    recovering,
    sending,
    using_macros,
    watching,
)
from shared.http.errors import Invalid, NotFound
from shared.pages.routes import PageRouter
from shared.pages.site_state import Section
from shared.pages.visit import Visit

PACKAGE: Final = "services.ticketing.console"
SECTIONS: Final = (Section("Tickets", "/console"),)
NUMBER: Final = re.compile(r"#?[0-9]{1,18}")

pages = PageRouter("/console")


@pages.get("", desk.READ)
async def show_queue(visit: Visit) -> Response:
    """The queue; a number that is searched for leads straight to its ticket."""
    what = queue.asked(visit)
    if NUMBER.fullmatch(what.q):
        try:
            found = await queries.ticket(visit.session, what.q.removeprefix("#"))
        except NotFound:
            pass
        else:
            return visit.go(f"/console/tickets/{found.number}")
    shown = await queue.page(visit, what)
    tabs = await queue.tabs(visit)
    return visit.show(
        "queue.html",
        status=Invalid.status if shown.refused else 200,
        me=await desk.me(visit),
        queue=shown,
        query=what.query,
        views=tabs,
        shown=next((tab for tab in tabs if tab.version is not None and tab.key == what.view.key), None),
        may_keep=visit.may(keeping_views.WRITE),
        may_read_macros=visit.may(keeping_macros.READ),
        teams=await queries.groups(visit.session) if visit.may(queue.READ_GROUPS) else [],
    )


pages.post("/views", keeping_views.WRITE, again=show_queue)(keeping_views.keep)
pages.post("/views/{view}/changes", keeping_views.WRITE, again=show_queue)(keeping_views.change)
pages.post("/views/{view}/removal", keeping_views.WRITE, again=show_queue)(keeping_views.remove)
pages.get("/macros", keeping_macros.READ)(keeping_macros.show)
pages.post("/macros", keeping_macros.WRITE, again=keeping_macros.show)(keeping_macros.add)
pages.post("/macros/{macro}/changes", keeping_macros.WRITE, again=keeping_macros.show)(keeping_macros.change)
pages.post("/macros/{macro}/removal", keeping_macros.WRITE, again=keeping_macros.show)(keeping_macros.remove)
pages.get("/tickets/{ref}", desk.READ)(desk.show_ticket)
pages.get("/tickets/{ref}/clocks", desk.READ)(desk.show_clocks)
pages.post("/tickets/{ref}/messages", desk.WRITE, again=desk.show_ticket, takes=attaching.FILES)(deeds.reply)
pages.post("/tickets/{ref}/transitions", desk.WRITE, again=desk.show_ticket)(deeds.move)
pages.post("/tickets/{ref}/assign", desk.WRITE, again=desk.show_ticket)(deeds.assign)
pages.post("/tickets/{ref}/details", desk.WRITE, again=desk.show_ticket)(deeds.change)
pages.post("/tickets/{ref}/recovery/plan", desk.WRITE_CASES, again=desk.show_ticket)(recovering.plan)
pages.post("/tickets/{ref}/recovery/contacts", desk.WRITE_CASES, again=desk.show_ticket)(recovering.contact)
pages.post("/tickets/{ref}/recovery/moves", desk.WRITE_CASES, again=desk.show_ticket)(recovering.move)
pages.post("/tickets/{ref}/merge", desk.WRITE, again=desk.show_ticket)(joining.merge)
pages.post("/tickets/{ref}/unmerge", desk.WRITE, again=desk.show_ticket)(joining.unmerge)
pages.post("/tickets/{ref}/split", desk.WRITE, again=desk.show_ticket)(joining.split)
pages.post("/tickets/{ref}/links", desk.WRITE, again=desk.show_ticket)(joining.link)
pages.post("/tickets/{ref}/unlink", desk.WRITE, again=desk.show_ticket)(joining.unlink)
pages.post("/tickets/{ref}/watch", desk.WRITE, again=desk.show_ticket)(watching.watch)
pages.post("/tickets/{ref}/unwatch", desk.WRITE, again=desk.show_ticket)(watching.unwatch)
pages.post("/tickets/{ref}/macro", desk.WRITE, again=desk.show_ticket)(using_macros.use)
pages.post("/tickets/{ref}/messages/{message}/retry", desk.WRITE, again=desk.show_ticket)(sending.send_again)
pages.get("/attachments/{attachment}", cards.READ_FILES)(sending.download)
pages.post("/tickets/{ref}/recovery/template", desk.WRITE_CASES, again=desk.show_ticket)(recovering.plan_from_template)
pages.post("/tickets/{ref}/recovery/steps", desk.WRITE_CASES, again=desk.show_ticket)(recovering.tick_off)
pages.post("/tickets/{ref}/recovery/compensations", desk.WRITE_CASES, again=desk.show_ticket)(recovering.compensate)
pages.post("/tickets/{ref}/recovery/decisions", desk.WRITE_CASES, again=desk.show_ticket)(recovering.decide)
pages.post("/tickets/{ref}/complaint/stages", cards.WRITE_COMPLAINTS, again=desk.show_ticket)(complaining.move)
pages.post("/tickets/{ref}/complaint/decision", cards.WRITE_COMPLAINTS, again=desk.show_ticket)(complaining.decide)
pages.post("/tickets/{ref}/complaint/acceptance", cards.WRITE_COMPLAINTS, again=desk.show_ticket)(complaining.answer)
