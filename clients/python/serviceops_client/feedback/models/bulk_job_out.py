from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..models.bulk_job_out_format_type_0 import BulkJobOutFormatType0
from ..models.bulk_job_out_format_type_0 import check_bulk_job_out_format_type_0
from ..models.bulk_job_out_state import BulkJobOutState
from ..models.bulk_job_out_state import check_bulk_job_out_state
from typing import cast
from uuid import UUID
import datetime


T = TypeVar("T", bound="BulkJobOut")


@_attrs_define
class BulkJobOut:
    """A job, and how far it is.

    kind: as in `import_tickets` or `export_tickets`. asked_by: as the audit trail names them.
    total: null until the whole input was read. progress: from 0 to 1 by what was read of it; null for an export that
    goes on. dry_run: nothing is kept but what would come of each row. failed: state, where batches were lost again
    and again; what was done by then stays. error: why, then. expires_at: of an export's content.

        Attributes:
            id (UUID):
            kind (str):
            state (BulkJobOutState):
            asked_by (str):
            dry_run (bool):
            format_ (BulkJobOutFormatType0 | None):
            total (int | None):
            done (int):
            succeeded (int):
            failed (int):
            skipped (int):
            progress (float | None):
            created_at (datetime.datetime):
            started_at (datetime.datetime | None):
            ended_at (datetime.datetime | None):
            expires_at (datetime.datetime | None):
            error (None | str):
    """

    id: UUID
    kind: str
    state: BulkJobOutState
    asked_by: str
    dry_run: bool
    format_: BulkJobOutFormatType0 | None
    total: int | None
    done: int
    succeeded: int
    failed: int
    skipped: int
    progress: float | None
    created_at: datetime.datetime
    started_at: datetime.datetime | None
    ended_at: datetime.datetime | None
    expires_at: datetime.datetime | None
    error: None | str
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        id = str(self.id)

        kind = self.kind

        state: str = self.state

        asked_by = self.asked_by

        dry_run = self.dry_run

        format_: None | str
        if isinstance(self.format_, str):
            format_ = self.format_
        else:
            format_ = self.format_

        total: int | None
        total = self.total

        done = self.done

        succeeded = self.succeeded

        failed = self.failed

        skipped = self.skipped

        progress: float | None
        progress = self.progress

        created_at = self.created_at.isoformat()

        started_at: None | str
        if isinstance(self.started_at, datetime.datetime):
            started_at = self.started_at.isoformat()
        else:
            started_at = self.started_at

        ended_at: None | str
        if isinstance(self.ended_at, datetime.datetime):
            ended_at = self.ended_at.isoformat()
        else:
            ended_at = self.ended_at

        expires_at: None | str
        if isinstance(self.expires_at, datetime.datetime):
            expires_at = self.expires_at.isoformat()
        else:
            expires_at = self.expires_at

        error: None | str
        error = self.error

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "id": id,
                "kind": kind,
                "state": state,
                "asked_by": asked_by,
                "dry_run": dry_run,
                "format": format_,
                "total": total,
                "done": done,
                "succeeded": succeeded,
                "failed": failed,
                "skipped": skipped,
                "progress": progress,
                "created_at": created_at,
                "started_at": started_at,
                "ended_at": ended_at,
                "expires_at": expires_at,
                "error": error,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        id = UUID(d.pop("id"))

        kind = d.pop("kind")

        state = check_bulk_job_out_state(d.pop("state"))

        asked_by = d.pop("asked_by")

        dry_run = d.pop("dry_run")

        def _parse_format_(data: object) -> BulkJobOutFormatType0 | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                format_type_0 = check_bulk_job_out_format_type_0(data)

                return format_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(BulkJobOutFormatType0 | None, data)

        format_ = _parse_format_(d.pop("format"))

        def _parse_total(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        total = _parse_total(d.pop("total"))

        done = d.pop("done")

        succeeded = d.pop("succeeded")

        failed = d.pop("failed")

        skipped = d.pop("skipped")

        def _parse_progress(data: object) -> float | None:
            if data is None:
                return data
            return cast(float | None, data)

        progress = _parse_progress(d.pop("progress"))

        created_at = datetime.datetime.fromisoformat(d.pop("created_at"))

        def _parse_started_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                started_at_type_0 = datetime.datetime.fromisoformat(data)

                return started_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        started_at = _parse_started_at(d.pop("started_at"))

        def _parse_ended_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                ended_at_type_0 = datetime.datetime.fromisoformat(data)

                return ended_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        ended_at = _parse_ended_at(d.pop("ended_at"))

        def _parse_expires_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                expires_at_type_0 = datetime.datetime.fromisoformat(data)

                return expires_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        expires_at = _parse_expires_at(d.pop("expires_at"))

        def _parse_error(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        error = _parse_error(d.pop("error"))

        bulk_job_out = cls(
            id=id,
            kind=kind,
            state=state,
            asked_by=asked_by,
            dry_run=dry_run,
            format_=format_,
            total=total,
            done=done,
            succeeded=succeeded,
            failed=failed,
            skipped=skipped,
            progress=progress,
            created_at=created_at,
            started_at=started_at,
            ended_at=ended_at,
            expires_at=expires_at,
            error=error,
        )

        bulk_job_out.additional_properties = d
        return bulk_job_out

    @property
    def additional_keys(self) -> list[str]:
        return list(self.additional_properties.keys())

    def __getitem__(self, key: str) -> Any:
        return self.additional_properties[key]

    def __setitem__(self, key: str, value: Any) -> None:
        self.additional_properties[key] = value

    def __delitem__(self, key: str) -> None:
        del self.additional_properties[key]

    def __contains__(self, key: str) -> bool:
        return key in self.additional_properties
