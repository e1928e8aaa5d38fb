"""Desks whose hours the clocks of these tests count by."""

from datetime import UTC, datetime, timedelta

from shared.business_time import Calendar, Hours

MINUTE = timedelta(minutes=1)
BASE = datetime(2026, 3, 25, tzinfo=UTC)  # a Wednesday; clocks change in Oslo on the Sunday
MORNING, AFTERNOON = Hours(540, 720), Hours(780, 1020)
OFFICE = Calendar("UTC", ((Hours(540, 1020),),) * 5 + ((), ()))
OSLO = Calendar("Europe/Oslo", ((MORNING, AFTERNOON),) * 5 + ((), ()), frozenset({datetime(2026, 3, 27).date()}))  # noqa: DTZ001 - a date
NIGHTS = Calendar("Asia/Kolkata", ((Hours(0, 360), Hours(1320, 1440)),) * 7)
