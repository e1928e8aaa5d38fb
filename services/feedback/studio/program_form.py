"""A program as the fields of a form, and back. Pure.

What nobody touched stays as it is held, to the second. What is wrong with the rest the API's own schemas say, and
`faults` says at which field.
"""

import re
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from decimal import Decimal
from typing import Any, Final
from zoneinfo import ZoneInfo

from shared.pages import words

Body = Mapping[str, Any]
Form = Mapping[str, str]

UNITS: Final = {"days": 86_400, "hours": 3_600, "minutes": 60, "seconds": 1}
SPANS: Final = {
    "trickle": "trickle_seconds",
    "tenure": "min_tenure_seconds",
    "cadence": "cadence_seconds",
    "gap": "gap_seconds",
    "expires": "expires_after_seconds",
    "edit": "edit_window_seconds",
}
"""Fields that hold a time span, a number and its unit, by what the API calls them."""

LISTS: Final = ("roles", "tiers", "segments", "tags")
REMINDERS: Final = ("reminder_1", "reminder_2")
DAYS: Final = {1: "Mon", 2: "Tue", 3: "Wed", 4: "Thu", 5: "Fri", 6: "Sat", 7: "Sun"}
WINDOW: Final = ("window", "opens", "closes", *(f"day_{day}" for day in DAYS))
WORKING_HOURS: Final = {"days": [1, 2, 3, 4, 5], "from": "09:00", "until": "17:00"}
OF_KIND: Final = {"event": ("event", "delay", "delay_unit"), "schedule": ("rule", "begins", "timezone")}

_PLACES: Final[dict[tuple[str | int, ...], str]] = {
    ("trigger", "kind"): "kind",
    ("trigger", "event"): "event",
    ("trigger", "delay_seconds"): "delay",
    ("trigger", "rrule"): "rule",
    ("trigger", "starts_at"): "begins",
    ("sending_window", "days"): "days",
    ("sending_window", "from"): "opens",
    ("sending_window", "until"): "closes",
    **{("audience", name): name for name in LISTS},
    **{(key,): name for name, key in SPANS.items()},
    ("quarantine_class",): "class",
    ("sampling_rate",): "share",
    ("account_cap",): "cap",
    **{(name,): name for name in ("name", "survey_id", "brand", "timezone", "channels")},
}
_PLACES_OF_WHOLES: Final = {
    "trigger_event": "event",
    "trigger_rrule": "begins",
    "sending_window": "closes",
    "reminders": "reminder_1",
    "account_cap": "cap",
    "rrule": "rule",
}
"""Where a rule is broken that speaks of several fields, by its code."""

_PLAINLY: Final = {
    "int_type": "A whole number, as in 14",
    "float_parsing": "A number, as in 50 or 12.5",
    "instant_form": "A time, as in 2026-11-24 09:00",
    "datetime_parsing": "A time, as in 2026-11-24 09:00",
    "datetime_from_date_parsing": "A time, as in 2026-11-24 09:00",
    "timezone_aware": "A time, as in 2026-11-24 09:00, by the clock of a time zone that there is",
    "string_pattern_mismatch": "A time of day, as in 09:00",
    "uuid_form": "Choose a survey",
    "literal_error": "Choose one of these",
}
_SHARE: Final = re.compile(r"(?=[.,]?[0-9])[0-9]{0,9}([.,][0-9]{0,12})?")


def fields_of(held: Body) -> dict[str, str]:
    """The form's fields by name, as they stand before anybody types. held: a program as POST would take it."""
    trigger, window = held["trigger"], held["sending_window"]
    hours = window or WORKING_HOURS
    found = {
        "name": held["name"],
        "survey_id": held["survey_id"],
        "brand": held["brand"],
        "kind": trigger["kind"],
        "event": trigger["event"] or "",
        "rule": trigger["rrule"] or "",
        "begins": _clock(trigger["starts_at"], held["timezone"]),
        "timezone": held["timezone"],
        "class": held["quarantine_class"],
        "share": f"{(Decimal(repr(held['sampling_rate'])) * 100).normalize():f}",
        "channels": ",".join(held["channels"]),
        "cap": "" if held["account_cap"] is None else str(held["account_cap"]),
        "window": "hours" if window else "always",
        "opens": hours["from"],
        "closes": hours["until"],
        **{f"day_{day}": "1" for day in hours["days"]},
        **{name: "\n".join(held["audience"][name]) for name in LISTS},
        **_span_fields("delay", trigger["delay_seconds"]),
    }
    for name, key in SPANS.items():
        found |= _span_fields(name, held[key])
    for place, name in enumerate(REMINDERS):
        found |= _span_fields(name, held["reminders"][place] if place < len(held["reminders"]) else None)
    return found


def body_of(form: Form, held: Body) -> dict[str, Any]:
    """What a form asks for, as the API would take it. held: what the form showed before anybody typed."""
    stands = fields_of(held)

    def untouched(*names: str) -> bool:
        return all(form.get(name, "") == stands.get(name, "") for name in names)

    kind = form.get("kind", "")
    window = form.get("window") == "hours"
    return {
        "name": held["name"] if untouched("name") else form.get("name", "").strip(),
        "survey_id": form.get("survey_id", "").strip(),
        "brand": held["brand"] if untouched("brand") else form.get("brand", "").strip(),
        "trigger": held["trigger"] if untouched("kind", *OF_KIND.get(kind, ())) else _trigger(form, kind),
        "timezone": form.get("timezone", "").strip(),
        "quarantine_class": form.get("class", ""),
        "audience": {name: held["audience"][name] if untouched(name) else _lines(form.get(name, "")) for name in LISTS},
        "sampling_rate": held["sampling_rate"] if untouched("share") else _share(form.get("share", "")),
        "channels": form.get("channels", "").split(","),
        "sending_window": (held["sending_window"] if untouched(*WINDOW) else _window(form)) if window else None,
        "reminders": [_span(form, name) for name in _reminders(form)],
        "account_cap": _whole(form.get("cap", "")),
        **{key: _span(form, name) for name, key in SPANS.items()},
        **({} if kind == "schedule" else {"trickle_seconds": held["trickle_seconds"]}),
    }


def standing(form: Form, stands: Form) -> dict[str, str]:
    """How it stands now, by field, where a form says something else. stands: as `fields_of` has it."""
    single = [name for name in stands if not name.startswith("day_") and not name.endswith("_unit")]
    return {name: _read(stands, name) for name in (*single, "days") if _read(form, name) != _read(stands, name)}


def _read(form: Form, name: str) -> str:
    """What a field says, with its unit; all days as one."""
    if name == "days":
        return ", ".join(label for day, label in DAYS.items() if form.get(f"day_{day}"))
    said, unit = form.get(name, ""), form.get(f"{name}_unit", "")
    return f"{said} {unit if said != '1' else unit.removesuffix('s')}" if said and unit else said


def faults(errors: Iterable[Mapping[str, Any]], form: Form) -> list[tuple[str, str]]:
    """What was refused, in the order of the API: the field, or nothing where there is none, and what is wrong."""
    return [(field := _field(tuple(each["loc"][1:]), each["type"], form), _said(field, each)) for each in errors]


def _field(path: tuple[str | int, ...], code: str, form: Form) -> str:
    if path[:1] == ("reminders",) and len(path) > 1:
        return _reminders(form)[int(path[1])]
    if code in _PLACES_OF_WHOLES and path in ((), ("trigger",), ("sending_window",)):
        return _PLACES_OF_WHOLES[code]
    return next((_PLACES[path[:depth]] for depth in (2, 1) if path[:depth] in _PLACES), "")


def _said(field: str, error: Mapping[str, Any]) -> str:
    """In plain words; a bound is said in the field's own unit."""
    said, code = str(error["msg"]), error["type"]
    if code == "too_short":
        return "Choose at least one" if field == "days" else "This is needed"
    if code == "too_long":
        [most] = re.findall(r"at most ([0-9]+)", said)
        return f"At most {most} {'characters' if said.startswith('Value') else 'lines'}"
    if code in _PLAINLY:
        return _PLAINLY[code]
    if field == "share":
        return re.sub(r"[0-9]+", lambda found: f"{100 * int(found[0])} %", said)
    if field in (*SPANS, *REMINDERS, "delay"):
        return re.sub(r"[0-9]+", lambda found: words.duration(int(found[0])), said)
    return said


def _trigger(form: Form, kind: str) -> dict[str, Any]:
    """What belongs to the chosen kind; what stands in the fields of the others is not asked for."""
    event, schedule = kind == "event", kind == "schedule"
    return {
        "kind": kind,
        "event": (form.get("event") or None) if event else None,
        "delay_seconds": _span(form, "delay") if event else 0,
        "rrule": form.get("rule", "").strip().removeprefix("RRULE:") if schedule else None,
        "starts_at": _instant(form.get("begins", ""), form.get("timezone", "")) if schedule else None,
    }


def _window(form: Form) -> dict[str, Any]:
    return {
        "days": [day for day in DAYS if form.get(f"day_{day}")],
        "from": form.get("opens", "").strip().zfill(5),
        "until": form.get("closes", "").strip().zfill(5),
    }


def _reminders(form: Form) -> list[str]:
    """The fields in which a reminder stands."""
    return [name for name in REMINDERS if form.get(name, "").strip()]


def _span_fields(name: str, seconds: int | None) -> dict[str, str]:
    unit = next(unit for unit, size in UNITS.items() if (seconds or 0) % size == 0)
    return {name: "" if seconds is None else str(seconds // UNITS[unit]), f"{name}_unit": unit}


def _span(form: Form, name: str) -> Any:
    """Seconds; what is no whole number, or no unit, as it was typed, for the schema to refuse."""
    number, unit = _whole(form.get(name, "")), form.get(f"{name}_unit", "")
    if number is None:
        return 0
    return number * UNITS[unit] if isinstance(number, int) and unit in UNITS else f"{number} {unit}"


def _whole(text: str) -> int | str | None:
    said = text.strip().replace("−", "-")
    if not said:
        return None
    return int(said) if re.fullmatch(r"-?[0-9]{1,9}", said) else said


def _share(text: str) -> float | str:
    """A percentage as a share of one."""
    said = text.strip()
    return float(Decimal(said.replace(",", ".")) / 100) if _SHARE.fullmatch(said) else f"{said} %"


def _lines(text: str) -> list[str]:
    return [line.strip() for line in text.splitlines() if line.strip()]


def _clock(instant: str | None, zone: str) -> str:
    """An instant by the zone's clock, as a browser's field takes it."""
    if instant is None:
        return ""
    local = datetime.fromisoformat(instant).astimezone(ZoneInfo(zone)).replace(tzinfo=None)
    return local.isoformat(timespec="minutes" if local.second == local.microsecond == 0 else "auto")


def _instant(text: str, zone: str) -> str | None:
    """A time by the zone's clock as an instant; one that cannot be read, or of no zone, as it was typed."""
    said = text.strip()
    try:
        at = datetime.fromisoformat(said)
        local = at if at.tzinfo else at.replace(tzinfo=ZoneInfo(zone.strip()))
        return local.astimezone(UTC).isoformat()
    except (KeyError, ValueError, OSError, OverflowError):
        return said or None
