"""Invitations to answer: from planned to completed, and the addresses that get none."""
