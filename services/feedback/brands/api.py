"""Routes of brands."""

from typing import Annotated

from fastapi import Query

from services.feedback.brands import queries, service
from services.feedback.brands.schemas import BrandFilters, BrandIn, BrandOut, BrandPatch
from shared.http.dependencies import Answer, IfMatch, Page, RequestCause, Session
from shared.http.fields import Id, Listed
from shared.http.routes import Router

router = Router(
    prefix="/v1/brands",
    tags=["brands"],
    scope="feedback:brands",
    about="Under which name, colours and sender a customer is asked.",
)


@router.get("")
async def list_brands(session: Session, page: Page, filters: Annotated[BrandFilters, Query()]) -> Listed[BrandOut]:
    """All brands, in the order of their making."""
    return await page.of(session, queries.brands(filters), BrandOut.of)


@router.post("", status_code=201)
async def create_brand(body: BrandIn, session: Session, cause: RequestCause, answer: Answer) -> BrandOut:
    """Make a brand. Colours whose text could not be read on them are refused."""
    return answer.created(BrandOut.of(await service.create(session, cause, body)))


@router.get("/{brand_id}")
async def read_brand(brand_id: Id, session: Session, answer: Answer) -> BrandOut:
    """One brand."""
    return answer.item(BrandOut.of(await queries.brand(session, brand_id)))


@router.patch("/{brand_id}")
async def change_brand(
    brand_id: Id, body: BrandPatch, session: Session, cause: RequestCause, if_match: IfMatch, answer: Answer
) -> BrandOut:
    """Change a brand by a merge-patch; pages and mails take it over at once."""
    return answer.item(BrandOut.of(await service.change(session, cause, brand_id, body, if_match)))
