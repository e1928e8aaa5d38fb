"""The console: pages at /console on which agents see what is due, answer, assign, solve and recover.

`api.py` has the queue and the page of a ticket, `deeds.py` and `recovering.py` the forms on it. A page does what the
API does, by the same functions and with the same scopes; its templates lie in `templates/`.
"""
