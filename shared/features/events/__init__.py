"""The facts that a service told, as a feed for whoever does not read Kafka."""
