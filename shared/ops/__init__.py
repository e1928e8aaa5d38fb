"""What whoever runs a service needs: settings, log, metrics, tracing, health, the clock."""
