"""Narrowing a list to what its filters ask for."""

from collections.abc import Collection
from typing import Any, TypeVar

from pydantic import BaseModel
from sqlalchemy import Select

S = TypeVar("S", bound=Select[*tuple[Any, ...]])


def narrowed(listed: S, model: type, filters: BaseModel, *, apart: Collection[str] = ()) -> S:
    """The list with every filter that is set as an equality on the model's column of that name.

    apart: filters that mean something else, for the caller to add.
    """
    for name, value in filters.model_dump(exclude_none=True, exclude=set(apart)).items():
        listed = listed.where(getattr(model, name) == value)
    return listed
