// SPDX-License-Identifier: Apache-2.0
// The nodes' rows in memory, which can be away.
//
// Not thread-safe.
#pragma once

#include <algorithm>
#include <functional>
#include <vector>

#include "server/store/nodes.h"

namespace tessera::cluster {

class FakeNodes final : public store::Nodes {
public:
    Status join(const store::NodeRow& self) override {
        if (away) return failure("away");
        std::erase_if(rows,
                      [&](const auto& r) { return r.name == self.name && r.node != self.node; });
        if (!find(self.node)) rows.push_back(self);
        return {};
    }
    Result<store::NodesReading> beat(NodeId self) override {
        ++asked;
        if (away) return failure("away");
        if (auto* row = find(self)) ++row->beats;
        store::NodesReading reading{rows, Instant{1}};
        if (onRead) onRead();
        return reading;
    }
    Result<store::NodesReading> read() override {
        ++reads;
        if (away) return failure("away");
        return store::NodesReading{rows, Instant{1}};
    }
    Status removeStill(NodeId node, std::int64_t beats) override {
        if (away) return failure("away");
        std::erase_if(rows, [&](const auto& r) { return r.node == node && r.beats == beats; });
        return {};
    }
    Status remove(NodeId node) override {
        if (away) return failure("away");
        std::erase_if(rows, [&](const auto& r) { return r.node == node; });
        return {};
    }
    store::NodeRow* find(NodeId node) {
        const auto found = std::ranges::find(rows, node, &store::NodeRow::node);
        return found == rows.end() ? nullptr : &*found;
    }

    bool away = false;
    int asked = 0;  // By beats.
    int reads = 0;
    std::function<void()> onRead;  // After a beat's reading.
    std::vector<store::NodeRow> rows;
};

}  // namespace tessera::cluster
