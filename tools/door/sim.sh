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

# --unit measures what the unit tests say of each mutant of the server. That is kept with the sources
# that it was measured on: of others nothing is said.
sim_mutants() {
    local only=() name unit=no
    if [[ ${1:-} == --unit ]]; then
        unit=yes
        shift
    fi
    if (($# == 0)); then
        build_preset release tessera-sim mutants
    else
        build_preset release tessera-sim "${@/#/mutant_}"
    fi
    [[ $unit == no ]] || mutants_through_unit "$@"
    forget_stale_results
    for name in "$@"; do only+=(--only "$name"); done
    (cd "$tessera_root" && "$(program tessera-sim)" --mutants build/release/mutants \
        --specs tests/simulation/mutants --unit-results build/mutants-unit/results \
        --seconds 120 --jobs "$(nproc)" --report build/reports/mutants.json \
        --table build/reports/mutants.md "${only[@]}")
}

# hash_of_files [PATTERN…]: of their content in the working copy.
hash_of_files() {
    (cd "$tessera_root" && git ls-files -z -- "$@" | { xargs -0 sha256sum 2>/dev/null || true; }) |
        sha256sum | cut -c1-64
}

hash_of_sources() {
    hash_of_files CMakeLists.txt cmake proto server shared tests ':!tests/simulation/mutants/*.mutant'
}

forget_stale_results() {
    local sources result spec verdict key
    sources=$(hash_of_sources)
    for result in "$tessera_root"/build/mutants-unit/results/*; do
        [[ -f $result ]] || continue
        spec=$tessera_root/tests/simulation/mutants/$(basename "$result").mutant
        { read -r verdict && read -r key; } <"$result" || key=
        [[ -f $spec && $key == "$sources $(sha256sum <"$spec" | cut -c1-64)" ]] || rm -f "$result"
    done
}

# Each mutant out of what the release build has: its one file is compiled beside the sources, put into
# a copy of its library, and the unit tests that link that library are linked anew. What comes out the
# same byte for byte cannot differ; what became of a program once is kept by its content.
mutants_through_unit() {
    local folder=$tessera_root/build/mutants-unit build=$tessera_root/build/release
    local spec name sources data said
    build_preset release tests_unit tessera_mutate
    mkdir -p "$folder/results" "$folder/verdicts"
    say "first the unit tests of the right sources"
    run_ctest release -L '^unit$' >"$folder/baseline.log" ||
        fail "they fail: see build/mutants-unit/baseline.log"
    sources=$(hash_of_sources)
    data=$(hash_of_files ':!*.cpp' ':!*.h')
    (cd "$build" && ctest -N -V -L '^unit$') | awk '
        sub(/^[0-9]+: Test command: /, "") { command = $0 }
        sub(/^[0-9]+: Working Directory: /, "") { print $0 "\t" command }' >"$folder/tests"
    for spec in "$tessera_root"/tests/simulation/mutants/*.mutant; do
        name=$(basename "$spec" .mutant)
        (($# == 0)) || [[ " $* " == *" $name "* ]] || continue
        # What is wrong with the simulated database is nothing that a unit test could see.
        grep -q '^file: server/' "$spec" || continue
        rm -f "$folder/results/$name"
        said=$(unit_tests_of "$spec") || fail "$name: see build/mutants-unit/$name.log"
        printf '%s\n%s %s\n' "$said" "$sources" "$(sha256sum <"$spec" | cut -c1-64)" \
            >"$folder/results/$name"
        say "$name: the unit tests $said"
    done
}

# unit_tests_of SPEC: "pass", or "fail TEST" of the first that fails. Of its caller: folder, build, data.
unit_tests_of() {
    local name file work compile object library links directory command words program verdict status
    name=$(basename "$1" .mutant)
    file=$(sed -n '1s/^file: //p' "$1")
    work=$folder/work
    rm -rf "$work" && mkdir -p "$work"
    compile=$(ninja -C "$build" -t commands all tests_unit | grep -F -- " -c $tessera_root/$file")
    object=$(sed -E 's/.* -o ([^ ]+) .*/\1/' <<<"$compile")
    library=${object%%/CMakeFiles/*}/lib$(sed -E 's|.*/CMakeFiles/([^/]+)\.dir/.*|\1|' <<<"$object").a
    {
        "$build/tests/simulation/mutants/tessera_mutate" "$1" "$tessera_root" \
            "$work/$(basename "$file")" &&
            (cd "$build" && eval "$(sed -E "s| -o [^ ]+| -Wno-error -o $work/${object##*/}|
                s| -MF [^ ]+| -MF $work/depends|
                s| -c [^ ]+| -c $work/${file##*/}|" <<<"$compile")") &&
            cp "$build/$library" "$work/library.a" && ar r "$work/library.a" "$work/${object##*/}"
    } >"$folder/$name.log" 2>&1 || return 1
    links=$(ninja -C "$build" -t commands tests_unit | grep -F " $library ")
    while IFS=$'\t' read -r directory command; do
        eval "words=($command)"
        program=$(realpath --relative-to="$build" "${words[0]}")
        command=$(grep -F -- " -o $program " <<<"$links") || continue
        command=${command//" $library "/" $work/library.a "}
        (cd "$build" && eval "${command/" -o $program "/" -o $work/program "}") \
            >>"$folder/$name.log" 2>&1 || return 1
        cmp -s "$work/program" "${words[0]}" && continue
        verdict=$folder/verdicts/$({ sha256sum <"$work/program" && echo "$data"; } | sha256sum | cut -c1-64)
        if [[ ! -f $verdict ]]; then
            status=0
            (cd "$directory" && timeout 600 "$work/program" "${words[@]:1}") \
                >>"$folder/$name.log" 2>&1 </dev/null || status=$?
            # A busy machine is no verdict.
            ((status != 124)) || return 1
            if ((status == 0)); then echo pass; else echo fail; fi >"$verdict"
        fi
        [[ $(<"$verdict") == pass ]] || { printf 'fail %s\n' "${program##*/}" && return; }
    done <"$folder/tests"
    printf 'pass\n'
}
