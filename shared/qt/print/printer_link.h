// SPDX-License-Identifier: Apache-2.0
// The way to one printer: a TCP connection, a raw device, or the spooler of the system.
//
// Every call has a deadline. One thread at a time calls; interrupt() may be called from any other
// and makes the call under way, and every later one, return an error at once. Owns its descriptors.
#pragma once

#include <chrono>
#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "shared/base/result.h"
#include "shared/qt/print/print_job.h"

namespace tessera::qt {

using LinkTime = std::chrono::milliseconds;

struct Written {
    std::size_t bytes = 0;         // Handed over; the printer may or may not have them.
    std::optional<Error> error{};  // Nothing: all of them.
};

class PrinterLink {
public:
    virtual ~PrinterLink() = default;
    // Opens anew; what was open is closed. After an error nothing has been sent.
    virtual Status open(LinkTime deadline) = 0;
    // The deadline begins anew whenever the printer takes something.
    virtual Written write(std::string_view bytes, LinkTime deadline) = 0;
    // What has come, empty at the deadline; an error once the printer has closed the connection.
    virtual Result<std::string> read(LinkTime deadline) = 0;
    // Once it returns well, close() takes nothing away of what was written; nothing can be written
    // after it.
    virtual Status drained(LinkTime deadline) = 0;
    virtual void close() = 0;
    virtual void interrupt() = 0;
};

// To setup.host and setup.port (the first of its addresses that answers), to setup.device, or to
// setup.system.
std::unique_ptr<PrinterLink> makeLink(const PrinterSetup& setup);

}  // namespace tessera::qt
