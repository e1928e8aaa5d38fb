"""Where feedback holds a contact's data: the mirror of their name, and their answers."""
