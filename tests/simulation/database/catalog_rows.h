// SPDX-License-Identifier: Apache-2.0
// The small tables: venues, layouts, API keys, nodes, and what a create made.
//
// Deterministic. A create that is refused leaves nothing. Not thread-safe.
#pragma once

#include <map>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "server/store/nodes.h"
#include "server/store/store.h"

namespace tessera::simulation {

class CatalogRows {
public:
    Status createVenue(const store::VenueRow& venue, RequestId request, Fingerprint body);
    Status createLayout(const store::LayoutRow& layout, RequestId request, Fingerprint body);
    Status createApiKey(const store::Catalog::ApiKeyRow& key);
    // What a create of an event writes here. REQUIRES: nothing else of it can fail any more.
    Status noteCreated(RequestId request, store::Catalog::Created what);

    std::optional<store::Catalog::Created> findCreated(RequestId request) const;
    std::optional<store::VenueRow> findVenue(VenueId id) const;
    std::optional<store::LayoutRow> findLayout(LayoutId id) const;  // With its plan.
    std::optional<store::Catalog::ApiKeyRow> findApiKey(const std::string& keyId) const;
    // Of the event's title and place.
    bool matches(const store::EventRow& event, const store::EventQuery& query) const;

    void joinNode(const store::NodeRow& self);
    void beat(NodeId self);
    void removeNode(NodeId node) { nodes_.erase(node); }
    void removeStill(NodeId node, std::int64_t beats) {
        std::erase_if(nodes_, [&](const auto& each) {
            return each.first == node && each.second.beats == beats;
        });
    }
    std::vector<store::NodeRow> nodes() const;

private:
    std::map<RequestId, store::Catalog::Created> created_;
    std::map<VenueId, store::VenueRow> venues_;
    std::map<LayoutId, store::LayoutRow> layouts_;
    std::map<std::string, store::Catalog::ApiKeyRow> keys_;
    std::map<NodeId, store::NodeRow> nodes_;
};

}  // namespace tessera::simulation
