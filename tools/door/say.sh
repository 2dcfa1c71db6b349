# SPDX-License-Identifier: Apache-2.0
# What the door says, and how it gives up.

say() { printf 'tessera: %s\n' "$*" >&2; }

fail() {
    say "$*"
    exit 1
}

fail_usage() {
    say "$*"
    exit 2
}

now_ms() {
    local seconds=${EPOCHREALTIME%[.,]*} fraction=${EPOCHREALTIME#*[.,]}
    printf '%s' $((seconds * 1000 + 10#${fraction:0:3}))
}

# wait_until SECONDS COMMAND…: true as soon as COMMAND succeeds, false when the time is over.
wait_until() {
    local deadline=$(($(now_ms) + $1 * 1000))
    shift
    until "$@" 2>/dev/null; do
        (($(now_ms) < deadline)) || return 1
        sleep 0.02
    done
}
