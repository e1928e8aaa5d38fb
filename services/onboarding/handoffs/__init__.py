"""Won deals, and their hand-off from sales to the team that will work with the customer."""
