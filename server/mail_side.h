// SPDX-License-Identifier: Apache-2.0
// The rooms of a node that mail to buyers needs, as one part of it: wiring only.
//
// Started and stopped by the node's main thread.
#pragma once

#include <memory>
#include <optional>

#include "server/api/letters.h"
#include "server/app/app_service.h"
#include "server/notify/post_office.h"
#include "server/runtime/config.h"
#include "server/runtime/secrets.h"

namespace tessera {

class MailSide {
public:
    // All outlive it.
    struct Parts {
        const runtime::ServerConfig& config;
        app::AppService& app;
        api::SeatMapEncoder& encoder;
        NodeId node;
        runtime::DatabaseClock& clock;
        const runtime::MonotonicClock& monotonic;
        runtime::Metrics& metrics;
        runtime::Log& log;
    };
    // Starts where the configuration names a mail server, or a folder in its place. Fails if the
    // password cannot be read, or the folder not be written to.
    Status start(const Parts& parts);
    void stop();

private:
    runtime::Secret password_;
    std::optional<store::Mails> mails_;
    std::optional<api::Letters> letters_;
    std::unique_ptr<notify::PostOffice> office_;
};

}  // namespace tessera
