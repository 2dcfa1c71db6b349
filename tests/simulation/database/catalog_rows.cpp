// SPDX-License-Identifier: Apache-2.0
#include "tests/simulation/database/catalog_rows.h"

#include <algorithm>
#include <sstream>

#include "server/store/search_words.h"

namespace tessera::simulation {
namespace {

template <class Map>
std::optional<typename Map::mapped_type> find(const Map& map, const typename Map::key_type& key) {
    const auto found = map.find(key);
    if (found == map.end()) return std::nullopt;
    return found->second;
}

Status refused(const std::string& tried, const char* sqlstate) {
    return failure(tried + ": refused", Effect::None, sqlstate);
}

// ASCII alone; the real one knows more letters.
std::vector<std::string> lowerWords(std::string_view text) {
    std::string lower = store::searchWords(text);
    for (char& c : lower) {
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    }
    std::istringstream in(lower);
    std::vector<std::string> words;
    for (std::string word; in >> word;) words.push_back(word);
    return words;
}

}  // namespace

Status CatalogRows::noteCreated(RequestId request, store::Catalog::Created what) {
    if (created_.emplace(request, what).second) return {};
    return refused("note what was created", "23505");
}

Status CatalogRows::createVenue(const store::VenueRow& venue, RequestId request, Fingerprint body) {
    const auto isCapital = [](char c) { return c >= 'A' && c <= 'Z'; };
    const bool sound = venue.country.empty() ||
                       (venue.country.size() == 2 && std::ranges::all_of(venue.country, isCapital));
    if (!sound) return refused("create a venue", "23514");
    if (venues_.contains(venue.id)) return refused("create a venue", "23505");
    const Status noted = noteCreated(request, {venue.id.value, body});
    if (noted) venues_.emplace(venue.id, venue);
    return noted;
}

Status CatalogRows::createLayout(const store::LayoutRow& layout, RequestId request,
                                 Fingerprint body) {
    if (!venues_.contains(layout.venue)) return refused("create a layout", "23503");
    if (layouts_.contains(layout.id)) return refused("create a layout", "23505");
    const Status noted = noteCreated(request, {layout.id.value, body});
    if (!noted) return noted;
    store::LayoutRow row = layout;
    row.version = 1;
    for (const auto& [id, other] : layouts_) {
        if (other.venue == row.venue) row.version = std::max(row.version, other.version + 1);
    }
    layouts_.emplace(row.id, std::move(row));
    return {};
}

Status CatalogRows::createApiKey(const store::Catalog::ApiKeyRow& key) {
    if (keys_.emplace(key.keyId, key).second) return {};
    return refused("create an API key", "23505");
}

std::optional<store::Catalog::Created> CatalogRows::findCreated(RequestId request) const {
    return find(created_, request);
}

std::optional<store::VenueRow> CatalogRows::findVenue(VenueId id) const {
    return find(venues_, id);
}

std::optional<store::LayoutRow> CatalogRows::findLayout(LayoutId id) const {
    return find(layouts_, id);
}

std::optional<store::Catalog::ApiKeyRow> CatalogRows::findApiKey(const std::string& keyId) const {
    return find(keys_, keyId);
}

bool CatalogRows::matches(const store::EventRow& event, const store::EventQuery& query) const {
    const auto venue = findVenue(event.venue);
    const auto words =
        lowerWords(event.title + " " + event.city + " " + (venue ? venue->name : ""));
    const auto isThere = [&](const std::string& wanted) {
        return std::ranges::any_of(words, [&](const auto& w) { return w.starts_with(wanted); });
    };
    const auto place = std::pair(event.startsAt, event.id);
    return std::ranges::all_of(lowerWords(query.text), isThere) &&
           (query.city.empty() || lowerWords(query.city) == lowerWords(event.city)) &&
           (!query.startsAfter || event.startsAt >= *query.startsAfter) &&
           (!query.startsBefore || event.startsAt < *query.startsBefore) &&
           (query.includeDrafts || event.sale != engine::SaleState::Draft) &&
           (!query.after || place > *query.after);
}

void CatalogRows::joinNode(const store::NodeRow& self) {
    std::erase_if(nodes_, [&](const auto& node) {
        return node.second.name == self.name && node.first != self.node;
    });
    store::NodeRow row = self;
    row.beats = 0;
    nodes_.emplace(self.node, std::move(row));
}

void CatalogRows::beat(NodeId self) {
    if (const auto found = nodes_.find(self); found != nodes_.end()) ++found->second.beats;
}

std::vector<store::NodeRow> CatalogRows::nodes() const {
    std::vector<store::NodeRow> rows;
    for (const auto& [id, row] : nodes_) rows.push_back(row);
    return rows;
}

}  // namespace tessera::simulation
