# SPDX-License-Identifier: Apache-2.0
# Fuzzing: tests/fuzz as clang builds it, in a build folder of its own.

# clang with its runtime for fuzzing, and what names the places in its reports.
ensure_fuzz_packages() {
    local package missing=()
    for package in clang-14 libclang-rt-14-dev llvm-14; do
        dpkg-query -W -f '${db:Status-Status}\n' "$package" 2>/dev/null | grep -qx installed ||
            missing+=("$package")
    done
    ((${#missing[@]} == 0)) || install_packages "${missing[@]}"
}

# What no stranger's input is parsed by is linked as the release build made it.
build_fuzz() {
    ensure_fuzz_packages
    local taken
    IFS=';' read -ra taken < <(sed -nE 's/.*"TESSERA_TAKEN": "([^"]+)".*/\1/p' \
        "$tessera_root/CMakePresets.json")
    build_preset release "${taken[@]}"
    build_preset fuzz tests_fuzz
}

# run_fuzz CTEST-ARGUMENT…: as run_ctest, with a line of figures for each target before the summary.
run_fuzz() {
    local dir status=0
    dir=$(build_dir fuzz)
    rm -f -- "$dir"/tests/fuzz/*/summary
    run_ctest fuzz "$@" || status=$?
    cat -- "$dir"/tests/fuzz/*/summary 2>/dev/null || true
    ctest_summary "$dir" || true
    return "$status"
}
