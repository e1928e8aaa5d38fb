"""Two tickets that are one matter become one, and apart again; one that is two matters becomes two."""
