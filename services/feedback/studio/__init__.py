"""The studio: pages at /studio on which people make programs, see whom they ask, write surveys, and act on what came.

`api.py` lists the pages and their forms. A page does what the API does, by the same functions and with the same
scopes; its templates lie in `templates/`, and its charts are drawn by `charts.py`.
"""
