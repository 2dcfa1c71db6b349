// SPDX-License-Identifier: Apache-2.0
#include "tests/gui/old_server.h"

#include <google/rpc/error_details.pb.h>
#include <google/rpc/status.pb.h>
#include <grpcpp/generic/async_generic_service.h>
#include <grpcpp/server.h>
#include <grpcpp/server_builder.h>

#include <filesystem>
#include <fstream>
#include <map>
#include <mutex>
#include <sstream>

#include "tests/integration/stack.h"
#include "tests/support/temp_dir.h"

namespace tessera::gui {
namespace {

std::string contentsOf(const std::string& path) {
    std::ostringstream out;
    out << std::ifstream(path).rdbuf();
    return out.str();
}

grpc::Status tooOld() {
    google::rpc::ErrorInfo info;
    info.set_domain("tessera");
    info.set_reason("APP_TOO_OLD");
    (*info.mutable_metadata())["version_min"] = "9.1.0";
    google::rpc::Status details;
    details.set_code(grpc::StatusCode::FAILED_PRECONDITION);
    details.add_details()->PackFrom(info);
    return {grpc::StatusCode::FAILED_PRECONDITION, "too old", details.SerializeAsString()};
}

class Refuse : public grpc::ServerGenericBidiReactor {
public:
    Refuse() { Finish(tooOld()); }
    void OnDone() override { delete this; }
};

class Refusals : public grpc::CallbackGenericService {
public:
    grpc::ServerGenericBidiReactor* CreateReactor(
        grpc::GenericCallbackServerContext* context) override {
        const std::lock_guard lock(mutex_);
        for (const auto& [name, value] : context->client_metadata()) {
            heard_[std::string(name.data(), name.size())].assign(value.data(), value.size());
        }
        return new Refuse;
    }
    std::string heard(const std::string& name) const {
        const std::lock_guard lock(mutex_);
        const auto found = heard_.find(name);
        return found == heard_.end() ? std::string() : found->second;
    }

private:
    mutable std::mutex mutex_;
    std::map<std::string, std::string> heard_;
};

}  // namespace

struct OldServer::Parts {
    test::TempDir dir{"old"};
    Refusals refusals;
    int port = 0;
    std::unique_ptr<grpc::Server> server;
};

OldServer::OldServer() : parts_(std::make_unique<Parts>()) {
    const std::string folder = parts_->dir / "keys";
    std::filesystem::create_directories(folder);
    integration::Stack::shared().runProgram(
        "tessera-admin", {"devices", "authority", "--folder", folder, "--host", "127.0.0.1"},
        integration::Millis(20'000));
    grpc::SslServerCredentialsOptions options;
    options.pem_key_cert_pairs.push_back(
        {contentsOf(folder + "/staff.key"), contentsOf(folder + "/staff.crt")});
    grpc::ServerBuilder builder;
    builder.AddListeningPort("127.0.0.1:0", grpc::SslServerCredentials(options), &parts_->port);
    builder.RegisterCallbackGenericService(&parts_->refusals);
    parts_->server = builder.BuildAndStart();
}

OldServer::~OldServer() {
    parts_->server->Shutdown();
}

std::uint16_t OldServer::port() const {
    return static_cast<std::uint16_t>(parts_->port);
}

std::string OldServer::authorityPem() const {
    return contentsOf(parts_->dir / "keys" / "authority.crt");
}

std::string OldServer::app() const {
    return parts_->refusals.heard("x-app-version");
}

std::string OldServer::approval() const {
    return parts_->refusals.heard("x-approval");
}

}  // namespace tessera::gui
