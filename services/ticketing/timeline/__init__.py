"""What happened on a ticket, in one list: what was written, what was done by whom and why, and what time did."""
