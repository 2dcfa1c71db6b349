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
    grep -E '^[0-9]+% tests passed' "$log" | tail -n 1 || status=1
    return "$status"
}

test_sanitizer() {
    build_preset "$1" tests_unit tests_simulation
    ASAN_OPTIONS=detect_stack_use_after_return=1:strict_string_checks=1 \
        UBSAN_OPTIONS=print_stacktrace=1 TSAN_OPTIONS=halt_on_error=1:second_deadlock_stack=1 \
        run_ctest "$1" -L '^(unit|simulation)$'
}

door_test() {
    local what=${1:-}
    case "$what" in
    asan | tsan) test_sanitizer "$what" ;;
    nightly)
        build_preset release
        run_ctest release -L '^(chaos|bench|nightly)$'
        test_sanitizer asan
        test_sanitizer tsan ;;
    '')
        build_tests
        prepare_web_tests
        run_ctest release -L "^($tests_in_every_run)\$" ;;
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
