// SPDX-License-Identifier: Apache-2.0
// How an ApiClient's calls travel: libcurl for REST, a generic stub for gRPC.
#include <curl/curl.h>
#include <google/protobuf/dynamic_message.h>
#include <google/protobuf/util/json_util.h>
#include <google/rpc/error_details.pb.h>
#include <google/rpc/status.pb.h>
#include <grpcpp/generic/generic_stub.h>
#include <grpcpp/grpcpp.h>
#include <gtest/gtest.h>

#include <future>

#include "shared/base/check.h"
#include "tessera/v1/errors.pb.h"
#include "tests/integration/api_client.h"

namespace tessera::integration {
namespace {

namespace pb = google::protobuf;

constexpr long kCallMillisMax = 40'000;

int usualHttpStatus(int code) {
    static const std::map<int, int> kUsual{{3, 400},  {4, 504},  {5, 404},  {6, 409},  {7, 403},
                                           {8, 429},  {9, 400},  {10, 409}, {11, 400}, {12, 501},
                                           {13, 500}, {14, 503}, {16, 401}};
    const auto found = kUsual.find(code);
    return found == kUsual.end() ? 0 : found->second;
}

// The contract is what a client programs against: reason and status must go together as it says.
void expectOfTheContract(Edge edge, const Answer& answer) {
    const auto* reason = v1::ErrorReason::Reason_descriptor()->FindValueByName(answer.reason);
    ASSERT_NE(reason, nullptr) << "not in the contract: " << answer;
    const int code = reason->options().GetExtension(v1::status);
    const int own = reason->options().GetExtension(v1::http_status);
    const int expected = edge == Edge::Grpc ? code : own != 0 ? own : usualHttpStatus(code);
    EXPECT_EQ(answer.status, expected) << answer;
}

std::size_t takeBytes(char* data, std::size_t size, std::size_t count, void* out) {
    static_cast<std::string*>(out)->append(data, size * count);
    return size * count;
}

std::size_t takeHeader(char* data, std::size_t size, std::size_t count, void* out) {
    const std::string line(data, size * count);
    const auto colon = line.find(':');
    if (colon != std::string::npos) {
        std::string name = line.substr(0, colon);
        for (char& c : name) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
        const auto begin = line.find_first_not_of(' ', colon + 1);
        const auto end = line.find_last_not_of("\r\n ");
        (*static_cast<Headers*>(out))[name] =
            begin == std::string::npos || end < begin ? "" : line.substr(begin, end - begin + 1);
    }
    return size * count;
}

Answer answerOf(const grpc::Status& status, const grpc::ByteBuffer& bytes,
                const pb::MethodDescriptor& method) {
    Answer answer;
    answer.status = status.error_code();
    answer.raw = status.error_message();
    if (status.ok()) {
        grpc::Slice slice;
        const std::unique_ptr<pb::Message> message(
            pb::MessageFactory::generated_factory()->GetPrototype(method.output_type())->New());
        std::string json;
        if (!bytes.DumpToSingleSlice(&slice).ok() ||
            !message->ParseFromArray(slice.begin(), static_cast<int>(slice.size())) ||
            !pb::util::MessageToJsonString(*message, &json).ok()) {
            answer.reason = "UNREADABLE";
            return answer;
        }
        answer.body = Json::parse(json);
        return answer;
    }
    answer.reason = "TRANSPORT";
    google::rpc::Status details;
    google::rpc::ErrorInfo info;
    if (!details.ParseFromString(status.error_details())) return answer;
    for (const auto& detail : details.details()) {
        if (!detail.UnpackTo(&info)) continue;
        answer.reason = info.reason();
        for (const auto& [key, value] : info.metadata()) answer.metadata[key] = value;
        EXPECT_EQ(info.domain(), "tessera");
    }
    if (answer.reason != "TRANSPORT") expectOfTheContract(Edge::Grpc, answer);
    return answer;
}

}  // namespace

struct ApiClient::Rest {
    std::string base;
    CURL* curl = curl_easy_init();
    ~Rest() { curl_easy_cleanup(curl); }
};

struct ApiClient::Grpc {
    std::shared_ptr<grpc::Channel> channel;
    grpc::GenericStub stub;
    explicit Grpc(std::shared_ptr<grpc::Channel> made) : channel(std::move(made)), stub(channel) {}
};

ApiClient::ApiClient(Edge edge, Ports server) {
    rest_ = std::make_unique<Rest>();
    rest_->base = "http://127.0.0.1:" + std::to_string(server.http);
    if (edge == Edge::Grpc) connect(server.grpc, grpc::InsecureChannelCredentials());
}

ApiClient::ApiClient(Ports server, const DeviceTls& tls) {
    grpc::SslCredentialsOptions options;
    options.pem_root_certs = tls.authorityPem;
    options.pem_private_key = tls.keyPem;
    options.pem_cert_chain = tls.certificatePem;
    connect(server.staff, grpc::SslCredentials(options));
}

void ApiClient::connect(std::uint16_t port,
                        const std::shared_ptr<grpc::ChannelCredentials>& credentials) {
    grpc::ChannelArguments arguments;
    arguments.SetInt(GRPC_ARG_USE_LOCAL_SUBCHANNEL_POOL, 1);  // A connection of its own.
    arguments.SetMaxReceiveMessageSize(64 << 20);
    grpc_ = std::make_unique<Grpc>(
        grpc::CreateCustomChannel("127.0.0.1:" + std::to_string(port), credentials, arguments));
}

ApiClient::~ApiClient() = default;

Edge ApiClient::edge() const {
    return grpc_ ? Edge::Grpc : Edge::Rest;
}

Answer ApiClient::call(const std::string& method, const Json& request, const Headers& headers) {
    if (grpc_) return callBytes(method, protobufOf(method, request), headers);
    const RestForm form = restFormOf(method, request);
    return http(form.verb, form.path, form.body, headers);
}

Answer ApiClient::callBytes(const std::string& method, const std::string& bytes,
                            const Headers& headers) {
    TESSERA_CHECK(grpc_ != nullptr);
    const auto& descriptor = methodNamed(method);
    grpc::ClientContext context;
    context.set_deadline(std::chrono::system_clock::now() + Millis(kCallMillisMax));
    for (const auto& [name, value] : headers) context.AddMetadata(name, value);
    const grpc::Slice slice(bytes);
    const grpc::ByteBuffer request(&slice, 1);
    grpc::ByteBuffer response;
    std::promise<grpc::Status> done;
    grpc_->stub.UnaryCall(&context,
                          "/" + descriptor.service()->full_name() + "/" + descriptor.name(),
                          grpc::StubOptions(), &request, &response,
                          [&](grpc::Status status) { done.set_value(std::move(status)); });
    return answerOf(done.get_future().get(), response, descriptor);
}

Answer ApiClient::http(const std::string& verb, const std::string& pathOrUrl,
                       const std::string& body, const Headers& headers) {
    Answer answer;
    CURL* curl = rest_->curl;
    curl_easy_reset(curl);
    const std::string url = pathOrUrl.starts_with("http") ? pathOrUrl : rest_->base + pathOrUrl;
    curl_easy_setopt(curl, CURLOPT_URL, url.c_str());
    curl_easy_setopt(curl, CURLOPT_CUSTOMREQUEST, verb.c_str());
    curl_easy_setopt(curl, CURLOPT_NOSIGNAL, 1L);
    curl_easy_setopt(curl, CURLOPT_TIMEOUT_MS, kCallMillisMax);
    curl_easy_setopt(curl, CURLOPT_WRITEFUNCTION, takeBytes);
    curl_easy_setopt(curl, CURLOPT_WRITEDATA, &answer.raw);
    curl_easy_setopt(curl, CURLOPT_HEADERFUNCTION, takeHeader);
    curl_easy_setopt(curl, CURLOPT_HEADERDATA, &answer.headers);
    curl_slist* lines = curl_slist_append(nullptr, "Expect:");
    if (!headers.contains("content-type")) {
        lines = curl_slist_append(lines, "Content-Type: application/json");
    }
    for (const auto& [name, value] : headers) {
        lines = curl_slist_append(lines, (name + ": " + value).c_str());
    }
    curl_easy_setopt(curl, CURLOPT_HTTPHEADER, lines);
    if (verb != "GET") {
        curl_easy_setopt(curl, CURLOPT_POSTFIELDS, body.data());
        curl_easy_setopt(curl, CURLOPT_POSTFIELDSIZE, static_cast<long>(body.size()));
    }
    const CURLcode result = curl_easy_perform(curl);
    curl_slist_free_all(lines);
    long status = 0;
    curl_easy_getinfo(curl, CURLINFO_RESPONSE_CODE, &status);
    answer.status = static_cast<int>(status);
    // An answer that came although the rest of a large body could not be sent is an answer.
    const bool whole = result == CURLE_OK || (result == CURLE_SEND_ERROR && status >= 400);
    if (!whole) {
        answer.reason = "TRANSPORT";
        return answer;
    }
    answer.body = Json::parse(answer.raw, nullptr, false);
    if (status >= 200 && status < 400) return answer;
    answer.reason = answer.body.is_object() ? answer.body.value("reason", "") : "";
    if (pathOrUrl.starts_with("http")) return answer;
    EXPECT_EQ(answer.headers["content-type"], "application/problem+json") << answer;
    answer.metadata = answer.body.value("metadata", Json::object());
    expectOfTheContract(Edge::Rest, answer);
    return answer;
}

}  // namespace tessera::integration
