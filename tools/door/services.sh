# SPDX-License-Identifier: Apache-2.0
# Starting and stopping Tessera's own programs. Each leaves NAME.pid, NAME.port and log/NAME.log in
# the state folder; ports are the system's choice unless given.

program() { printf '%s/bin/%s' "$(build_dir release)" "$1"; }

# running PID-FILE: whether the process that this file names still lives, and is one of this state
# folder: after a restart of the machine its number may be somebody else's.
running() { [[ -s $1 ]] && grep -qzF -- "${1%/*}/" "/proc/$(<"$1")/cmdline" 2>/dev/null; }

# start_service STATE NAME PROGRAM ARGUMENT…: returns when the program has written its port.
start_service() {
    local state=$1 name=$2
    shift 2
    rm -f "$state/$name.port"
    setsid "$@" >>"$state/log/$name.log" 2>&1 </dev/null &
    echo $! >"$state/$name.pid"
    wait_until 20 service_has_news "$state" "$name" || true
    [[ -s $state/$name.port ]] ||
        fail "$name did not start: $(tail -n 3 "$state/log/$name.log")"
}

# The port is known, or the process is gone.
service_has_news() { [[ -s $1/$2.port ]] || process_gone "$(<"$1/$2.pid")"; }

# service_port STATE NAME [LINE]: the first port by default; the server's second is gRPC's, its third
# the staff port's.
service_port() { sed -n "${3:-1}p" "$1/$2.port"; }

# stop_service STATE NAME: SIGTERM, and after ten seconds SIGKILL.
stop_service() {
    local file=$1/$2.pid pid
    if running "$file"; then
        pid=$(<"$file")
        kill -TERM "$pid" 2>/dev/null || true
        wait_until 10 process_gone "$pid" || kill -KILL "$pid" 2>/dev/null || true
    fi
    rm -f "$file" "$1/$2.port"
}

process_gone() { ! kill -0 "$1" 2>/dev/null; }

# ensure_secret FILE [PREFIX]: 32 random bytes, the same for the life of a state folder.
ensure_secret() {
    [[ -s $1 ]] || (umask 077 && printf '%s%s' "${2:-}" \
        "$(head -c 32 /dev/urandom | od -An -v -tx1 | tr -d ' \n')" >"$1")
}

# What the server learns from; docs/operations/finance.md has it for a merchant's own account.
paysim_events=payment_intent.amount_capturable_updated,payment_intent.succeeded
paysim_events+=,payment_intent.payment_failed,payment_intent.canceled,payment_intent.processing
paysim_events+=,payment_intent.requires_action,charge.refunded,charge.refund.updated,charge.expired
paysim_events+=,refund.created,refund.updated,refund.failed
paysim_events+=,terminal.reader.action_succeeded,terminal.reader.action_failed

start_paysim() {
    local state=$1 webhook=$2
    # Elsewhere it has a machine of its own: here it takes what the server leaves.
    start_service "$state" paysim nice -n 5 "$(program tessera-paysim)" --listen 127.0.0.1:0 \
        --port-file "$state/paysim.port" --webhook-url "$webhook" \
        --webhook-secret-file "$state/webhook.secret" --api-key-file "$state/paysim.key" \
        --webhook-events "$paysim_events" --ledger "$state/paysim.ledger"
}

start_server() {
    local state=$1
    start_service "$state" server "$(program tessera-server)" --config "$state/server.json"
}

admin() {
    local state=$1
    shift
    "$(program tessera-admin)" --database "$(database_conninfo "$state")" "$@"
}
