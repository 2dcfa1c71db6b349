// SPDX-License-Identifier: Apache-2.0
#include "tools/admin/buyer.h"

#include <algorithm>
#include <chrono>
#include <thread>
#include <vector>

#include "server/runtime/secrets.h"
#include "shared/base/encoding.h"
#include "tools/admin/json_fields.h"

namespace tessera::admin {
namespace {

using nlohmann::json;

constexpr std::chrono::milliseconds kPoll{20};
constexpr std::chrono::seconds kOrderLimit{20};

struct Party {
    int area = 0;
    int places = 0;
    std::string token;
    std::string reservation;
    std::string order;
};

std::vector<Party> partiesFor(const json& map, int partyMax) {
    std::vector<Party> parties;
    for (const json& area : listOf(map, "areas")) {
        for (int left = numberOf(area, "available"); left > 0; left -= partyMax) {
            Party party;
            party.area = numberOf(area, "areaNo");
            party.places = std::min(left, partyMax);
            parties.push_back(std::move(party));
        }
    }
    return parties;
}

Status hold(RestClient& client, const std::string& event, Party& party) {
    const auto held =
        client.post("/v1/events/" + event + "/reservations",
                    {{"generalAdmission",
                      {{"areaNo", party.area},
                       {"quantities", {{{"ticketTypeNo", 0}, {"quantity", party.places}}}}}}},
                    {"X-Caller-Key: " + toBase64Url(runtime::randomBytes(16))});
    if (!held) return tl::unexpected(held.error());
    party.token = "X-Holder-Token: " + textOf(*held, "holderToken");
    party.reservation = textOf(*held, "reservation");
    return {};
}

Status checkOut(RestClient& client, const std::string& event, Party& party) {
    const auto order = client.post(
        "/v1/events/" + event + "/reservations/" + party.reservation + ":checkout",
        {{"buyer", {{"name", "Mosaik Friends"}, {"email", "friends@example.org"}}}}, {party.token});
    if (!order) return tl::unexpected(order.error());
    party.order = textOf(*order, "order");
    return {};
}

// The order as soon as `ready` says so of it.
template <class Ready>
Result<json> orderWhen(RestClient& client, const std::string& event, const Party& party,
                       Ready ready) {
    const auto deadline = std::chrono::steady_clock::now() + kOrderLimit;
    for (;;) {
        auto order = client.get("/v1/events/" + event + "/orders/" + party.order, {party.token});
        if (!order || ready(*order)) return order;
        if (std::chrono::steady_clock::now() > deadline) {
            return failure("order " + party.order + " stays " + textOf(*order, "state"),
                           Effect::Unknown);
        }
        std::this_thread::sleep_for(kPoll);
    }
}

json paymentOf(const json& order) {
    const json& payments = listOf(order, "payments");
    return payments.empty() ? json::object() : payments.front();
}

Status confirm(RestClient& client, const std::string& event, const Party& party) {
    const auto order = orderWhen(client, event, party, [](const json& now) {
        return textOf(paymentOf(now), "state") == "PAYABLE";
    });
    if (!order) return tl::unexpected(order.error());
    const json payment = paymentOf(*order);
    const auto confirmed =
        client.postForm(textOf(payment, "confirmUrl"),
                        "payment_method=pm_card_visa&client_secret=" +
                            percentEncoded(textOf(payment, "clientSecret")),
                        {"Authorization: Bearer " + textOf(payment, "publishableKey"),
                         "Idempotency-Key: " + party.order});
    if (!confirmed) return tl::unexpected(confirmed.error());
    return {};
}

Status awaitPaid(RestClient& client, const std::string& event, const Party& party) {
    const auto order = orderWhen(client, event, party,
                                 [](const json& now) { return textOf(now, "state") == "PAID"; });
    if (!order) return tl::unexpected(order.error());
    return {};
}

}  // namespace

Result<int> buyAll(RestClient& client, const Purchase& purchase) {
    const auto map = client.get("/v1/events/" + purchase.event + "/seatmap");
    if (!map) return tl::unexpected(map.error());
    std::vector<Party> parties = partiesFor(*map, purchase.partyMax);
    for (const auto step : {&hold, &checkOut}) {
        for (Party& party : parties) {
            if (const auto done = step(client, purchase.event, party); !done) {
                return tl::unexpected(done.error());
            }
        }
    }
    int places = 0;
    for (const auto step : {&confirm, &awaitPaid}) {
        for (const Party& party : parties) {
            if (const auto done = step(client, purchase.event, party); !done) {
                return tl::unexpected(done.error());
            }
        }
    }
    for (const Party& party : parties) places += party.places;
    return places;
}

}  // namespace tessera::admin
