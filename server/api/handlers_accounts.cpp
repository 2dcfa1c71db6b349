// SPDX-License-Identifier: Apache-2.0
#include "server/api/convert_staff.h"
#include "server/api/handlers_staff.h"

namespace tessera::api {
namespace {

using app::Reply;

constexpr const char* kNotFound = "STAFF_NOT_FOUND";
constexpr const char* kRoleRule = "CASHIER, SUPERVISOR, MANAGER or ADMINISTRATOR";

v1::StaffPassword passwordOf(const staff::AccountSecret& made) {
    v1::StaffPassword out;
    *out.mutable_staff() = toProto(made.row);
    out.set_password(made.secret);
    return out;
}

void create(const StaffContext& context, const CallPtr& call, const v1::CreateStaffRequest& request,
            const Reply<v1::StaffPassword>& reply) {
    const auto role = toRole(request.role());
    if (!role) return reply(tl::make_unexpected(invalidField("role", kRoleRule)));
    inOffice(
        context, kNotFound, reply,
        [=, account = staff::NewAccount{request.login(), request.name(), *role}] {
            return context.office.create(account, doerOf(context, call));
        },
        passwordOf);
}

void update(const StaffContext& context, const CallPtr& call, const v1::UpdateStaffRequest& request,
            const Reply<v1::Staff>& reply) {
    const auto id = parseStaffId(request.staff());
    if (!id) return reply(tl::make_unexpected(id.error()));
    staff::AccountChange change{*id, request.version()};
    if (request.has_name()) change.name = request.name();
    if (request.has_disabled()) change.disabled = request.disabled();
    if (request.has_role()) {
        change.role = toRole(request.role());
        if (!change.role) return reply(tl::make_unexpected(invalidField("role", kRoleRule)));
    }
    inOffice(
        context, kNotFound, reply,
        [=] { return context.office.update(change, doerOf(context, call)); },
        [](const store::StaffRow& row) { return toProto(row); });
}

void resetPassword(const StaffContext& context, const CallPtr& call,
                   const v1::ResetPasswordRequest& request, const Reply<v1::StaffPassword>& reply) {
    const auto id = parseStaffId(request.staff());
    if (!id) return reply(tl::make_unexpected(id.error()));
    inOffice(
        context, kNotFound, reply,
        [=, id = *id, version = request.version()] {
            return context.office.resetPassword(id, version, doerOf(context, call));
        },
        passwordOf);
}

void setSecondFactor(const StaffContext& context, const CallPtr& call,
                     const v1::SetSecondFactorRequest& request,
                     const Reply<v1::SecondFactor>& reply) {
    const auto id = parseStaffId(request.staff());
    if (!id) return reply(tl::make_unexpected(id.error()));
    inOffice(
        context, kNotFound, reply,
        [=, id = *id, version = request.version(), on = request.on()] {
            return context.office.setSecondFactor(id, version, on, doerOf(context, call));
        },
        [](const staff::AccountSecret& made) {
            v1::SecondFactor out;
            *out.mutable_staff() = toProto(made.row);
            out.set_uri(made.secret);
            return out;
        });
}

void list(const StaffContext& context, const v1::ListStaffRequest& request,
          const Reply<v1::ListStaffResponse>& reply) {
    const auto page = toPage(request.page_size(), request.page_token());
    if (!page) return reply(tl::make_unexpected(page.error()));
    whereItMayBlock(context, reply, [=, page = *page] {
        const auto all = context.office.accounts();
        if (!all) return reply(tl::make_unexpected(app::unavailable("The look-up failed.")));
        v1::ListStaffResponse out;
        const std::string next = onPage(
            *all, page, [&](const store::StaffRow& row) { *out.add_staff() = toProto(row); });
        out.set_next_page_token(next);
        reply(std::move(out));
    });
}

}  // namespace

void registerAccounts(Registry& registry, StaffContext context) {
    registry.unary<v1::CreateStaffRequest, v1::StaffPassword>(
        "/tessera.v1.StaffService/CreateStaff",
        [=](const CallPtr& call, const auto& request, const auto& reply) {
            create(context, call, request, reply);
        });
    registry.unary<v1::UpdateStaffRequest, v1::Staff>(
        "/tessera.v1.StaffService/UpdateStaff",
        [=](const CallPtr& call, const auto& request, const auto& reply) {
            update(context, call, request, reply);
        });
    registry.unary<v1::ResetPasswordRequest, v1::StaffPassword>(
        "/tessera.v1.StaffService/ResetPassword",
        [=](const CallPtr& call, const auto& request, const auto& reply) {
            resetPassword(context, call, request, reply);
        });
    registry.unary<v1::SetSecondFactorRequest, v1::SecondFactor>(
        "/tessera.v1.StaffService/SetSecondFactor",
        [=](const CallPtr& call, const auto& request, const auto& reply) {
            setSecondFactor(context, call, request, reply);
        });
    registry.unary<v1::ListStaffRequest, v1::ListStaffResponse>(
        "/tessera.v1.StaffService/ListStaff",
        [=](const CallPtr&, const auto& request, const auto& reply) {
            list(context, request, reply);
        });
}

}  // namespace tessera::api
