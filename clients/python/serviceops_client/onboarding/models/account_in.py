from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..models.account_in_status import AccountInStatus
from ..models.account_in_status import check_account_in_status
from ..types import UNSET, Unset
from typing import cast

if TYPE_CHECKING:
    from ..models.account_in_custom import AccountInCustom
    from ..models.account_in_external_ids import AccountInExternalIds
    from ..models.contract import Contract


T = TypeVar("T", bound="AccountIn")


@_attrs_define
class AccountIn:
    """A customer.

    Attributes:
        name (str):
        external_ids (AccountInExternalIds | Unset):
        segment (None | str | Unset):
        tier (None | str | Unset):
        industry (None | str | Unset):
        region (None | str | Unset):
        timezone (None | str | Unset):
        locale (None | str | Unset):
        currency (None | str | Unset):
        status (AccountInStatus | Unset):  Default: 'prospect'.
        contract (Contract | None | Unset):
        custom (AccountInCustom | Unset):
    """

    name: str
    external_ids: AccountInExternalIds | Unset = UNSET
    segment: None | str | Unset = UNSET
    tier: None | str | Unset = UNSET
    industry: None | str | Unset = UNSET
    region: None | str | Unset = UNSET
    timezone: None | str | Unset = UNSET
    locale: None | str | Unset = UNSET
    currency: None | str | Unset = UNSET
    status: AccountInStatus | Unset = "prospect"
    contract: Contract | None | Unset = UNSET
    custom: AccountInCustom | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        from ..models.account_in_custom import AccountInCustom  # noqa: PLC0415
        from ..models.account_in_external_ids import AccountInExternalIds  # noqa: PLC0415
        from ..models.contract import Contract  # noqa: PLC0415

        name = self.name

        external_ids: dict[str, Any] | Unset = UNSET
        if not isinstance(self.external_ids, Unset):
            external_ids = self.external_ids.to_dict()

        segment: None | str | Unset
        if isinstance(self.segment, Unset):
            segment = UNSET
        else:
            segment = self.segment

        tier: None | str | Unset
        if isinstance(self.tier, Unset):
            tier = UNSET
        else:
            tier = self.tier

        industry: None | str | Unset
        if isinstance(self.industry, Unset):
            industry = UNSET
        else:
            industry = self.industry

        region: None | str | Unset
        if isinstance(self.region, Unset):
            region = UNSET
        else:
            region = self.region

        timezone: None | str | Unset
        if isinstance(self.timezone, Unset):
            timezone = UNSET
        else:
            timezone = self.timezone

        locale: None | str | Unset
        if isinstance(self.locale, Unset):
            locale = UNSET
        else:
            locale = self.locale

        currency: None | str | Unset
        if isinstance(self.currency, Unset):
            currency = UNSET
        else:
            currency = self.currency

        status: str | Unset = UNSET
        if not isinstance(self.status, Unset):
            status = self.status

        contract: dict[str, Any] | None | Unset
        if isinstance(self.contract, Unset):
            contract = UNSET
        elif isinstance(self.contract, Contract):
            contract = self.contract.to_dict()
        else:
            contract = self.contract

        custom: dict[str, Any] | Unset = UNSET
        if not isinstance(self.custom, Unset):
            custom = self.custom.to_dict()

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "name": name,
            }
        )
        if external_ids is not UNSET:
            field_dict["external_ids"] = external_ids
        if segment is not UNSET:
            field_dict["segment"] = segment
        if tier is not UNSET:
            field_dict["tier"] = tier
        if industry is not UNSET:
            field_dict["industry"] = industry
        if region is not UNSET:
            field_dict["region"] = region
        if timezone is not UNSET:
            field_dict["timezone"] = timezone
        if locale is not UNSET:
            field_dict["locale"] = locale
        if currency is not UNSET:
            field_dict["currency"] = currency
        if status is not UNSET:
            field_dict["status"] = status
        if contract is not UNSET:
            field_dict["contract"] = contract
        if custom is not UNSET:
            field_dict["custom"] = custom

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.account_in_custom import AccountInCustom  # noqa: PLC0415
        from ..models.account_in_external_ids import AccountInExternalIds  # noqa: PLC0415
        from ..models.contract import Contract  # noqa: PLC0415

        d = dict(src_dict)
        name = d.pop("name")

        _external_ids = d.pop("external_ids", UNSET)
        external_ids: AccountInExternalIds | Unset
        if isinstance(_external_ids, Unset):
            external_ids = UNSET
        else:
            external_ids = AccountInExternalIds.from_dict(_external_ids)

        def _parse_segment(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        segment = _parse_segment(d.pop("segment", UNSET))

        def _parse_tier(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        tier = _parse_tier(d.pop("tier", UNSET))

        def _parse_industry(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        industry = _parse_industry(d.pop("industry", UNSET))

        def _parse_region(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        region = _parse_region(d.pop("region", UNSET))

        def _parse_timezone(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        timezone = _parse_timezone(d.pop("timezone", UNSET))

        def _parse_locale(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        locale = _parse_locale(d.pop("locale", UNSET))

        def _parse_currency(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        currency = _parse_currency(d.pop("currency", UNSET))

        _status = d.pop("status", UNSET)
        status: AccountInStatus | Unset
        if isinstance(_status, Unset):
            status = UNSET
        else:
            status = check_account_in_status(_status)

        def _parse_contract(data: object) -> Contract | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                contract_type_0 = Contract.from_dict(data)

                return contract_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(Contract | None | Unset, data)

        contract = _parse_contract(d.pop("contract", UNSET))

        _custom = d.pop("custom", UNSET)
        custom: AccountInCustom | Unset
        if isinstance(_custom, Unset):
            custom = UNSET
        else:
            custom = AccountInCustom.from_dict(_custom)

        account_in = cls(
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
        )

        return account_in
