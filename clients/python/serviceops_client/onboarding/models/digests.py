from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..types import UNSET, Unset
from typing import cast

if TYPE_CHECKING:
    from ..models.digest import Digest


T = TypeVar("T", bound="Digests")


@_attrs_define
class Digests:
    """The digests of urgent notifications and of all others; null = each by itself.

    Attributes:
        normal (Digest | None | Unset):
        urgent (Digest | None | Unset):
    """

    normal: Digest | None | Unset = UNSET
    urgent: Digest | None | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        from ..models.digest import Digest  # noqa: PLC0415

        normal: dict[str, Any] | None | Unset
        if isinstance(self.normal, Unset):
            normal = UNSET
        elif isinstance(self.normal, Digest):
            normal = self.normal.to_dict()
        else:
            normal = self.normal

        urgent: dict[str, Any] | None | Unset
        if isinstance(self.urgent, Unset):
            urgent = UNSET
        elif isinstance(self.urgent, Digest):
            urgent = self.urgent.to_dict()
        else:
            urgent = self.urgent

        field_dict: dict[str, Any] = {}

        field_dict.update({})
        if normal is not UNSET:
            field_dict["normal"] = normal
        if urgent is not UNSET:
            field_dict["urgent"] = urgent

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.digest import Digest  # noqa: PLC0415

        d = dict(src_dict)

        def _parse_normal(data: object) -> Digest | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                normal_type_0 = Digest.from_dict(data)

                return normal_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(Digest | None | Unset, data)

        normal = _parse_normal(d.pop("normal", UNSET))

        def _parse_urgent(data: object) -> Digest | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                urgent_type_0 = Digest.from_dict(data)

                return urgent_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(Digest | None | Unset, data)

        urgent = _parse_urgent(d.pop("urgent", UNSET))

        digests = cls(
            normal=normal,
            urgent=urgent,
        )

        return digests
