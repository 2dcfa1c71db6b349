// SPDX-License-Identifier: Apache-2.0
#include "tests/integration/api_client.h"

#include <google/protobuf/dynamic_message.h>
#include <google/protobuf/util/json_util.h>

#include <chrono>
#include <iostream>
#include <span>

#include "google/api/annotations.pb.h"
#include "server/runtime/secrets.h"
#include "shared/base/check.h"
#include "shared/base/encoding.h"
#include "tessera/v1/admin_service.pb.h"
#include "tessera/v1/catalog_service.pb.h"
#include "tessera/v1/desk_service.pb.h"
#include "tessera/v1/device_service.pb.h"
#include "tessera/v1/inventory_service.pb.h"
#include "tessera/v1/order_service.pb.h"
#include "tessera/v1/payment_service.pb.h"
#include "tessera/v1/person_service.pb.h"
#include "tessera/v1/reservation_service.pb.h"
#include "tessera/v1/seat_map_service.pb.h"
#include "tessera/v1/setup_service.pb.h"
#include "tessera/v1/shift_service.pb.h"
#include "tessera/v1/staff_service.pb.h"
#include "tessera/v1/transfer_service.pb.h"

namespace tessera::integration {
namespace {

namespace pb = google::protobuf;

const std::vector<const pb::FileDescriptor*>& serviceFiles() {
    static const std::vector<const pb::FileDescriptor*> files{
        v1::CreateVenueRequest::descriptor()->file(),
        v1::GetEventRequest::descriptor()->file(),
        v1::GetOrderRequest::descriptor()->file(),
        v1::GetReservationRequest::descriptor()->file(),
        v1::GetSeatMapRequest::descriptor()->file(),
        v1::ListManualRequest::descriptor()->file(),
        v1::EnrolRequest::descriptor()->file(),
        v1::SignInRequest::descriptor()->file(),
        v1::OfferTransferRequest::descriptor()->file(),
        v1::OpenShiftRequest::descriptor()->file(),
        v1::GetSalesRequest::descriptor()->file(),
        v1::ListVenuesRequest::descriptor()->file(),
        v1::FindOrdersRequest::descriptor()->file(),
        v1::ExportPersonRequest::descriptor()->file()};
    return files;
}

void addQuery(std::string& path, const std::string& name, const Json& value) {
    path += path.find('?') == std::string::npos ? '?' : '&';
    path += name + "=" + percentEncode(value.is_string() ? value.get<std::string>() : value.dump());
}

}  // namespace

std::string nameOf(Edge edge) {
    return edge == Edge::Rest ? "Rest" : "Grpc";
}

std::ostream& operator<<(std::ostream& out, const Answer& answer) {
    return out << answer.status << " " << answer.reason << " " << answer.raw.substr(0, 2000);
}

const pb::MethodDescriptor& methodNamed(const std::string& name) {
    for (const auto* file : serviceFiles()) {
        for (int i = 0; i < file->service_count(); ++i) {
            if (const auto* method = file->service(i)->FindMethodByName(name)) return *method;
        }
    }
    TESSERA_CHECK(false && "no such method");
    std::abort();
}

// As JSON names it: code_id is codeId.
std::string inJson(const std::string& field) {
    std::string out;
    for (std::size_t i = 0; i < field.size(); ++i) {
        const bool joint = field[i] == '_' && i + 1 < field.size();
        out += joint ? static_cast<char>(field[++i] - 'a' + 'A') : field[i];
    }
    return out;
}

RestForm restFormOf(const std::string& method, const Json& request) {
    const auto& rule = methodNamed(method).options().GetExtension(google::api::http);
    RestForm form;
    std::string pattern;
    switch (rule.pattern_case()) {
        case google::api::HttpRule::kGet:
            form.verb = "GET";
            pattern = rule.get();
            break;
        case google::api::HttpRule::kPatch:
            form.verb = "PATCH";
            pattern = rule.patch();
            break;
        default:
            form.verb = "POST";
            pattern = rule.post();
    }
    Json rest = request;
    for (std::size_t at = 0; at < pattern.size();) {
        if (pattern[at] != '{') {
            form.path += pattern[at++];
            continue;
        }
        const std::size_t end = pattern.find('}', at);
        const std::string field = inJson(pattern.substr(at + 1, end - at - 1));
        form.path += percentEncode(rest.value(field, "-"));
        rest.erase(field);
        at = end + 1;
    }
    if (form.verb != "GET") {
        form.body = rest.dump();
    } else {
        for (const auto& [name, value] : rest.items()) addQuery(form.path, name, value);
    }
    return form;
}

std::string protobufOf(const std::string& method, const Json& request) {
    const auto* prototype =
        pb::MessageFactory::generated_factory()->GetPrototype(methodNamed(method).input_type());
    const std::unique_ptr<pb::Message> message(prototype->New());
    const auto parsed = pb::util::JsonStringToMessage(request.dump(), message.get());
    if (!parsed.ok()) std::cerr << parsed.ToString() << std::endl;
    TESSERA_CHECK(parsed.ok());
    return message->SerializeAsString();
}

std::string newRequestId(std::chrono::milliseconds ahead) {
    std::string bytes = runtime::randomBytes(16);
    const auto millis = std::chrono::duration_cast<std::chrono::milliseconds>(
                            std::chrono::system_clock::now().time_since_epoch() + ahead)
                            .count();
    for (int i = 0; i < 6; ++i) {
        bytes[static_cast<std::size_t>(i)] = static_cast<char>((millis >> (40 - 8 * i)) & 0xFF);
    }
    bytes[6] = static_cast<char>(0x70 | (bytes[6] & 0x0F));
    bytes[8] = static_cast<char>(0x80 | (bytes[8] & 0x3F));
    std::string text =
        toHex(std::span(reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size()));
    for (const std::size_t at : {8U, 13U, 18U, 23U}) text.insert(at, 1, '-');
    return text;
}

std::string newCallerKey() {
    return toBase64Url(runtime::randomBytes(32));
}

std::string percentEncode(const std::string& text) {
    constexpr std::string_view kDigits = "0123456789ABCDEF";
    std::string out;
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (std::isalnum(byte) != 0 || c == '-' || c == '_' || c == '.') {
            out += c;
        } else {
            out += '%';
            out += kDigits[byte >> 4];
            out += kDigits[byte & 0x0F];
        }
    }
    return out;
}

}  // namespace tessera::integration
