# SPDX-License-Identifier: Apache-2.0
# The tests, by label or by name. The last line is always ctest's own summary.

tests_in_every_run='unit|simulation|integration|gui|web|fuzz'
tests_labels="$tests_in_every_run|chaos|bench|nightly"

# What those tests need, and no benchmark: the tests of each label, the programs they start.
build_tests() {
    local labels
    IFS='|' read -ra labels <<<"$tests_in_every_run"
    build_preset release "${labels[@]/#/tests_}" tessera-server tessera-admin tessera-paysim \
        tessera-load tessera-audit
}

# run_ctest PRESET CTEST-ARGUMENT…
run_ctest() {
    local dir log status=0
    dir=$(build_dir "$1")
    shift
    log=$dir/ctest.log
    (cd "$dir" && ctest --output-on-failure --no-tests=error -j "$(nproc)" "$@") 2>&1 |
        tee "$log" || status=$?
    ctest_summary "$dir" || status=1
    return "$status"
}

ctest_summary() { grep -E '^[0-9]+% tests passed' "$1/ctest.log" | tail -n 1; }

test_sanitizer() {
    build_preset "$1" tests_unit tests_simulation
    ASAN_OPTIONS=detect_stack_use_after_return=1:strict_string_checks=1 \
        UBSAN_OPTIONS=print_stacktrace=1 TSAN_OPTIONS=halt_on_error=1:second_deadlock_stack=1 \
        run_ctest "$1" -L '^(unit|simulation)$'
}

# Fuzzing takes ten seconds a target whatever it gets done in them, and most of the others wait a lot:
# side by side, the others first. The last line is a summary: that of what failed, if one did.
test_everything() {
    local log=$tessera_root/build/fuzz.log fuzzing fuzzed=0 status=0
    (renice -n 5 "$BASHPID" >/dev/null && run_fuzz -L '^fuzz$') >"$log" 2>&1 &
    fuzzing=$!
    run_ctest release -j "$(($(nproc) + 1))" -L "^($tests_in_every_run)\$" || status=$?
    wait "$fuzzing" || fuzzed=$?
    cat -- "$log"
    # Whoever reads a log from its end sees what failed.
    ((status == 0)) || list_failed
    ((fuzzed != 0)) || ctest_summary "$(build_dir release)"
    return "$((status | fuzzed))"
}

list_failed() {
    sed -n '/^The following tests FAILED:/,/^Errors while/p' "$(build_dir release)/ctest.log"
    cat -- "$tessera_root/build/reports/web-failed.txt" 2>/dev/null || true
}

door_test() {
    local what=${1:-} status=0
    case "$what" in
    asan | tsan) test_sanitizer "$what" ;;
    fuzz | fuzz_*)
        build_fuzz
        run_fuzz -L '^fuzz$' -R "$what" ;;
    nightly)
        build_preset release all tests_nightly
        build_fuzz
        run_ctest release -L '^(chaos|bench|nightly)$'
        run_fuzz -L '^nightly$'
        test_sanitizer asan
        test_sanitizer tsan ;;
    '')
        build_tests
        build_fuzz
        prepare_web_tests
        test_everything || status=$?
        return "$status" ;;
    *)
        build_preset release
        [[ $what != web* ]] || prepare_web_tests
        if [[ "|$tests_labels|" == *"|$what|"* ]]; then
            run_ctest release -L "^$what\$"
        else
            run_ctest release -R "$what"
        fi ;;
    esac
}
