// SPDX-License-Identifier: Apache-2.0
// The way to a printer of the system: a PDF, handed to the spooler by its own program, lp.
//
// Documents are whole or not at all: one write is one document. That it is printed is for the
// system to say. Every call has a deadline; one thread at a time calls, interrupt() may come from
// any other. Owns the process while it runs.
#pragma once

#include <QString>
#include <atomic>

#include "shared/qt/print/printer_link.h"

namespace tessera::qt {

class SpoolLink final : public PrinterLink {
public:
    // `printer`: as the system calls it.
    explicit SpoolLink(QString printer) : printer_(std::move(printer)) {}

    // Refuses where there is no lp.
    Status open(LinkTime deadline) override;
    // An error with no bytes: the spooler refused it. With all of them: it has not said.
    Written write(std::string_view bytes, LinkTime deadline) override;
    Result<std::string> read(LinkTime deadline) override;
    Status drained(LinkTime) override { return {}; }
    void close() override {}
    void interrupt() override { interrupted_ = true; }

private:
    QString printer_;
    QString program_;
    std::atomic<bool> interrupted_{false};
};

}  // namespace tessera::qt
