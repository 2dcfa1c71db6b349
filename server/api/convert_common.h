// SPDX-License-Identifier: Apache-2.0
// Ids, times and money between the contract and the engine.
//
// Pure; any thread. Here and in the other convert_* files alone protobuf meets engine types.
#pragma once

#include <google/protobuf/duration.pb.h>
#include <google/protobuf/timestamp.pb.h>

#include <optional>
#include <string>
#include <string_view>

#include "server/app/problem.h"
#include "server/engine/changes.h"
#include "server/engine/terms.h"
#include "shared/base/ids.h"
#include "shared/base/money.h"
#include "shared/base/time.h"
#include "tessera/v1/event.pb.h"
#include "tessera/v1/money.pb.h"

namespace tessera::api {

// INVALID_ID naming `field` for what is no id.
app::Answer<EventId> parseEventId(std::string_view text, std::string_view field = "event");
app::Answer<VenueId> parseVenueId(std::string_view text, std::string_view field = "venue");
app::Answer<LayoutId> parseLayoutId(std::string_view text, std::string_view field = "layout");
// Also for an id of another event.
app::Answer<ReservationId> parseReservationId(EventId event, std::string_view text);
app::Answer<OrderId> parseOrderId(EventId event, std::string_view text);
app::Answer<TicketId> parseTicketId(EventId event, std::string_view text);
app::Answer<AttemptId> parseAttemptId(EventId event, std::string_view text);  // `payment`.
app::Answer<engine::TransferId> parseTransferId(EventId event, std::string_view text);
app::Answer<RefundId> parseRefundId(EventId event, std::string_view text);
app::Answer<CodeId> parseCodeId(EventId event, std::string_view text);  // `codeId`.

// At most 35 bytes of letters, digits and hyphens (BCP 47, section 4.4.1); also nothing at all.
bool isLanguageTag(std::string_view text);
inline constexpr std::string_view kLanguageTagRule = "a BCP 47 tag of at most 35 bytes";

// 3 to 254 bytes with one @ inside, and nothing that a mail's head would take for an end.
bool isEmailAddress(std::string_view text);
inline constexpr std::string_view kEmailRule = "3 to 254 bytes with one @";

// 4 to 32 of what numbers are written with; also nothing at all.
bool isPhoneNumber(std::string_view text);
inline constexpr std::string_view kPhoneRule =
    "4 to 32 of the digits, blanks, +, -, / and brackets";

void setTime(google::protobuf::Timestamp* out, Instant time);
Instant toInstant(const google::protobuf::Timestamp& time);
void setDuration(google::protobuf::Duration* out, Duration duration);
Duration toDuration(const google::protobuf::Duration& duration);

void setMoney(v1::Money* out, Money amount, Currency currency);

engine::SaleState toSaleState(v1::SaleState state);
v1::SaleState fromSaleState(engine::SaleState state);

// Where a caller with such keys sells: a kiosk's first, then staff's; the web without either.
engine::Channel channelOf(bool kiosk, bool staff);

v1::Channel fromChannel(engine::Channel channel);

// Upper case, as codes are kept. Nothing for what cannot be a code: other than 3 to 32 of A-Z, 0-9
// and '-'.
std::optional<std::string> normalisedCode(std::string_view text);

}  // namespace tessera::api
