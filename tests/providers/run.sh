#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# run.sh BUILD-FOLDER FILE…: these tests under Node, with the packages of the lock file.
set -euo pipefail

here=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")" && pwd)
tessera_root=$(cd -- "$here/../.." && pwd)
for part in say packages build web; do
    # shellcheck source=/dev/null
    source "$tessera_root/tools/door/$part.sh"
done

# npm_packages: those of the lock file, fetched again when it has changed. None of them needs its
# install script: the command line tool's program is a package of its own.
npm_packages() {
    local stamp=$here/node_modules/.tessera-lock
    cmp -s "$here/package-lock.json" "$stamp" && return
    (cd "$here" && npm ci --silent --no-audit --no-fund --ignore-scripts)
    cp "$here/package-lock.json" "$stamp"
}

main() {
    export TESSERA_BUILD=$1
    shift
    ensure_node
    npm_packages
    cd "$here"
    exec node --test --test-timeout=60000 --test-reporter=spec "$@"
}

main "$@"
