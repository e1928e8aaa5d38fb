"""What may be removed or made anonymous after so many days. A dry run and a run share the condition, and nothing else.

A condition is SQL with $1 for the days, by database time; rows that were made anonymous no longer fit it.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Entity:
    """One kind of rows. old: the condition. change: the SET that makes a row anonymous; None removes it.

    key: the columns that find a row again.
    """

    name: str
    about: str
    table: str
    old: str
    change: str | None = None
    key: str = "id"

    @property
    def count(self) -> str:
        """The statement that counts what is old, up to $2 rows."""
        return f"SELECT count(*) AS rows FROM (SELECT FROM {self.table} WHERE {self.old} LIMIT $2) AS old"  # noqa: S608

    @property
    def apply(self) -> str:
        """The statement that deals with up to $2 rows of what is old."""
        chosen = f"({self.key}) IN (SELECT {self.key} FROM {self.table} WHERE {self.old} LIMIT $2)"  # noqa: S608
        if self.change is None:
            return f"DELETE FROM {self.table} WHERE {chosen} RETURNING 1"  # noqa: S608
        return f"UPDATE {self.table} SET {self.change} WHERE {chosen} RETURNING 1"  # noqa: S608


AGO = "now() - make_interval(days => $1)"

SHARED = (
    Entity("audit", "Rows of the audit trail are removed.", "audit", f"at < {AGO}"),
    Entity(
        "dead_letters",
        "Dead letters that were replayed or discarded are removed.",
        "dead_letter",
        f"decided_at < {AGO} AND state <> 'open'",
    ),
    Entity(
        "notifications",
        "Notifications lose address and content; that they were sent, or failed, stays.",
        "notification",
        f"""queued_at < {AGO} AND state IN ('sent', 'failed', 'cancelled')
            AND (address IS NOT NULL OR "values" <> '{{}}' OR evidence IS NOT NULL OR last_error IS NOT NULL)""",
        "address = NULL, \"values\" = '{}', evidence = NULL, last_error = NULL",
    ),
)
"""What every service keeps."""
