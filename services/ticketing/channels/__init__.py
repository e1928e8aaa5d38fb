"""How customers write in, and how replies reach them."""
