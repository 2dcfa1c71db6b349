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

# What follows a killed server: the same configuration, the same port.
restart_command() {
    local state=$1
    printf 'setsid %q --config %q >>%q 2>&1 </dev/null & echo $! >%q' \
        "$(program tessera-server)" "$state/server.json" "$state/log/server.log" "$state/server.pid"
}

# --hold-seconds and --pay-seconds are the event's, everything else is the generator's. Short holds
# without a time to pay get a short one too: what nobody pays comes back within the run.
door_load() {
    local scenario=${1:-} state wanted=arena event=() rest=()
    [[ $scenario == onsale ]] || fail_usage "load knows one scenario: onsale"
    shift
    while (($#)); do
        case $1 in
        --hold-seconds | --pay-seconds) event+=("$1" "${2:?$1 takes a number}") && shift ;;
        --event) wanted=${2:?--event takes an id or words of a name} && shift ;;
        --kill-at) rest+=("$1" "${2:?--kill-at takes seconds}") && shift ;;
        *) rest+=("$1") ;;
        esac
        shift
    done
    [[ " ${event[*]} " != *' --hold-seconds '* || " ${event[*]} " == *' --pay-seconds '* ]] ||
        event+=(--pay-seconds 10)
    build_stack
    build_preset release tessera-load tessera-audit
    state=$(load_state)
    if stack_runs "$state"; then
        event+=(--event-name "Riverside arena rush $(date +%s)")
        local demo_file=$state/load.json
    else
        stop_stack_at_exit "$state"
        trap 'stop_stack "$stack_to_stop"; rm -rf -- "$stack_to_stop"' EXIT
        start_stack "$state"
    fi
    # The arena is an event of this run's own, whatever else is called so.
    if [[ $wanted == arena ]]; then
        import_demo "$state" "${event[@]}"
        wanted=$(event_in "${demo_file:-$state/demo.json}")
    fi
    rest+=(--event "$wanted")
    [[ " ${rest[*]} " != *' --kill-at '* ]] ||
        rest+=(--kill-server-pid-file "$state/server.pid"
            --restart-command "$(restart_command "$state")")
    mkdir -p "$tessera_root/build/reports"
    database_break_in "$state"
    # What making the database and the event wrote must not come to the disk during the rush.
    sync -f "$state"
    "$(program tessera-load)" "$scenario" --server "http://127.0.0.1:$(service_port "$state" server)" \
        --database "$(database_conninfo "$state")" --ledger "$state/paysim.ledger" \
        --answers "$state/answers.jsonl" --reports "$tessera_root/build/reports" "${rest[@]}"
}
