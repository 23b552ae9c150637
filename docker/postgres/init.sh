#!/bin/sh
# Runs once, when the data volume is empty. Makes the two roles and the database: the owner changes the schema and is used by
# migrations alone; the application's role changes none, and gets what migrations grant it.
set -eu

psql --no-psqlrc --set=ON_ERROR_STOP=1 --username="$POSTGRES_USER" --dbname=postgres \
  --set=owner_password="$WAYMARK_OWNER_PASSWORD" --set=app_password="$WAYMARK_APP_PASSWORD" <<'SQL'
CREATE ROLE waymark_owner LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION PASSWORD :'owner_password';
CREATE ROLE waymark_app LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION PASSWORD :'app_password';
CREATE DATABASE waymark OWNER waymark_owner;
REVOKE ALL ON DATABASE waymark FROM PUBLIC;
GRANT CONNECT, TEMPORARY ON DATABASE waymark TO waymark_app;
SQL
