"""Apache Kafka on one machine, from Maven Central: `make kafka` installs it, `BROKER=kafka` uses it."""
