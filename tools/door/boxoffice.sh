# SPDX-License-Identifier: Apache-2.0
# `boxoffice`: the desktop app at the running server. In the demo it enrols itself as one device.

# Whether the app's own folder has what makes it a device: the key comes after the certificate.
is_enrolled() { grep -qs '"key": *"[^"]' "$1/device.json"; }

# The folder that the app will take: its own option counts.
app_folder() {
    local folder=$1 argument next=
    shift
    for argument in "$@"; do
        [[ $next != yes ]] || folder=$argument
        next=no
        case $argument in
        --data-dir) next=yes ;;
        --data-dir=*) folder=${argument#--data-dir=} ;;
        esac
    done
    printf '%s' "$folder"
}

# The file that a device is enrolled by: a code is good for ten minutes, and once, so one that is
# enrolled gets none, but the server's address, which may be another since.
write_enrolment() {
    local state=$1 folder=$2 code=
    is_enrolled "$folder" || code=$(admin "$state" devices code --name "Demo till") ||
        fail "no code for a device"
    # The certificate's lines, joined by \n as JSON has them.
    (umask 077 && printf '{"server": "%s", "authority": "%s", "code": "%s"}\n' \
        "127.0.0.1:$(service_port "$state" server 3)" \
        "$(awk '{printf "%s\\n", $0}' "$state/authority.crt")" "$code" >"$state/enrolment.json")
}

# Somebody who may sell and make events; the password is made once.
ensure_demo_login() {
    local state=$1
    [[ ! -s $state/boxoffice.password ]] || return 0
    (umask 077 && admin "$state" staff add --login demo --name "Demo Manager" --role manager \
        >"$state/boxoffice.password") || fail "no demo login could be made"
}

door_boxoffice() {
    local state
    state=$(state_dir)
    stack_runs "$state" || fail "no server runs: start one with ./tessera up --detach"
    build_preset release tessera-boxoffice tessera-admin
    [[ -n ${DISPLAY:-}${WAYLAND_DISPLAY:-}${QT_QPA_PLATFORM:-} ]] ||
        fail "there is no display: set DISPLAY, WAYLAND_DISPLAY or QT_QPA_PLATFORM"
    ensure_demo_login "$state"
    write_enrolment "$state" "$(app_folder "$state/boxoffice" "$@")"
    say "sign in as demo with the password $(<"$state/boxoffice.password")"
    "$(program tessera-boxoffice)" --data-dir "$state/boxoffice" \
        --enrolment "$state/enrolment.json" "$@"
}
