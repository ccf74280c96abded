#!/usr/bin/env bash
# A throw-away PostgreSQL for the tests: no TCP, gone afterwards; unless POSTGRES_FSYNC=on no durability and no autovacuum, whose workers an ordinary
# role may not put out of a database that it drops.
#   tests/postgres.sh start DIR   makes and starts a cluster in DIR (must not exist yet) and prints its connection string
#   tests/postgres.sh stop DIR    stops it and removes DIR
set -euo pipefail

# Debian keeps the server's programs out of PATH, one folder per version; the newest will do.
bin=$(ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -V | tail -1)
[ -n "$bin" ] || bin=$(dirname "$(command -v initdb)")

# PostgreSQL refuses to run as root.
as_postgres() {
  if [ "$(id -u)" = 0 ]; then (cd / && runuser -u postgres -- "$@"); else "$@"; fi
}

start() {
  local dir=$1 fsync=${POSTGRES_FSYNC:-off}
  mkdir -p "$dir"
  [ "$(id -u)" != 0 ] || chown postgres "$dir"
  as_postgres "$bin/initdb" --pgdata="$dir/data" --username=postgres --auth=trust --encoding=UTF8 --locale=C.UTF-8 --no-sync >"$dir.log" 2>&1
  as_postgres "$bin/pg_ctl" --pgdata="$dir/data" --log="$dir/server.log" --wait --silent start --options="\
    -c listen_addresses='' -c unix_socket_directories='$dir' -c max_connections=200 -c shared_buffers=256MB \
    -c fsync=$fsync -c synchronous_commit=$fsync -c full_page_writes=$fsync -c autovacuum=$fsync -c max_wal_size=4GB" >>"$dir.log" 2>&1
  # An ordinary role: a superuser walks through row-level security, and the tests would not notice.
  "$bin/psql" --host="$dir" --username=postgres --dbname=postgres --quiet --command='create role wuzha login createdb' >>"$dir.log" 2>&1
  echo "Host=$dir;Username=wuzha;Database=postgres"
}

stop() {
  local dir=$1
  [ -d "$dir/data" ] && as_postgres "$bin/pg_ctl" --pgdata="$dir/data" --mode=immediate --wait --silent stop >/dev/null 2>&1 || true
  rm -rf "$dir" "$dir.log"
}

case "${1-}" in
  start | stop) "$1" "${2:?folder missing}" ;;
  *) sed -n "2,5p" "$0" >&2; exit 2 ;;
esac
