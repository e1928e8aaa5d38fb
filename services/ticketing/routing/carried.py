"""Which tickets an agent carries, and which ones wait for one: conditions on the tickets' columns, in SQL.

Routing never reads the tickets' models; these are the columns that it is given. Each has an index (tickets/models.py),
of which the planner makes use only where a statement says the same.
"""

CARRIED = "status IN ('new', 'open') AND merged_into_id IS NULL"
"""With an assignee_id: what counts against a capacity. What waits for the customer or a third party does not."""

WAITING = f"assignee_id IS NULL AND assigned_by IN ('routing', 'rerouted') AND {CARRIED}"
"""With a group_id: nobody of the group could take it yet. What was taken from somebody by hand does not wait."""
