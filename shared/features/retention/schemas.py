"""The HTTP bodies of retention."""

from datetime import datetime
from typing import Annotated, Self

from pydantic import Field

from shared.features.retention.entities import Entity
from shared.features.retention.models import LONGEST_DAYS, RetentionPolicy
from shared.http.fields import Body, ShortText, View, example

Days = Annotated[int, Field(strict=True, ge=1, le=LONGEST_DAYS)]


class RetentionPolicyIn(Body):
    """For how many days it is kept; null = for ever."""

    model_config = example({"days": 730})

    days: Days | None


class RetentionPolicyOut(View):
    """For how many days one kind of rows is kept, and what the last run that met any did."""

    model_config = example(
        {
            "entity": "audit",
            "about": "Rows of the audit trail are removed.",
            "days": 730,
            "updated_at": "2026-11-23T10:00:00Z",
            "last_run_at": "2026-11-24T03:00:00Z",
            "last_count": 12,
        }
    )

    entity: str
    about: str
    days: int | None
    updated_at: datetime | None
    last_run_at: datetime | None
    last_count: int | None

    @classmethod
    def of(cls, entity: Entity, row: RetentionPolicy | None) -> Self:
        """An entity with its policy, if one was ever set."""
        names = ("days", "updated_at", "last_run_at", "last_count")
        return cls(entity=entity.name, about=entity.about, **{name: getattr(row, name, None) for name in names})


class DryRunIn(Body):
    """Days to try, by entity, instead of those that are set."""

    model_config = example({"days": {"audit": 365}})

    days: dict[ShortText, Days] = Field(default_factory=dict, max_length=50)


class DryRunItem(View):
    """What a run would deal with. rows: at most 1,000,000 are counted."""

    entity: str
    days: int
    rows: int


class DryRunOut(View):
    """What runs would deal with, by entity; those that are kept for ever are left out."""

    model_config = example({"items": [{"entity": "audit", "days": 365, "rows": 1200}]})

    items: list[DryRunItem]
