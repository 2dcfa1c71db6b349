#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# The browser tests against a stack of their own; ends with build/reports/web.json. Arguments go to
# vitest: `run.sh journey` runs the files of that name. TESSERA_BIN names another folder of binaries.
set -euo pipefail

here=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")" && pwd)
tessera_root=$(cd -- "$here/../.." && pwd)
for part in say packages build web database services stack test measure check; do
    # shellcheck source=/dev/null
    source "$tessera_root/tools/door/$part.sh"
done

if [[ -n ${TESSERA_BIN:-} ]]; then
    program() { printf '%s/%s' "$TESSERA_BIN" "$1"; }
fi

# npm_packages: those of the lock file, fetched again when it has changed.
npm_packages() {
    local stamp=$here/node_modules/.tessera-lock
    cmp -s "$here/package-lock.json" "$stamp" && return
    (cd "$here" && npm ci --silent --no-audit --no-fund)
    cp "$here/package-lock.json" "$stamp"
}

# The storefront's own units, where not just some of the browser tests are asked for.
storefront_units() {
    (($# == 0)) || return 0
    [[ -d $tessera_root/server/web/node_modules ]] ||
        (cd "$tessera_root/server/web" && npm ci --silent --no-audit --no-fund)
    (cd "$tessera_root/server/web" && npm test --silent)
}

main() {
    local state status=0
    ensure_node
    npm_packages
    storefront_units "$@"
    [[ -f $tessera_root/build/web/index.html ]] || fail "the storefront is not built"
    state=$(mktemp -d /var/tmp/tessera-web-XXXXXX)
    stop_stack_at_exit "$state"
    trap 'stop_stack "$stack_to_stop"; rm -rf -- "$stack_to_stop"' EXIT
    start_stack "$state"
    import_demo "$state"
    import_season "$state"
    mkdir -p "$state/figures" "$tessera_root/build/reports"
    export TESSERA_STATE=$state TESSERA_WEB_ROOT=$tessera_root
    TESSERA_WEB_URL=http://127.0.0.1:$(service_port "$state" server)
    TESSERA_WEB_RESTART=$(restart_command "$state")
    export TESSERA_WEB_URL TESSERA_WEB_RESTART
    (cd "$here" && npx tsc --noEmit && npx vitest run --reporter=default --reporter=json \
        --outputFile.json="$state/vitest.json" "$@") || status=$?
    node "$here/list_failures.mjs" "$state/vitest.json" "$tessera_root/build/reports/web-failed.txt"
    node "$here/write_report.mjs" "$state/figures" "$tessera_root/build/reports/web.json"
    ((status == 0)) || tail -n 5 "$state"/log/{server,paysim}.log >&2
    return "$status"
}

main "$@"
