"""`make fuzz`: generated requests, right and wrong, to the four APIs, each answer held against its description."""
