"""Where analytics holds a contact's data: in facts as they were told, and in the ledger's copies of their fields."""
