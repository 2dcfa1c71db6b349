# SPDX-License-Identifier: Apache-2.0
# The house rules. tessera-check judges the tree; it needs the configured build for labels and for
# what is compiled, and the headers that are generated from the contracts.

door_check() {
    local dir
    dir=$(build_dir release)
    build_preset release tessera-check tessera_proto
    (cd "$dir" && ctest --show-only=json-v1) >"$dir/tests.json"
    packages_wanted | xargs dpkg-query -W -f '${Package} ${Version}\n' >"$dir/packages.txt"
    "$dir/bin/tessera-check" --root "$tessera_root" --build "$dir" \
        --cache "$tessera_root/build/tidy-cache" "$@"
}
