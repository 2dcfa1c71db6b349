// SPDX-License-Identifier: Apache-2.0
#include "tests/simulation/node/place.h"

#include <string>
#include <utility>

namespace tessera::simulation {
namespace {

// Of a crystal oscillator at its worst, and of a virtual machine's clock that is being corrected.
constexpr std::int64_t kDriftMax = 500;
// Small enough that what a node remembers of requests does not reach back far.
constexpr std::int64_t kRequestsDoublings = 9;

}  // namespace

Places::Places(SimNode::Surroundings with, std::int32_t count, Random random)
    : with_{with.agenda,   with.fibers, with.faults, with.trace, with.network,
            with.database, with.house,  with.shared, *this},
      random_(random),
      nodes_(static_cast<std::size_t>(count)),
      stopping_(static_cast<std::size_t>(count)) {
    options_.requestsRemembered = std::size_t{1} << random_.between(0, kRequestsDoublings);
    options_.batchCommandsMax = static_cast<std::size_t>(random_.between(1, 500));
}

Places::~Places() = default;

void Places::startAll() {
    for (End place = 0; place < count(); ++place) startAt(place);
}

void Places::startAt(End place) {
    SimNode::Identity who{place, ++lastProcess_, 0, options_, random_.fork()};
    if (with_.faults.fires(Fault::NodeClockDrifts)) {
        who.driftPerMillion = random_.between(-kDriftMax, kDriftMax);
    }
    auto& node = nodes_[static_cast<std::size_t>(place)];
    node = std::make_unique<SimNode>(with_, std::move(who));
    stopping_[static_cast<std::size_t>(place)] = false;
    node->start();
}

void Places::startLater(End place, Duration wait) {
    with_.agenda.after(wait, kWorld, [this, place] { startAt(place); });
}

void Places::kill(End place, Duration downFor) {
    auto& node = nodes_[static_cast<std::size_t>(place)];
    if (!node) return;
    with_.faults.count(Fault::NodeKilled);
    with_.trace.note(Told::Fault, {3, place, node->process(), downFor.micros},
                     [&] { return "node " + std::to_string(place) + " is killed"; });
    node->die();
    node.reset();
    startLater(place, downFor);
}

void Places::killSome(Duration downFor) {
    for (End place = 0; place < count(); ++place) {
        if (random_.chance(600000)) kill(place, downFor);
    }
}

void Places::pauseSome(Duration time) {
    for (End place = 0; place < count(); ++place) {
        if (random_.chance(400000)) pause(Fault::NodePaused, place, time);
    }
}

void Places::pause(Fault kind, End place, Duration time) {
    SimNode* node = nodeAt(place);
    if (node == nullptr) return;
    with_.faults.count(kind);
    with_.trace.note(Told::Fault, {4, place, node->process(), time.micros}, [&] {
        return "node " + std::to_string(place) + " stands still for " +
               std::to_string(time.micros / 1000) + " ms";
    });
    with_.agenda.pause(node->process(), with_.agenda.now() + time.micros);
}

void Places::stopGracefully(End place, Duration downFor) {
    SimNode* node = nodeAt(place);
    const auto at = static_cast<std::size_t>(place);
    if (node == nullptr || node->app() == nullptr || stopping_[at]) return;
    stopping_[at] = true;
    with_.trace.note(Told::Node, {2, place, node->process()},
                     [&] { return "node " + std::to_string(place) + " is asked to stop"; });
    const ProcessNo process = node->process();
    // Not while its own fiber is on the stack.
    node->stopGracefully([this, place, process, downFor] {
        with_.agenda.after(Duration{}, kWorld, [this, place, process, downFor] {
            auto& stopped = nodes_[static_cast<std::size_t>(place)];
            if (!stopped || stopped->process() != process) return;
            stopped->die();
            stopped.reset();
            startLater(place, downFor);
        });
    });
}

bool Places::isAlive(ProcessNo process) const {
    for (const auto& node : nodes_) {
        if (node && node->process() == process) return true;
    }
    return false;
}

}  // namespace tessera::simulation
