"""The statement of a list's page: values are parameters, and conditions do not change one another."""

from shared.db.listing import Listing
from shared.ids import uuid7


def test_a_page_s_statement() -> None:
    listing = Listing("thing")
    assert listing.page(None, 26) == ("SELECT * FROM thing ORDER BY id ASC LIMIT $1", 26)
    listing.where("colour = {} OR number = {}", "red", 7)
    listing.where("closed_at IS NULL")
    after = uuid7()
    assert listing.page(after, 26) == (
        "SELECT * FROM thing WHERE (colour = $1 OR number = $2) AND (closed_at IS NULL) AND (id > $4)"
        " ORDER BY id ASC LIMIT $3",
        "red",
        7,
        26,
        after,
    )
    assert listing.page(None, 2)[1:] == ("red", 7, 2), "a page changes nothing for the next one"


def test_the_newest_first() -> None:
    after = uuid7()
    assert Listing("thing", newest_first=True).page(after, 2) == (
        "SELECT * FROM thing WHERE (id < $2) ORDER BY id DESC LIMIT $1",
        2,
        after,
    )
