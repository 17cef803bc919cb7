#!/usr/bin/env bash
# Starts a PostgreSQL server of its own for tests, on 127.0.0.1 only. Usage: postgres-up.sh DIR PORT
# Prints the connection string. Installs Debian's package where it is missing (needs root for that).
set -euo pipefail
dir=$1 port=$2
bin=$(ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -V | tail -1 || true)
if [ -z "$bin" ]; then
  { apt-get update -q && DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends postgresql; } >&2
  bin=$(ls -d /usr/lib/postgresql/*/bin | sort -V | tail -1)
fi
mkdir -p "$dir"
as() { "$@"; }
if [ "$(id -u)" = 0 ]; then # the server refuses to run as root
  chown postgres "$dir"
  as() { runuser -u postgres -- "$@"; }
fi
if [ ! -f "$dir/data/PG_VERSION" ]; then
  as "$bin/initdb" -D "$dir/data" -U abusedesk -A trust -E UTF8 --locale=C.UTF-8 >/dev/null
fi
# a crash loses only test data: no need to wait for the disk
as "$bin/pg_ctl" -D "$dir/data" -l "$dir/log" -w -t 60 \
  -o "-p $port -c listen_addresses=127.0.0.1 -c unix_socket_directories='' -c fsync=off -c synchronous_commit=off -c full_page_writes=off -c max_connections=200" \
  start >/dev/null
echo "Host=127.0.0.1;Port=$port;Username=abusedesk"
