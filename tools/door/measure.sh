# SPDX-License-Identifier: Apache-2.0
# `bench` and `load`: both start what they need in a folder of their own, and leave nothing running.

door_bench() {
    local name=${1:-}
    [[ $name =~ ^[a-z][a-z0-9_]*$ ]] || fail_usage "bench needs the name of a benchmark"
    shift
    mkdir -p "$tessera_root/build/reports"
    # One level alone, or help, is of the program itself and leaves no report.
    if [[ $name == boxoffice && " $* " != *' --level'* && " $* " != *' --help '* ]]; then
        bench_boxoffice "$@"
        return
    fi
    build_preset release "tessera-bench-$name"
    run_bench "$name" "$@"
}

run_bench() { (cd "$tessera_root" && "$(program "tessera-bench-$1")" "${@:2}"); }

# What the report of the box office has to have, by whom it measures it.
boxoffice_keys=(
    cash_sale_keys cash_sale_ms             # boxoffice_pay_test
    sales_tried double_sales                # boxoffice_channels_test
    screens_seen controls_seen unnamed_controls clipped_texts # boxoffice_shell_test
    input_to_frame_p99_ms commit_to_pixel_p99_ms frames_compared frames_wrong)

# The tests that measure a part of it: programs, and which of their tests.
boxoffice_measures=(
    boxoffice_pay_test 'CounterSaleTest.T*'
    boxoffice_channels_test 'ChannelsTest.OfAThousand*'
    boxoffice_shell_test 'ScreensTest.AllScreensCanBeUsed*')

# All figures of the box office anew: a report that a run leaves has nothing of an earlier one, and one
# that lacks a figure is a failure.
bench_boxoffice() {
    local report=$tessera_root/build/reports/boxoffice.json measures=("${boxoffice_measures[@]}")
    local status=0 missing
    build_preset release tessera-bench-boxoffice tessera-boxoffice tessera-server tessera-admin \
        tessera-paysim tessera-audit boxoffice_pay_test boxoffice_channels_test boxoffice_shell_test
    rm -f "$report"
    while ((${#measures[@]})); do
        run_measure "${measures[0]}" "${measures[1]}" || status=1
        measures=("${measures[@]:2}")
    done
    run_bench boxoffice "$@" || status=1
    missing=$(missing_keys "$report" "${boxoffice_keys[@]}")
    [[ -z $missing ]] || fail "not measured: $missing"
    ((status == 0)) || fail "the box office is not as it must be"
}

# run_measure TEST FILTER: what it prints is shown, without the test framework's own lines where it passes.
run_measure() {
    say "measuring with $1"
    (cd "$(build_dir release)/tests" && QT_QPA_PLATFORM=offscreen QT_LOGGING_RULES='*.debug=false' \
        TESSERA_MEASURES=1 "./$1" --gtest_brief=1 --gtest_filter="$2")
}

# Those of the keys that a report lacks; all where there is no report.
missing_keys() {
    local report=$1 key missing=()
    shift
    for key in "$@"; do
        sed -n '/"figures"/,/}/p' "$report" 2>/dev/null | grep -q "\"$key\": *[-0-9]" ||
            missing+=("$key")
    done
    printf '%s' "${missing[*]}"
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
