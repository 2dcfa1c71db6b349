#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# parts_test.sh ROOT: the parts of the door, each test in a folder and a shell of its own.
set -euo pipefail

root=$1
for part in say build services stack boxoffice measure; do
    # shellcheck source=/dev/null
    source "$root/tools/door/$part.sh"
done

# What would be a program's: a code each time that one is asked for.
admin() { [[ $2 != devices ]] || { echo x >>"$1/codes" && printf 'CODE-%s' "$(wc -l <"$1/codes")"; }; }

# The third line of a server's ports, which is not listened on here.
staff=9003

state_with_ports() {
    state=$PWD/state
    mkdir -p "$state/boxoffice"
    printf '%s\n' 9001 9002 "$staff" >"$state/server.port"
    printf '%s\n' '-----BEGIN' 'END-----' >"$state/authority.crt"
}

# As the app keeps it.
keep_device() {
    printf '{\n    "address": "a:1",\n    "certificate": "c",\n    "key": "%s"\n}\n' "$2" >"$1/device.json"
}

is_in() { grep -qF -- "$1" "$2" || { echo "  not in ${2##*/}: $1" && return 1; }; }
is() { [[ $1 == "$2" ]] || { echo "  $1, not $2" && return 1; }; }

test_a_device_that_is_not_enrolled_gets_a_code() {
    state_with_ports
    write_enrolment "$state" "$state/boxoffice"
    is_in '"code": "CODE-1"' "$state/enrolment.json"
    is_in "\"server\": \"127.0.0.1:$staff\"" "$state/enrolment.json"
    is_in '-----BEGIN\nEND-----\n' "$state/enrolment.json"
}

test_a_device_that_is_enrolled_gets_the_address_and_no_code() {
    state_with_ports
    keep_device "$state/boxoffice" k
    write_enrolment "$state" "$state/boxoffice"
    is_in '"code": ""' "$state/enrolment.json"
    is_in "\"server\": \"127.0.0.1:$staff\"" "$state/enrolment.json"
    [[ ! -e $state/codes ]]
}

test_half_of_a_device_and_one_without_a_key_get_a_code() {
    state_with_ports
    keep_device "$state/boxoffice" ''
    write_enrolment "$state" "$state/boxoffice"
    printf '{\n "certificate": "c' >"$state/boxoffice/device.json"
    write_enrolment "$state" "$state/boxoffice"
    is_in '"code": "CODE-2"' "$state/enrolment.json"
}

test_the_folder_that_the_app_is_told_is_the_one_that_is_looked_at() {
    is "$(app_folder own)" own
    is "$(app_folder own --data-dir other)" other
    is "$(app_folder own --platform x --data-dir=third -v)" third
}

report_with() { printf '{\n  "figures": {\n%s\n  },\n  "measured": {\n    "late": "2026"\n  }\n}\n' "$1"; }

test_a_report_lacks_what_has_no_number_among_its_figures() {
    report_with $'    "here": 1.5,\n    "below": -2,\n    "nothing": null' >report.json
    is "$(missing_keys report.json here below)" ''
    is "$(missing_keys report.json here late nothing her)" 'late nothing her'
    is "$(missing_keys none.json here late)" 'here late'
}

# A bench with programs that write what they are told to: KEYS of the tests, then of the program.
bench_that_writes() {
    local of_tests=$1 of_program=$2
    tessera_root=$PWD
    mkdir -p build/reports
    report_with '"cash_sale_keys": 9' >build/reports/boxoffice.json
    build_preset() { :; }
    write_keys() { report_with "$(printf '    "%s": 1,\n' $1)" >build/reports/boxoffice.json; }
    run_measure() { echo "$1 $2" >>ran; }
    run_bench() { echo "$*" >>ran && write_keys "$of_tests $of_program"; }
    (door_bench boxoffice --seconds 1) 2>said
}

of_tests='cash_sale_keys cash_sale_ms sales_tried double_sales screens_seen controls_seen
    unnamed_controls clipped_texts'
of_program='input_to_frame_p99_ms commit_to_pixel_p99_ms frames_compared frames_wrong'

test_the_bench_of_the_box_office_runs_the_tests_that_measure_for_it() {
    bench_that_writes "$of_tests" "$of_program" || { cat said && return 1; }
    is "$(cut -d ' ' -f 1 ran | tr '\n' ' ')" \
        'boxoffice_pay_test boxoffice_channels_test boxoffice_shell_test boxoffice '
    is_in 'boxoffice --seconds 1' ran
}

test_the_bench_of_the_box_office_fails_where_a_figure_is_not_measured_in_this_run() {
    ! bench_that_writes "${of_tests#cash_sale_keys }" "$of_program" || return 1
    is_in 'not measured: cash_sale_keys' said
    ! bench_that_writes "$of_tests" '' || return 1
    is_in 'not measured: input_to_frame_p99_ms' said
}

test_the_bench_of_the_box_office_fails_where_a_test_fails() {
    run_failing() { run_measure() { [[ $1 != boxoffice_channels* ]]; }; bench_boxoffice; }
    bench_that_writes "$of_tests" "$of_program"
    run_bench() { write_keys "$of_tests $of_program"; }
    ! (run_failing) 2>said || return 1
    is_in 'is not as it must be' said
}

# run TEST: in a folder of its own; not within a condition, where a command that fails would end nothing.
run() {
    local folder status
    folder=$(mktemp -d)
    set +e
    (
        set -e
        cd "$folder"
        "$1"
    )
    status=$?
    set -e
    rm -rf -- "$folder"
    if ((status == 0)); then echo "ok   $1"; else echo "FAIL $1" && failed=1; fi
}

# The negative control of this file itself: an expectation in the middle ends a test.
fails_in_the_middle() {
    is one two
    true
}

failed=0
run fails_in_the_middle >/dev/null
((failed == 1)) || { echo "FAIL: a test that fails is not seen" && exit 1; }
failed=0
for each in $(compgen -A function test_); do run "$each"; done
exit "$failed"
