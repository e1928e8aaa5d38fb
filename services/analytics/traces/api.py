"""Traces: the whole story of one answer or one deal, over all services."""

from services.analytics.traces import queries
from services.analytics.traces.schemas import Trace
from shared.http.dependencies import RequestCause, Session
from shared.http.fields import Id
from shared.http.routes import Router

router = Router(prefix="/v1/traces", tags=["traces"], scope="analytics:traces")


@router.get("/{trace_id}")
async def read_trace(trace_id: Id, session: Session, cause: RequestCause) -> Trace:
    """Each step with its time, its deadline, its verdict and its evidence."""
    return await queries.trace(session, trace_id, cause.at)
