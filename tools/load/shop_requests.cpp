// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <chrono>

#include "tools/load/shop.h"

namespace tessera::load {
namespace {

std::int64_t wallMillis() {
    return std::chrono::duration_cast<std::chrono::milliseconds>(
               std::chrono::system_clock::now().time_since_epoch())
        .count();
}

void appendHex(std::string& out, std::uint64_t value, int digits) {
    constexpr const char* kDigits = "0123456789abcdef";
    for (int i = digits - 1; i >= 0; --i) out += kDigits[(value >> (4 * i)) & 15U];
}

}  // namespace

// UUID version 7, stamped with the server's time.
std::string Shop::freshRequestId() {
    const auto millis = static_cast<std::uint64_t>(wallMillis() + options_.serverAheadMillis);
    const std::uint64_t low = ids_.word();
    std::string id;
    id.reserve(36);
    appendHex(id, millis >> 16, 8);
    id += '-';
    appendHex(id, millis & 0xFFFFU, 4);
    id += "-7";
    appendHex(id, ids_.word() & 0xFFFU, 3);
    id += '-';
    appendHex(id, 0x8000U | ((low >> 48) & 0x3FFFU), 4);
    id += '-';
    appendHex(id, low & 0xFFFFFFFFFFFFU, 12);
    return id;
}

std::string Shop::head(const char* method, const std::string& path, const Visitor& visitor,
                       bool token, std::size_t bodyBytes) const {
    std::string text;
    text.reserve(512);
    text += method;
    text += ' ';
    text += path;
    text += " HTTP/1.1\r\nHost: ";
    text += options_.hostName;
    text += token ? "\r\nX-Holder-Token: " : "\r\nX-Caller-Key: ";
    text += token ? visitor.token : visitor.callerKey;
    if (bodyBytes > 0) {
        text += "\r\nContent-Type: application/json\r\nContent-Length: ";
        text += std::to_string(bodyBytes);
    }
    text += "\r\n\r\n";
    return text;
}

std::string Shop::quantities(const Visitor& visitor, std::int32_t party) const {
    const std::int32_t reduced = std::min(visitor.traits.reduced, party - 1);
    std::string text = "[{\"quantity\":" + std::to_string(party - reduced) + "}";
    if (reduced > 0) {
        text += ",{\"ticketTypeNo\":1,\"quantity\":" + std::to_string(reduced) + "}";
    }
    return text + "]";
}

void Shop::reserve(Asker asker, const std::string& selection) {
    Visitor& visitor = of(asker);
    visitor.phase = Phase::Reserving;
    visitor.requestId = freshRequestId();
    const std::string body = "{\"requestId\":\"" + visitor.requestId + "\"," + selection + "}";
    ask(asker, server_, head("POST", path_ + "/reservations", visitor, false, body.size()) + body);
}

void Shop::reserveBest(Asker asker, std::int32_t party, bool wheelchair) {
    Visitor& visitor = of(asker);
    visitor.asked = party;
    std::string selection = "\"bestAvailable\":{\"quantities\":" + quantities(visitor, party) +
                            ",\"together\":\"REQUIRED\"";
    if (wheelchair) selection += ",\"wheelchairPlaces\":1";
    reserve(asker, selection + "}");
}

void Shop::reserveSeats(Asker asker, std::int32_t first, std::int32_t party) {
    Visitor& visitor = of(asker);
    visitor.asked = party;
    const std::int32_t reduced = std::min(visitor.traits.reduced, party - 1);
    std::string selection = "\"seats\":{\"seats\":[";
    for (std::int32_t i = 0; i < party; ++i) {
        if (i > 0) selection += ',';
        selection += "{\"seatNo\":" + std::to_string(first + i);
        selection += i < reduced ? ",\"ticketTypeNo\":1}" : "}";
    }
    reserve(asker, selection + "]}");
}

void Shop::checkOut(Asker asker) {
    Visitor& visitor = of(asker);
    visitor.phase = Phase::CheckingOut;
    visitor.requestId = freshRequestId();
    const std::string number = std::to_string(asker);
    const std::string body = "{\"requestId\":\"" + visitor.requestId +
                             "\",\"buyer\":{\"name\":\"Visitor " + number +
                             "\",\"email\":\"visitor" + number + "@example.org\"}}";
    ask(asker, server_,
        head("POST", path_ + "/reservations/" + visitor.reservation + ":checkout", visitor, true,
             body.size()) +
            body);
}

void Shop::askOrder(Asker asker, Phase phase) {
    Visitor& visitor = of(asker);
    visitor.phase = phase;
    ask(asker, server_, head("GET", path_ + "/orders/" + visitor.order, visitor, true, 0));
}

void Shop::askTickets(Asker asker) {
    Visitor& visitor = of(asker);
    visitor.phase = Phase::Showing;
    ask(asker, server_,
        head("GET", path_ + "/orders/" + visitor.order + "/tickets", visitor, true, 0));
}

void Shop::cancel(Asker asker) {
    Visitor& visitor = of(asker);
    visitor.phase = Phase::Cancelling;
    visitor.requestId = freshRequestId();
    const std::string body = "{\"requestId\":\"" + visitor.requestId + "\"}";
    ask(asker, server_,
        head("POST", path_ + "/reservations/" + visitor.reservation + ":cancel", visitor, true,
             body.size()) +
            body);
}

void Shop::pay(Asker asker) {
    Visitor& visitor = of(asker);
    constexpr std::size_t kScheme = 7;  // http://
    const std::size_t slash = visitor.confirmPath.find('/', kScheme);
    if (slash == std::string::npos) return end(asker, End::Unanswered);
    const std::string authority = visitor.confirmPath.substr(0, slash);
    auto provider = providers_.find(authority);
    if (provider == providers_.end()) {
        const auto host = loop_->addHost(authority, providerConnections(options_.connectionsMax));
        if (!host) return end(asker, End::Unanswered);
        provider = providers_.emplace(authority, *host).first;
    }
    visitor.phase = Phase::Paying;
    visitor.clicked = actsSince_;
    const bool approves = visitor.traits.fate == Fate::Pays;
    const std::string body =
        "payment_method=" + std::string(approves ? "pm_card_visa" : "pm_card_chargeDeclined") +
        "&client_secret=" + visitor.secret;
    ask(asker, provider->second,
        "POST " + visitor.confirmPath.substr(slash) +
            " HTTP/1.1\r\nHost: " + authority.substr(kScheme) + "\r\nAuthorization: Bearer " +
            visitor.publishableKey + "\r\nIdempotency-Key: " + visitor.order +
            "\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: " +
            std::to_string(body.size()) + "\r\n\r\n" + body);
}

}  // namespace tessera::load
