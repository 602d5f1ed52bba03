#!/bin/sh
# Run once, when the database is made: the app is given a role that owns its own database and nothing else, and whoever owns the server
# can come in by its socket alone.
set -eu
psql --set=ON_ERROR_STOP=1 --username="${POSTGRES_USER:-postgres}" --dbname=postgres \
  --set=password="$(cat "${DATABASE_PASSWORD_FILE:-/run/secrets/database-password}")" <<'SQL'
create role fortnight login password :'password' nosuperuser nocreatedb nocreaterole connection limit 60;
create database fortnight owner fortnight encoding 'UTF8' template template0;
revoke all on database fortnight from public;
alter role current_user password null;
SQL
