// SPDX-License-Identifier: Apache-2.0
#include "tests/chaos/crowd.h"

#include <memory>
#include <queue>
#include <utility>

#include "tests/chaos/pace.h"
#include "tests/chaos/person.h"

namespace tessera::chaos {
namespace {

struct Later {
    Clock::time_point at;
    std::shared_ptr<Person> who;
    bool operator<(const Later& other) const { return at > other.at; }  // Earliest on top.
};

}  // namespace

Crowd::Crowd(World& world) : world_(world), running_(world.options.buyers) {
    for (int i = 0; i < world.options.buyers; ++i) threads_.emplace_back([this] { run(); });
}

Crowd::~Crowd() {
    world_.stop = true;
    join();
}

void Crowd::join() {
    for (std::thread& thread : threads_) {
        if (thread.joinable()) thread.join();
    }
}

void Crowd::run() {
    std::priority_queue<Later> later;
    while (true) {
        const bool enough = world_.stop || world_.ordered >= world_.options.orders;
        if (!later.empty() && (later.top().at <= Clock::now() || enough)) {
            const Later next = later.top();
            if (next.at > Clock::now()) {
                pause(20);
                continue;
            }
            later.pop();
            next.who->comeBack();
            continue;
        }
        if (enough) break;
        const int number = ++world_.begun;
        auto person = std::make_shared<Person>(world_, number, world_.options.seed);
        if (const auto again = person->buy()) later.push({*again, std::move(person)});
    }
    --running_;
}

}  // namespace tessera::chaos
