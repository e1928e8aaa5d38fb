"""Word lists: the words for which a person must see an answer at once, by kind and language."""
