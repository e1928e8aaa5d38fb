#!/bin/sh
# A database and the role that owns it for each service, as PostgreSQL's image runs it on an empty volume.
# The passwords are those of the addresses that the services get: SECRETS/<service>_database_url.
set -eu

for service in ticketing feedback onboarding analytics; do
    address="${SECRETS:-/run/secrets}/${service}_database_url"
    # Read by psql itself: arguments would show the password to everybody's `ps`.
    password="sed -E 's|^postgresql://[^:]+:([^@]+)@.*|\\1|' '$address'"
    psql -v ON_ERROR_STOP=1 --quiet --no-psqlrc --username "${POSTGRES_USER:-postgres}" --dbname postgres <<SQL
\\set password \`$password\`
CREATE ROLE $service LOGIN PASSWORD :'password';
CREATE DATABASE $service OWNER $service;
REVOKE ALL ON DATABASE $service FROM PUBLIC;
SQL
done

# The shipped databases too: a table that one service could make there, another could read.
psql -v ON_ERROR_STOP=1 --quiet --no-psqlrc --username "${POSTGRES_USER:-postgres}" --dbname postgres <<SQL
REVOKE ALL ON DATABASE postgres, template1 FROM PUBLIC;
SQL
