// SPDX-License-Identifier: Apache-2.0
#include <utility>

#include "server/store/limits.h"
#include "tests/simulation/database/sim_store.h"

namespace tessera::simulation {
namespace {

struct Nothing {};

// A call without a value.
Status callFor(Link& link, const Link::Ask& ask, std::function<Status(SimDatabase&)> work) {
    const auto done =
        link.call<Nothing>(ask, [work = std::move(work)](SimDatabase& database) -> Result<Nothing> {
            if (const Status status = work(database); !status) {
                return tl::make_unexpected(status.error());
            }
            return Nothing{};
        });
    if (!done) return tl::make_unexpected(done.error());
    return {};
}

Result<store::NodesReading> readBy(Link& link) {
    return link.call<store::NodesReading>({"read the nodes"}, [](SimDatabase& database) {
        return store::NodesReading{database.catalog().nodes(), database.clock()};
    });
}

}  // namespace

SimNodes::SimNodes(DatabaseUser user)
    : link_(user, store::kNodesDeadline), readings_(user, store::kNodesDeadline) {}

Status SimNodes::join(const store::NodeRow& self) {
    return callFor(link_, {"join the nodes"}, [self](SimDatabase& database) -> Status {
        database.catalog().joinNode(self);
        return {};
    });
}

// A beat, then a reading: two transactions.
Result<store::NodesReading> SimNodes::beat(NodeId self) {
    const Status beaten = callFor(link_, {"beat"}, [self](SimDatabase& database) -> Status {
        database.catalog().beat(self);
        return {};
    });
    if (!beaten) return tl::make_unexpected(beaten.error());
    return readBy(link_);
}

Result<store::NodesReading> SimNodes::read() {
    return readBy(readings_);
}

Status SimNodes::remove(NodeId node) {
    return callFor(link_, {"leave the nodes"}, [node](SimDatabase& database) -> Status {
        database.catalog().removeNode(node);
        return {};
    });
}

Status SimNodes::removeStill(NodeId node, std::int64_t beats) {
    return callFor(link_, {"remove a node"}, [node, beats](SimDatabase& database) -> Status {
        database.catalog().removeStill(node, beats);
        return {};
    });
}

SimCatalog::SimCatalog(DatabaseUser user) : link_(user, store::kCallDeadline) {}

Status SimCatalog::createVenue(const store::VenueRow& venue, RequestId request, Fingerprint body,
                               const store::TrailRow* /*told*/) {
    return callFor(link_, {"create a venue"}, [=](SimDatabase& database) {
        return database.catalog().createVenue(venue, request, body);
    });
}

Status SimCatalog::createLayout(const store::LayoutRow& layout, RequestId request, Fingerprint body,
                                const store::TrailRow* /*told*/) {
    return callFor(link_, {"create a layout"}, [=](SimDatabase& database) {
        return database.catalog().createLayout(layout, request, body);
    });
}

Status SimCatalog::createEvent(const store::EventRow& event, const engine::EventTerms& terms,
                               const engine::Layout& layout, RequestId request, Fingerprint body,
                               const store::TrailRow* /*told*/) {
    auto copy = std::make_shared<const engine::Layout>(layout);
    return callFor(link_, {"create an event"}, [=](SimDatabase& database) {
        return database.createEvent(event, terms, copy, request, body);
    });
}

Result<std::optional<store::Catalog::Created>> SimCatalog::findCreated(RequestId request) {
    return link_.call<std::optional<Created>>(
        {"find what a request created"},
        [=](SimDatabase& database) { return database.catalog().findCreated(request); });
}

Result<std::optional<store::VenueRow>> SimCatalog::findVenue(VenueId id) {
    return link_.call<std::optional<store::VenueRow>>(
        {"find a venue"}, [=](SimDatabase& database) { return database.catalog().findVenue(id); });
}

Result<std::vector<store::VenueRow>> SimCatalog::findVenues(std::span<const VenueId> ids) {
    return link_.call<std::vector<store::VenueRow>>(
        {"find venues"}, [ids = std::vector(ids.begin(), ids.end())](SimDatabase& database) {
            std::vector<store::VenueRow> found;
            for (const VenueId id : ids) {
                if (auto venue = database.catalog().findVenue(id)) found.push_back(*venue);
            }
            return found;
        });
}

Result<std::optional<store::LayoutRow>> SimCatalog::findLayout(LayoutId id) {
    return link_.call<std::optional<store::LayoutRow>>(
        {"find a layout"}, [=](SimDatabase& database) {
            auto layout = database.catalog().findLayout(id);
            if (layout) layout->planJson.clear();
            return layout;
        });
}

Result<std::string> SimCatalog::readPlan(LayoutId id) {
    return link_.call<std::string>({"read a plan"},
                                   [=](SimDatabase& database) -> Result<std::string> {
                                       auto layout = database.catalog().findLayout(id);
                                       if (!layout) return failure("a layout is missing");
                                       return std::move(layout->planJson);
                                   });
}

Result<std::optional<store::EventRow>> SimCatalog::findEvent(EventId id) {
    return link_.call<std::optional<store::EventRow>>(
        {"find an event"}, [=](SimDatabase& database) { return database.findEvent(id); });
}

Result<std::vector<store::EventRow>> SimCatalog::listEvents(const store::EventQuery& query) {
    return link_.call<std::vector<store::EventRow>>(
        {"list events"}, [=](SimDatabase& database) { return database.listEvents(query); });
}

Result<std::vector<store::TicketDetail>> SimCatalog::listTickets(EventId event, OrderId order) {
    return link_.call<std::vector<store::TicketDetail>>(
        {"list tickets"}, [=](SimDatabase& database) {
            std::vector<store::TicketDetail> tickets;
            for (const auto& row : database.listTickets(event, order)) tickets.push_back({row});
            return tickets;
        });
}

Result<std::optional<store::Catalog::Contact>> SimCatalog::findContact(EventId event,
                                                                       OrderId order) {
    return link_.call<std::optional<Contact>>(
        {"find an order's contact"},
        [=](SimDatabase& database) { return database.findContact(event, order); });
}

Status SimCatalog::createApiKey(const ApiKeyRow& key) {
    return callFor(link_, {"create an API key"},
                   [=](SimDatabase& database) { return database.catalog().createApiKey(key); });
}

Result<std::optional<store::Catalog::ApiKeyRow>> SimCatalog::findApiKey(const std::string& keyId) {
    return link_.call<std::optional<ApiKeyRow>>({"find an API key"}, [=](SimDatabase& database) {
        return database.catalog().findApiKey(keyId);
    });
}

}  // namespace tessera::simulation
