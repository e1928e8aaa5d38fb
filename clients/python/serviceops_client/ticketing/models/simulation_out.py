from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..models.simulation_out_strategy import check_simulation_out_strategy
from ..models.simulation_out_strategy import SimulationOutStrategy
from typing import cast
from uuid import UUID

if TYPE_CHECKING:
    from ..models.considered_agent import ConsideredAgent
    from ..models.tried_rule import TriedRule


T = TypeVar("T", bound="SimulationOut")


@_attrs_define
class SimulationOut:
    """Where a ticket would go now, and why: every rule that was looked at, and everybody who might get it.

    Attributes:
        rule_id (None | UUID):
        rule_version (int | None):
        group_id (None | UUID):
        strategy (SimulationOutStrategy):
        skills (list[str]):
        assignee_id (None | UUID):
        rules (list[TriedRule]):
        agents (list[ConsideredAgent]):
    """

    rule_id: None | UUID
    rule_version: int | None
    group_id: None | UUID
    strategy: SimulationOutStrategy
    skills: list[str]
    assignee_id: None | UUID
    rules: list[TriedRule]
    agents: list[ConsideredAgent]
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.considered_agent import ConsideredAgent  # noqa: PLC0415
        from ..models.tried_rule import TriedRule  # noqa: PLC0415

        rule_id: None | str
        if isinstance(self.rule_id, UUID):
            rule_id = str(self.rule_id)
        else:
            rule_id = self.rule_id

        rule_version: int | None
        rule_version = self.rule_version

        group_id: None | str
        if isinstance(self.group_id, UUID):
            group_id = str(self.group_id)
        else:
            group_id = self.group_id

        strategy: str = self.strategy

        skills = self.skills

        assignee_id: None | str
        if isinstance(self.assignee_id, UUID):
            assignee_id = str(self.assignee_id)
        else:
            assignee_id = self.assignee_id

        rules = []
        for rules_item_data in self.rules:
            rules_item = rules_item_data.to_dict()
            rules.append(rules_item)

        agents = []
        for agents_item_data in self.agents:
            agents_item = agents_item_data.to_dict()
            agents.append(agents_item)

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "rule_id": rule_id,
                "rule_version": rule_version,
                "group_id": group_id,
                "strategy": strategy,
                "skills": skills,
                "assignee_id": assignee_id,
                "rules": rules,
                "agents": agents,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.considered_agent import ConsideredAgent  # noqa: PLC0415
        from ..models.tried_rule import TriedRule  # noqa: PLC0415

        d = dict(src_dict)

        def _parse_rule_id(data: object) -> None | UUID:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                rule_id_type_0 = UUID(data)

                return rule_id_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | UUID, data)

        rule_id = _parse_rule_id(d.pop("rule_id"))

        def _parse_rule_version(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        rule_version = _parse_rule_version(d.pop("rule_version"))

        def _parse_group_id(data: object) -> None | UUID:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                group_id_type_0 = UUID(data)

                return group_id_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | UUID, data)

        group_id = _parse_group_id(d.pop("group_id"))

        strategy = check_simulation_out_strategy(d.pop("strategy"))

        skills = cast(list[str], d.pop("skills"))

        def _parse_assignee_id(data: object) -> None | UUID:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                assignee_id_type_0 = UUID(data)

                return assignee_id_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | UUID, data)

        assignee_id = _parse_assignee_id(d.pop("assignee_id"))

        rules = []
        _rules = d.pop("rules")
        for rules_item_data in _rules:
            rules_item = TriedRule.from_dict(rules_item_data)

            rules.append(rules_item)

        agents = []
        _agents = d.pop("agents")
        for agents_item_data in _agents:
            agents_item = ConsideredAgent.from_dict(agents_item_data)

            agents.append(agents_item)

        simulation_out = cls(
            rule_id=rule_id,
            rule_version=rule_version,
            group_id=group_id,
            strategy=strategy,
            skills=skills,
            assignee_id=assignee_id,
            rules=rules,
            agents=agents,
        )

        simulation_out.additional_properties = d
        return simulation_out

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
