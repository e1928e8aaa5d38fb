"""What customers said in surveys about a ticket, as feedback's facts tell it."""
