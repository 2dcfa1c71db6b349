// SPDX-License-Identifier: Apache-2.0
#include "tests/qt_print/crashing_till.h"

#include <unistd.h>

#include <atomic>
#include <csignal>
#include <iostream>

#include "tests/qt_print/till.h"

namespace tessera::qt {
namespace {

constexpr const char* kMark = "--crashing-till";

class Steps {
public:
    explicit Steps(int killedAt) : killedAt_(killedAt) {}
    void step() {
        if (++count_ == killedAt_) ::kill(::getpid(), SIGKILL);
    }
    int count() const { return count_; }

private:
    int killedAt_;
    std::atomic<int> count_{0};
};

// A step before the call and one after it.
template <class Call>
auto around(Steps& steps, const Call& call) {
    steps.step();
    auto result = call();
    steps.step();
    return result;
}

class CrashingLink final : public PrinterLink {
public:
    CrashingLink(std::unique_ptr<PrinterLink> link, Steps& steps)
        : link_(std::move(link)), steps_(steps) {}

    Status open(LinkTime deadline) override {
        return around(steps_, [&] { return link_->open(deadline); });
    }
    // In two parts, so that there is a step in the middle of a ticket.
    Written write(std::string_view bytes, LinkTime deadline) override {
        const std::size_t half = bytes.size() / 2;
        const Written first =
            around(steps_, [&] { return link_->write(bytes.substr(0, half), deadline); });
        if (first.error) return first;
        Written second = around(steps_, [&] { return link_->write(bytes.substr(half), deadline); });
        second.bytes += half;
        return second;
    }
    Result<std::string> read(LinkTime deadline) override {
        return around(steps_, [&] { return link_->read(deadline); });
    }
    Status drained(LinkTime deadline) override {
        return around(steps_, [&] { return link_->drained(deadline); });
    }
    void close() override {
        around(steps_, [&] {
            link_->close();
            return true;
        });
    }
    void interrupt() override { link_->interrupt(); }

private:
    std::unique_ptr<PrinterLink> link_;
    Steps& steps_;
};

class CrashingLedger final : public JobLedger {
public:
    CrashingLedger(std::unique_ptr<JobStore> store, Steps& steps)
        : store_(std::move(store)), steps_(steps) {}

    Result<std::optional<PrintJob>> next(const QString& printer,
                                         PrinterLanguage language) override {
        return store_->next(printer, language);
    }
    Result<bool> beginSending(PrintJobNo job) override {
        return around(steps_, [&] { return store_->beginSending(job); });
    }
    Result<bool> copyPrinted(PrintJobNo job) override {
        return around(steps_, [&] { return store_->copyPrinted(job); });
    }
    Result<bool> backToQueue(PrintJobNo job, const QString& note) override {
        return around(steps_, [&] { return store_->backToQueue(job, note); });
    }
    Result<bool> leaveUnknown(PrintJobNo job, const QString& note) override {
        return around(steps_, [&] { return store_->leaveUnknown(job, note); });
    }
    Result<bool> giveUp(PrintJobNo job, const QString& note) override {
        return around(steps_, [&] { return store_->giveUp(job, note); });
    }

private:
    std::unique_ptr<JobStore> store_;
    Steps& steps_;
};

}  // namespace

std::vector<std::string> crashingTill(const TillOrder& order) {
    return {"/proc/self/exe",           kMark,
            order.file.toStdString(),   std::to_string(order.port),
            std::to_string(order.step), order.holds ? "holds" : "prints"};
}

bool isCrashingTill(int argc, char** argv) {
    return argc == 6 && std::string(argv[1]) == kMark;
}

int runCrashingTill(int argc, char** argv) {
    const QCoreApplication application(argc, argv);
    Steps steps(std::stoi(argv[4]));
    QueueParts parts;
    parts.makeLink = [&](const PrinterSetup& setup) {
        return std::make_unique<CrashingLink>(makeLink(setup), steps);
    };
    parts.openLedger = [&](const QString& file) -> Result<std::unique_ptr<JobLedger>> {
        auto store = JobStore::open(file);
        if (!store) return tl::make_unexpected(store.error());
        return std::make_unique<CrashingLedger>(std::move(*store), steps);
    };
    PrinterSetup setup;
    setup.name = "front";
    setup.host = "127.0.0.1";
    setup.port = std::stoi(argv[3]);
    const auto queue = PrintQueue::open(QString::fromLocal8Bit(argv[2]), {setup}, std::move(parts));
    if (!queue) {
        std::cerr << queue.error().error.message << std::endl;
        return 1;
    }
    if (std::string(argv[5]) == "holds") {
        std::cout << "open" << std::endl;
        while (true) ::pause();
    }
    const auto put = (*queue)->enqueue(ticketJob("crash", kTillWords));
    if (!put || put->outcome != EnqueueOutcome::Queued) return 2;
    std::cout << "queued" << std::endl;
    if (!eventuallyInQt([&] { return (*queue)->isIdle(); })) return 3;
    std::cout << "printed in " << steps.count() << " steps" << std::endl;
    return 0;
}

}  // namespace tessera::qt
