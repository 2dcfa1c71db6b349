#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# One run of a fuzz target: run.sh TARGET PROGRAM SCRATCH SECONDS. It works on a copy of the target's
# corpus; what it finds is in SCRATCH, with one line about the run in SCRATCH/summary. The target
# `planted` passes only where the fuzzer finds its fault.
set -euo pipefail

target=$1 program=$2 scratch=$3 seconds=$4
here=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")" && pwd)

rm -rf -- "$scratch"
mkdir -p "$scratch/corpus" "$scratch/found"
[[ ! -d $here/corpus/$target ]] || cp -- "$here/corpus/$target"/* "$scratch/corpus/"
# Leaks are looked for where asan replays the corpora: the sanitizer's search needs ptrace, which not
# every container gives. Short runs begin alike, so that one and the same change is judged alike.
options=(-max_total_time="$seconds" -timeout=15 -rss_limit_mb=2048 -malloc_limit_mb=1024
    -detect_leaks=0 -print_final_stats=1 -artifact_prefix="$scratch/found/")
((seconds > 10)) || options+=(-seed=1)
[[ ! -f $here/$target.dict ]] || options+=(-dict="$here/$target.dict")

status=0
ASAN_OPTIONS=detect_leaks=0:detect_stack_use_after_return=1:strict_string_checks=1 \
    ASAN_SYMBOLIZER_PATH=$(command -v llvm-symbolizer-14 || true) \
    UBSAN_OPTIONS=print_stacktrace=1 TMPDIR=$scratch \
    "$program" "${options[@]}" "$scratch/corpus" >"$scratch/log" 2>&1 || status=$?

figure() { sed -nE "s/^stat::$1: +([0-9]+)$/\1/p" "$scratch/log" | tail -n 1; }
edges=$(grep -oE 'cov: [0-9]+' "$scratch/log" | tail -n 1 || true)
found=$(find "$scratch/found" -type f | wc -l)
printf '%-16s %9s runs  %6s/s  %6s edges  %4s new inputs  %s found\n' "$target" \
    "$(figure number_of_executed_units)" "$(figure average_exec_per_sec)" "${edges#cov: }" \
    "$(figure new_units_added)" "$found" | tee "$scratch/summary"

if [[ $target == planted ]]; then
    grep -q 'AddressSanitizer: heap-buffer-overflow' "$scratch/log" && ((status != 0 && found == 1))
    exit
fi
((status == 0)) || grep -vE '^#[0-9]|NEW_FUNC' "$scratch/log"
exit "$status"
