"""Whether a contact is asked: the checks in their order, and a decision with all reasons for each consideration."""
