// SPDX-License-Identifier: Apache-2.0
// Events, venues and the rules they are sold by, checked field by field. Pure; any thread.
#pragma once

#include "server/api/presentation.h"
#include "server/app/app.h"
#include "tessera/v1/admin_service.pb.h"
#include "tessera/v1/catalog_service.pb.h"
#include "tessera/v1/event.pb.h"

namespace tessera::api {

// The terms of a config that is whole; the sale is Draft. Prices are for `categories` categories
// (CATEGORY_UNKNOWN beyond them), or for as many as the prices name if that is not known.
app::Answer<engine::EventTerms> toTerms(const v1::EventConfig& config,
                                        std::optional<std::int16_t> categories);

// `before` with the fields of the mask taken from `update`. INVALID_FIELD for an empty mask or
// unknown names; CONFIG_FIXED for the currency and for ticket types that would go.
app::Answer<v1::EventConfig> merged(const v1::EventConfig& before,
                                    const v1::UpdateEventRequest& update);

// What is stored: the config as JSON, without the parts of answers.
std::string toDocument(v1::EventConfig config);

v1::Venue toProto(const store::VenueRow& venue);
app::Answer<store::VenueRow> toVenue(const v1::CreateVenueRequest& request);
// The first field that no venue may have, by its name in a request; nothing: all of them may stand.
std::optional<app::Problem> wrongOf(const store::VenueChange& change, const std::string& before);

v1::Event toProto(const app::EventAnswer& answer, Instant serverTime);
v1::EventSummary toSummary(const app::EventAnswer& answer);

// SALE_STATE_CONFLICT if the sale cannot go from these terms to `wanted`, OPEN or CLOSED.
app::TermsJudge saleJudge(v1::SaleState wanted);

app::Answer<engine::Code> toCode(const v1::EventCode& code);
app::Answer<engine::UpdateCode> toCodeChange(EventId event, const v1::UpdateCodeRequest& request);

}  // namespace tessera::api
