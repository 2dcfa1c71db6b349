# SPDX-License-Identifier: Apache-2.0
# `up` and `down`: database, payment sandbox, server and the demo event, in that order.

# Where user postgres can reach it; one folder per user and working copy.
state_dir() {
    local of_copy
    of_copy=$(printf '%s' "$tessera_root" | cksum | cut -d ' ' -f 1)
    printf '%s' "${TESSERA_STATE:-/var/tmp/tessera-$(id -u)-$of_copy}"
}

prepare_state() {
    mkdir -p "$1/log"
    chmod 755 "$1"
    ensure_secret "$1/webhook.secret"
}

stack_runs() { running "$1/server.pid"; }

# start_stack STATE: ready when it returns. The sandbox needs the server's address for its
# webhooks and the server the sandbox's, so the server's port is reserved first.
start_stack() {
    local state=$1
    prepare_state "$state"
    database_start "$state"
    admin "$state" migrate >>"$state/log/admin.log" 2>&1 ||
        fail "migrating failed: $(tail -n 3 "$state/log/admin.log")"
    local port
    port=$(free_port)
    start_paysim "$state" "http://127.0.0.1:$port/v1/webhooks/paysim"
    write_server_config "$state" "$port" >"$state/server.json"
    start_server "$state"
}

stop_stack() {
    local state=$1
    stop_service "$state" server
    stop_service "$state" paysim
    database_stop "$state"
}
