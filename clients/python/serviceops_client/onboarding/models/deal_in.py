from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..types import UNSET, Unset
from typing import cast
import datetime

if TYPE_CHECKING:
    from ..models.account_in import AccountIn
    from ..models.contact_details import ContactDetails
    from ..models.handoff_content import HandoffContent


T = TypeVar("T", bound="DealIn")


@_attrs_define
class DealIn:
    """A won deal. The account is found by its external ids, or made.

    Attributes:
        crm (str):
        crm_id (str):
        closed_at (datetime.datetime):
        account (AccountIn): A customer.
        contacts (list[ContactDetails] | Unset):
        handoff (HandoffContent | Unset): What sales says. What is left out or empty is recorded as a gap.
    """

    crm: str
    crm_id: str
    closed_at: datetime.datetime
    account: AccountIn
    contacts: list[ContactDetails] | Unset = UNSET
    handoff: HandoffContent | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        from ..models.account_in import AccountIn  # noqa: PLC0415
        from ..models.contact_details import ContactDetails  # noqa: PLC0415
        from ..models.handoff_content import HandoffContent  # noqa: PLC0415

        crm = self.crm

        crm_id = self.crm_id

        closed_at = self.closed_at.isoformat()

        account = self.account.to_dict()

        contacts: list[dict[str, Any]] | Unset = UNSET
        if not isinstance(self.contacts, Unset):
            contacts = []
            for contacts_item_data in self.contacts:
                contacts_item = contacts_item_data.to_dict()
                contacts.append(contacts_item)

        handoff: dict[str, Any] | Unset = UNSET
        if not isinstance(self.handoff, Unset):
            handoff = self.handoff.to_dict()

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "crm": crm,
                "crm_id": crm_id,
                "closed_at": closed_at,
                "account": account,
            }
        )
        if contacts is not UNSET:
            field_dict["contacts"] = contacts
        if handoff is not UNSET:
            field_dict["handoff"] = handoff

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.account_in import AccountIn  # noqa: PLC0415
        from ..models.contact_details import ContactDetails  # noqa: PLC0415
        from ..models.handoff_content import HandoffContent  # noqa: PLC0415

        d = dict(src_dict)
        crm = d.pop("crm")

        crm_id = d.pop("crm_id")

        closed_at = datetime.datetime.fromisoformat(d.pop("closed_at"))

        account = AccountIn.from_dict(d.pop("account"))

        _contacts = d.pop("contacts", UNSET)
        contacts: list[ContactDetails] | Unset = UNSET
        if _contacts is not UNSET:
            contacts = []
            for contacts_item_data in _contacts:
                contacts_item = ContactDetails.from_dict(contacts_item_data)

                contacts.append(contacts_item)

        _handoff = d.pop("handoff", UNSET)
        handoff: HandoffContent | Unset
        if isinstance(_handoff, Unset):
            handoff = UNSET
        else:
            handoff = HandoffContent.from_dict(_handoff)

        deal_in = cls(
            crm=crm,
            crm_id=crm_id,
            closed_at=closed_at,
            account=account,
            contacts=contacts,
            handoff=handoff,
        )

        return deal_in
