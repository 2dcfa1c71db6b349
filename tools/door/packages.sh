# SPDX-License-Identifier: Apache-2.0
# Debian packages: asked for once, installed only when missing.

packages_wanted() { grep -v '^#' "$tessera_root/tools/door/packages.txt"; }

packages_missing() {
    # A virtual package such as pkg-config counts as installed by its own name only.
    comm -23 <(packages_wanted | sort) <(
        dpkg-query -W -f '${Package} ${db:Status-Status}\n' |
            awk '$2 == "installed" { print $1 }' | sort -u
    )
}

ensure_packages() {
    command -v dpkg-query >/dev/null || fail "this needs Debian 12: dpkg-query is missing"
    local missing
    missing=$(packages_missing)
    [[ -n $missing ]] || return 0
    # Word splitting is wanted: one argument per package.
    # shellcheck disable=SC2086
    install_packages $missing
}

install_packages() {
    local as_root=()
    say "installing Debian packages:" "$@"
    if ((EUID != 0)); then
        command -v sudo >/dev/null || fail "install these as root, or install sudo:" "$@"
        as_root=(sudo)
    fi
    "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get update -qq
    "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq \
        --no-install-recommends "$@" >&2
}
