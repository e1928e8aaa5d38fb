from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..models.webhook_health_out_breaker import check_webhook_health_out_breaker
from ..models.webhook_health_out_breaker import WebhookHealthOutBreaker
from typing import cast
import datetime


T = TypeVar("T", bound="WebhookHealthOut")


@_attrs_define
class WebhookHealthOut:
    """How a webhook's endpoint does.

    breaker: `open` means that no attempt is made until open_until, `half_open` that the next one decides.
    failures: in a row until now. pending: deliveries that wait. oldest_due_at: since when the first of them does.

        Attributes:
            breaker (WebhookHealthOutBreaker):
            failures (int):
            open_until (datetime.datetime | None):
            pending (int):
            oldest_due_at (datetime.datetime | None):
    """

    breaker: WebhookHealthOutBreaker
    failures: int
    open_until: datetime.datetime | None
    pending: int
    oldest_due_at: datetime.datetime | None
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        breaker: str = self.breaker

        failures = self.failures

        open_until: None | str
        if isinstance(self.open_until, datetime.datetime):
            open_until = self.open_until.isoformat()
        else:
            open_until = self.open_until

        pending = self.pending

        oldest_due_at: None | str
        if isinstance(self.oldest_due_at, datetime.datetime):
            oldest_due_at = self.oldest_due_at.isoformat()
        else:
            oldest_due_at = self.oldest_due_at

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "breaker": breaker,
                "failures": failures,
                "open_until": open_until,
                "pending": pending,
                "oldest_due_at": oldest_due_at,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        breaker = check_webhook_health_out_breaker(d.pop("breaker"))

        failures = d.pop("failures")

        def _parse_open_until(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                open_until_type_0 = datetime.datetime.fromisoformat(data)

                return open_until_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        open_until = _parse_open_until(d.pop("open_until"))

        pending = d.pop("pending")

        def _parse_oldest_due_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                oldest_due_at_type_0 = datetime.datetime.fromisoformat(data)

                return oldest_due_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        oldest_due_at = _parse_oldest_due_at(d.pop("oldest_due_at"))

        webhook_health_out = cls(
            breaker=breaker,
            failures=failures,
            open_until=open_until,
            pending=pending,
            oldest_due_at=oldest_due_at,
        )

        webhook_health_out.additional_properties = d
        return webhook_health_out

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
