// SPDX-License-Identifier: Apache-2.0
#include "server/api/handlers_counter.h"
#include "tessera/v1/person_service.pb.h"

namespace tessera::api {
namespace {

using app::Reply;

constexpr std::size_t kReasonBytesMost = 200;
constexpr std::string_view kExportRule = "of at most 5,000 orders";
static_assert(store::kExportedOrders == 5000);

store::TrailRow rowOf(const CounterContext& context, const CallPtr& call) {
    store::TrailRow what;
    what.at = context.staff.now();
    what.by = call->staff().session->staff;
    what.device = call->staff().session->device;
    return what;
}

app::Problem unknownPerson() {
    return refuse("PERSON_NOT_FOUND", "Nothing is known of that address.");
}

void exportPerson(const CounterContext& context, const CallPtr& call,
                  const v1::ExportPersonRequest& request, const Reply<v1::Document>& reply) {
    if (!isEmailAddress(request.email())) {
        return reply(tl::make_unexpected(invalidField("email", kEmailRule)));
    }
    whereItMayBlock(context.staff, reply, [=, &request] {
        const auto made = context.persons.exportOf(request.email(), rowOf(context, call));
        if (!made && made.error().code == store::kTooMuchToExport) {
            return reply(
                tl::make_unexpected(refuse("INVALID_FIELD", "More orders than one export holds.",
                                           {{"field", "email"}, {"constraint", kExportRule}})));
        }
        if (!made) return reply(tl::make_unexpected(problemOf(made.error())));
        if (!*made) return reply(tl::make_unexpected(unknownPerson()));
        v1::Document out;
        out.set_content_type("application/json");
        out.set_file_name("person.json");
        out.set_content(**made);
        reply(std::move(out));
    });
}

void erasePerson(const CounterContext& context, const CallPtr& call,
                 const v1::ErasePersonRequest& request,
                 const Reply<v1::ErasePersonResponse>& reply) {
    if (!isEmailAddress(request.email())) {
        return reply(tl::make_unexpected(invalidField("email", kEmailRule)));
    }
    if (request.reason().empty() || request.reason().size() > kReasonBytesMost) {
        return reply(tl::make_unexpected(invalidField("reason", "1 to 200 bytes")));
    }
    whereItMayBlock(context.staff, reply, [=, &request] {
        store::TrailRow what = rowOf(context, call);
        what.reason = request.reason();
        const auto progress = context.persons.erase(request.email(), std::move(what));
        if (!progress) return reply(tl::make_unexpected(problemOf(progress.error())));
        if (!progress->known) return reply(tl::make_unexpected(unknownPerson()));
        v1::ErasePersonResponse out;
        out.set_orders_erased(progress->erased);
        out.set_orders_left(progress->left);
        out.set_orders_kept(progress->kept);
        out.set_customers_erased(progress->customers);
        reply(std::move(out));
    });
}

}  // namespace

void registerPersons(Registry& registry, CounterContext context) {
    registry.unary<v1::ExportPersonRequest, v1::Document>(
        "/tessera.v1.PersonService/ExportPerson",
        [=](const CallPtr& call, const auto& request, const auto& reply) {
            exportPerson(context, call, request, reply);
        });
    registry.unary<v1::ErasePersonRequest, v1::ErasePersonResponse>(
        "/tessera.v1.PersonService/ErasePerson",
        [=](const CallPtr& call, const auto& request, const auto& reply) {
            erasePerson(context, call, request, reply);
        });
}

}  // namespace tessera::api
