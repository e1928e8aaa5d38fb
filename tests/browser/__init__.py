"""The pages as people use them: in Chromium, with and without scripts, wide and narrow, light and dark."""
