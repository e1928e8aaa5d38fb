"""Whom surveys may ask: the contacts that onboarding told of. It owns them; nothing is changed here."""

from typing import Annotated

from fastapi import Query

from services.feedback.directory import queries
from services.feedback.directory.schemas import ContactFilters, ContactOut
from shared.http.dependencies import Page, Session
from shared.http.fields import Listed
from shared.http.routes import Router

router = Router(prefix="/v1/contacts", tags=["contacts"], scope="feedback:contacts")


@router.get("")
async def list_contacts(
    session: Session, page: Page, filters: Annotated[ContactFilters, Query()]
) -> Listed[ContactOut]:
    """Whom surveys may ask, in the order of their ids. Contacts that are part of others are left out."""
    return await page.of(session, queries.contacts(filters), ContactOut.of)
