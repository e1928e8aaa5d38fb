from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from typing import cast
from uuid import UUID


T = TypeVar("T", bound="TriedRoute")


@_attrs_define
class TriedRoute:
    """A route that was tried. missed: the conditions that do not hold; none where it takes the answer.

    Attributes:
        route_id (UUID):
        name (str):
        rank (int):
        version (int):
        takes_it (bool):
        missed (list[str]):
    """

    route_id: UUID
    name: str
    rank: int
    version: int
    takes_it: bool
    missed: list[str]
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        route_id = str(self.route_id)

        name = self.name

        rank = self.rank

        version = self.version

        takes_it = self.takes_it

        missed = self.missed

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "route_id": route_id,
                "name": name,
                "rank": rank,
                "version": version,
                "takes_it": takes_it,
                "missed": missed,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        route_id = UUID(d.pop("route_id"))

        name = d.pop("name")

        rank = d.pop("rank")

        version = d.pop("version")

        takes_it = d.pop("takes_it")

        missed = cast(list[str], d.pop("missed"))

        tried_route = cls(
            route_id=route_id,
            name=name,
            rank=rank,
            version=version,
            takes_it=takes_it,
            missed=missed,
        )

        tried_route.additional_properties = d
        return tried_route

    @property
    def additional_keys(self) -> list[str]:
        return list(self.additional_properties.keys())

    def __getitem__(self, key: str) -> Any:
        return self.additional_properties[key]

    def __setitem__(self, key: str, value: Any) -> None:
        self.additional_properties[key] = value

    def __delitem__(self, key: str) -> None:
        del self.additional_properties[key]

    def __contains__(self, key: str) -> bool:
        return key in self.additional_properties
