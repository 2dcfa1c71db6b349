// SPDX-License-Identifier: Apache-2.0
#include "server/api/convert_staff.h"
#include "server/api/handlers_staff.h"
#include "tessera/v1/device_service.pb.h"

namespace tessera::api {
namespace {

using app::Reply;
using staff::OfficeOutcome;

constexpr const char* kNotFound = "DEVICE_NOT_FOUND";
constexpr std::size_t kCodeBytesMax = 60;
constexpr std::int32_t kPageMost = 1000;

void enrol(const StaffContext& context, const v1::EnrolRequest& request, const CallPtr& call,
           const Reply<v1::EnrolResponse>& reply) {
    if (request.code().empty() || request.code().size() > kCodeBytesMax) {
        return reply(tl::make_unexpected(invalidField("code", "1 to 60 bytes")));
    }
    if (request.csr().empty() || request.csr().size() > staff::kRequestBytesMax) {
        return reply(tl::make_unexpected(invalidField("csr", "1 to 8192 bytes")));
    }
    // Before it waits for a thread: whoever reaches the port may ask.
    const auto turn = context.office.turnToEnrol();
    if (!turn) return reply(tl::make_unexpected(problemOf(OfficeOutcome::Busy, {}, {}, kNotFound)));
    inOffice(
        context, kNotFound, reply,
        [=, &request] {
            static_cast<void>(call);  // Keeps the request.
            auto made = context.office.enrol(request.code(), request.csr(), context.now());
            turn->end();  // Before the answer: who has it may go on with the next.
            return made;
        },
        [=](const staff::Enrolled& made) {
            v1::EnrolResponse out;
            out.set_device(encodePublicId(made.row.id.value));
            out.set_name(made.row.name);
            out.set_certificate(made.certificatePem);
            out.set_authority(context.office.authorityPem());
            setTime(out.mutable_expire_time(), made.row.expiresAt);
            return out;
        });
}

void makeCode(const StaffContext& context, const CallPtr& call,
              const v1::CreateDeviceCodeRequest& request, const Reply<v1::DeviceCode>& reply) {
    staff::CodeWish wish;
    wish.version = request.version();
    wish.name = request.name();
    if (!request.device().empty()) {
        const auto id = parseDeviceId(request.device());
        if (!id) return reply(tl::make_unexpected(id.error()));
        wish.device = *id;
    }
    inOffice(
        context, kNotFound, reply,
        [=] { return context.office.makeCode(wish, doerOf(context, call)); },
        [=](const staff::DeviceCode& made) {
            v1::DeviceCode out;
            *out.mutable_device() = toProto(made.row, context.now());
            out.set_code(made.code);
            setTime(out.mutable_expire_time(), made.row.codeUntil);
            return out;
        });
}

void revoke(const StaffContext& context, const CallPtr& call,
            const v1::RevokeDeviceRequest& request, const Reply<v1::Device>& reply) {
    const auto id = parseDeviceId(request.device());
    if (!id) return reply(tl::make_unexpected(id.error()));
    inOffice(
        context, kNotFound, reply,
        [=, id = *id, version = request.version(), reason = request.reason()] {
            return context.office.revoke(id, version, reason, doerOf(context, call));
        },
        [=](const store::DeviceRow& row) { return toProto(row, context.now()); });
}

void list(const StaffContext& context, const v1::ListDevicesRequest& request,
          const Reply<v1::ListDevicesResponse>& reply) {
    const auto page = toPage(request.page_size(), request.page_token());
    if (!page) return reply(tl::make_unexpected(page.error()));
    whereItMayBlock(context, reply, [=, page = *page] {
        const auto all = context.office.devices();
        if (!all) return reply(tl::make_unexpected(app::unavailable("The look-up failed.")));
        v1::ListDevicesResponse out;
        const Instant now = context.now();
        const std::string next = onPage(*all, page, [&](const store::DeviceRow& row) {
            *out.add_devices() = toProto(row, now);
        });
        out.set_next_page_token(next);
        reply(std::move(out));
    });
}

}  // namespace

app::Problem problemOf(OfficeOutcome outcome, std::string_view field, std::string_view limit,
                       std::string_view notFound) {
    switch (outcome) {
        case OfficeOutcome::Busy:
            return refuse("OVERLOADED", "Too many do that at once.");
        case OfficeOutcome::FieldBad:
            return invalidField(field, limit);
        case OfficeOutcome::CodeUnknown:
            return refuse("DEVICE_CODE_INVALID", "There is no such code, or it was used.");
        case OfficeOutcome::CodeOver:
            return refuse("DEVICE_CODE_OVER", "The code's time is over.");
        case OfficeOutcome::Unknown:
            return refuse(notFound, "There is no such account or device.");
        case OfficeOutcome::Changed:
            return app::changedMeanwhile();
        case OfficeOutcome::OwnAccount:
            return refuse("OWN_ACCOUNT", "Nobody takes a role from themselves.");
        case OfficeOutcome::DeviceOver:
            return refuse("DEVICE_OVER", "The device was taken out of use.");
        case OfficeOutcome::TooMany:
            return refuse("HOUSE_FULL", "There are as many as there may be.", {{"limit", limit}});
        case OfficeOutcome::LoginTaken:
            return refuse("LOGIN_TAKEN", "Another account has that login.");
        case OfficeOutcome::Done:
            break;
    }
    return app::internalProblem("No refusal of the office.");
}

app::Answer<PageAsk> toPage(std::int32_t size, const std::string& token) {
    if (size < 0 || size > kPageMost) {
        return tl::make_unexpected(invalidField("pageSize", "1 to 1000, or 0"));
    }
    PageAsk page{static_cast<std::size_t>(size == 0 ? kPageMost : size), 0};
    if (token.empty()) return page;
    const auto after = decodePublicId(token);
    if (!after) return tl::make_unexpected(refuse("INVALID_PAGE_TOKEN", "Not one of ours."));
    page.after = *after;
    return page;
}

void registerDevices(Registry& registry, StaffContext context) {
    registry.unary<v1::EnrolRequest, v1::EnrolResponse>(
        "/tessera.v1.DeviceService/Enrol",
        [=](const CallPtr& call, const auto& request, const auto& reply) {
            enrol(context, request, call, reply);
        });
    registry.unary<v1::CreateDeviceCodeRequest, v1::DeviceCode>(
        "/tessera.v1.StaffService/CreateDeviceCode",
        [=](const CallPtr& call, const auto& request, const auto& reply) {
            makeCode(context, call, request, reply);
        });
    registry.unary<v1::RevokeDeviceRequest, v1::Device>(
        "/tessera.v1.StaffService/RevokeDevice",
        [=](const CallPtr& call, const auto& request, const auto& reply) {
            revoke(context, call, request, reply);
        });
    registry.unary<v1::ListDevicesRequest, v1::ListDevicesResponse>(
        "/tessera.v1.StaffService/ListDevices",
        [=](const CallPtr&, const auto& request, const auto& reply) {
            list(context, request, reply);
        });
}

}  // namespace tessera::api
