from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..types import UNSET, Unset
from typing import cast

if TYPE_CHECKING:
    from ..models.macro_reply import MacroReply
    from ..models.macro_set import MacroSet
    from ..models.transition_in import TransitionIn


T = TypeVar("T", bound="MacroAction")


@_attrs_define
class MacroAction:
    """One deed: set, reply or transition.

    Attributes:
        set_ (MacroSet | None | Unset):
        reply (MacroReply | None | Unset):
        transition (None | TransitionIn | Unset):
    """

    set_: MacroSet | None | Unset = UNSET
    reply: MacroReply | None | Unset = UNSET
    transition: None | TransitionIn | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        from ..models.macro_reply import MacroReply  # noqa: PLC0415
        from ..models.macro_set import MacroSet  # noqa: PLC0415
        from ..models.transition_in import TransitionIn  # noqa: PLC0415

        set_: dict[str, Any] | None | Unset
        if isinstance(self.set_, Unset):
            set_ = UNSET
        elif isinstance(self.set_, MacroSet):
            set_ = self.set_.to_dict()
        else:
            set_ = self.set_

        reply: dict[str, Any] | None | Unset
        if isinstance(self.reply, Unset):
            reply = UNSET
        elif isinstance(self.reply, MacroReply):
            reply = self.reply.to_dict()
        else:
            reply = self.reply

        transition: dict[str, Any] | None | Unset
        if isinstance(self.transition, Unset):
            transition = UNSET
        elif isinstance(self.transition, TransitionIn):
            transition = self.transition.to_dict()
        else:
            transition = self.transition

        field_dict: dict[str, Any] = {}

        field_dict.update({})
        if set_ is not UNSET:
            field_dict["set"] = set_
        if reply is not UNSET:
            field_dict["reply"] = reply
        if transition is not UNSET:
            field_dict["transition"] = transition

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.macro_reply import MacroReply  # noqa: PLC0415
        from ..models.macro_set import MacroSet  # noqa: PLC0415
        from ..models.transition_in import TransitionIn  # noqa: PLC0415

        d = dict(src_dict)

        def _parse_set_(data: object) -> MacroSet | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                set_type_0 = MacroSet.from_dict(data)

                return set_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(MacroSet | None | Unset, data)

        set_ = _parse_set_(d.pop("set", UNSET))

        def _parse_reply(data: object) -> MacroReply | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                reply_type_0 = MacroReply.from_dict(data)

                return reply_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(MacroReply | None | Unset, data)

        reply = _parse_reply(d.pop("reply", UNSET))

        def _parse_transition(data: object) -> None | TransitionIn | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                transition_type_0 = TransitionIn.from_dict(data)

                return transition_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | TransitionIn | Unset, data)

        transition = _parse_transition(d.pop("transition", UNSET))

        macro_action = cls(
            set_=set_,
            reply=reply,
            transition=transition,
        )

        return macro_action
