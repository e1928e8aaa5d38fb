"""The table of facts, in monthly partitions by the time at which the teller wrote them down."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import BigInteger, Index, Text, text
from sqlalchemy.dialects.postgresql import JSONB
from sqlmodel import Field

from services.analytics.base import Base

ABOUT_CONTACTS = """type IN ('contact.created.v1', 'contact.updated.v1', 'contact.erasure_requested.v1',
    'response.received.v1', 'response.edited.v1')"""
ABOUT_RESPONDENTS = "type IN ('response.received.v1', 'response.edited.v1') AND data -> 'respondent' <> 'null'"


class StoredFact(Base, table=True):
    """One fact as it was told; rows are only ever added, and lose what is personal when their person is erased.

    A partitioned table's unique key must hold the partition key. A fact's recorded_at (ce_recordedtime)
    is written once, beside its id, in the teller's outbox: each id has one recorded_at for ever, so that
    (event_id, recorded_at) is unique exactly where event_id is.
    time: when it happened (ce_time). causation_id: `fact/<id>`, `request/<id>` or `job/<name>/<id>`.
    """

    __tablename__ = "fact"
    __table_args__ = (
        Index("ix_fact_trace_id", "trace_id"),
        Index("ix_fact_type_recorded_at", "type", "recorded_at"),
        Index("ix_fact_contact_id", text("(data ->> 'contact_id')"), postgresql_where=text(ABOUT_CONTACTS)),
        Index(
            "ix_fact_respondent_email",
            text("lower((data -> 'respondent') ->> 'email')"),
            postgresql_where=text(ABOUT_RESPONDENTS),
        ),
        {"postgresql_partition_by": "RANGE (recorded_at)"},
    )

    event_id: UUID = Field(primary_key=True)
    recorded_at: datetime = Field(primary_key=True)
    time: datetime
    source: str = Field(sa_type=Text)
    type: str = Field(sa_type=Text)
    subject: str = Field(sa_type=Text)
    sequence: int = Field(sa_type=BigInteger)
    trace_id: UUID
    causation_id: str = Field(sa_type=Text)
    actor: str = Field(sa_type=Text)
    data: dict[str, Any] = Field(sa_type=JSONB)
