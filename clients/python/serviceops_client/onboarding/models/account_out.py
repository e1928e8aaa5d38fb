from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..models.account_out_status import AccountOutStatus
from ..models.account_out_status import check_account_out_status
from typing import cast
from uuid import UUID
import datetime

if TYPE_CHECKING:
    from ..models.account_out_custom import AccountOutCustom
    from ..models.account_out_external_ids import AccountOutExternalIds
    from ..models.contract import Contract


T = TypeVar("T", bound="AccountOut")


@_attrs_define
class AccountOut:
    """A customer as the directory holds it.

    Attributes:
        id (UUID):
        name (str):
        external_ids (AccountOutExternalIds):
        segment (None | str):
        tier (None | str):
        industry (None | str):
        region (None | str):
        timezone (None | str):
        locale (None | str):
        currency (None | str):
        status (AccountOutStatus):
        contract (Contract | None):
        custom (AccountOutCustom):
        created_at (datetime.datetime):
        updated_at (datetime.datetime):
        version (int):
    """

    id: UUID
    name: str
    external_ids: AccountOutExternalIds
    segment: None | str
    tier: None | str
    industry: None | str
    region: None | str
    timezone: None | str
    locale: None | str
    currency: None | str
    status: AccountOutStatus
    contract: Contract | None
    custom: AccountOutCustom
    created_at: datetime.datetime
    updated_at: datetime.datetime
    version: int
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.account_out_custom import AccountOutCustom  # noqa: PLC0415
        from ..models.account_out_external_ids import AccountOutExternalIds  # noqa: PLC0415
        from ..models.contract import Contract  # noqa: PLC0415

        id = str(self.id)

        name = self.name

        external_ids = self.external_ids.to_dict()

        segment: None | str
        segment = self.segment

        tier: None | str
        tier = self.tier

        industry: None | str
        industry = self.industry

        region: None | str
        region = self.region

        timezone: None | str
        timezone = self.timezone

        locale: None | str
        locale = self.locale

        currency: None | str
        currency = self.currency

        status: str = self.status

        contract: dict[str, Any] | None
        if isinstance(self.contract, Contract):
            contract = self.contract.to_dict()
        else:
            contract = self.contract

        custom = self.custom.to_dict()

        created_at = self.created_at.isoformat()

        updated_at = self.updated_at.isoformat()

        version = self.version

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "id": id,
                "name": name,
                "external_ids": external_ids,
                "segment": segment,
                "tier": tier,
                "industry": industry,
                "region": region,
                "timezone": timezone,
                "locale": locale,
                "currency": currency,
                "status": status,
                "contract": contract,
                "custom": custom,
                "created_at": created_at,
                "updated_at": updated_at,
                "version": version,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.account_out_custom import AccountOutCustom  # noqa: PLC0415
        from ..models.account_out_external_ids import AccountOutExternalIds  # noqa: PLC0415
        from ..models.contract import Contract  # noqa: PLC0415

        d = dict(src_dict)
        id = UUID(d.pop("id"))

        name = d.pop("name")

        external_ids = AccountOutExternalIds.from_dict(d.pop("external_ids"))

        def _parse_segment(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        segment = _parse_segment(d.pop("segment"))

        def _parse_tier(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        tier = _parse_tier(d.pop("tier"))

        def _parse_industry(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        industry = _parse_industry(d.pop("industry"))

        def _parse_region(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        region = _parse_region(d.pop("region"))

        def _parse_timezone(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        timezone = _parse_timezone(d.pop("timezone"))

        def _parse_locale(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        locale = _parse_locale(d.pop("locale"))

        def _parse_currency(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        currency = _parse_currency(d.pop("currency"))

        status = check_account_out_status(d.pop("status"))

        def _parse_contract(data: object) -> Contract | None:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                contract_type_0 = Contract.from_dict(data)

                return contract_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(Contract | None, data)

        contract = _parse_contract(d.pop("contract"))

        custom = AccountOutCustom.from_dict(d.pop("custom"))

        created_at = datetime.datetime.fromisoformat(d.pop("created_at"))

        updated_at = datetime.datetime.fromisoformat(d.pop("updated_at"))

        version = d.pop("version")

        account_out = cls(
            id=id,
            name=name,
            external_ids=external_ids,
            segment=segment,
            tier=tier,
            industry=industry,
            region=region,
            timezone=timezone,
            locale=locale,
            currency=currency,
            status=status,
            contract=contract,
            custom=custom,
            created_at=created_at,
            updated_at=updated_at,
            version=version,
        )

        account_out.additional_properties = d
        return account_out

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
