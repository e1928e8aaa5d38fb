"""What colleagues and suppliers promise one another about a ticket, measured by clocks that the customer never sees."""
