// SPDX-License-Identifier: Apache-2.0
// A server stream as a client reads it: server-sent events or a gRPC stream, each message as JSON.
//
// Every wait has a deadline. Not thread-safe; owns its connection.
#pragma once

#include <memory>
#include <optional>
#include <string>

#include "tests/integration/api_client.h"

namespace tessera::integration {

class Watch {
public:
    // `lastEventId`: REST sends it as a browser does that connects again; empty: not sent.
    static std::unique_ptr<Watch> open(Edge edge, const Stack& stack, const std::string& method,
                                       const Json& request, const std::string& lastEventId = {});
    virtual ~Watch() = default;

    // The next message; nothing if the stream has ended or `limit` passed.
    virtual std::optional<Json> next(Millis limit = Millis(20'000)) = 0;
    // The `id:` of the last message (REST only).
    virtual std::string lastId() const { return {}; }
    // After next() gave nothing: whether the stream ended well.
    virtual bool endedWell() const = 0;
};

// Statuses of a seat map that follow its updates, one byte per seat; `revision` of the last.
struct MapCopy {
    std::string statuses;
    std::int64_t revision = -1;
    int snapshots = 0;
    int deltas = 0;
    void apply(const Json& update);
    // Reads updates until `seat` is `status`; false if the watch ends or `limit` passes.
    bool follow(Watch& watch, std::int32_t seat, char status, Millis limit = Millis(20'000));
};

inline constexpr char kFree = 0;
inline constexpr char kHeld = 1;
inline constexpr char kSold = 2;
inline constexpr char kBlocked = 3;

}  // namespace tessera::integration
