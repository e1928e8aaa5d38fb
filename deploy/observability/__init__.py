"""What whoever runs the suite watches: rules for Prometheus, boards for Grafana, and where to scrape."""
