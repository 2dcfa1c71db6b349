// SPDX-License-Identifier: Apache-2.0
#include "server/api/method_table.h"

#include <algorithm>

#include "google/api/annotations.pb.h"
#include "server/api/json_reader.h"
#include "shared/base/check.h"
#include "tessera/v1/admin_service.pb.h"
#include "tessera/v1/catalog_service.pb.h"
#include "tessera/v1/desk_service.pb.h"
#include "tessera/v1/device_service.pb.h"
#include "tessera/v1/inventory_service.pb.h"
#include "tessera/v1/options.pb.h"
#include "tessera/v1/order_service.pb.h"
#include "tessera/v1/payment_service.pb.h"
#include "tessera/v1/person_service.pb.h"
#include "tessera/v1/reservation_service.pb.h"
#include "tessera/v1/seat_map_service.pb.h"
#include "tessera/v1/setup_service.pb.h"
#include "tessera/v1/shift_service.pb.h"
#include "tessera/v1/staff_service.pb.h"
#include "tessera/v1/transfer_service.pb.h"

namespace tessera::api {
namespace {

using google::protobuf::MethodDescriptor;
using google::protobuf::ServiceDescriptor;

// The generated descriptors; naming a type of each file keeps it linked.
std::vector<const ServiceDescriptor*> contractServices() {
    const std::vector<const google::protobuf::Descriptor*> anchors{
        v1::ListEventsRequest::descriptor(),
        v1::GetSeatMapRequest::descriptor(),
        v1::CreateReservationRequest::descriptor(),
        v1::GetOrderRequest::descriptor(),
        v1::CreateVenueRequest::descriptor(),
        v1::RefundTicketsRequest::descriptor(),
        v1::OfferTransferRequest::descriptor(),
        v1::EnrolRequest::descriptor(),
        v1::SignInRequest::descriptor(),
        v1::GetSeatRequest::descriptor(),
        v1::OpenShiftRequest::descriptor(),
        v1::GetSalesRequest::descriptor(),
        v1::ErasePersonRequest::descriptor(),
        v1::ListVenuesRequest::descriptor()};
    std::vector<const ServiceDescriptor*> out;
    for (const auto* anchor : anchors) {
        for (int i = 0; i < anchor->file()->service_count(); ++i) {
            out.push_back(anchor->file()->service(i));
        }
    }
    return out;
}

bool isServed(const MethodDescriptor& method, Surface surface) {
    const auto& options = method.options();
    if (surface == Surface::Public) return !options.GetExtension(v1::staff_only);
    return !options.GetExtension(v1::required_permission).empty() ||
           options.GetExtension(v1::staff_access) != v1::STAFF_ACCESS_UNSPECIFIED;
}

void readStaff(MethodInfo& info) {
    const auto& options = info.descriptor->options();
    const std::string& permission = options.GetExtension(v1::required_permission);
    if (!permission.empty()) {
        info.permission = staff::permissionNamed(permission);
        TESSERA_CHECK(info.permission.has_value());
    }
    switch (options.GetExtension(v1::staff_access)) {
        case v1::STAFF_ACCESS_ANYONE:
            info.access = StaffAccess::Anyone;
            break;
        case v1::STAFF_ACCESS_DEVICE:
            info.access = StaffAccess::Device;
            break;
        default:
            break;
    }
    // A permission is a session's.
    TESSERA_CHECK(!info.permission || info.access == StaffAccess::Session);
}

void readRoute(const google::api::HttpRule& rule, MethodInfo& info) {
    std::string path;
    switch (rule.pattern_case()) {
        case google::api::HttpRule::kGet:
            info.httpMethod = "GET";
            path = rule.get();
            break;
        case google::api::HttpRule::kPost:
            info.httpMethod = "POST";
            path = rule.post();
            break;
        case google::api::HttpRule::kPut:
            info.httpMethod = "PUT";
            path = rule.put();
            break;
        case google::api::HttpRule::kPatch:
            info.httpMethod = "PATCH";
            path = rule.patch();
            break;
        case google::api::HttpRule::kDelete:
            info.httpMethod = "DELETE";
            path = rule.delete_();
            break;
        default:
            break;
    }
    auto route = PathTemplate::parse(path);
    TESSERA_CHECK(route.has_value());
    info.route = std::move(*route);
    info.routeText = info.route.text();
    const auto* input = info.descriptor->input_type();
    for (const auto& segment : info.route.segments) {
        if (!segment.variable) continue;
        const auto* field = input->FindFieldByName(segment.text);
        TESSERA_CHECK(field != nullptr && !field->is_repeated());
        TESSERA_CHECK(field->type() == google::protobuf::FieldDescriptor::TYPE_STRING);
        info.variables.push_back(field);
    }
    info.bodyIsRequest = rule.body() == "*";
    if (!info.bodyIsRequest && !rule.body().empty()) {
        info.bodyField = input->FindFieldByName(rule.body());
        TESSERA_CHECK(info.bodyField != nullptr);
    }
}

void readOptions(MethodInfo& info) {
    const auto& options = info.descriptor->options();
    const auto* input = info.descriptor->input_type();
    info.scope = options.GetExtension(v1::required_scope);
    info.document = options.GetExtension(v1::document);
    if (options.HasExtension(v1::body_bytes_max)) {
        info.bodyBytesMax = static_cast<std::size_t>(options.GetExtension(v1::body_bytes_max));
    }
    if (options.HasExtension(v1::cache)) {
        info.cacheable = true;
        info.maxAgeSeconds = options.GetExtension(v1::cache).max_age_seconds();
    }
    const auto& resume = options.GetExtension(v1::stream).resume_field();
    if (!resume.empty()) {
        info.resumeField = input->FindFieldByName(resume);
        TESSERA_CHECK(info.resumeField != nullptr);
    }
    info.requestIdField = input->FindFieldByName("request_id");
    info.holderTokenField = input->FindFieldByName("holder_token");
}

}  // namespace

MethodTable::MethodTable(Surface surface) : surface_(surface) {
    for (const auto* service : contractServices()) {
        const std::size_t before = methods_.size();
        for (int i = 0; i < service->method_count(); ++i) {
            if (isServed(*service->method(i), surface)) add(service->method(i));
        }
        if (methods_.size() > before) services_.push_back(service);
    }
    for (std::size_t i = 0; i < methods_.size(); ++i) {
        const auto& method = methods_[i];
        byPath_.emplace(method.path, i);
        if (surface == Surface::Staff) continue;
        TESSERA_CHECK(router_.add(method.httpMethod, method.route, i));
    }
}

bool MethodTable::inContract(std::string_view path) {
    std::string name(path.substr(std::min<std::size_t>(path.size(), 1)));
    std::ranges::replace(name, '/', '.');
    const auto services = contractServices();
    return std::ranges::any_of(services, [&](const ServiceDescriptor* service) {
        return service->file()->pool()->FindMethodByName(name) != nullptr;
    });
}

void MethodTable::add(const MethodDescriptor* descriptor) {
    TESSERA_CHECK(!descriptor->client_streaming());
    TESSERA_CHECK(isReadable(descriptor->input_type()));
    TESSERA_CHECK(isReadable(descriptor->output_type()));
    auto* factory = google::protobuf::MessageFactory::generated_factory();
    MethodInfo info;
    info.path = "/" + descriptor->service()->full_name() + "/" + descriptor->name();
    info.descriptor = descriptor;
    info.request = factory->GetPrototype(descriptor->input_type());
    info.response = factory->GetPrototype(descriptor->output_type());
    info.streams = descriptor->server_streaming();
    if (surface_ == Surface::Staff) {
        readStaff(info);
    } else {
        TESSERA_CHECK(descriptor->options().HasExtension(google::api::http));
        readRoute(descriptor->options().GetExtension(google::api::http), info);
    }
    readOptions(info);
    methods_.push_back(std::move(info));
}

const MethodInfo* MethodTable::find(std::string_view path) const {
    const auto found = byPath_.find(path);
    return found == byPath_.end() ? nullptr : &methods_[found->second];
}

}  // namespace tessera::api
