from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..models.bulk_job_row_out_outcome import BulkJobRowOutOutcome
from ..models.bulk_job_row_out_outcome import check_bulk_job_row_out_outcome
from typing import cast
from uuid import UUID

if TYPE_CHECKING:
    from ..models.bulk_row_place import BulkRowPlace


T = TypeVar("T", bound="BulkJobRowOut")


@_attrs_define
class BulkJobRowOut:
    """What came of one row. number: from 1 on; a CSV file's header is none.

    thing_id: what it made, changed, or found there already. code, detail, errors: why it was refused or skipped, as
    the API says it; what was sent is never repeated.

        Attributes:
            number (int):
            outcome (BulkJobRowOutOutcome):
            thing_id (None | UUID):
            code (None | str):
            detail (None | str):
            errors (list[BulkRowPlace]):
    """

    number: int
    outcome: BulkJobRowOutOutcome
    thing_id: None | UUID
    code: None | str
    detail: None | str
    errors: list[BulkRowPlace]
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.bulk_row_place import BulkRowPlace  # noqa: PLC0415

        number = self.number

        outcome: str = self.outcome

        thing_id: None | str
        if isinstance(self.thing_id, UUID):
            thing_id = str(self.thing_id)
        else:
            thing_id = self.thing_id

        code: None | str
        code = self.code

        detail: None | str
        detail = self.detail

        errors = []
        for errors_item_data in self.errors:
            errors_item = errors_item_data.to_dict()
            errors.append(errors_item)

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "number": number,
                "outcome": outcome,
                "thing_id": thing_id,
                "code": code,
                "detail": detail,
                "errors": errors,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.bulk_row_place import BulkRowPlace  # noqa: PLC0415

        d = dict(src_dict)
        number = d.pop("number")

        outcome = check_bulk_job_row_out_outcome(d.pop("outcome"))

        def _parse_thing_id(data: object) -> None | UUID:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                thing_id_type_0 = UUID(data)

                return thing_id_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | UUID, data)

        thing_id = _parse_thing_id(d.pop("thing_id"))

        def _parse_code(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        code = _parse_code(d.pop("code"))

        def _parse_detail(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        detail = _parse_detail(d.pop("detail"))

        errors = []
        _errors = d.pop("errors")
        for errors_item_data in _errors:
            errors_item = BulkRowPlace.from_dict(errors_item_data)

            errors.append(errors_item)

        bulk_job_row_out = cls(
            number=number,
            outcome=outcome,
            thing_id=thing_id,
            code=code,
            detail=detail,
            errors=errors,
        )

        bulk_job_row_out.additional_properties = d
        return bulk_job_row_out

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
