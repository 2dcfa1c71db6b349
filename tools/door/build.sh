# SPDX-License-Identifier: Apache-2.0
# Configure and build one preset, one builder at a time per working copy.

build_dir() { printf '%s/build/%s' "$tessera_root" "${1:-release}"; }

# build_preset PRESET [TARGET…]: nothing named means everything.
build_preset() {
    local preset=$1 dir
    shift
    ensure_packages
    dir=$(build_dir "$preset")
    mkdir -p "$tessera_root/build"
    (
        exec 9>"${TESSERA_BUILD_LOCK:-$tessera_root/build/.lock}"
        if ! flock -n 9; then
            say "another build is running, waiting for it"
            flock 9
        fi
        build_locked "$preset" "$dir" "$@"
    ) || fail "the $preset build failed"
}

build_locked() {
    local preset=$1 dir=$2
    shift 2
    cd "$tessera_root"
    if [[ ! -f $dir/build.ninja ]]; then
        say "configuring $preset"
        cmake --preset "$preset" >"$dir.configure.log" 2>&1 || {
            cat "$dir.configure.log" >&2
            return 1
        }
    fi
    # Compilers do not inherit the lock: a daemon they start must not keep it.
    NINJA_STATUS='[%f/%t %es] ' ninja -C "$dir" "$@" 9>&- >&2
}

door_build() {
    build_preset release "$@"
    say "built: build/release/bin"
}
