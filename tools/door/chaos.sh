# SPDX-License-Identifier: Apache-2.0
# `chaos`: a real server, PostgreSQL and payment sandbox, everything failing at random; then calm and
# the audit. All of it in a folder of its own, and nothing is left running.

# door_chaos payments [--orders N] [--kills N] [--seed S] … | payments --mutants [NAME…]
door_chaos() {
    local scenario=${1:-} report=$tessera_root/build/reports/payments.json
    [[ $scenario == payments ]] || fail_usage "chaos knows one scenario: payments"
    shift
    mkdir -p "$tessera_root/build/reports"
    if [[ ${1:-} == --mutants ]]; then
        shift
        chaos_mutants "$report" "$@"
        return
    fi
    build_preset release tessera-chaos
    # Another run than the last time, unless the caller names it; the seed is in the report.
    [[ " $* " == *' --seed '* || " $* " == *' --help '* ]] ||
        set -- --seed "$((RANDOM * 32768 + RANDOM))" "$@"
    say "chaos: $*"
    (cd "$tessera_root" && "$(program tessera-chaos)" --selftest --report "$report" "$@")
}

chaos_mutants() {
    local report=$1 only=() name
    shift
    if (($# == 0)); then
        build_preset release tessera-chaos payment_mutants
    else
        build_preset release tessera-chaos "${@/#/payment_mutant_}"
    fi
    for name in "$@"; do only+=(--only "$name"); done
    (cd "$tessera_root" && "$(program tessera-chaos)" --mutants build/release/mutants/payments \
        --specs tests/chaos/mutants --report "$report" "${only[@]}")
}
