from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..models.coming_run_out_kind import check_coming_run_out_kind
from ..models.coming_run_out_kind import ComingRunOutKind
from ..models.coming_run_out_state_type_0 import check_coming_run_out_state_type_0
from ..models.coming_run_out_state_type_0 import ComingRunOutStateType0
from typing import cast
from uuid import UUID
import datetime


T = TypeVar("T", bound="ComingRunOut")


@_attrs_define
class ComingRunOut:
    """A time at which a program asks its audience. wave_id, state: of the wave, where it is planned already.

    Attributes:
        at (datetime.datetime):
        program_id (UUID):
        name (str):
        kind (ComingRunOutKind):
        wave_id (None | UUID):
        state (ComingRunOutStateType0 | None):
    """

    at: datetime.datetime
    program_id: UUID
    name: str
    kind: ComingRunOutKind
    wave_id: None | UUID
    state: ComingRunOutStateType0 | None
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        at = self.at.isoformat()

        program_id = str(self.program_id)

        name = self.name

        kind: str = self.kind

        wave_id: None | str
        if isinstance(self.wave_id, UUID):
            wave_id = str(self.wave_id)
        else:
            wave_id = self.wave_id

        state: None | str
        if isinstance(self.state, str):
            state = self.state
        else:
            state = self.state

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "at": at,
                "program_id": program_id,
                "name": name,
                "kind": kind,
                "wave_id": wave_id,
                "state": state,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        at = datetime.datetime.fromisoformat(d.pop("at"))

        program_id = UUID(d.pop("program_id"))

        name = d.pop("name")

        kind = check_coming_run_out_kind(d.pop("kind"))

        def _parse_wave_id(data: object) -> None | UUID:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                wave_id_type_0 = UUID(data)

                return wave_id_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | UUID, data)

        wave_id = _parse_wave_id(d.pop("wave_id"))

        def _parse_state(data: object) -> ComingRunOutStateType0 | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                state_type_0 = check_coming_run_out_state_type_0(data)

                return state_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(ComingRunOutStateType0 | None, data)

        state = _parse_state(d.pop("state"))

        coming_run_out = cls(
            at=at,
            program_id=program_id,
            name=name,
            kind=kind,
            wave_id=wave_id,
            state=state,
        )

        coming_run_out.additional_properties = d
        return coming_run_out

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
