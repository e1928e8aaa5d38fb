"""`make bench-peer`: the ticketing API beside django-helpdesk, by a load generator that knows neither.

PEER is the folder that brings the peer: its setup.sh, its servers (peer.py) and the generator (load.py).
"""
