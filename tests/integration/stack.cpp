// SPDX-License-Identifier: Apache-2.0
#include "tests/integration/stack.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <cstdlib>
#include <fstream>
#include <iostream>
#include <iterator>
#include <nlohmann/json.hpp>
#include <sstream>

#include "server/runtime/secrets.h"

namespace tessera::integration {
namespace {

using test::ChildOptions;
using test::ChildProcess;

constexpr const char* kServer = "server";  // Its node's name, and its files'.
constexpr Millis kStartLimit{60'000};
constexpr std::size_t kUsualDescriptors = 1024;  // What a login shell or systemd gives.

[[noreturn]] void die(const std::string& what) {
    std::cerr << "the stack does not start: " << what << std::endl;
    std::abort();
}

std::string program(const std::string& name) {
    if (name.find('/') != std::string::npos) return name;
    return std::string(TESSERA_BINARY_DIR) + "/bin/" + name;
}

std::string contentsOf(const std::filesystem::path& file) {
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

// What a killed server's connections leave behind for a minute is no hindrance, as for the server.
bool isFree(std::uint16_t port) {
    const int fd = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    const int on = 1;
    ::setsockopt(fd, SOL_SOCKET, SO_REUSEADDR, &on, sizeof on);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    address.sin_port = htons(port);
    const bool free =
        fd >= 0 && ::bind(fd, reinterpret_cast<sockaddr*>(&address), sizeof address) == 0;
    ::close(fd);
    return free;
}

// A port that nothing listens on: the sandbox must know the server's before the server starts, and
// the server has the same after each restart. Below those that the system gives to clients, and
// of eight that are this process's own among tests that run at one time.
std::uint16_t freePort() {
    for (int i = 0; i < 8; ++i) {
        const auto port = static_cast<std::uint16_t>(10'000 + (::getpid() * 8 + i) % 10'000);
        if (isFree(port)) return port;
    }
    die("no free port");
}

}  // namespace

StackOptions& Stack::sharedOptions() {
    static StackOptions options{.readers = true, .staff = true};
    return options;
}

Stack& Stack::shared() {
    static Stack stack(sharedOptions());
    return stack;
}

Stack::Stack(StackOptions options) : options_(std::move(options)) {
    database_ = test::PrivatePostgres::startOrDie();
    const auto migrated = ChildProcess::run(
        {.argv = {program("tessera-admin"), "--database", database_->conninfo(), "migrate"}},
        kStartLimit);
    if (!migrated) die(migrated.error().message);
    adminKey_ = makeKey("organiser", {"admin:venues", "admin:events", "admin:sale", "admin:codes",
                                      "admin:payments"});
    writeSecrets();
    if (options_.staff) makeStaffCertificates();
    httpPort_ = freePort();
    startPaysim();
    writeConfig(kServer, httpPort_);
    startServer();
}

// The server first: what it has under way shall not see its database and provider go.
Stack::~Stack() {
    if (server_) server_->terminate(Millis(10'000));
    if (paysim_) paysim_->terminate(Millis(5'000));
}

void Stack::writeSecrets() {
    for (const char* name : {"holder", "tickets", "webhook"}) {
        if (!runtime::createKeyFile(dir_ / (std::string(name) + ".secret"))) die("secrets");
    }
    writeFile("paysim.key", "sk_test_integration");
}

void Stack::makeStaffCertificates() const {
    const auto made = ChildProcess::run({.argv = {program("tessera-admin"), "devices", "authority",
                                                  "--folder", dir_.path(), "--host", "127.0.0.1"}},
                                        kStartLimit);
    if (!made) die(made.error().message);
}

std::string Stack::authorityPem() const {
    return contentsOf(dir_ / "authority.crt");
}

std::string Stack::holderTokenKey() const {
    return contentsOf(dir_ / "holder.secret");
}

void Stack::startPaysim() {
    const std::string portFile = dir_ / "paysim.port";
    ChildOptions child{
        .argv = {program("tessera-paysim"), "--listen", "127.0.0.1:0", "--port-file", portFile,
                 "--ledger", dir_ / "paysim.ledger", "--api-key-file", dir_ / "paysim.key",
                 "--webhook-secret-file", dir_ / "webhook.secret", "--webhook-url",
                 "http://127.0.0.1:" + std::to_string(httpPort_) + "/v1/webhooks/stripe"}};
    child.argv.insert(child.argv.end(), options_.sandbox.begin(), options_.sandbox.end());
    auto started = ChildProcess::start(child);
    if (!started) die(started.error().message);
    paysim_ = std::move(*started);
    const auto port = paysim_->waitForFile(portFile, kStartLimit);
    if (!port) die("tessera-paysim: " + paysim_->output());
    paysimPort_ = static_cast<std::uint16_t>(std::stoi(*port));
}

// Heads have three seconds: what the product allows, so that tests need not wait for ten.
void Stack::writeConfig(const std::string& name, std::uint16_t httpPort) const {
    nlohmann::json grpc = {{"address", "127.0.0.1"}, {"port", 0}};
    if (options_.staff && name == kServer) {
        grpc.update({{"staff_listen", "127.0.0.1:0"},
                     {"staff_cert_file", "staff.crt"},
                     {"staff_key_file", "staff.key"},
                     {"staff_authority_cert_file", "authority.crt"},
                     {"staff_authority_key_file", "authority.key"}});
    }
    nlohmann::json config = {
        {"node_name", name},
        {"http", {{"address", "127.0.0.1"}, {"port", httpPort}, {"head_timeout_ms", 3000}}},
        {"grpc", grpc},
        {"port_file", name + ".port"},
        {"database", {{"conninfo", database_->conninfo()}}},
        {"payments",
         {{"provider", "paysim"},
          {"base_url", "http://127.0.0.1:" + std::to_string(paysimPort_)},
          {"api_key_file", "paysim.key"},
          {"webhook_secret_file", "webhook.secret"},
          {"publishable_key", "pk_test_integration"},
          {"readers", options_.readers},
          {"providers", {{"gift_cards", nlohmann::json::object()}}}}},
        {"invoices",
         {{"seller",
           {{"name", "The Grand House"},
            {"address", nlohmann::json::array({"1 Opera Square", "8010 Graz"})},
            {"tax_id", "ATU12345678"}}}}},
        {"keys",
         {{"holder_token_key_file", "holder.secret"},
          {"ticket_signing_key_file", "tickets.secret"}}},
        {"log", {{"file", name + ".jsonl"}}}};
    if (!options_.mail.empty()) config["mail"] = nlohmann::json::parse(options_.mail);
    std::ofstream(dir_ / (name + ".json")) << config.dump(2) << "\n";
}

Stack::Node Stack::runServer(const std::string& name) const {
    const auto portFile = dir_ / (name + ".port");
    std::filesystem::remove(portFile);
    auto started = ChildProcess::start(
        {.argv = {program(options_.server), "--config", dir_ / (name + ".json")},
         .descriptorsSoft = kUsualDescriptors});
    if (!started) die(started.error().message);
    Node node{std::move(*started), {}};
    const auto ports = node.process->waitForFile(portFile, kStartLimit);
    if (!ports) die("tessera-server: " + node.process->output());
    std::istringstream(*ports) >> node.ports.http >> node.ports.grpc >> node.ports.staff;
    if (node.ports.http == 0 || node.ports.grpc == 0) die("the port file says " + *ports);
    return node;
}

void Stack::startServer() {
    Node node = runServer(kServer);
    if (node.ports.http != httpPort_) die("the server has another port than it was given");
    server_ = std::move(node.process);
    grpcPort_ = node.ports.grpc;
    staffPort_ = node.ports.staff;
}

Stack::Node Stack::startNode(const std::string& name) const {
    writeConfig(name, 0);
    return runServer(name);
}

std::string Stack::restartCommand(const std::string& pidFile) const {
    return program(options_.server) + " --config " + (dir_ / "server.json").string() + " >>" +
           (dir_ / "restarted.log").string() + " 2>&1 </dev/null & echo $! >" + pidFile;
}

void Stack::killServer() {
    server_->kill9();
    if (!server_->waitForExit(Millis(10'000))) die("the server survives SIGKILL");
}

int Stack::stopServer() {
    return server_->terminate(Millis(20'000));
}

std::string Stack::makeKey(const std::string& name, const std::vector<std::string>& scopes) const {
    std::vector<std::string> argv{program("tessera-admin"),
                                  "--database",
                                  database_->conninfo(),
                                  "keys",
                                  "create",
                                  "--name",
                                  name,
                                  "--scope"};
    argv.insert(argv.end(), scopes.begin(), scopes.end());
    auto key = ChildProcess::run({.argv = argv}, kStartLimit);
    if (!key) die(key.error().message);
    while (!key->empty() && key->back() == '\n') key->pop_back();
    return *key;
}

std::string Stack::psql(const std::string& sql) const {
    auto answer = database_->psql(sql);
    if (!answer) return "error: " + answer.error().message;
    while (!answer->empty() && answer->back() == '\n') answer->pop_back();
    return *answer;
}

std::string Stack::ticketSecret() const {
    std::string text = contentsOf(dir_ / "tickets.secret");
    while (!text.empty() && text.back() == '\n') text.pop_back();
    return text;
}

std::string Stack::serverOutput() const {
    return server_->output() + contentsOf(dir_ / "server.jsonl");
}

std::string Stack::writeFile(const std::string& name, const std::string& contents) const {
    const auto file = dir_ / name;
    std::ofstream(file) << contents << "\n";
    std::filesystem::permissions(
        file, std::filesystem::perms::owner_read | std::filesystem::perms::owner_write);
    return file;
}

Stack::Ran Stack::runProgram(const std::string& name, const std::vector<std::string>& arguments,
                             Millis limit) const {
    ChildOptions options{.argv = {program(name)}, .workDir = dir_.path()};
    options.argv.insert(options.argv.end(), arguments.begin(), arguments.end());
    auto started = ChildProcess::start(options);
    if (!started) return {-1, started.error().message};
    const auto code = (*started)->waitForExit(limit);
    return {code.value_or(-1), (*started)->output()};
}

std::vector<std::string> Stack::ledger() const {
    std::vector<std::string> lines;
    std::istringstream in(contentsOf(dir_ / "paysim.ledger"));
    for (std::string line; std::getline(in, line);) {
        if (!in.eof()) lines.push_back(line);
    }
    return lines;
}

}  // namespace tessera::integration
