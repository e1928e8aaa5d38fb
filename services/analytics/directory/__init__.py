"""Analytics' own mirror of who works for whom, with its history: to say who should have been told."""
