// SPDX-License-Identifier: Apache-2.0
#include "tests/chaos/world.h"

#include <algorithm>
#include <sstream>

namespace tessera::chaos {

using integration::Answer;
using integration::ApiClient;
using integration::Edge;
using integration::Headers;
using integration::Millis;
using integration::newRequestId;

namespace {

constexpr Millis kProgramLimit{60'000};
constexpr int kPaySecondsShort = 10;  // Many deadlines fall into faults and restarts.
constexpr int kPaySecondsLong = 30;
constexpr int kHoldSeconds = 120;
constexpr const char* kUnpaidDuration = "12s";

}  // namespace

World::World(integration::Stack& made, const Options& chosen, const Aim& drawn, AnswersLog& log)
    : stack(made), options(chosen), aim(drawn), told(log) {
    staffKey = stack.makeKey("refunds", {"admin:payments"});
    tillKey = stack.makeKey("till", {"reservations:staff"});
    openSales();
    issueGiftCards();
}

// Tickets may be returned for a tenth of their price. Holds that nobody checked out and orders
// whose money was taken back end within the calm.
void World::openSales() {
    ApiClient client(Edge::Rest, stack);
    for (int i = 0; i < options.events; ++i) {
        integration::SaleOptions terms;
        terms.holdSeconds = kHoldSeconds;
        terms.paySeconds = i % 2 == 0 ? kPaySecondsShort : kPaySecondsLong;
        if (options.paySeconds > 0) terms.paySeconds = options.paySeconds;
        integration::Sale sale = integration::makeSale(stack, terms);
        const Answer changed = client.call(
            "UpdateEvent",
            {{"event", sale.event},
             {"requestId", newRequestId()},
             {"config",
              {{"afterSale",
                {{"returnsUntil", sale.config.at("startsAt")}, {"returnFeePpm", 100000}}},
               {"unpaidDuration", kUnpaidDuration}}},
             {"updateMask", "afterSale,unpaidDuration"}},
            {{"authorization", "Bearer " + stack.adminKey()}});
        if (!changed.ok()) surprise("UpdateEvent " + changed.reason + " " + changed.raw);
        sales.push_back(std::move(sale));
    }
}

void World::issueGiftCards() {
    const bool usual = aim.name == usualAim().name;
    const int count = std::max(4, options.orders / (usual ? 8 : 1));
    const auto ran =
        stack.runProgram("tessera-admin",
                         {"--database", stack.conninfo(), "gift-cards", "issue", "--currency",
                          "EUR", "--amount", "2500", "--count", std::to_string(count)},
                         kProgramLimit);
    std::istringstream lines(ran.output);
    std::string id;
    std::string code;
    while (lines >> id >> code) giftCards_.push_back(code);
    if (giftCards_.size() != static_cast<std::size_t>(count)) surprise("gift cards " + ran.output);
}

void World::surprise(const std::string& what) {
    const std::lock_guard lock(mutex_);
    ++surprises_[what.substr(0, 300)];
}

std::map<std::string, int> World::surprises() const {
    const std::lock_guard lock(mutex_);
    return surprises_;
}

std::string World::takeGiftCard() {
    const std::lock_guard lock(mutex_);
    if (giftCards_.empty()) return {};
    std::string code = std::move(giftCards_.back());
    giftCards_.pop_back();
    return code;
}

std::string World::takeReader() {
    const std::lock_guard lock(mutex_);
    if (readers_.empty()) return {};
    std::string reader = std::move(readers_.back());
    readers_.pop_back();
    return reader;
}

void World::giveReader(const std::string& reader) {
    const std::lock_guard lock(mutex_);
    readers_.push_back(reader);
}

}  // namespace tessera::chaos
