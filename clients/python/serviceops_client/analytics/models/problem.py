from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..types import UNSET, Unset
from typing import cast

if TYPE_CHECKING:
    from ..models.problem_place import ProblemPlace


T = TypeVar("T", bound="Problem")


@_attrs_define
class Problem:
    """Why a request was refused (RFC 9457). Values that were sent are never repeated.

    Attributes:
        type_ (str): `/problems/` and the code.
        title (str):
        status (int):
        detail (None | str):
        instance (str): The path that was asked for.
        code (str): The problem for programs.
        request_id (str): Also in X-Request-Id and in the log.
        errors (list[ProblemPlace]):
        allowed (list[str]): What the state allows instead.
        conflicting_id (None | str): The thing that is in the way.
        oldest (int | Unset): Only of 410: the first position still kept.
    """

    type_: str
    title: str
    status: int
    detail: None | str
    instance: str
    code: str
    request_id: str
    errors: list[ProblemPlace]
    allowed: list[str]
    conflicting_id: None | str
    oldest: int | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.problem_place import ProblemPlace  # noqa: PLC0415

        type_ = self.type_

        title = self.title

        status = self.status

        detail: None | str
        detail = self.detail

        instance = self.instance

        code = self.code

        request_id = self.request_id

        errors = []
        for errors_item_data in self.errors:
            errors_item = errors_item_data.to_dict()
            errors.append(errors_item)

        allowed = self.allowed

        conflicting_id: None | str
        conflicting_id = self.conflicting_id

        oldest = self.oldest

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "type": type_,
                "title": title,
                "status": status,
                "detail": detail,
                "instance": instance,
                "code": code,
                "request_id": request_id,
                "errors": errors,
                "allowed": allowed,
                "conflicting_id": conflicting_id,
            }
        )
        if oldest is not UNSET:
            field_dict["oldest"] = oldest

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.problem_place import ProblemPlace  # noqa: PLC0415

        d = dict(src_dict)
        type_ = d.pop("type")

        title = d.pop("title")

        status = d.pop("status")

        def _parse_detail(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        detail = _parse_detail(d.pop("detail"))

        instance = d.pop("instance")

        code = d.pop("code")

        request_id = d.pop("request_id")

        errors = []
        _errors = d.pop("errors")
        for errors_item_data in _errors:
            errors_item = ProblemPlace.from_dict(errors_item_data)

            errors.append(errors_item)

        allowed = cast(list[str], d.pop("allowed"))

        def _parse_conflicting_id(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        conflicting_id = _parse_conflicting_id(d.pop("conflicting_id"))

        oldest = d.pop("oldest", UNSET)

        problem = cls(
            type_=type_,
            title=title,
            status=status,
            detail=detail,
            instance=instance,
            code=code,
            request_id=request_id,
            errors=errors,
            allowed=allowed,
            conflicting_id=conflicting_id,
            oldest=oldest,
        )

        problem.additional_properties = d
        return problem

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
