"""The files of pages: what is not ours is what its package shipped, and nothing comes from elsewhere."""

import hashlib
import re
from importlib.resources import files

import pytest

from shared.ops.settings import ServiceSettings
from shared.pages import navigation
from tests.fixtures.run import SECRET_KEY

STATIC = files("shared.pages").joinpath("static")


def test_htmx_is_what_the_notice_says() -> None:
    notice = STATIC.joinpath("NOTICE").read_text()
    [version] = re.findall(r"htmx\.org (\S+),", notice)
    digest = hashlib.sha256(STATIC.joinpath("htmx.min.js").read_bytes()).hexdigest()
    assert f"sha256: {digest}" in notice
    assert f'version:"{version}"' in STATIC.joinpath("htmx.min.js").read_text()


@pytest.mark.parametrize("name", ["style.css", "dark.css", "more.css", "pages.js"])
def test_nothing_comes_from_elsewhere(name: str) -> None:
    text = STATIC.joinpath(name).read_text()
    assert re.findall(r"https?://|@import|url\(|//\w+\.\w", text) == []


def test_each_icon_that_a_page_names_is_drawn() -> None:
    drawn = set(re.findall(r'id="(\w+)"', STATIC.joinpath("i.svg").read_text()))
    used: set[str] = set()
    for package in ("shared.pages", "services.ticketing.console"):
        for template in files(package).joinpath("templates").iterdir():
            used |= set(re.findall(r"icon\('(\w+)'", template.read_text()))
    assert len(used) > 10
    assert used <= drawn
    assert {place.icon for place in navigation.PLACES} <= drawn


def settings(**others: str) -> ServiceSettings:
    return ServiceSettings.model_validate(
        {"database_url": "postgresql://h/d", "secret_key": SECRET_KEY, **others}, by_name=True
    )


def test_a_service_whose_address_is_not_set_has_no_link() -> None:
    own = navigation.links("ticketing", settings(), "/desk")
    assert [(place.label, address) for place, address in own] == [("Console", "/desk/console")]
    both = navigation.links("ticketing", settings(feedback_url="https://feedback.example/"), "")
    assert [address for _, address in both] == ["/console", "https://feedback.example/studio"]


def test_the_address_of_a_service_is_an_address() -> None:
    with pytest.raises(ValueError, match="is no http"):
        settings(feedback_url="javascript:alert(1)")
