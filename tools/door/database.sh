# SPDX-License-Identifier: Apache-2.0
# A private PostgreSQL 15 cluster: own data folder, reached by a unix socket in that folder only,
# so it meets no other cluster and needs no port.

postgres_bin=/usr/lib/postgresql/15/bin

# PostgreSQL refuses root; then its own user runs it.
as_postgres() {
    if ((EUID == 0)); then
        (cd / && exec runuser -u postgres -- "$@")
    else
        "$@"
    fi
}

# database_conninfo STATE
database_conninfo() { printf 'host=%s/pg port=5432 dbname=tessera user=tessera' "$1"; }

database_settings() {
    cat <<TEXT
listen_addresses = ''
unix_socket_directories = '$1'
unix_socket_permissions = 0700
max_connections = 200
shared_buffers = 256MB
fsync = on
synchronous_commit = on
full_page_writes = on
wal_level = replica
min_wal_size = 256MB
max_wal_size = 4GB
random_page_cost = 1.1
timezone = 'UTC'
tcp_keepalives_idle = 1
tcp_keepalives_interval = 1
tcp_keepalives_count = 3
idle_in_transaction_session_timeout = 10s
TEXT
}

database_create() {
    local data=$1 log=$2
    mkdir -p "$data"
    chmod 700 "$data"
    if ((EUID == 0)); then chown postgres: "$data"; fi
    as_postgres "$postgres_bin/initdb" -D "$data" -U tessera -A trust -E UTF8 --locale=C.UTF-8 \
        --no-sync >>"$log" 2>&1 || fail "initdb failed, see $log"
}

database_answers() { as_postgres "$postgres_bin/pg_isready" -q -h "$1/pg" -d postgres -U tessera; }

# database_start STATE: leaves the postmaster's pid in STATE/postgres.pid.
database_start() {
    local state=$1 data=$1/pg log=$1/log/postgres.log
    [[ -x $postgres_bin/postgres ]] || fail "PostgreSQL 15 is not in $postgres_bin"
    [[ -f $data/PG_VERSION ]] || database_create "$data" "$log"
    database_settings "$data" | as_postgres tee "$data/tessera.conf" >/dev/null
    as_postgres grep -q '^include tessera' "$data/postgresql.conf" 2>/dev/null ||
        echo "include 'tessera.conf'" | as_postgres tee -a "$data/postgresql.conf" >/dev/null
    as_postgres "$postgres_bin/pg_ctl" -D "$data" -s -w -t 30 -l "$data/server.log" start \
        >>"$log" 2>&1 </dev/null || fail "PostgreSQL did not start, see $data/server.log"
    head -n 1 "$data/postmaster.pid" >"$state/postgres.pid"
    wait_until 30 database_answers "$state" || fail "PostgreSQL does not answer, see $log"
    as_postgres "$postgres_bin/psql" -h "$data" -U tessera -d postgres -Atqc \
        "SELECT 1 FROM pg_database WHERE datname = 'tessera'" | grep -q 1 ||
        as_postgres "$postgres_bin/createdb" -h "$data" -U tessera tessera
}

# database_break_in STATE: a database that has been in use writes its log over segments of before; a
# new one fills each with zeroes first, and every commit waits for that.
database_break_in() {
    as_postgres "$postgres_bin/psql" -h "$1/pg" -U tessera -d postgres -Atqc \
        "SELECT pg_logical_emit_message(false, 'tessera', ''), pg_switch_wal()
         FROM generate_series(1, 12)" -c CHECKPOINT >/dev/null
}

database_stop() {
    local state=$1
    [[ -f $state/pg/postmaster.pid ]] || return 0
    as_postgres "$postgres_bin/pg_ctl" -D "$state/pg" -s -w -t 30 -m fast stop \
        >>"$state/log/postgres.log" 2>&1 || say "PostgreSQL did not stop, see $state/log/postgres.log"
    rm -f "$state/postgres.pid"
}
