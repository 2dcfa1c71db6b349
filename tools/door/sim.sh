# SPDX-License-Identifier: Apache-2.0
# `sim`: runs of many seeds, of one with its story, or of the mutants.

# door_sim [--seconds N | --seed S [--trace] | --mutants [--unit] [NAME…]]
door_sim() {
    local reports=$tessera_root/build/reports
    mkdir -p "$reports"
    if [[ ${1:-} == --mutants ]]; then
        shift
        sim_mutants "$@"
        return
    fi
    build_preset release tessera-sim
    if [[ " $* " == *" --seed "* || " $* " == *" --help "* ]]; then
        "$(program tessera-sim)" "$@"
        return
    fi
    # Others than the last time, unless the caller says where to begin; the first is printed.
    if [[ " $* " != *" --first "* ]]; then
        set -- --first "$((RANDOM * 32768 + RANDOM))" "$@"
    fi
    say "simulating: $*"
    (cd "$tessera_root" && "$(program tessera-sim)" --jobs "$(nproc)" --report "$reports/sim.json" "$@")
}

# What each unit test says of each mutant is kept by content, as it takes a while: --unit measures it.
sim_mutants() {
    local only=() name
    build_preset release tessera-sim mutants
    if [[ ${1:-} == --unit ]]; then
        shift
        mutants_through_unit "$@"
    fi
    for name in "$@"; do only+=(--only "$name"); done
    (cd "$tessera_root" && "$(program tessera-sim)" --mutants build/release/mutants \
        --specs tests/simulation/mutants --unit-results build/mutants-unit/results \
        --seconds 120 --jobs "$(nproc)" --report build/reports/mutants.json \
        --table build/reports/mutants.md "${only[@]}")
}

# The unit tests against each mutant: a copy of the sources whose libraries are shared, so that a
# mutant costs one file and one library, and no test is linked anew.
mutants_through_unit() {
    local folder=$tessera_root/build/mutants-unit source spec name file said
    source=$folder/source
    mkdir -p "$folder/results" "$source"
    (cd "$tessera_root" && git ls-files -z | xargs -0 cp --parents -pu -t "$source")
    cmake -S "$source" -B "$folder/build" -G Ninja -DCMAKE_BUILD_TYPE=Release \
        -DTESSERA_LIBRARY_TYPE=SHARED >"$folder/configure.log"
    ninja -C "$folder/build" tests_unit >"$folder/build.log"
    for spec in "$tessera_root"/tests/simulation/mutants/*.mutant; do
        name=$(basename "$spec" .mutant)
        (($# == 0)) || [[ " $* " == *" $name "* ]] || continue
        file=$(sed -n '1s/^file: //p' "$spec")
        # What is wrong with the simulated database is nothing that a unit test could see.
        "$tessera_root/build/release/tests/simulation/mutants/tessera_mutate" "$spec" \
            "$tessera_root" "$source/$file"
        said=fail
        if ninja -C "$folder/build" tests_unit >"$folder/$name.log" 2>&1 &&
            (cd "$folder/build" && ctest -L '^unit$' -j "$(nproc)" --stop-on-failure) \
                >>"$folder/$name.log" 2>&1; then
            said=pass
        fi
        printf '%s\n' "$said" >"$folder/results/$name"
        say "$name: the unit tests $said"
        cp "$tessera_root/$file" "$source/$file"
    done
}
