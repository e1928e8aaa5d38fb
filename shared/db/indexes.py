"""Indexes on tables that are written to meanwhile, for revisions."""

from collections.abc import Mapping, Sequence

from alembic import op
from sqlalchemy import TextClause, text

Indexes = Mapping[str, tuple[str, Sequence[str | TextClause], str | None]]
"""By name: the table, the columns or expressions, and of which rows, None for all."""


def build(indexes: Indexes, *, using: str | None = None) -> None:
    """Build them beside the writers. It may be called again after one that did not get its lock.

    using: the kind of all of them, where it is not a B-tree.
    """
    with op.get_context().autocommit_block():
        for name, (table, columns, rows) in indexes.items():
            # What a build that did not get its lock left behind is of no use, and in the next one's way.
            op.drop_index(name, table_name=table, if_exists=True, postgresql_concurrently=True)
            op.create_index(
                name,
                table,
                list(columns),
                if_not_exists=True,
                postgresql_concurrently=True,
                postgresql_where=text(rows) if rows else None,
                postgresql_using=using,
            )


def drop(indexes: Indexes) -> None:
    """Take them away, those that are there."""
    with op.get_context().autocommit_block():
        for name, (table, _, _) in indexes.items():
            op.drop_index(name, table_name=table, if_exists=True, postgresql_concurrently=True)
