"""The fields that Kubernetes knows, by the schemas that kubernetes-validate brings, and those that operators know."""

import json
from collections.abc import Callable
from functools import cache
from importlib import resources
from pathlib import Path
from typing import Any

import jsonschema_rs
import yaml

CUSTOM = yaml.safe_load(Path(__file__).with_name("custom_resources.yaml").read_text())
"""The shapes of other people's resources, by apiVersion and kind."""

SCALARS: dict[str, Callable[[object], bool]] = {
    "string": lambda value: isinstance(value, str),
    "integer": lambda value: isinstance(value, int) and not isinstance(value, bool),
    "boolean": lambda value: isinstance(value, bool),
    "any": lambda value: True,
}


def faults(each: dict[str, Any], version: str) -> list[str]:
    """What a Kubernetes of this version (1.34) would refuse in an object, unknown fields among it."""
    return [f"{'.'.join(map(str, fault.instance_path))}: {fault.message}" for fault in _of(each, version)]


def _of(each: dict[str, Any], version: str) -> list[jsonschema_rs.ValidationError]:
    group, _, number = each["apiVersion"].rpartition("/")
    name = "-".join(part for part in (each["kind"].lower(), group.split(".")[0], number) if part)
    return list(_validator(version, name).iter_errors(each))


@cache
def _validator(version: str, name: str) -> Any:
    return jsonschema_rs.Draft202012Validator(
        _schema(version, name), retriever=lambda uri: _schema(version, uri.rpartition("/")[2].removesuffix(".json"))
    )


@cache
def _schema(version: str, name: str) -> Any:
    folder = f"kubernetes-json-schema/v{version}.0-local-strict"
    return json.loads((resources.files("kubernetes_validate") / folder / f"{name}.json").read_text())


def kind(each: dict[str, Any]) -> str:
    """As the shapes are named."""
    return f"{each['apiVersion']}/{each['kind']}"


def misfit_of_custom(each: dict[str, Any]) -> str | None:
    """Where a resource's spec is not as its shape; None where it is, or where it is Kubernetes' own."""
    return misfit(each["spec"], CUSTOM[kind(each)]) if kind(each) in CUSTOM else None


def misfit(value: object, shape: object, place: str = "spec") -> str | None:
    """Where a value is not as its shape in custom_resources.yaml says; None where it is."""
    if isinstance(shape, list):
        if not isinstance(value, list):
            return f"{place} is no list"
        return next((wrong for item in value if (wrong := misfit(item, shape[0], f"{place}[]"))), None)
    if isinstance(shape, dict):
        if not isinstance(value, dict):
            return f"{place} is no mapping"
        fields = {key.strip("()"): inner for key, inner in shape.items()}
        missing = {key for key in shape if not key.startswith("(") and key != "*"} - set(value)
        unknown = set() if "*" in shape else set(value) - set(fields)
        if missing or unknown:
            return f"{place}: missing {sorted(missing)}, unknown {sorted(unknown)}"
        inner = (misfit(item, fields.get(key, shape.get("*")), f"{place}.{key}") for key, item in value.items())
        return next((wrong for wrong in inner if wrong), None)
    allowed = str(shape)
    fits = SCALARS[allowed](value) if allowed in SCALARS else value in allowed.split("|")
    return None if fits else f"{place} is {value!r}, not {allowed}"
