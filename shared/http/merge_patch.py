"""JSON merge-patch (RFC 7396) over what a row holds, validated whole as if it had been sent so."""

from collections.abc import Mapping
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from shared.http.errors import Invalid
from shared.http.invalid import places

B = TypeVar("B", bound=BaseModel)


def merged(model: type[B], current: Mapping[str, Any], patch: BaseModel) -> B:
    """The body that results when a patch is laid over the current one; both under JSON's names.

    model: the body that creates the thing, so that a patch can lead nowhere that a POST could not.
    Raises Invalid, naming the place as the answer to a POST of the whole would.
    """
    changes = patch.model_dump(mode="json", by_alias=True, exclude_unset=True)
    try:
        return model.model_validate(apply(dict(current), changes))
    except ValidationError as refused:
        raise Invalid(errors=places(refused.errors(include_input=False), "body")) from None


def apply(target: Any, patch: Any) -> Any:
    """The patched JSON value: objects are merged, null takes a member away, all else is replaced."""
    if not isinstance(patch, dict):
        return patch
    result = dict(target) if isinstance(target, dict) else {}
    for name, value in patch.items():
        if value is None:
            result.pop(name, None)
        else:
            result[name] = apply(result.get(name), value)
    return result
