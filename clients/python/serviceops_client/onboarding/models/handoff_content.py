from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..types import UNSET, Unset
from typing import cast

if TYPE_CHECKING:
    from ..models.handoff_content_goals_item_type_1 import HandoffContentGoalsItemType1
    from ..models.handoff_content_risks_item_type_1 import HandoffContentRisksItemType1
    from ..models.handoff_content_stakeholders_item_type_1 import HandoffContentStakeholdersItemType1
    from ..models.promised_date import PromisedDate


T = TypeVar("T", bound="HandoffContent")


@_attrs_define
class HandoffContent:
    """What sales says. What is left out or empty is recorded as a gap.

    Attributes:
        use_case (None | str | Unset):
        goals (list[HandoffContentGoalsItemType1 | str] | Unset):
        promised_dates (list[PromisedDate] | Unset):
        risks (list[HandoffContentRisksItemType1 | str] | Unset):
        stakeholders (list[HandoffContentStakeholdersItemType1 | str] | Unset):
    """

    use_case: None | str | Unset = UNSET
    goals: list[HandoffContentGoalsItemType1 | str] | Unset = UNSET
    promised_dates: list[PromisedDate] | Unset = UNSET
    risks: list[HandoffContentRisksItemType1 | str] | Unset = UNSET
    stakeholders: list[HandoffContentStakeholdersItemType1 | str] | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        from ..models.handoff_content_goals_item_type_1 import HandoffContentGoalsItemType1  # noqa: PLC0415
        from ..models.handoff_content_risks_item_type_1 import HandoffContentRisksItemType1  # noqa: PLC0415
        from ..models.handoff_content_stakeholders_item_type_1 import HandoffContentStakeholdersItemType1  # noqa: PLC0415
        from ..models.promised_date import PromisedDate  # noqa: PLC0415

        use_case: None | str | Unset
        if isinstance(self.use_case, Unset):
            use_case = UNSET
        else:
            use_case = self.use_case

        goals: list[dict[str, Any] | str] | Unset = UNSET
        if not isinstance(self.goals, Unset):
            goals = []
            for goals_item_data in self.goals:
                goals_item: dict[str, Any] | str
                if isinstance(goals_item_data, HandoffContentGoalsItemType1):
                    goals_item = goals_item_data.to_dict()
                else:
                    goals_item = goals_item_data
                goals.append(goals_item)

        promised_dates: list[dict[str, Any]] | Unset = UNSET
        if not isinstance(self.promised_dates, Unset):
            promised_dates = []
            for promised_dates_item_data in self.promised_dates:
                promised_dates_item = promised_dates_item_data.to_dict()
                promised_dates.append(promised_dates_item)

        risks: list[dict[str, Any] | str] | Unset = UNSET
        if not isinstance(self.risks, Unset):
            risks = []
            for risks_item_data in self.risks:
                risks_item: dict[str, Any] | str
                if isinstance(risks_item_data, HandoffContentRisksItemType1):
                    risks_item = risks_item_data.to_dict()
                else:
                    risks_item = risks_item_data
                risks.append(risks_item)

        stakeholders: list[dict[str, Any] | str] | Unset = UNSET
        if not isinstance(self.stakeholders, Unset):
            stakeholders = []
            for stakeholders_item_data in self.stakeholders:
                stakeholders_item: dict[str, Any] | str
                if isinstance(stakeholders_item_data, HandoffContentStakeholdersItemType1):
                    stakeholders_item = stakeholders_item_data.to_dict()
                else:
                    stakeholders_item = stakeholders_item_data
                stakeholders.append(stakeholders_item)

        field_dict: dict[str, Any] = {}

        field_dict.update({})
        if use_case is not UNSET:
            field_dict["use_case"] = use_case
        if goals is not UNSET:
            field_dict["goals"] = goals
        if promised_dates is not UNSET:
            field_dict["promised_dates"] = promised_dates
        if risks is not UNSET:
            field_dict["risks"] = risks
        if stakeholders is not UNSET:
            field_dict["stakeholders"] = stakeholders

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.handoff_content_goals_item_type_1 import HandoffContentGoalsItemType1  # noqa: PLC0415
        from ..models.handoff_content_risks_item_type_1 import HandoffContentRisksItemType1  # noqa: PLC0415
        from ..models.handoff_content_stakeholders_item_type_1 import HandoffContentStakeholdersItemType1  # noqa: PLC0415
        from ..models.promised_date import PromisedDate  # noqa: PLC0415

        d = dict(src_dict)

        def _parse_use_case(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        use_case = _parse_use_case(d.pop("use_case", UNSET))

        _goals = d.pop("goals", UNSET)
        goals: list[HandoffContentGoalsItemType1 | str] | Unset = UNSET
        if _goals is not UNSET:
            goals = []
            for goals_item_data in _goals:

                def _parse_goals_item(data: object) -> HandoffContentGoalsItemType1 | str:
                    try:
                        if not isinstance(data, dict):
                            raise TypeError()
                        goals_item_type_1 = HandoffContentGoalsItemType1.from_dict(data)

                        return goals_item_type_1
                    except (TypeError, ValueError, AttributeError, KeyError):
                        pass
                    return cast(HandoffContentGoalsItemType1 | str, data)

                goals_item = _parse_goals_item(goals_item_data)

                goals.append(goals_item)

        _promised_dates = d.pop("promised_dates", UNSET)
        promised_dates: list[PromisedDate] | Unset = UNSET
        if _promised_dates is not UNSET:
            promised_dates = []
            for promised_dates_item_data in _promised_dates:
                promised_dates_item = PromisedDate.from_dict(promised_dates_item_data)

                promised_dates.append(promised_dates_item)

        _risks = d.pop("risks", UNSET)
        risks: list[HandoffContentRisksItemType1 | str] | Unset = UNSET
        if _risks is not UNSET:
            risks = []
            for risks_item_data in _risks:

                def _parse_risks_item(data: object) -> HandoffContentRisksItemType1 | str:
                    try:
                        if not isinstance(data, dict):
                            raise TypeError()
                        risks_item_type_1 = HandoffContentRisksItemType1.from_dict(data)

                        return risks_item_type_1
                    except (TypeError, ValueError, AttributeError, KeyError):
                        pass
                    return cast(HandoffContentRisksItemType1 | str, data)

                risks_item = _parse_risks_item(risks_item_data)

                risks.append(risks_item)

        _stakeholders = d.pop("stakeholders", UNSET)
        stakeholders: list[HandoffContentStakeholdersItemType1 | str] | Unset = UNSET
        if _stakeholders is not UNSET:
            stakeholders = []
            for stakeholders_item_data in _stakeholders:

                def _parse_stakeholders_item(data: object) -> HandoffContentStakeholdersItemType1 | str:
                    try:
                        if not isinstance(data, dict):
                            raise TypeError()
                        stakeholders_item_type_1 = HandoffContentStakeholdersItemType1.from_dict(data)

                        return stakeholders_item_type_1
                    except (TypeError, ValueError, AttributeError, KeyError):
                        pass
                    return cast(HandoffContentStakeholdersItemType1 | str, data)

                stakeholders_item = _parse_stakeholders_item(stakeholders_item_data)

                stakeholders.append(stakeholders_item)

        handoff_content = cls(
            use_case=use_case,
            goals=goals,
            promised_dates=promised_dates,
            risks=risks,
            stakeholders=stakeholders,
        )

        return handoff_content
