"""Business calendars, kept where clocks run: when a desk is open, less holidays, with exceptions.

The arithmetic lies in `shared/business_time.py`; this room keeps the calendars that it works with.
"""
