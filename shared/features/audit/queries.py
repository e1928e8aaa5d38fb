"""Reading the audit trail."""

from sqlalchemy import Select, select
from sqlmodel import col

from shared.db.filtering import narrowed
from shared.features.audit.models import AuditRow
from shared.features.audit.schemas import AuditFilters


def changes(filters: AuditFilters) -> Select[AuditRow]:
    """The changes that fit, newest first. Each equality has an index that goes on with this order."""
    listed = select(AuditRow).order_by(col(AuditRow.at).desc(), col(AuditRow.id).desc())
    listed = narrowed(listed, AuditRow, filters, apart=["begins_at", "ends_at"])
    if filters.begins_at is not None:
        listed = listed.where(col(AuditRow.at) >= filters.begins_at)
    if filters.ends_at is not None:
        listed = listed.where(col(AuditRow.at) < filters.ends_at)
    return listed
