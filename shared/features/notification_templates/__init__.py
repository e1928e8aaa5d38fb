"""What notifications say: the texts that ship with a service, and those that were written in their place.

An edited text is a row of a version of its own; none is ever changed. The newest version counts.
"""
