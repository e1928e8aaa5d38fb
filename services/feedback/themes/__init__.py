"""Themes: what answers are about, found by words in each language."""
