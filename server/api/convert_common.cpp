// SPDX-License-Identifier: Apache-2.0
#include "server/api/convert_common.h"

#include <algorithm>

#include "server/api/reasons.h"

namespace tessera::api {
namespace {

constexpr std::int64_t kMicros = 1'000'000;
constexpr std::size_t kCodeBytesMin = 3;
constexpr std::size_t kCodeBytesMax = 32;

template <class Id>
app::Answer<Id> parsePlainId(std::string_view text, std::string_view field) {
    const auto value = decodePublicId(text);
    if (!value) return tl::make_unexpected(invalidId(field));
    return Id(*value);
}

template <class Id>
app::Answer<Id> parseScopedId(EventId event, std::string_view text, std::string_view field) {
    const auto id = decodeEventScopedId(text);
    if (!id || id->event != event) return tl::make_unexpected(invalidId(field));
    return Id(id->local);
}

}  // namespace

app::Answer<EventId> parseEventId(std::string_view text, std::string_view field) {
    return parsePlainId<EventId>(text, field);
}

app::Answer<VenueId> parseVenueId(std::string_view text, std::string_view field) {
    return parsePlainId<VenueId>(text, field);
}

app::Answer<LayoutId> parseLayoutId(std::string_view text, std::string_view field) {
    return parsePlainId<LayoutId>(text, field);
}

app::Answer<ReservationId> parseReservationId(EventId event, std::string_view text) {
    return parseScopedId<ReservationId>(event, text, "reservation");
}

app::Answer<OrderId> parseOrderId(EventId event, std::string_view text) {
    return parseScopedId<OrderId>(event, text, "order");
}

app::Answer<TicketId> parseTicketId(EventId event, std::string_view text) {
    return parseScopedId<TicketId>(event, text, "ticket");
}

app::Answer<AttemptId> parseAttemptId(EventId event, std::string_view text) {
    return parseScopedId<AttemptId>(event, text, "payment");
}

app::Answer<engine::TransferId> parseTransferId(EventId event, std::string_view text) {
    return parseScopedId<engine::TransferId>(event, text, "transfer");
}

app::Answer<RefundId> parseRefundId(EventId event, std::string_view text) {
    return parseScopedId<RefundId>(event, text, "refund");
}

app::Answer<CodeId> parseCodeId(EventId event, std::string_view text) {
    return parseScopedId<CodeId>(event, text, "codeId");
}

bool isPhoneNumber(std::string_view text) {
    if (text.empty()) return true;
    const bool other = text.find_first_not_of("0123456789 +-/()") != std::string_view::npos;
    return !other && text.size() >= 4 && text.size() <= 32;
}

bool isEmailAddress(std::string_view text) {
    const auto at = text.find('@');
    return text.size() >= 3 && text.size() <= 254 && at != 0 && at != std::string_view::npos &&
           at + 1 < text.size() && text.find('@', at + 1) == std::string_view::npos &&
           text.find_first_of(" \t\r\n<>,;") == std::string_view::npos;
}

bool isLanguageTag(std::string_view text) {
    const auto fits = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
               c == '-';
    };
    return text.size() <= 35 && std::ranges::all_of(text, fits);
}

void setTime(google::protobuf::Timestamp* out, Instant time) {
    std::int64_t seconds = time.micros / kMicros;
    if (time.micros % kMicros < 0) --seconds;
    out->set_seconds(seconds);
    out->set_nanos(static_cast<std::int32_t>(time.micros - seconds * kMicros) * 1000);
}

Instant toInstant(const google::protobuf::Timestamp& time) {
    // Beyond these seconds the micros of an Instant end; no calendar of ours goes there.
    constexpr std::int64_t kSecondsMax = INT64_MAX / kMicros - 1;
    if (time.seconds() > kSecondsMax) return Instant::never();
    if (time.seconds() < -kSecondsMax) return Instant{-kSecondsMax * kMicros};
    return Instant{time.seconds() * kMicros + time.nanos() / 1000};
}

void setDuration(google::protobuf::Duration* out, Duration duration) {
    out->set_seconds(duration.micros / kMicros);
    out->set_nanos(static_cast<std::int32_t>(duration.micros % kMicros) * 1000);
}

Duration toDuration(const google::protobuf::Duration& duration) {
    constexpr std::int64_t kSecondsMax = INT64_MAX / kMicros - 1;
    if (duration.seconds() > kSecondsMax || duration.seconds() < -kSecondsMax) {
        return Duration::ofSeconds(duration.seconds() > 0 ? kSecondsMax : -kSecondsMax);
    }
    return Duration::ofMicros(duration.seconds() * kMicros + duration.nanos() / 1000);
}

void setMoney(v1::Money* out, Money amount, Currency currency) {
    out->set_minor_units(amount.minor);
    out->set_currency_code(currency.letters.data(), currency.letters.size());
}

engine::SaleState toSaleState(v1::SaleState state) {
    switch (state) {
        case v1::OPEN:
            return engine::SaleState::Open;
        case v1::CLOSED:
            return engine::SaleState::Closed;
        default:
            return engine::SaleState::Draft;
    }
}

v1::SaleState fromSaleState(engine::SaleState state) {
    switch (state) {
        case engine::SaleState::Draft:
            return v1::DRAFT;
        case engine::SaleState::Open:
            return v1::OPEN;
        case engine::SaleState::Closed:
            return v1::CLOSED;
        case engine::SaleState::Cancelled:
            return v1::CANCELLED;
    }
    return v1::SALE_STATE_UNSPECIFIED;
}

v1::Channel fromChannel(engine::Channel channel) {
    switch (channel) {
        case engine::Channel::Web:
            return v1::WEB;
        case engine::Channel::BoxOffice:
            return v1::BOX_OFFICE;
        case engine::Channel::Kiosk:
            return v1::KIOSK;
    }
    return v1::CHANNEL_UNSPECIFIED;
}

engine::Channel channelOf(bool kiosk, bool staff) {
    if (kiosk) return engine::Channel::Kiosk;
    return staff ? engine::Channel::BoxOffice : engine::Channel::Web;
}

std::optional<std::string> normalisedCode(std::string_view text) {
    if (text.size() < kCodeBytesMin || text.size() > kCodeBytesMax) return std::nullopt;
    std::string out;
    for (char c : text) {
        if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
        const bool fits = (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-';
        if (!fits) return std::nullopt;
        out += c;
    }
    return out;
}

}  // namespace tessera::api
