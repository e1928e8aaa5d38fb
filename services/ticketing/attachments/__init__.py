"""Files that belong to messages: kept behind one storage interface, named by their messages, gone with them."""
