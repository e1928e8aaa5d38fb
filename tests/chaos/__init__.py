"""`make chaos`: the whole suite under load while everything that can break breaks, and then a count of what is left."""
