// SPDX-License-Identifier: Apache-2.0
#include "server/runtime/config.h"

#include <arpa/inet.h>
#include <libpq-fe.h>

#include <algorithm>
#include <charconv>
#include <filesystem>
#include <fstream>
#include <memory>
#include <vector>

#include "server/runtime/app_version.h"
#include "server/runtime/config_payments.h"
#include "server/runtime/config_reader.h"

namespace tessera::runtime {
namespace {

using Faults = std::vector<std::string>;

constexpr Range kPorts{0, 65535};
constexpr std::size_t kTextMax = 1024;

struct ConninfoFree {
    void operator()(PQconninfoOption* options) const { PQconninfoFree(options); }
};

void readDatabase(ConfigReader json, DatabaseConfig& out) {
    json.requireText("conninfo", kTextMax, out.conninfo);
    json.integer("connections", {1, 256}, out.connections);
    json.refuseOthers();
    if (out.conninfo.empty()) return;
    char* message = nullptr;
    const std::unique_ptr<PQconninfoOption, ConninfoFree> options(
        PQconninfoParse(out.conninfo.c_str(), &message));
    if (!options) {
        // libpq's message repeats parts of the text, and a password may be among them.
        json.fault("conninfo", "is neither libpq's keyword=value form nor a postgresql:// URI");
        PQfreemem(message);
        return;
    }
    for (const PQconninfoOption* option = options.get(); option->keyword != nullptr; ++option) {
        const std::string_view keyword = option->keyword;
        if ((keyword == "password" || keyword == "sslpassword") && option->val != nullptr) {
            json.fault("conninfo", "has a password: put it into a file, passfile=…");
        }
    }
}

void readHttp(ConfigReader json, HttpConfig& out) {
    json.text("address", kTextMax, out.address);
    json.integer("port", kPorts, out.port);
    json.integer("threads", {1, 64}, out.threads);
    json.integer("connections_max", {1, 1000000}, out.connectionsMax);
    json.integer("body_bytes_max", {1024, 64 << 20}, out.bodyBytesMax);
    json.integer("head_bytes_max", {1024, 256 << 10}, out.headBytesMax);
    json.millis("head_timeout_ms", {100, 300000}, out.headTimeout);
    json.millis("request_timeout_ms", {100, 600000}, out.requestTimeout);
    json.millis("idle_timeout_ms", {1000, 3600000}, out.idleTimeout);
    json.refuseOthers();
}

// "127.0.0.1:0", "[::1]:9443".
bool splitListen(const std::string& text, StaffListenConfig& out) {
    const std::size_t colon = text.rfind(':');
    if (colon == std::string::npos || colon == 0) return false;
    std::string address = text.substr(0, colon);
    const bool bracketed = address.front() == '[' && address.back() == ']';
    if (bracketed) address = address.substr(1, address.size() - 2);
    if (!bracketed && address.find(':') != std::string::npos) return false;
    const char* const end = text.data() + text.size();
    const auto [at, error] = std::from_chars(text.data() + colon + 1, end, out.port);
    if (address.empty() || error != std::errc{} || at != end) return false;
    out.address = std::move(address);
    return true;
}

void readStaffListen(ConfigReader& json, const std::string& folder, StaffListenConfig& out) {
    std::string listen;
    json.text("staff_listen", kTextMax, listen);
    json.file("staff_cert_file", folder, out.certFile);
    json.file("staff_key_file", folder, out.keyFile);
    json.file("staff_authority_cert_file", folder, out.authorityCertFile);
    json.file("staff_authority_key_file", folder, out.authorityKeyFile);
    json.text("staff_app_version_min", kTextMax, out.appVersionMin);
    if (!out.appVersionMin.empty() && !parseVersion(out.appVersionMin)) {
        json.fault("staff_app_version_min", "is not a version, as 1.4.0 is one");
    }
    if (listen.empty()) return;
    if (!splitListen(listen, out)) {
        json.fault("staff_listen", "is not address:port with a port of 0..65535");
    }
    for (const char* const key : {"staff_cert_file", "staff_key_file", "staff_authority_cert_file",
                                  "staff_authority_key_file"}) {
        if (!json.has(key)) json.fault(key, "is missing: staff_listen needs it");
    }
}

void readGrpc(ConfigReader json, const std::string& folder, GrpcConfig& out) {
    json.text("address", kTextMax, out.address);
    json.integer("port", kPorts, out.port);
    json.file("tls_cert_file", folder, out.tlsCertFile);
    json.file("tls_key_file", folder, out.tlsKeyFile);
    json.integer("message_bytes_max", {1024, 128 << 20}, out.messageBytesMax);
    json.millis("write_timeout_ms", {100, 300000}, out.writeTimeout);
    readStaffListen(json, folder, out.staff);
    json.refuseOthers();
    if (json.has("tls_cert_file") != json.has("tls_key_file")) {
        json.fault(json.has("tls_cert_file") ? "tls_key_file" : "tls_cert_file",
                   "is missing: certificate and key go together");
    }
}

void readEngine(ConfigReader json, EngineConfig& out) {
    json.integer("threads", {1, 64}, out.threads);
    json.integer("queue_max", {100, 1000000}, out.queueMax);
    json.integer("batch_commands_max", {1, 500}, out.batchCommandsMax);
    json.refuseOthers();
}

void readKeys(ConfigReader json, const std::string& folder, KeysConfig& out) {
    json.requireFile("holder_token_key_file", folder, out.holderTokenKeyFile);
    json.requireFile("ticket_signing_key_file", folder, out.ticketSigningKeyFile);
    json.integer("ticket_key_id", {1, 65535}, out.ticketKeyId);
    json.refuseOthers();
}

void readPersons(ConfigReader json, PersonsConfig& out) {
    json.integer("retention_days", {0, 36500}, out.retentionDays);
    json.refuseOthers();
}

// One @ with something on both sides, and nothing that a head would take for an end.
bool isMailbox(std::string_view text) {
    const std::size_t at = text.find('@');
    const bool plain = std::ranges::all_of(
        text, [](char c) { return c > ' ' && c < '\x7f' && c != '<' && c != '>' && c != ','; });
    return plain && at != std::string_view::npos && at > 0 && at + 1 < text.size() &&
           text.find('@', at + 1) == std::string_view::npos;
}

// The host of scheme://host[:port][/…] is this machine by its name or number.
bool isLoopback(std::string_view url) {
    std::string_view host = url.substr(std::min(url.find("://") + 3, url.size()));
    host = host.substr(0, host.find('/'));
    if (host.starts_with("[::1]")) return host.size() == 5 || host[5] == ':';
    host = host.substr(0, host.find(':'));
    in_addr number{};
    if (::inet_pton(AF_INET, std::string(host).c_str(), &number) == 1) {
        return ntohl(number.s_addr) >> 24 == 127;
    }
    return host == "localhost";
}

void judgeMailServer(ConfigReader& json, const MailConfig& mail) {
    if (!mail.url.starts_with("smtp://") && !mail.url.starts_with("smtps://")) {
        json.fault("url", "must begin with smtp:// or smtps://");
    } else if (mail.url.find('@') != std::string::npos) {
        json.fault("url", "has credentials: they come from user and password_file");
    }
    if (mail.user.empty() != mail.passwordFile.empty()) {
        json.fault(mail.user.empty() ? "user" : "password_file",
                   "is missing: user and password go together");
    }
    const bool clear = !mail.startTls && !mail.url.starts_with("smtps://");
    if (clear && !mail.user.empty() && !isLoopback(mail.url)) {
        json.fault("start_tls", "must be true: a password leaves this machine by TLS alone");
    }
}

void readMail(ConfigReader json, const std::string& folder, MailConfig& out) {
    json.text("url", kTextMax, out.url);
    json.file("folder", folder, out.folder);
    json.text("user", kTextMax, out.user);
    json.file("password_file", folder, out.passwordFile);
    json.text("from", 254, out.from);
    json.text("from_name", 200, out.fromName);
    json.file("ca_file", folder, out.caFile);
    json.boolean("start_tls", out.startTls);
    json.integer("lanes", {1, 16}, out.lanes);
    json.millis("deadline_ms", {100, 120000}, out.deadline);
    json.millis("try_again_ms", {100, 3600000}, out.tryAgain);
    json.integer("kept_days", {1, 3650}, out.keptDays);
    json.refuseOthers();
    if (!out.enabled()) return;
    if (!isMailbox(out.from)) json.fault("from", "is not an address: mail needs one to come from");
    if (out.folder.empty()) {
        judgeMailServer(json, out);
    } else if (!out.url.empty()) {
        json.fault("folder", "stands in the place of url: name one of them");
    }
}

void readWeb(ConfigReader json, const std::string& folder, WebConfig& out) {
    json.file("root", folder, out.root);
    json.text("public_url", kTextMax, out.publicUrl);
    json.refuseOthers();
    if (out.publicUrl.empty()) return;
    if (!out.publicUrl.starts_with("https://") && !out.publicUrl.starts_with("http://")) {
        json.fault("public_url", "must begin with http:// or https://");
    } else if (out.publicUrl.ends_with('/')) {
        json.fault("public_url", "must not end with a slash");
    }
}

void readApple(ConfigReader json, const std::string& folder, WalletsConfig::Apple& out) {
    json.requireText("pass_type", kTextMax, out.passType);
    json.requireText("team", kTextMax, out.team);
    json.requireFile("certificate_file", folder, out.certificateFile);
    json.requireFile("key_file", folder, out.keyFile);
    json.file("intermediate_file", folder, out.intermediateFile);
    json.refuseOthers();
}

void readGoogle(ConfigReader json, const std::string& folder, WalletsConfig::Google& out) {
    json.requireText("issuer", kTextMax, out.issuer);
    json.requireText("account", kTextMax, out.account);
    json.requireFile("key_file", folder, out.keyFile);
    json.refuseOthers();
}

void readWallets(ConfigReader json, const std::string& folder, WalletsConfig& out) {
    json.text("seller", kTextMax, out.seller);
    if (json.has("apple")) readApple(json.object("apple", true), folder, out.apple);
    if (json.has("google")) readGoogle(json.object("google", true), folder, out.google);
    json.refuseOthers();
}

void readLog(ConfigReader json, const std::string& folder, LogOptions& out) {
    auto level = static_cast<std::size_t>(out.level);
    json.choice("level", {"debug", "info", "warn", "error"}, level);
    out.level = static_cast<LogLevel>(level);
    json.file("file", folder, out.file);
    json.integer("queue_max", {16, 1 << 20}, out.queueMax);
    json.refuseOthers();
}

void readNodeName(ConfigReader& json, std::string& out) {
    json.requireText("node_name", 64, out);
    const auto allowed = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
    };
    if (!std::all_of(out.begin(), out.end(), allowed)) {
        json.fault("node_name", "may have a-z, 0-9 and '-' only");
    }
}

std::string joined(const Faults& faults) {
    std::string text;
    for (const std::string& fault : faults) text += (text.empty() ? "" : "\n") + fault;
    return text;
}

// An object that names a key twice is refused: which of the two counts would be a guess.
nlohmann::json parseStrictly(std::string_view text, Faults& faults) {
    std::vector<std::set<std::string>> open;
    const auto watch = [&](int, nlohmann::json::parse_event_t event, nlohmann::json& parsed) {
        if (event == nlohmann::json::parse_event_t::object_start) open.emplace_back();
        if (event == nlohmann::json::parse_event_t::object_end) open.pop_back();
        if (event == nlohmann::json::parse_event_t::key) {
            const auto& key = parsed.get_ref<const std::string&>();
            if (!open.back().insert(key).second) faults.push_back("key named twice: " + key);
        }
        return true;
    };
    try {
        return nlohmann::json::parse(text, watch);
    } catch (const nlohmann::json::parse_error& e) {
        // Not e.what(): it quotes the text.
        faults.push_back("not JSON at byte " + std::to_string(e.byte));
    } catch (const nlohmann::json::exception&) {
        faults.push_back("not JSON");
    }
    return nlohmann::json::object();
}

}  // namespace

Result<ServerConfig> parseConfig(std::string_view text, const std::string& folder) {
    if (text.size() > kConfigBytesMax) {
        return failure("configuration is over " + std::to_string(kConfigBytesMax) + " bytes");
    }
    Faults faults;
    const nlohmann::json root = parseStrictly(text, faults);
    if (!faults.empty()) return failure(joined(faults));
    ServerConfig config;
    ConfigReader json(root, "$", faults);
    readNodeName(json, config.nodeName);
    readDatabase(json.object("database", true), config.database);
    readHttp(json.object("http", false), config.http);
    readGrpc(json.object("grpc", false), folder, config.grpc);
    readEngine(json.object("engine", false), config.engine);
    readPayments(json.object("payments", true), folder, config.payments);
    readInvoices(json.object("invoices", false), config.invoices);
    readKeys(json.object("keys", true), folder, config.keys);
    readPersons(json.object("persons", false), config.persons);
    readMail(json.object("mail", false), folder, config.mail);
    readWeb(json.object("web", false), folder, config.web);
    readWallets(json.object("wallets", false), folder, config.wallets);
    json.file("port_file", folder, config.portFile);
    readLog(json.object("log", false), folder, config.log);
    json.refuseOthers();
    if (!faults.empty()) return failure(joined(faults));
    return config;
}

Result<ServerConfig> loadConfig(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    if (!file) return failure("cannot open configuration " + path);
    std::string text(kConfigBytesMax + 1, '\0');
    file.read(text.data(), static_cast<std::streamsize>(text.size()));
    if (file.bad()) return failure("cannot read configuration " + path);
    text.resize(static_cast<std::size_t>(file.gcount()));
    const auto folder = std::filesystem::path(path).parent_path().string();
    auto config = parseConfig(text, folder);
    if (!config) return failure(path + ":\n" + config.error().message);
    return config;
}

}  // namespace tessera::runtime
