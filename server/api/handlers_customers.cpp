// SPDX-License-Identifier: Apache-2.0
#include "server/api/handlers_counter.h"
#include "server/api/staff_gate.h"
#include "server/app/request_memory.h"
#include "server/runtime/secrets.h"

namespace tessera::api {
namespace {

using app::Answer;
using app::Reply;

constexpr std::size_t kQueryBytesMin = 2;
constexpr std::size_t kQueryBytesMost = 200;
constexpr std::int64_t kIdEpochMicros = 1'577'836'800'000'000;  // 2020, as all ids have it.

v1::Customer toProto(const store::CustomerRow& row) {
    v1::Customer out;
    out.set_customer(encodePublicId(row.id.value));
    out.set_name(row.name);
    out.set_email(row.email);
    out.set_phone(row.phone);
    out.set_language(row.language);
    out.set_note(row.note);
    out.set_organisation(row.organisation);
    out.set_trusted(row.trusted);
    out.set_version(row.version);
    return out;
}

// By time, and without a second one: who saves at the same microsecond has other low bits.
store::CustomerId newId(Instant now) {
    const std::string noise = runtime::randomBytes(2);
    const int low =
        ((static_cast<unsigned char>(noise[0]) << 8) | static_cast<unsigned char>(noise[1])) &
        0xFFF;
    return store::CustomerId{((now.micros - kIdEpochMicros) << 12) | low};
}

std::optional<app::Problem> faultOf(const v1::Customer& customer) {
    if (customer.name().empty() || customer.name().size() > 200) {
        return invalidField("customer.name", "1 to 200 bytes");
    }
    if (!customer.email().empty() && !isEmailAddress(customer.email())) {
        return invalidField("customer.email", kEmailRule);
    }
    if (!isPhoneNumber(customer.phone())) return invalidField("customer.phone", kPhoneRule);
    if (!isLanguageTag(customer.language())) {
        return invalidField("customer.language", kLanguageTagRule);
    }
    if (customer.note().size() > 1000) return invalidField("customer.note", "at most 1000 bytes");
    if (customer.organisation().size() > 200) {
        return invalidField("customer.organisation", "at most 200 bytes");
    }
    return std::nullopt;
}

Answer<store::CustomerSave> toSave(const CounterContext& context, const CallPtr& call,
                                   const v1::Customer& customer) {
    store::CustomerSave wish;
    const Instant now = context.staff.now();
    if (!customer.customer().empty()) {
        const auto id = decodePublicId(customer.customer());
        if (!id) return tl::make_unexpected(invalidId("customer.customer"));
        wish.row.id = store::CustomerId{*id};
    }
    if (auto fault = faultOf(customer)) return tl::make_unexpected(std::move(*fault));
    wish.isNew = customer.customer().empty();
    auto missing = missingAlone(call->staff(), staff::Permission::SellOnAccount);
    wish.mayTrust = !missing;
    if (wish.isNew && customer.trusted() && missing) {
        return tl::make_unexpected(std::move(*missing));
    }
    if (wish.isNew) wish.row.id = newId(now);
    wish.row.name = customer.name();
    wish.row.email = customer.email();
    wish.row.phone = customer.phone();
    wish.row.language = customer.language();
    wish.row.note = customer.note();
    wish.row.organisation = customer.organisation();
    wish.row.trusted = customer.trusted();
    wish.row.version = customer.version();
    wish.request = call->mutation().request;
    wish.fingerprint = call->mutation().fingerprint;
    if (!customer.email().empty()) wish.key = context.persons.keyOf(customer.email());
    wish.what.at = now;
    wish.what.by = call->staff().session->staff;
    wish.what.device = call->staff().session->device;
    return wish;
}

app::Problem refusalOf(const CallPtr& call, store::CustomerOutcome outcome) {
    switch (outcome) {
        case store::CustomerOutcome::Reused:
            return refuse("REQUEST_ID_REUSED", "The request id came before with another body.");
        case store::CustomerOutcome::Unknown:
            return refuse("CUSTOMER_NOT_FOUND", "There is no such customer.");
        case store::CustomerOutcome::Changed:
            return app::changedMeanwhile();
        case store::CustomerOutcome::Trust:
            return *missingAlone(call->staff(), staff::Permission::SellOnAccount);
        case store::CustomerOutcome::Done:
            break;
    }
    return app::internalProblem("No refusal of customers.");
}

void save(const CounterContext& context, const CallPtr& call,
          const v1::SaveCustomerRequest& request, const Reply<v1::Customer>& reply) {
    auto wish = toSave(context, call, request.customer());
    if (!wish) return reply(tl::make_unexpected(wish.error()));
    if (auto bad = app::problemOfStamp(wish->request, wish->what.at)) {
        return reply(tl::make_unexpected(std::move(*bad)));
    }
    whereItMayBlock(context.staff, reply, [=, wish = std::move(*wish)] {
        const auto saved = context.customers.save(wish);
        if (!saved) return reply(tl::make_unexpected(problemOf(saved.error())));
        if (saved->outcome != store::CustomerOutcome::Done) {
            return reply(tl::make_unexpected(refusalOf(call, saved->outcome)));
        }
        reply(toProto(saved->row));
    });
}

void find(const CounterContext& context, const v1::FindCustomersRequest& request,
          const Reply<v1::FindCustomersResponse>& reply) {
    const std::string& query = request.query();
    if (query.size() < kQueryBytesMin || query.size() > kQueryBytesMost) {
        return reply(tl::make_unexpected(invalidField("query", "2 to 200 bytes")));
    }
    whereItMayBlock(context.staff, reply, [=] {
        const auto found = context.customers.find(query);
        if (!found) return reply(tl::make_unexpected(problemOf(found.error())));
        v1::FindCustomersResponse out;
        for (const store::CustomerRow& row : *found) *out.add_customers() = toProto(row);
        reply(std::move(out));
    });
}

}  // namespace

void registerCustomers(Registry& registry, CounterContext context) {
    registry.unary<v1::FindCustomersRequest, v1::FindCustomersResponse>(
        "/tessera.v1.DeskService/FindCustomers",
        [=](const CallPtr&, const auto& request, const auto& reply) {
            find(context, request, reply);
        });
    registry.unary<v1::SaveCustomerRequest, v1::Customer>(
        "/tessera.v1.DeskService/SaveCustomer",
        [=](const CallPtr& call, const auto& request, const auto& reply) {
            save(context, call, request, reply);
        });
}

}  // namespace tessera::api
