// SPDX-License-Identifier: Apache-2.0
// The contract holds, and each check reports a fault that is planted into a copy of it.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "google/api/annotations.pb.h"
#include "proto/descriptor_set.h"
#include "tessera/v1/options.pb.h"
#include "tests/proto/contract_checks.h"

namespace tessera::contract {
namespace {

using google::protobuf::DescriptorProto;
using google::protobuf::FileDescriptorProto;
using google::protobuf::MethodDescriptorProto;
using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

FileDescriptorSet contract() {
    FileDescriptorSet set;
    const auto bytes = proto::descriptorSet();
    EXPECT_TRUE(set.ParseFromArray(bytes.data(), static_cast<int>(bytes.size())));
    return set;
}

FileDescriptorProto& fileOf(FileDescriptorSet& set, const std::string& name) {
    for (auto& file : *set.mutable_file()) {
        if (file.name() == "tessera/v1/" + name) return file;
    }
    ADD_FAILURE() << "no file " << name;
    return *set.add_file();
}

MethodDescriptorProto& methodOf(FileDescriptorProto& file, const std::string& name) {
    for (auto& method : *file.mutable_service(0)->mutable_method()) {
        if (method.name() == name) return method;
    }
    ADD_FAILURE() << "no method " << name;
    return *file.mutable_service(0)->add_method();
}

DescriptorProto& messageOf(FileDescriptorProto& file, const std::string& name) {
    for (auto& message : *file.mutable_message_type()) {
        if (message.name() == name) return message;
    }
    ADD_FAILURE() << "no message " << name;
    return *file.add_message_type();
}

google::protobuf::EnumDescriptorProto& reasonsOf(FileDescriptorSet& set) {
    return *messageOf(fileOf(set, "errors.proto"), "ErrorReason").mutable_enum_type(0);
}

google::api::HttpRule& httpOf(MethodDescriptorProto& method) {
    return *method.mutable_options()->MutableExtension(google::api::http);
}

TEST(ContractTest, TheDescriptorsHaveAllServicesAndTheirComments) {
    auto set = contract();
    int methods = 0;
    for (const auto* name :
         {"catalog", "seat_map", "reservation", "order", "admin", "payment", "transfer"}) {
        const auto& file = fileOf(set, std::string(name) + "_service.proto");
        ASSERT_EQ(file.service_size(), 1) << name;
        methods += file.service(0).method_size();
        EXPECT_GT(file.source_code_info().location_size(), 0) << name;
    }
    EXPECT_EQ(methods, 44);
    EXPECT_EQ(fileOf(set, "device_service.proto").service(0).method_size(), 1);
    EXPECT_EQ(fileOf(set, "staff_service.proto").service(0).method_size(), 14);
    EXPECT_EQ(fileOf(set, "desk_service.proto").service(0).method_size(), 10);
    EXPECT_EQ(fileOf(set, "shift_service.proto").service(0).method_size(), 7);
    EXPECT_EQ(fileOf(set, "inventory_service.proto").service(0).method_size(), 4);
    EXPECT_EQ(fileOf(set, "person_service.proto").service(0).method_size(), 2);
    EXPECT_EQ(fileOf(set, "setup_service.proto").service(0).method_size(), 9);
}

TEST(ContractTest, TheRoutesAreThoseOfTheDesign) {
    EXPECT_THAT(routesOf(contract()),
                ElementsAre("GET /v1/admin/events/{event}/disruption",  //
                            "GET /v1/admin/events/{event}/manual",      //
                            "GET /v1/admin/events/{event}/orders/{order}/invoice.pdf",
                            "GET /v1/admin/events/{event}/report.csv",            //
                            "GET /v1/events",                                     //
                            "GET /v1/events/{event}",                             //
                            "GET /v1/events/{event}/layout",                      //
                            "GET /v1/events/{event}/orders/{order}",              //
                            "GET /v1/events/{event}/orders/{order}/event.ics",    //
                            "GET /v1/events/{event}/orders/{order}/invoice.pdf",  //
                            "GET /v1/events/{event}/orders/{order}/refunds",      //
                            "GET /v1/events/{event}/orders/{order}/tickets",      //
                            "GET /v1/events/{event}/orders/{order}/tickets.pdf",  //
                            "GET /v1/events/{event}/orders/{order}/tickets/{ticket}:applePass",
                            "GET /v1/events/{event}/orders/{order}/tickets/{ticket}:googleWallet",
                            "GET /v1/events/{event}/orders/{order}:watch",        //
                            "GET /v1/events/{event}/reservations/{reservation}",  //
                            "GET /v1/events/{event}/seatmap",                     //
                            "GET /v1/events/{event}/seatmap:watch",               //
                            "GET /v1/wallets",                                    //
                            "PATCH /v1/admin/events/{event}",                     //
                            "PATCH /v1/admin/events/{event}/codes/{code_id}",     //
                            "POST /v1/admin/events",                              //
                            "POST /v1/admin/events/{event}/codes",                //
                            "POST /v1/admin/events/{event}/orders/{order}/refunds/{refund}:settle",
                            "POST /v1/admin/events/{event}/orders/{order}:refundTickets",
                            "POST /v1/admin/events/{event}:cancel",
                            "POST /v1/admin/events/{event}:closeSale",  //
                            "POST /v1/admin/events/{event}:move",
                            "POST /v1/admin/events/{event}:openSale",       //
                            "POST /v1/admin/events/{event}:setAllocation",  //
                            "POST /v1/admin/venues",                        //
                            "POST /v1/admin/venues/{venue}/layouts",        //
                            "POST /v1/events/{event}/orders/{order}/transfers",
                            "POST /v1/events/{event}/orders/{order}/transfers/{transfer}:accept",
                            "POST /v1/events/{event}/orders/{order}/transfers/{transfer}:cancel",
                            "POST /v1/events/{event}/orders/{order}:acceptMove",
                            "POST /v1/events/{event}/orders/{order}:addTender",
                            "POST /v1/events/{event}/orders/{order}:confirmPayment",
                            "POST /v1/events/{event}/orders/{order}:exchangeTickets",
                            "POST /v1/events/{event}/orders/{order}:returnTickets",
                            "POST /v1/events/{event}/reservations",                       //
                            "POST /v1/events/{event}/reservations/{reservation}:cancel",  //
                            "POST /v1/events/{event}/reservations/{reservation}:checkout"));
}

TEST(ContractTest, EveryRpcHasARouteOfItsOwn) {
    EXPECT_THAT(checkRoutes(contract()), IsEmpty());
}

TEST(ContractTest, AnRpcWithoutARouteIsReported) {
    auto set = contract();
    methodOf(fileOf(set, "catalog_service.proto"), "GetEvent").clear_options();
    EXPECT_THAT(checkRoutes(set), ElementsAre("CatalogService.GetEvent has no HTTP route"));
}

TEST(ContractTest, TwoRpcsWithOneRouteAreReported) {
    auto set = contract();
    httpOf(methodOf(fileOf(set, "catalog_service.proto"), "GetLayout")).set_get("/v1/events/{id}");
    EXPECT_THAT(checkRoutes(set), ElementsAre("CatalogService.GetLayout has the route of "
                                              "CatalogService.GetEvent"));
}

TEST(ContractTest, EveryPathVariableIsAFieldOfTheRequest) {
    EXPECT_THAT(checkPathVariables(contract()), IsEmpty());
}

TEST(ContractTest, APathVariableWithoutAFieldIsReported) {
    auto set = contract();
    auto& request = messageOf(fileOf(set, "order_service.proto"), "GetOrderRequest");
    request.mutable_field(1)->set_name("purchase");
    EXPECT_THAT(checkPathVariables(set),
                ElementsAre("OrderService.GetOrder: {order} is no string of its request"));
}

TEST(ContractTest, APathVariableThatIsRepeatedIsReported) {
    auto set = contract();
    auto& request = messageOf(fileOf(set, "catalog_service.proto"), "GetEventRequest");
    request.mutable_field(0)->set_label(google::protobuf::FieldDescriptorProto::LABEL_REPEATED);
    EXPECT_THAT(checkPathVariables(set),
                ElementsAre("CatalogService.GetEvent: {event} is no string of its request"));
}

TEST(ContractTest, APostWithoutABodyIsReported) {
    auto set = contract();
    httpOf(methodOf(fileOf(set, "admin_service.proto"), "OpenSale")).clear_body();
    EXPECT_THAT(checkPathVariables(set), ElementsAre("AdminService.OpenSale: POST without a body"));
}

TEST(ContractTest, EverythingHasAComment) {
    EXPECT_THAT(checkComments(contract()), IsEmpty());
}

TEST(ContractTest, EveryMissingCommentIsReported) {
    auto set = contract();
    auto& file = fileOf(set, "money.proto");
    int commented = 0;
    for (auto& location : *file.mutable_source_code_info()->mutable_location()) {
        if (location.has_leading_comments() || location.leading_detached_comments_size() > 0) {
            ++commented;
        }
        location.clear_leading_comments();
        location.clear_leading_detached_comments();
    }
    const auto findings = checkComments(set);
    EXPECT_EQ(findings.size(), static_cast<std::size_t>(commented));
    EXPECT_THAT(findings, Contains("tessera/v1/money.proto: the file has no comment"));
    EXPECT_THAT(findings, Contains("tessera/v1/money.proto: Money has no comment"));
    EXPECT_THAT(findings, Contains(HasSubstr("PriceLine.Kind.FEE has no comment")));
    EXPECT_THAT(findings, Contains(HasSubstr("PriceBreakdown.lines has no comment")));
}

TEST(ContractTest, AnRpcWithoutACommentIsReported) {
    auto set = contract();
    auto& file = fileOf(set, "seat_map_service.proto");
    for (auto& location : *file.mutable_source_code_info()->mutable_location()) {
        if (location.path_size() == 4 && location.path(0) == 6 && location.path(3) == 1) {
            location.clear_leading_comments();
        }
    }
    EXPECT_THAT(checkComments(set),
                ElementsAre(HasSubstr("SeatMapService.WatchSeatMap has no comment")));
}

TEST(ContractTest, ReasonsAreUniqueAndHaveAStatus) {
    EXPECT_THAT(checkReasons(contract()), IsEmpty());
}

TEST(ContractTest, AReasonThatIsThereTwiceIsReported) {
    auto set = contract();
    auto& reasons = reasonsOf(set);
    *reasons.add_value() = reasons.value(1);
    EXPECT_THAT(checkReasons(set), ElementsAre("MALFORMED_REQUEST is there twice",
                                               "MALFORMED_REQUEST has another reason's number"));
}

TEST(ContractTest, AReasonWithoutAStatusIsReported) {
    auto set = contract();
    reasonsOf(set).mutable_value(1)->clear_options();
    EXPECT_THAT(checkReasons(set), ElementsAre("MALFORMED_REQUEST has no status of an error"));
}

TEST(ContractTest, AReasonWithAStatusOfSuccessIsReported) {
    auto set = contract();
    reasonsOf(set).mutable_value(1)->mutable_options()->SetExtension(v1::http_status, 200);
    EXPECT_THAT(checkReasons(set),
                ElementsAre("MALFORMED_REQUEST has an HTTP status that is no error"));
}

TEST(ContractTest, EveryErrorThatAnRpcNamesIsAReason) {
    EXPECT_THAT(checkErrorsNamed(contract()), IsEmpty());
}

TEST(ContractTest, AnErrorThatNobodyKnowsIsReported) {
    auto set = contract();
    for (auto& value : *reasonsOf(set).mutable_value()) {
        if (value.name() == "CODE_EXISTS") value.set_name("CODE_TAKEN");
    }
    EXPECT_THAT(checkErrorsNamed(set),
                ElementsAre("AdminService.CreateCode: there is no reason CODE_EXISTS"));
}

TEST(ContractTest, TheRulesForTheEdgesNameFieldsThatExist) {
    EXPECT_THAT(checkRules(contract()), IsEmpty());
}

TEST(ContractTest, AStreamWithoutARuleIsReported) {
    auto set = contract();
    auto& watch = methodOf(fileOf(set, "order_service.proto"), "WatchOrder");
    watch.mutable_options()->ClearExtension(v1::stream);
    EXPECT_THAT(checkRules(set),
                ElementsAre("OrderService.WatchOrder is a stream and has no stream rule"));
}

TEST(ContractTest, ARuleThatNamesNoFieldIsReported) {
    auto set = contract();
    auto& file = fileOf(set, "seat_map_service.proto");
    auto* get = methodOf(file, "GetSeatMap").mutable_options();
    get->MutableExtension(v1::cache)->set_etag_field("version");
    auto* watch = methodOf(file, "WatchSeatMap").mutable_options();
    watch->MutableExtension(v1::stream)->set_resume_field("since");
    EXPECT_THAT(checkRules(set),
                ElementsAre("SeatMapService.GetSeatMap: its answer has no field version",
                            "SeatMapService.WatchSeatMap: its request has no field since"));
}

TEST(ContractTest, MutationsHaveARequestIdAndAdminsAScope) {
    EXPECT_THAT(checkMutations(contract()), IsEmpty());
}

TEST(ContractTest, AMutationWithoutARequestIdIsReported) {
    auto set = contract();
    auto& request = messageOf(fileOf(set, "admin_service.proto"), "CloseSaleRequest");
    request.mutable_field(1)->set_name("token");
    EXPECT_THAT(checkMutations(set),
                ElementsAre("AdminService.CloseSale changes something and has no request_id"));
}

TEST(ContractTest, AnAdminCallThatIsOpenToAllIsReported) {
    auto set = contract();
    auto& method = methodOf(fileOf(set, "admin_service.proto"), "SetAllocation");
    method.mutable_options()->ClearExtension(v1::required_scope);
    EXPECT_THAT(checkMutations(set), ElementsAre("AdminService.SetAllocation needs no scope"));
}

// As server/app/staff/permissions.h has them; tests/api hold the staff port to the same.
const std::set<std::string> kPermissions{
    "sell",        "exchange",    "refund",     "find_orders",   "allocate",     "run_shift",
    "see_reports", "edit_events", "end_events", "erase_persons", "manage_staff", "manage_devices"};

TEST(ContractTest, WhatTheStaffPortServesSaysWhoMay) {
    EXPECT_THAT(checkStaffPort(contract(), kPermissions), IsEmpty());
}

TEST(ContractTest, AStaffCallThatAnybodyCouldReachIsReported) {
    auto set = contract();
    auto& file = fileOf(set, "staff_service.proto");
    methodOf(file, "SignOut").mutable_options()->ClearExtension(v1::staff_access);
    auto& create = methodOf(file, "CreateStaff");
    create.mutable_options()->SetExtension(v1::required_permission, "rule");
    httpOf(methodOf(file, "ListStaff")).set_get("/v1/staff");
    methodOf(file, "ListDevices")
        .mutable_options()
        ->SetExtension(v1::staff_access, v1::STAFF_ACCESS_ANYONE);
    EXPECT_THAT(checkStaffPort(set, kPermissions),
                ElementsAre("StaffService.SignOut is served nowhere",
                            "StaffService.CreateStaff: there is no permission rule",
                            "StaffService.ListStaff is for staff only and has an HTTP route",
                            "StaffService.ListDevices has a permission and an access beside it"));
}

}  // namespace
}  // namespace tessera::contract
