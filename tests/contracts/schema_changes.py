"""Which changes of a fact's JSON Schema break a reader: an old one of new facts, or a new one of old facts.

A property may be added if it has a default. Everything else breaks one of the two: a removed or retyped
property, one newly required, a value less in an enum (new readers refuse old facts), a value more in it
(old readers refuse new facts).
"""

from typing import Any

Schema = dict[str, Any]

TEXTS = {"title", "description", "examples", "default"}
"""What a reader may change without anyone noticing."""
COMPARED_APART = {"$defs", "$ref", "properties", "required", "items", "anyOf", "enum", "const", "additionalProperties"}


def breaking_changes(old: Schema, new: Schema) -> list[str]:
    """One line for each, with the path of the property; empty when the change only adds."""
    return _breaks(old, new, old.get("$defs", {}), new.get("$defs", {}), "")


def _breaks(old: Schema, new: Schema, old_defs: Schema, new_defs: Schema, path: str) -> list[str]:
    old, new = _resolved(old, old_defs), _resolved(new, new_defs)
    place = path or "the fact"
    breaks = [
        f"{place} is retyped: {keyword} was {old.get(keyword)!r}, is {new.get(keyword)!r}"
        for keyword in sorted((old.keys() | new.keys()) - TEXTS - COMPARED_APART)
        if old.get(keyword) != new.get(keyword)
    ]
    breaks += _enum_breaks(old, new, place)

    def below(one: Any, other: Any, name: str) -> list[str]:
        if isinstance(one, dict) and isinstance(other, dict):
            return _breaks(one, other, old_defs, new_defs, name)
        return [] if one == other else [f"{name} is retyped: was {one!r}, is {other!r}"]

    old_properties, new_properties = old.get("properties", {}), new.get("properties", {})
    for name, schema in old_properties.items():
        inner = f"{path}.{name}" if path else name
        if name in new_properties:
            breaks += below(schema, new_properties[name], inner)
        else:
            breaks.append(f"{inner} is removed")
    for name in sorted(set(new.get("required", [])) - set(old.get("required", []))):
        breaks.append(f"{f'{path}.{name}' if path else name} is newly required")
    breaks += below(old.get("items"), new.get("items"), f"{path}[]")
    breaks += below(old.get("additionalProperties"), new.get("additionalProperties"), f"{path}{{}}")
    old_kinds, new_kinds = old.get("anyOf", []), new.get("anyOf", [])
    if len(old_kinds) != len(new_kinds):
        breaks.append(f"{place} is retyped: {_kinds(old)} became {_kinds(new)}")
    else:
        for one, other in zip(old_kinds, new_kinds, strict=True):
            breaks += below(one, other, path)
    return breaks


def _enum_breaks(old: Schema, new: Schema, place: str) -> list[str]:
    old_values, new_values = _values(old), _values(new)
    if (old_values is None) != (new_values is None):
        return [f"{place} is retyped: its values were {old_values}, are {new_values}"]
    breaks = []
    if gone := set(old_values or []) - set(new_values or []):
        breaks.append(f"{place} is narrowed by {sorted(gone)}")
    if come := set(new_values or []) - set(old_values or []):
        breaks.append(f"{place} is widened by {sorted(come)}: make it `str`, or a new version")
    return breaks


def _values(schema: Schema) -> list[str] | None:
    if "const" in schema:
        return [schema["const"]]
    return schema.get("enum")


def _kinds(schema: Schema) -> str:
    kinds = [kind.get("$ref") or kind.get("type") for kind in schema.get("anyOf", [schema])]
    return " or ".join(str(kind) for kind in kinds)


def _resolved(schema: Schema, definitions: Schema) -> Schema:
    if "$ref" not in schema:
        return schema
    return {**definitions[schema["$ref"].removeprefix("#/$defs/")], **{k: v for k, v in schema.items() if k != "$ref"}}
