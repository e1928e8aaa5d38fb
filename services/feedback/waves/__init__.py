"""Waves: a program asks its whole audience once, piece by piece, spread over time."""
