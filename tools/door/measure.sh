# SPDX-License-Identifier: Apache-2.0
# `bench` and `load`: both start what they need in a folder of their own, and leave nothing running.

door_bench() {
    local name=${1:-}
    [[ $name =~ ^[a-z][a-z0-9_]*$ ]] || fail_usage "bench needs the name of a benchmark"
    shift
    build_preset release "tessera-bench-$name"
    mkdir -p "$tessera_root/build/reports"
    (cd "$tessera_root" && "$(program "tessera-bench-$name")" "$@")
}

# The stack that `load` uses: the one of `up` if that runs, or a new one.
load_state() {
    local state
    state=$(state_dir)
    if stack_runs "$state"; then
        printf '%s' "$state"
    else
        mktemp -d /var/tmp/tessera-load-XXXXXX
    fi
}

door_load() {
    local scenario=${1:-} state
    [[ $scenario == onsale ]] || fail_usage "load knows one scenario: onsale"
    shift
    build_stack
    build_preset release tessera-load tessera-audit
    state=$(load_state)
    if ! stack_runs "$state"; then
        stop_stack_at_exit "$state"
        trap 'stop_stack "$stack_to_stop"; rm -rf -- "$stack_to_stop"' EXIT
        start_stack "$state"
        import_demo "$state"
    fi
    mkdir -p "$tessera_root/build/reports"
    "$(program tessera-load)" "$scenario" --server "http://127.0.0.1:$(service_port "$state" server)" \
        --database "$(database_conninfo "$state")" --ledger "$state/paysim.ledger" \
        --reports "$tessera_root/build/reports" "$@"
}
