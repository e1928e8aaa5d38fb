"""The studio: pages at /studio on which people see whom programs ask, write surveys, send one, and read what came.

`api.py` lists the pages and their forms. A page does what the API does, by the same functions and with the same
scopes; its templates lie in `templates/`, and its charts are drawn by `charts.py`.
"""
