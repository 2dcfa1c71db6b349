# SPDX-License-Identifier: Apache-2.0
# The storefront: a Node that is recent enough, npm's packages by the lock file, build/web.

# node_satisfies VERSION: as server/web/package.json has it, ^20.19.0 or >=22.12.0.
node_satisfies() {
    local major minor
    [[ $1 =~ ^v?([0-9]+)\.([0-9]+)\. ]] || return 1
    major=${BASH_REMATCH[1]} minor=${BASH_REMATCH[2]}
    ((major == 20 && minor >= 19 || major == 22 && minor >= 12 || major > 22))
}

node_is_ready() { node_satisfies "$(node --version 2>/dev/null)"; }

# A Node that is there and recent enough; else Debian's nodejs and npm fetch npm's package node@22.
ensure_node() {
    local folder=$tessera_root/build/node
    if command -v npm >/dev/null && node_is_ready; then return; fi
    if [[ ! -x $folder/node_modules/node/bin/node ]]; then
        install_packages nodejs npm
        say "fetching node@22 from npm"
        mkdir -p "$folder"
        npm install --silent --no-audit --no-fund --prefix "$folder" node@22 >&2 ||
            fail "npm could not fetch node@22"
    fi
    export PATH=$folder/node_modules/node/bin:$PATH
    node_is_ready || fail "no Node of ^20.19 or >=22.12 was found"
}

# web_is_built: nothing in server/web is newer than what was built of it.
web_is_built() {
    local stamp=$tessera_root/build/web.stamp
    [[ -f $tessera_root/build/web/index.html && -f $stamp ]] || return 1
    [[ -z $(find "$tessera_root/server/web" -name node_modules -prune -o -type f -newer "$stamp" \
        -print -quit) ]]
}

build_web() {
    ! web_is_built || return 0
    ensure_node
    say "building the storefront"
    mkdir -p "$tessera_root/build"
    touch "$tessera_root/build/web.stamp.new"
    (
        cd "$tessera_root/server/web"
        npm ci --silent --no-audit --no-fund && npm run --silent build
    ) >"$tessera_root/build/web.log" 2>&1 || {
        tail -n 20 "$tessera_root/build/web.log" >&2
        fail "the storefront's build failed: see build/web.log"
    }
    mv "$tessera_root/build/web.stamp.new" "$tessera_root/build/web.stamp"
}

# The browser of the tests: Chromium without windows, which takes a third less of the processors for the
# same pages, and with windows where that cannot be had.
ensure_browser() {
    command -v chromium-headless-shell >/dev/null || (install_packages chromium-headless-shell) ||
        command -v chromium >/dev/null || install_packages chromium
}

# What tests/web needs beyond the build: a browser, poppler's reader of PDFs, a Node, the storefront.
prepare_web_tests() {
    ensure_browser
    command -v pdftoppm >/dev/null || install_packages poppler-utils
    ensure_node
    build_web
}
