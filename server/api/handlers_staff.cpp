// SPDX-License-Identifier: Apache-2.0
#include "server/api/handlers_staff.h"

#include "server/api/convert_staff.h"
#include "server/api/staff_gate.h"
#include "shared/base/encoding.h"

namespace tessera::api {
namespace {

using app::Answer;
using app::Reply;
using staff::DeskOutcome;

constexpr std::size_t kSecretBytesMax = 200;
constexpr std::size_t kTokenBytesMax = 256;
constexpr std::size_t kTotpDigits = 6;

// The first field that is empty or too long.
struct Text {
    std::string_view name;
    std::string_view value;
    std::size_t bytesMax;
};
std::optional<app::Problem> textProblem(std::initializer_list<Text> texts) {
    for (const auto& [name, value, most] : texts) {
        if (value.empty() || value.size() > most) {
            return invalidField(name, "1 to " + std::to_string(most) + " bytes");
        }
    }
    return std::nullopt;
}

v1::SignInResponse shownAs(const StaffContext& context, const staff::SignedIn& in) {
    v1::SignInResponse out;
    out.set_token(in.token);
    out.set_resumption(in.resumption);
    *out.mutable_session() = toProto(in.session, context.desk.factsOf(in.session), context.now());
    return out;
}

void answer(const StaffContext& context, const Result<staff::SignedIn>& in,
            const Reply<v1::SignInResponse>& reply) {
    if (!in) return reply(tl::make_unexpected(problemOf(in.error())));
    if (in->outcome != DeskOutcome::Done) {
        return reply(tl::make_unexpected(problemOf(in->outcome)));
    }
    reply(shownAs(context, *in));
}

void signIn(const StaffContext& context, const CallPtr& call, const v1::SignInRequest& request,
            const Reply<v1::SignInResponse>& reply) {
    if (auto bad = textProblem({{"login", request.login(), store::kLoginBytesMax},
                                {"password", request.password(), kSecretBytesMax}})) {
        return reply(tl::make_unexpected(std::move(*bad)));
    }
    if (!request.totp().empty() && request.totp().size() != kTotpDigits) {
        return reply(tl::make_unexpected(invalidField("totp", "6 digits, or nothing")));
    }
    whereItMayBlock(context, reply, [=, &request] {
        answer(context,
               context.desk.signIn(
                   {call->staff().device, request.login(), request.password(), request.totp()},
                   context.now()),
               reply);
    });
}

void resume(const StaffContext& context, const CallPtr& call, const v1::ResumeRequest& request,
            const Reply<v1::SignInResponse>& reply) {
    if (auto bad = textProblem({{"resumption", request.resumption(), kTokenBytesMax},
                                {"pin", request.pin(), kSecretBytesMax}})) {
        return reply(tl::make_unexpected(std::move(*bad)));
    }
    whereItMayBlock(context, reply, [=, &request] {
        answer(context,
               context.desk.resume(call->staff().device, request.resumption(), request.pin(),
                                   context.now()),
               reply);
    });
}

void setPin(const StaffContext& context, const CallPtr& call, const v1::SetPinRequest& request,
            const Reply<v1::SignInResponse>& reply) {
    if (auto bad = textProblem({{"password", request.password(), kSecretBytesMax}})) {
        return reply(tl::make_unexpected(std::move(*bad)));
    }
    if (!request.pin().empty() && !staff::isPin(request.pin())) {
        return reply(tl::make_unexpected(invalidField("pin", "4 to 12 digits, or nothing")));
    }
    whereItMayBlock(context, reply, [=, &request] {
        answer(context,
               context.desk.setPin(*call->staff().session, {request.password(), request.pin()},
                                   context.now()),
               reply);
    });
}

// What is to be approved; the rest of the wish is the call's.
Answer<staff::ApprovalWish> toWish(const v1::ApproveRequest& request) {
    if (auto bad = textProblem({{"login", request.login(), store::kLoginBytesMax},
                                {"pin", request.pin(), kSecretBytesMax}})) {
        return tl::make_unexpected(std::move(*bad));
    }
    const auto permission = staff::permissionNamed(request.permission());
    if (!permission) {
        return tl::make_unexpected(invalidField("permission", "one of the session's"));
    }
    if (request.amount_minor_most() < 0) {
        return tl::make_unexpected(invalidField("amountMinorMost", "not negative"));
    }
    staff::ApprovalWish wish;
    wish.login = request.login();
    wish.pin = request.pin();
    wish.permission = *permission;
    wish.amountMost = Money{request.amount_minor_most()};
    if (request.event().empty()) {
        if (request.subject().empty()) return wish;
        const auto shared = decodePublicId(request.subject());
        if (!shared) return tl::make_unexpected(invalidId("subject"));
        wish.subject = *shared;
        return wish;
    }
    const auto event = parseEventId(request.event());
    if (!event) return tl::make_unexpected(event.error());
    wish.event = *event;
    if (request.subject().empty()) return wish;
    // An order's id and a reservation's have one form.
    const auto subject = parseOrderId(*event, request.subject());
    if (!subject) return tl::make_unexpected(invalidId("subject"));
    wish.subject = subject->value;
    return wish;
}

void approve(const StaffContext& context, const CallPtr& call, const v1::ApproveRequest& request,
             const Reply<v1::ApproveResponse>& reply) {
    auto wish = toWish(request);
    if (!wish) return reply(tl::make_unexpected(wish.error()));
    wish->device = call->staff().device;
    wish->session = call->staff().token;
    whereItMayBlock(context, reply, [=, wish = std::move(*wish)] {
        const auto approved = context.desk.approve(wish, context.now());
        if (approved.outcome != DeskOutcome::Done) {
            return reply(tl::make_unexpected(problemOf(approved.outcome)));
        }
        v1::ApproveResponse out;
        out.set_token(approved.token);
        out.set_approved_by(encodePublicId(approved.approval.by.value));
        setTime(out.mutable_expire_time(), approved.approval.givenAt + staff::kApprovalLasts);
        reply(std::move(out));
    });
}

void signOut(const StaffContext& context, const CallPtr& call,
             const Reply<v1::SignOutResponse>& reply) {
    whereItMayBlock(context, reply, [=] {
        if (!context.desk.signOut(*call->staff().session, context.now())) {
            return reply(tl::make_unexpected(app::unavailable("The trail was not written.")));
        }
        reply(v1::SignOutResponse{});
    });
}

}  // namespace

void registerSessions(Registry& registry, StaffContext context) {
    registry.unary<v1::SignInRequest, v1::SignInResponse>(
        "/tessera.v1.StaffService/SignIn",
        [=](const CallPtr& call, const auto& request, const auto& reply) {
            signIn(context, call, request, reply);
        });
    registry.unary<v1::ResumeRequest, v1::SignInResponse>(
        "/tessera.v1.StaffService/Resume",
        [=](const CallPtr& call, const auto& request, const auto& reply) {
            resume(context, call, request, reply);
        });
    registry.unary<v1::SetPinRequest, v1::SignInResponse>(
        "/tessera.v1.StaffService/SetPin",
        [=](const CallPtr& call, const auto& request, const auto& reply) {
            setPin(context, call, request, reply);
        });
    registry.unary<v1::ApproveRequest, v1::ApproveResponse>(
        "/tessera.v1.StaffService/Approve",
        [=](const CallPtr& call, const auto& request, const auto& reply) {
            approve(context, call, request, reply);
        });
    registry.unary<v1::GetSessionRequest, v1::StaffSession>(
        "/tessera.v1.StaffService/GetSession",
        [=](const CallPtr& call, const auto&, const auto& reply) {
            const auto& session = *call->staff().session;
            reply(toProto(session, context.desk.factsOf(session), context.now()));
        });
    registry.unary<v1::SignOutRequest, v1::SignOutResponse>(
        "/tessera.v1.StaffService/SignOut",
        [=](const CallPtr& call, const auto&, const auto& reply) {
            signOut(context, call, reply);
        });
}

}  // namespace tessera::api
