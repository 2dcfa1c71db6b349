#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Adyen's library against the sandbox: run.sh [folder of binaries]
set -euo pipefail

here=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")" && pwd)
tessera_root=$(cd -- "$here/../../.." && pwd)
for part in say packages web; do
    # shellcheck source=/dev/null
    source "$tessera_root/tools/door/$part.sh"
done

# npm_packages: those of the lock file, fetched again when it has changed.
npm_packages() {
    local stamp=$here/node_modules/.tessera-lock
    cmp -s "$here/package-lock.json" "$stamp" && return
    (cd "$here" && npm ci --silent --no-audit --no-fund)
    cp "$here/package-lock.json" "$stamp"
}

ensure_node
npm_packages
state=$(mktemp -d /var/tmp/tessera-adyen-XXXXXX)
trap 'rm -rf -- "$state"' EXIT
# The front's certificate: the library trusts it by NODE_EXTRA_CA_CERTS, for this run alone.
openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 1 \
    -subj /CN=localhost -addext subjectAltName=DNS:localhost \
    -keyout "$state/key.pem" -out "$state/cert.pem" 2>"$state/openssl.log" ||
    { cat "$state/openssl.log" >&2; exit 1; }
export TESSERA_STATE=$state TESSERA_BIN=${1:-$tessera_root/build/release/bin}
export NODE_EXTRA_CA_CERTS=$state/cert.pem
cd "$here"
node --test library.test.mjs
