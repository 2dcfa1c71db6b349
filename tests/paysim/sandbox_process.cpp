// SPDX-License-Identifier: Apache-2.0
#include "tests/paysim/sandbox_process.h"

#include <signal.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <stdexcept>
#include <thread>

extern char** environ;

namespace tessera::paysim::test {
namespace {

const std::string kServerKey = "Authorization: Bearer sk_test_1\r\n";
const std::string kPublicKey = "Authorization: Bearer pk_test_1\r\n";

std::string makeFolder() {
    std::string name = (std::filesystem::temp_directory_path() / "paysim-XXXXXX").string();
    if (mkdtemp(name.data()) == nullptr) throw std::runtime_error("mkdtemp");
    return name;
}

}  // namespace

SandboxProcess::SandboxProcess(std::vector<std::string> flags)
    : flags_(std::move(flags)), folder_(makeFolder()) {
    start();
}

SandboxProcess::~SandboxProcess() {
    if (pid_ > 0) stop(SIGKILL);
    std::filesystem::remove_all(folder_);
}

void SandboxProcess::start() {
    const std::string portFile = folder_ + "/port";
    std::filesystem::remove(portFile);
    std::vector<std::string> args{std::string(TESSERA_BINARY_DIR) + "/bin/tessera-paysim",
                                  "--ledger", folder_ + "/ledger", "--port-file", portFile};
    args.insert(args.end(), flags_.begin(), flags_.end());
    std::vector<char*> argv;
    for (std::string& arg : args) argv.push_back(arg.data());
    argv.push_back(nullptr);
    if (posix_spawn(&pid_, argv[0], nullptr, nullptr, argv.data(), environ) != 0) {
        throw std::runtime_error("cannot start " + args[0]);
    }
    const auto deadline = std::chrono::steady_clock::now() + std::chrono::seconds(20);
    while (!std::filesystem::exists(portFile)) {
        if (std::chrono::steady_clock::now() > deadline || waitpid(pid_, nullptr, WNOHANG) != 0) {
            throw std::runtime_error("tessera-paysim does not listen");
        }
        std::this_thread::yield();
    }
    std::ifstream(portFile) >> port_;
    client_.emplace(port_);
}

int SandboxProcess::stop(int signal) {
    client_.reset();
    kill(pid_, signal);
    int status = 0;
    waitpid(pid_, &status, 0);
    pid_ = -1;
    return status;
}

int SandboxProcess::restart(int signal) {
    const int status = stop(signal);
    start();
    return status;
}

Result SandboxProcess::call(const std::string& method, const std::string& path,
                            const std::string& form, const std::string& extra) {
    if (!client_) client_.emplace(port_);
    std::string request =
        method == "POST"
            ? http::test::postRequest(path, form,
                                      "Content-Type: application/x-www-form-urlencoded\r\n" + extra)
            : http::test::getRequest(path, extra);
    if (method == "DELETE") request.replace(0, 3, method);
    client_->send(request);
    const auto reply = client_->readReply();
    if (!reply) {
        client_.reset();
        return {};
    }
    return {reply->status, Json::parse(reply->body, nullptr, false), reply->body, *reply};
}

Result SandboxProcess::post(const std::string& path, const std::string& form,
                            const std::string& extra) {
    return call("POST", path, form, kServerKey + extra);
}

Result SandboxProcess::del(const std::string& path) {
    return call("DELETE", path, {}, kServerKey);
}

Result SandboxProcess::get(const std::string& path, const std::string& extra) {
    return call("GET", path, {}, kServerKey + extra);
}

Result SandboxProcess::postPublic(const std::string& path, const std::string& form) {
    return call("POST", path, form, kPublicKey);
}

Result SandboxProcess::getPublic(const std::string& path) {
    return call("GET", path, {}, kPublicKey);
}

Json SandboxProcess::create(const std::string& more, const std::string& extra) {
    const Result result =
        post("/v1/payment_intents", "amount=1000&currency=eur&capture_method=manual" + more, extra);
    if (result.status != 200) throw std::runtime_error("create: " + result.text);
    return result.body;
}

Result SandboxProcess::confirm(const Json& intent, const std::string& paymentMethod,
                               const std::string& extra) {
    return post("/v1/payment_intents/" + intent.at("id").get<std::string>() + "/confirm",
                "payment_method=" + paymentMethod, extra);
}

Json SandboxProcess::fetch(const Json& intent) {
    return get("/v1/payment_intents/" + intent.at("id").get<std::string>()).body;
}

std::vector<Json> SandboxProcess::ledger() const {
    std::vector<Json> lines;
    std::ifstream file(folder_ + "/ledger");
    for (std::string line; std::getline(file, line);) lines.push_back(Json::parse(line));
    return lines;
}

bool SandboxProcess::becomes(const std::string& path,
                             const std::function<bool(const Json&)>& condition) {
    const auto deadline = std::chrono::steady_clock::now() + std::chrono::seconds(20);
    while (!condition(get(path).body)) {
        if (std::chrono::steady_clock::now() > deadline) return false;
    }
    return true;
}

std::map<std::string, long> SandboxProcess::moved() const {
    std::map<std::string, long> sums;
    for (const Json& line : ledger()) {
        if (line.contains("amount") && line.at("type") != "state") {
            sums[line.at("type")] += line.at("amount").get<long>();
        }
    }
    return sums;
}

}  // namespace tessera::paysim::test
