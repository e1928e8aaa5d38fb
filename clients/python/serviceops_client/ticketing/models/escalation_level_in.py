from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..types import UNSET, Unset
from typing import cast

if TYPE_CHECKING:
    from ..models.level_action import LevelAction
    from ..models.level_at import LevelAt
    from ..models.level_recipient import LevelRecipient


T = TypeVar("T", bound="EscalationLevelIn")


@_attrs_define
class EscalationLevelIn:
    """A level: when, whom it concerns, and what is done. Recipients are sent something only by `notify`.

    Attributes:
        at (LevelAt): When: at a share of the target in percent (110 = 10 % over), or so many minutes before or after
            its end.

            In business time of the clock's calendar: days off are excluded, not subtracted.
        recipients (list[LevelRecipient] | Unset):
        actions (list[LevelAction] | Unset):
    """

    at: LevelAt
    recipients: list[LevelRecipient] | Unset = UNSET
    actions: list[LevelAction] | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        from ..models.level_action import LevelAction  # noqa: PLC0415
        from ..models.level_at import LevelAt  # noqa: PLC0415
        from ..models.level_recipient import LevelRecipient  # noqa: PLC0415

        at = self.at.to_dict()

        recipients: list[dict[str, Any]] | Unset = UNSET
        if not isinstance(self.recipients, Unset):
            recipients = []
            for recipients_item_data in self.recipients:
                recipients_item = recipients_item_data.to_dict()
                recipients.append(recipients_item)

        actions: list[dict[str, Any]] | Unset = UNSET
        if not isinstance(self.actions, Unset):
            actions = []
            for actions_item_data in self.actions:
                actions_item = actions_item_data.to_dict()
                actions.append(actions_item)

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "at": at,
            }
        )
        if recipients is not UNSET:
            field_dict["recipients"] = recipients
        if actions is not UNSET:
            field_dict["actions"] = actions

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.level_action import LevelAction  # noqa: PLC0415
        from ..models.level_at import LevelAt  # noqa: PLC0415
        from ..models.level_recipient import LevelRecipient  # noqa: PLC0415

        d = dict(src_dict)
        at = LevelAt.from_dict(d.pop("at"))

        _recipients = d.pop("recipients", UNSET)
        recipients: list[LevelRecipient] | Unset = UNSET
        if _recipients is not UNSET:
            recipients = []
            for recipients_item_data in _recipients:
                recipients_item = LevelRecipient.from_dict(recipients_item_data)

                recipients.append(recipients_item)

        _actions = d.pop("actions", UNSET)
        actions: list[LevelAction] | Unset = UNSET
        if _actions is not UNSET:
            actions = []
            for actions_item_data in _actions:
                actions_item = LevelAction.from_dict(actions_item_data)

                actions.append(actions_item)

        escalation_level_in = cls(
            at=at,
            recipients=recipients,
            actions=actions,
        )

        return escalation_level_in
