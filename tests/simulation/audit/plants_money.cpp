// SPDX-License-Identifier: Apache-2.0
// Money that is taken twice, kept, or not there.
#include <algorithm>

#include "tests/simulation/audit/plants.h"

namespace tessera::simulation {
namespace {

using engine::OrderState;
using engine::TicketState;

ProviderDid did(History& h, const std::string& like, ProviderDid::What what) {
    ProviderDid act = h.get<ProviderDid>(like);
    act.what = what;
    return act;
}

std::vector<Plant> atTheProvider() {
    return {
        {"a tender is captured twice", Check::S4, "captured twice",
         [](History& h) {
             insertAfter(h, "provider paid A", did(h, "provider paid A", ProviderDid::Captured));
         }},
        {"a capture without a committed call", Check::S4, "without a committed call",
         [](History& h) {
             insertAfter(h, "authorized A", did(h, "authorized A", ProviderDid::Captured));
         }},
        {"a capture of more than was authorized", Check::S4, "was captured for",
         [](History& h) { h.get<ProviderDid>("provider paid A").amount.minor += 1; }},
        {"an object without a committed call", Check::S4, "nothing is committed",
         [](History& h) {
             insertAfter(h, "commit hold A", did(h, "provider open A", ProviderDid::Created));
         }},
        {"paid before the object's id is committed", Check::S4, "before its object's id",
         [](History& h) {
             insertAfter(h, "provider open A", did(h, "authorized A", ProviderDid::Authorized));
         }},
        {"a refund that nobody called for", Check::S4, "was refunded",
         [](History& h) {
             insertAfter(h, "commit paid A", did(h, "provider paid A", ProviderDid::Refunded));
         }},
        {"paid, and not captured", Check::S4, "captured are",
         [](History& h) { erase(h, "provider paid A"); }},
        {"allocated, and not authorized", Check::S4, "authorized for",
         [](History& h) { erase(h, "authorized A"); }},
        {"allocated by an authorization that is gone", Check::S4, "authorized for",
         [](History& h) {
             insertAfter(h, "authorized A", did(h, "authorized A", ProviderDid::Voided));
         }},
        {"allocated by an authorization of whose end a webhook had told", Check::S4,
         "authorized for",
         [](History& h) {
             ProviderDid act = did(h, "authorized A", ProviderDid::Voided);
             act.webhook = "pi_1.2";
             insertAfter(h, "authorized A", WebhookTaken{act.webhook});
             insertAfter(h, "authorized A", act);
         }},
        {"released, and still authorized", Check::S4, "released while the provider has",
         [](History& h) { erase(h, "provider void C"); }},
        {"a late authorization of a released order", Check::S4, "after order",
         [](History& h) {
             insertAfter(h, "commit void C", did(h, "authorized C", ProviderDid::Authorized));
         }},
        {"a refund is missing", Check::S4, "released while the provider has",
         [](History& h) {
             // Captured in the end instead of voided, and released as if it were given back.
             changesOf(h, "commit cancel C").outbox[0].operation = engine::Operation::Capture;
             h.get<ProviderDid>("provider void C").what = ProviderDid::Captured;
             auto& update = changesOf(h, "commit void C").attemptUpdates[0];
             update.captured = h.get<ProviderDid>("provider void C").amount;
             update.refunded = update.captured;
             update.to = engine::AttemptState::Refunded;
         }},
    };
}

std::vector<Plant> inTheRows() {
    return {
        {"a ticket is active before it is paid", Check::S4, "is active while",
         [](History& h) {
             changesOf(h, "commit allocate A").tickets[0].state = TicketState::Active;
         }},
        {"a ticket stays inactive when it is paid", Check::S4, "is in state 1 while",
         [](History& h) { changesOf(h, "commit paid A").ticketUpdates.pop_back(); }},
        {"the ledger does not sum to zero", Check::S4, "sum to",
         [](History& h) { ++changesOf(h, "commit paid A").ledger[0].amount.minor; }},
        {"the ledger leaves a capture out", Check::S4, "the ledger of order",
         [](History& h) { changesOf(h, "commit paid A").ledger.clear(); }},
        {"tickets cost more than the order", Check::S4, "the tickets of order",
         [](History& h) { ++changesOf(h, "commit allocate A").tickets[0].price.minor; }},
        {"an order costs more than its reservation", Check::S4, "its reservation for",
         [](History& h) { ++changesOf(h, "commit checkout A").orders[0].total.minor; }},
        {"a release without evidence", Check::S4, "without evidence",
         [](History& h) {
             for (auto& update : changesOf(h, "commit void C").orderUpdates) update.evidence = "";
         }},
        {"a paid order goes back", Check::S4, "no arrow leads",
         [](History& h) {
             auto update = changesOf(h, "commit paid A").orderUpdates[0];
             update.from = OrderState::Paid;
             update.to = OrderState::Cancelling;
             changesOf(h, "commit order A paid").orderUpdates.push_back(update);
         }},
        {"two attempts are open at once", Check::S4, "open at once",
         [](History& h) {
             auto row = changesOf(h, "commit checkout A").attempts[0];
             row.id = AttemptId{row.id.value + 1};
             changesOf(h, "commit read A again").attempts.push_back(row);
         }},
        {"an attempt is for another amount", Check::S4, "is for",
         [](History& h) { ++changesOf(h, "commit checkout A").attempts[0].amount.minor; }},
        {"a row says captured where nothing was", Check::S4, "more than was captured",
         [](History& h) { ++changesOf(h, "commit paid A").attemptUpdates[0].captured.minor; }},
        {"a row says voided where there is money", Check::S4, "there is money",
         [](History& h) {
             changesOf(h, "commit allocate A").attemptUpdates[0].to = engine::AttemptState::Voided;
         }},
        {"an attempt changes its object", Check::S4, "had object",
         [](History& h) { changesOf(h, "commit paid A").attemptUpdates[0].objectId = "pi_x"; }},
        {"at rest the books have less than the provider", Check::S4, "at rest",
         [](History& h) {
             // Refunded after all had come to rest, and nobody has heard of it.
             insertAfter(h, "calm", did(h, "provider paid A", ProviderDid::Refunded));
         }},
    };
}

std::vector<Plant> ofTenders() {
    return {
        {"a tender is for more than its order", Check::S4, "tender ",
         [](History& h) { changesOf(h, "commit rest L").tenders[0].amount.minor += 10000; }},
        {"attempts are for more than their order", Check::S4, "the attempts of order",
         [](History& h) {
             ++changesOf(h, "commit rest L").tenders[0].amount.minor;
             ++changesOf(h, "commit rest L").attempts[0].amount.minor;
         }},
        {"an attempt is through another provider than its tender", Check::S4, "which is for",
         [](History& h) {
             changesOf(h, "commit rest L").attempts[0].provider = engine::ProviderKind::Adyen;
         }},
        {"a part is captured twice", Check::S4, "captured twice",
         [](History& h) {
             insertAfter(h, "provider take gift L",
                         did(h, "provider take gift L", ProviderDid::Captured));
         }},
        {"paid by one part of two", Check::S4, "captured are",
         [](History& h) { erase(h, "provider take gift L"); }},
        {"a finished order is still authorized", Check::S4, "at rest",
         [](History& h) {
             insertAfter(h, "commit paid L", did(h, "provider paid L", ProviderDid::Authorized));
         }},
        {"cash is in the till and not in the books", Check::S4, "the ledger of order",
         [](History& h) { changesOf(h, "commit checkout M").ledger.clear(); }},
    };
}

std::vector<Plant> ofReturns() {
    return {
        {"a refund is given twice", Check::S4, "was refunded",
         [](History& h) {
             insertAfter(h, "provider refund L",
                         did(h, "provider refund L", ProviderDid::Refunded));
         }},
        {"a refund is of another amount than its row", Check::S4, "the provider gave",
         [](History& h) { --h.get<ProviderDid>("provider refund L").amount.minor; }},
        {"a refund is said to be back and is not", Check::S4, "is said to be back",
         [](History& h) { erase(h, "provider refund L"); }},
        {"a refund fails later and nobody hears of it", Check::S4, "at rest",
         [](History& h) {
             insertAfter(h, "commit refund L",
                         did(h, "provider refund L", ProviderDid::RefundFailed));
         }},
        {"the organiser keeps more than the rules say", Check::S4, "are to be kept",
         [](History& h) { ++changesOf(h, "commit return L").refunds[0].retained.minor; }},
        {"a return outside the rules", Check::S5, "the rules allow it until",
         [](History& h) {
             changesOf(h, "commit return L").refunds[0].createdAt = h.terms.afterSale.returnsUntil;
         }},
        {"a return inside the rules is refused", Check::S3, "RETURN_NOT_ALLOWED",
         [](History& h) { refuse(h, "return L", "RETURN_NOT_ALLOWED"); }},
        {"the seat of a returned ticket stays sold", Check::S1, "should be",
         [](History& h) { changesOf(h, "commit return L").seats.clear(); }},
        {"the place of a returned ticket stays sold", Check::S1, "its reservations have",
         [](History& h) { changesOf(h, "commit return M").areas.clear(); }},
        {"a ticket is void without a refund", Check::S4, "is in state 3 while",
         [](History& h) { changesOf(h, "commit return L").ticketUpdates[0].refund = {}; }},
        {"a returned ticket stays in the sales", Check::S4, "has sales of",
         [](History& h) { changesOf(h, "commit return L").ledger.clear(); }},
        {"a return's request is not written", Check::S7, "without its request being written",
         [](History& h) { changesOf(h, "commit return L").requests.clear(); }},
        {"a return that nobody asked for", Check::S3, "nobody asked",
         [](History& h) { std::get<AskReturn>(h.get<Asked>("return L").question).order = {}; }},
        {"another ticket goes back than was meant", Check::S3, "tickets, asked for",
         [](History& h) {
             ++std::get<AskReturn>(h.get<Asked>("return L").question).tickets[0].value;
         }},
        {"cash is handed out and stays in the books", Check::S4, "the ledger of order",
         [](History& h) { changesOf(h, "commit settle M").ledger.clear(); }},
        {"cash that nobody has handed out", Check::S4, "by nobody",
         [](History& h) { changesOf(h, "commit settle M").requests.clear(); }},
        {"a refund takes back what it did not say", Check::Rows, "its update goes from",
         [](History& h) {
             changesOf(h, "commit refund L").refundUpdates[0].from = engine::RefundState::Manual;
         }},
    };
}

// An object of order A's attempt that nobody of us made.
ProviderOdd oddOf(History& h) {
    const auto& paid = h.get<ProviderDid>("provider paid A");
    return {store::BreakKind::DuplicateObject, paid.event, paid.attempt, "by hand"};
}

void addBreak(History& h, const std::string& object, Instant resolvedAt) {
    const ProviderOdd odd = oddOf(h);
    store::BreakRow row;
    row.id = 1;
    row.what.subject = {odd.kind, engine::ProviderKind::Stripe, odd.event, odd.attempt, {}, object};
    row.resolvedAt = resolvedAt;
    h.tables[0].breaks.push_back(row);
}

std::vector<Plant> inTheBooks() {
    return {
        {"a webhook that was taken in is not there", Check::S4, "is not in the tables",
         [](History& h) {
             h.tables[0].webhooks = {"pi_1.1", "pi_1.3"};
             insertAfter(h, "provider paid A", WebhookTaken{"pi_1.2"});
         }},
        {"what was done by hand is no break", Check::S4, "there is no open break",
         [](History& h) { insertAfter(h, "provider paid A", oddOf(h)); }},
        {"what was done by hand is a break that was resolved", Check::S4, "there is no open break",
         [](History& h) {
             insertAfter(h, "provider paid A", oddOf(h));
             addBreak(h, "by hand", h.databaseNow);
         }},
        {"a break of what is over", Check::S4, "there is no difference",
         [](History& h) {
             ProviderOdd odd = oddOf(h);
             odd.isOver = true;
             insertAfter(h, "provider paid A", odd);
             addBreak(h, "by hand", Instant::never());
         }},
        {"a break of nothing", Check::S4, "there is no difference",
         [](History& h) { addBreak(h, "another", Instant::never()); }},
    };
}

}  // namespace

std::vector<Plant> plantsOfMoney() {
    std::vector<Plant> all = atTheProvider();
    std::ranges::move(inTheRows(), std::back_inserter(all));
    std::ranges::move(ofTenders(), std::back_inserter(all));
    std::ranges::move(ofReturns(), std::back_inserter(all));
    std::ranges::move(inTheBooks(), std::back_inserter(all));
    return all;
}

}  // namespace tessera::simulation
