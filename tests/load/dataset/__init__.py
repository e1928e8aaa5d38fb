"""A million tickets and what was told of them, as the product writes them.

`sample` lets the product itself write one hour's work, `copies` tells it again under other ids, at other times, for
other customers, and `kept` loads as many copies as are asked for and keeps them from run to run.
"""
