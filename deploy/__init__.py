"""How the suite runs: on one machine without Docker (`deploy.local`), and in containers."""
