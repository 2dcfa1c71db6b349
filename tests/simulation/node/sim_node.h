// SPDX-License-Identifier: Apache-2.0
// One process of the server, wired as server/main.cpp wires it, on simulated time, database,
// provider and network.
//
// Deterministic. Not thread-safe. It ends by `die`, at any instant between two entries of the
// agenda: nothing of it happens afterwards, what it had sent is on its way.
#pragma once

#include <memory>
#include <optional>

#include "server/app/app_service.h"
#include "server/app/due_watch.h"
#include "server/app/plan/layout_library.h"
#include "server/cluster/heart.h"
#include "server/cluster/ownership.h"
#include "server/payments/reconciler_loop.h"
#include "server/payments/stored_webhooks.h"
#include "tests/simulation/database/sim_payments.h"
#include "tests/simulation/database/sim_store.h"
#include "tests/simulation/node/asking_provider.h"
#include "tests/simulation/node/sim_encoder.h"
#include "tests/simulation/node/sim_executor.h"
#include "tests/simulation/people/sim_provider.h"

namespace tessera::simulation {

// What all nodes of a run may share, since it holds no state of an event.
struct SharedParts {
    SharedParts();
    std::unique_ptr<runtime::Log> log;
    runtime::Metrics metrics;
    app::ActorMetrics actorMetrics{metrics};
    std::optional<tickets::TicketSigner> signer;
    SimEncoder encoder;
    bool reconciles = false;  // Whether nodes compare the books.
};

// Who listens where: what a node finds when it tries to reach another.
class Addresses {
public:
    virtual ~Addresses() = default;
    // Whether the process of that number still runs; paused ones do.
    virtual bool isAlive(ProcessNo process) const = 0;
};

class SimNode {
public:
    struct Surroundings {
        Agenda& agenda;
        Fibers& fibers;
        Faults& faults;
        Trace& trace;
        Network& network;
        SimDatabase& database;
        SimProviderHouse& house;
        SharedParts& shared;
        const Addresses& addresses;
    };
    struct Identity {
        End place = 0;
        ProcessNo process = 1;
        std::int64_t driftPerMillion = 0;
        app::ActorOptions options;  // The same at every place of a run.
        Random random;
    };
    SimNode(Surroundings with, Identity who);
    ~SimNode();
    SimNode(const SimNode&) = delete;
    SimNode& operator=(const SimNode&) = delete;

    // Begins to start; a database that is away is waited for.
    void start();
    // Stops as by SIGTERM, then `ended` (from the loop; the node may be destroyed by it).
    void stopGracefully(std::function<void()> ended);
    // As by SIGKILL. REQUIRES: not called on a fiber.
    void die();

    // Null until it has started.
    app::App* app();
    payments::WebhookInbox& inbox() { return inbox_; }
    // From the first instant of `die`: what its parts still say while they are taken apart is
    // unsaid.
    bool isDead() const { return dead_; }
    End place() const { return who_.place; }
    ProcessNo process() const { return who_.process; }
    NodeId id() const { return NodeId{1000 + who_.process}; }
    const NodeClock& clock() const { return clock_; }

private:
    class Reaching;
    struct Parts;  // What needs the database's time to be made.
    void startUp();
    SimExecutor::Parts executorParts();
    DatabaseUser databaseUser();

    const Surroundings with_;
    Identity who_;
    NodeClock clock_;
    FiberWaiting waiting_;
    SimExecutor executor_;
    SimExecutor blocking_;
    SimExecutor asking_;
    SimExecutor beating_;
    SimExecutor lookUps_;
    SimExecutor webhooks_;
    SimExecutor reconciling_;
    SimWebhookRows webhookRows_;
    SimReconciliations reconciliations_;
    payments::StoredWebhooks inbox_;
    std::shared_ptr<SimProvider> provider_;
    std::shared_ptr<SimProvider> cards_;
    std::shared_ptr<SimProvider> later_;
    std::shared_ptr<AskingProvider> asked_;
    SimStore store_;
    SimNodes nodes_;
    SimCatalog catalog_;
    std::unique_ptr<Reaching> reaching_;
    std::unique_ptr<Parts> parts_;
    bool ready_ = false;
    bool dead_ = false;
};

}  // namespace tessera::simulation
