// SPDX-License-Identifier: Apache-2.0
#include "server/app/trail_words.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <vector>

namespace tessera::app {
namespace {

constexpr std::size_t kReasonBytesMost = 500;
constexpr std::size_t kListBytesMost = 250;

// At most so many bytes, of whole characters.
std::string cut(std::string_view text) {
    std::size_t size = std::min(text.size(), kReasonBytesMost);
    const auto continues = [&](std::size_t at) {
        return at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U;
    };
    while (size > 0 && continues(size)) --size;
    return std::string(text.substr(0, size));
}

std::string counted(std::size_t count, std::string_view one) {
    return std::to_string(count) + " " + std::string(one) + (count == 1 ? "" : "s");
}

// Whole ones, as many as fit.
std::string listed(const std::vector<std::string>& words) {
    std::string out;
    for (const std::string& word : words) {
        if (out.size() + 1 + word.size() > kListBytesMost) return out + " ...";
        out += " " + word;
    }
    return out;
}

std::string ticketsIn(const std::vector<std::int64_t>& ids) {
    if (ids.empty()) return {};
    std::vector<std::string> words;
    for (const std::int64_t id : ids) words.push_back(std::to_string(id));
    return counted(ids.size(), "ticket") + ":" + listed(words);
}

std::string ticketsAtDesk(const engine::Changes& changes) {
    std::vector<std::int64_t> ids;
    for (const engine::DeskChange& each : changes.desk) ids.push_back(each.id);
    return ticketsIn(ids);
}

// That are void from now on, or in an exchange.
std::string ticketsGiven(const engine::Changes& changes) {
    std::vector<std::int64_t> ids;
    for (const engine::TicketUpdate& each : changes.ticketUpdates) {
        if (each.to == engine::TicketState::Void || each.exchange) ids.push_back(each.id.value);
    }
    return ticketsIn(ids);
}

// "1-4 9".
std::string seatsIn(std::vector<SeatNo> seats) {
    std::ranges::sort(seats);
    seats.erase(std::unique(seats.begin(), seats.end()), seats.end());
    std::vector<std::string> runs;
    for (std::size_t i = 0; i < seats.size();) {
        std::size_t end = i + 1;
        while (end < seats.size() && seats[end].value == seats[end - 1].value + 1) ++end;
        std::string run = std::to_string(seats[i].value);
        if (end - i > 1) run += "-" + std::to_string(seats[end - 1].value);
        runs.push_back(std::move(run));
        i = end;
    }
    return counted(seats.size(), "seat") + ":" + listed(runs);
}

std::string paidBy(const engine::TenderChoice& tender, const engine::Changes& changes) {
    if (changes.tenders.empty()) return {};
    constexpr std::array<std::string_view, 6> kKinds{"card",    "cash",     "gift card",
                                                     "invoice", "exchange", "reader"};
    const engine::TenderKind kind = tender.kind;
    const auto at = static_cast<std::size_t>(kind) - 1;
    std::string out = "by " + std::string(at < kKinds.size() ? kKinds[at] : "another kind");
    if (tender.customer != 0) out += " to customer " + std::to_string(tender.customer);
    return out;
}

std::string behind(std::string what, std::string_view why) {
    if (why.empty()) return what;
    if (!what.empty()) what += "; ";
    return what + std::string(why);
}

struct Words {
    const engine::Outcome& outcome;
    const engine::Changes& changes;

    std::string of(const engine::CancelEvent& c) const { return c.note; }
    std::string of(const engine::MoveEvent& c) const { return c.note; }
    std::string of(const engine::SettleRefund& c) const { return c.evidence; }
    std::string of(const engine::RepriceReservation& c) const {
        std::string reasons;
        for (const auto& each : c.adjustments) reasons = behind(std::move(reasons), each.reason);
        return reasons;
    }
    std::string of(const engine::ChangeTerms& /*c*/) const {
        return "version " + std::to_string(outcome.target);
    }
    std::string of(const engine::SetAllocation& c) const {
        const std::string to = c.allocation.value == 0
                                   ? std::string("to the public")
                                   : "to allocation " + std::to_string(c.allocation.value);
        return to + ", " + std::to_string(outcome.target) + " changed of " + seatsIn(c.seats);
    }
    std::string of(const engine::CreateCode& /*c*/) const {
        return "code " + std::to_string(outcome.target);
    }
    std::string of(const engine::UpdateCode& c) const {
        std::string out = "code " + std::to_string(outcome.target);
        if (c.usesMax) {
            out += *c.usesMax == 0 ? ", any number of uses"
                                   : ", " + counted(static_cast<std::size_t>(*c.usesMax), "use");
        }
        if (c.validFrom) {
            out += *c.validFrom == Instant{} ? ", from the start"
                                             : ", from " + toRfc3339(*c.validFrom);
        }
        if (c.validUntil) {
            out += *c.validUntil == Instant::never() ? ", as long as the sale"
                                                     : ", until " + toRfc3339(*c.validUntil);
        }
        return out;
    }
    std::string of(const engine::Checkout& c) const { return paidBy(c.tender, changes); }
    std::string of(const engine::AddTender& c) const { return paidBy(c.tender, changes); }
    std::string of(const engine::ExchangeTickets& c) const {
        return behind(ticketsGiven(changes), paidBy(c.tender, changes));
    }
    std::string of(const engine::RefundTickets& /*c*/) const { return ticketsGiven(changes); }
    std::string of(const engine::NoteOrder& c) const {
        return c.note.empty() ? "taken away" : "written";
    }
    std::string of(const engine::HandOutTickets& c) const {
        return (c.undo ? "taken back, " : "handed out, ") + ticketsAtDesk(changes);
    }
    std::string of(const engine::NotePrint& c) const {
        return behind(ticketsAtDesk(changes), c.reason);
    }
    std::string of(const engine::ResendMail& c) const {
        return c.email.empty() ? "to the order's address" : "to an address that staff named";
    }
    template <class Command>
    std::string of(const Command& /*c*/) const {
        return {};
    }
};

}  // namespace

std::string whatWasDone(const engine::Command& command, const engine::Outcome& outcome,
                        const engine::Changes& changes) {
    const Words words{outcome, changes};
    return cut(std::visit([&](const auto& c) { return words.of(c); }, command));
}

}  // namespace tessera::app
