"""What all pages of a service have in common: its templates and its sections."""

from collections.abc import Sequence
from dataclasses import dataclass

from jinja2 import ChoiceLoader, Environment, PackageLoader, StrictUndefined, Template

from shared.pages import assets, words
from shared.pages.openid import OpenId


@dataclass(frozen=True, slots=True)
class Section:
    """An entry of the bar on top."""

    label: str
    path: str


class Site:
    """The pages of one service. packages: with a `templates` folder each, the first being asked first.

    openid: where people may sign in without a key.
    """

    def __init__(
        self, service: str, packages: Sequence[str], sections: Sequence[Section], openid: OpenId | None = None
    ) -> None:
        self.service = service
        self.openid = openid
        self.sections = tuple(sections)
        self._environment = Environment(
            loader=ChoiceLoader([PackageLoader(package) for package in packages]),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            auto_reload=False,
        )
        self._environment.globals.update(asset=assets.address, words=words, site=self)

    def section_of(self, path: str) -> Section | None:
        """The section that a page lies in: of those above it the nearest."""
        above = [each for each in self.sections if path == each.path or path.startswith(each.path + "/")]
        return max(above, key=lambda each: len(each.path), default=None)

    def template(self, name: str) -> Template:
        """A template, compiled once."""
        return self._environment.get_template(name)
