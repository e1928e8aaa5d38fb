"""How tickets hang together: each link is seen from both sides, under the name that it has from there."""
