"""Agents and groups: who works on tickets."""
