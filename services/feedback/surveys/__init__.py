"""Surveys: what is asked, on which scale, in which languages. A version never changes."""
