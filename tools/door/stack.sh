# SPDX-License-Identifier: Apache-2.0
# `up` and `down`: database, payment sandbox, server, the demo event and the season, in that order.

# Where user postgres can reach it; one folder per user and working copy.
state_dir() {
    local of_copy
    of_copy=$(printf '%s' "$tessera_root" | cksum | cut -d ' ' -f 1)
    printf '%s' "${TESSERA_STATE:-/var/tmp/tessera-$(id -u)-$of_copy}"
}

prepare_state() {
    mkdir -p "$1/log"
    chmod 755 "$1"
    local name
    for name in webhook holder tickets; do ensure_secret "$1/$name.secret"; done
    ensure_secret "$1/paysim.key" sk_test_
    ensure_pass_certificate "$1"
    ensure_staff_certificates "$1"
}

# Of the demo's own making: telephones take only passes that a certificate of Apple's has signed.
ensure_pass_certificate() {
    [[ ! -s $1/pass.crt ]] || return 0
    (umask 077 && openssl req -x509 -newkey rsa:2048 -nodes -days 3650 \
        -subj '/CN=Tessera demo passes/OU=DEMO000000' -keyout "$1/pass.key" -out "$1/pass.crt" \
        >>"$1/log/admin.log" 2>&1) || fail "no certificate for passes could be made"
}

# The installation's authority for devices, and the staff port's own certificate.
ensure_staff_certificates() {
    "$(program tessera-admin)" devices authority --folder "$1" --host localhost --host 127.0.0.1 \
        --house "Tessera demo" >>"$1/log/admin.log" 2>&1 ||
        fail "no certificates for staff could be made: $(tail -n 1 "$1/log/admin.log")"
}

# A port that nothing listens on. The one used last is kept where it is free, so that a bookmark
# survives a restart.
free_port() {
    local port
    for port in $(cat "$1/port" 2>/dev/null) $(shuf -i 20000-32000 -n 50); do
        if ! (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null; then
            echo "$port" | tee "$1/port"
            return
        fi
    done
    fail "no free port found"
}

write_server_config() {
    local state=$1 port=$2
    cat <<TEXT
{
  "node_name": "local",
  "http": {"address": "127.0.0.1", "port": $port},
  "grpc": {
    "address": "127.0.0.1", "port": 0,
    "staff_listen": "127.0.0.1:0",
    "staff_cert_file": "$state/staff.crt",
    "staff_key_file": "$state/staff.key",
    "staff_authority_cert_file": "$state/authority.crt",
    "staff_authority_key_file": "$state/authority.key"
  },
  "port_file": "$state/server.port",
  "database": {"conninfo": "$(database_conninfo "$state")"},
  "payments": {
    "provider": "paysim",
    "base_url": "http://127.0.0.1:$(service_port "$state" paysim)",
    "api_key_file": "$state/paysim.key",
    "webhook_secret_file": "$state/webhook.secret",
    "publishable_key": "pk_test_tessera",
    "providers": {"gift_cards": {}}
  },
  "invoices": {
    "seller": {"name": "Tessera demo", "address": ["1 Example Street", "20095 Hamburg"],
               "tax_id": "DE000000000"}
  },
  "keys": {
    "holder_token_key_file": "$state/holder.secret",
    "ticket_signing_key_file": "$state/tickets.secret"
  },
  "wallets": {
    "seller": "Tessera demo",
    "apple": {
      "pass_type": "pass.org.example.tessera",
      "team": "DEMO000000",
      "certificate_file": "$state/pass.crt",
      "key_file": "$state/pass.key"
    }
  },
  "web": {$(web_root)},
  "mail": {$(mail_folder "$state")},
  "log": {"file": "$state/log/server.jsonl"}
}
TEXT
}

# The storefront's folder, if it was built.
web_root() {
    [[ ! -f $tessera_root/build/web/index.html ]] || printf '"root": "%s"' "$tessera_root/build/web"
}

# Of `up` alone: who tries the house out sees its mails there, and nothing leaves the machine. Who
# measures a server sends none.
mail_folder() {
    [[ ${with_mails:-no} == no ]] ||
        printf '"folder": "%s/mails", "from": "tickets@tessera.example", "from_name": "Tessera demo"' "$1"
}

stack_runs() { running "$1/server.pid"; }

# start_stack STATE: ready when it returns. The sandbox needs the server's address for its
# webhooks and the server the sandbox's, so the server's port is reserved first.
start_stack() {
    local state=$1
    prepare_state "$state"
    database_start "$state"
    admin "$state" migrate >>"$state/log/admin.log" 2>&1 ||
        fail "migrating failed: $(tail -n 3 "$state/log/admin.log")"
    ensure_admin_key "$state"
    local port
    port=$(free_port "$state")
    start_paysim "$state" "http://127.0.0.1:$port/v1/webhooks/stripe"
    write_server_config "$state" "$port" >"$state/server.json"
    start_server "$state"
}

stop_stack() {
    local state=$1
    stop_service "$state" server
    stop_service "$state" paysim
    database_stop "$state"
}

# The organiser's key, made once per database; the database has only its hash.
ensure_admin_key() {
    local state=$1 scope arguments=()
    [[ ! -s $state/admin.key ]] || return 0
    for scope in admin:venues admin:events admin:sale admin:codes admin:payments reservations:staff; do
        arguments+=(--scope "$scope")
    done
    (umask 077 && admin "$state" keys create --name local "${arguments[@]}" >"$state/admin.key") ||
        fail "no admin key could be made"
}

# import_demo STATE OPTION…: the demo event, once per database and name; its id goes to
# STATE/demo.json, or to what demo_file names.
import_demo() {
    local state=$1
    "$(program tessera-admin)" demo --url "http://127.0.0.1:$(service_port "$state" server)" \
        --api-key-file "$state/admin.key" --plan "$tessera_root/plans/riverside-arena.json" \
        --out "${demo_file:-$state/demo.json}" "${@:2}" >"$state/log/demo.log" 2>&1 ||
        fail "the demo event failed: $(tail -n 3 "$state/log/demo.log")"
}

# The events of season/, each once per database; one is sold out when this returns.
import_season() {
    local state=$1
    "$(program tessera-admin)" season --server "http://127.0.0.1:$(service_port "$state" server)" \
        --key-file "$state/admin.key" --season "$tessera_root/season/season.json" \
        --plans "$tessera_root/plans" >"$state/log/season.log" 2>&1 ||
        fail "the season failed: $(tail -n 3 "$state/log/season.log")"
}

event_in() { sed -nE 's/.*"event":"([^"]+)".*/\1/p' "$1"; }

print_addresses() {
    local state=$1 url
    url=http://127.0.0.1:$(service_port "$state" server)
    cat <<TEXT
Tessera is ready.
  storefront       $url/
  demo event       $url/v1/events/$(event_in "$state/demo.json")
  events           $url/v1/events
  OpenAPI          $url/v1/openapi.json
  metrics          $url/metrics
  gRPC             127.0.0.1:$(service_port "$state" server 2)
  staff            127.0.0.1:$(service_port "$state" server 3) (authority: $state/authority.crt)
  payment sandbox  http://127.0.0.1:$(service_port "$state" paysim)
  database         $(database_conninfo "$state")
  admin key        $state/admin.key
  mails            $state/mails (.eml, the latest 200: ls -t)
  logs             $state/log
TEXT
}

# What is delivered: who has seen the demo goes on to sell the arena out, to count, and to the apps.
build_stack() {
    build_preset release tessera-server tessera-admin tessera-paysim tessera-load tessera-audit \
        tessera_client tessera_seat_map tessera_qt_print
}

# From here on the stack in STATE ends with this script, however it ends.
stop_stack_at_exit() {
    stack_to_stop=$1
    trap 'stop_stack "$stack_to_stop"' EXIT
    trap 'exit 130' INT
    trap 'exit 143' TERM HUP
}

door_up() {
    local detach=no state started
    case "${1:-}" in
    '') ;;
    --detach) detach=yes ;;
    *) fail_usage "up takes --detach only" ;;
    esac
    build_stack
    build_web
    state=$(state_dir)
    ! stack_runs "$state" || fail "already running in $state (./tessera down stops it)"
    started=$(now_ms)
    stop_stack_at_exit "$state"
    with_mails=yes
    start_stack "$state"
    import_demo "$state"
    import_season "$state"
    print_addresses "$state"
    say "ready after $(($(now_ms) - started)) ms"
    if [[ $detach == yes ]]; then
        trap - EXIT
        return
    fi
    say "Ctrl-C stops it"
    wait -n "$(<"$state/server.pid")" "$(<"$state/paysim.pid")" || true
    fail "ended by itself: $(tail -qn 2 "$state/log/server.log" "$state/log/paysim.log")"
}

door_down() {
    local state
    state=$(state_dir)
    [[ -d $state ]] || fail "nothing was started in $state"
    stop_stack "$state"
    [[ ${1:-} != --wipe ]] || rm -rf -- "$state"
    say "stopped"
}
