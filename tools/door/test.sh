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
        run_fuzz -L '^fuzz$' || status=$?
        run_ctest release -L "^($tests_in_every_run)\$" || status=$?
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
