// SPDX-License-Identifier: Apache-2.0
#include "shared/qt/print/printer_talk.h"

#include <algorithm>
#include <array>
#include <deque>
#include <optional>

#include "shared/base/check.h"

namespace tessera::qt {
namespace {

using Clock = std::chrono::steady_clock;
using print::BocaSign;
using print::EscposQuestion;
using print::EscposReply;
using print::PrinterCondition;

constexpr std::string_view kStatusRequest = "<S1>";
// What an earlier, broken connection left in the printer's picture of a ticket.
constexpr std::string_view kClearBuffer = "<CB>";
constexpr std::string_view kInOrderRequest = "\x1Dr\x01";

QString wordsOf(PrinterCondition condition) {
    switch (condition) {
        case PrinterCondition::PaperOut:
            return "the printer is out of paper";
        case PrinterCondition::Jam:
            return "paper or cutter jam";
        case PrinterCondition::CoverOpen:
            return "the printer's cover is open";
        case PrinterCondition::Fault:
            return "the printer reports a fault";
        case PrinterCondition::Busy:
            return "the printer is busy or off line";
        default:
            return "the printer does not answer";
    }
}

// What two kinds of printers have in common: the link, the last condition, and the waiting.
class Talk {
public:
    Talk(PrinterLink& link, const TalkTimes& times, const ConditionHandler& report)
        : link_(link), times_(times), report_(report) {}
    virtual ~Talk() = default;
    Talk(const Talk&) = delete;
    Talk& operator=(const Talk&) = delete;

    Sent run(std::string_view bytes, int tickets) {
        if (const auto notReady = waitUntilReady()) return {SendOutcome::NothingSent, *notReady};
        const Written written = link_.write(bytes, times_.write);
        if (written.bytes == 0) {
            report_(PrinterCondition::Unreachable);
            return {SendOutcome::NothingSent, QString::fromStdString(written.error->message)};
        }
        if (written.error) return broken(written.error->message);
        return waitUntilPrinted(tickets);
    }

protected:
    virtual std::optional<QString> waitUntilReady() = 0;  // Why not, or nothing.
    virtual Sent waitUntilPrinted(int tickets) = 0;

    Sent broken(const std::string& why) {
        report_(PrinterCondition::Unreachable);
        return {SendOutcome::Unknown, QString::fromStdString(why)};
    }

    void heard(PrinterCondition condition) {
        if (condition == condition_) return;
        condition_ = condition;
        since_ = Clock::now();
        report_(condition);
    }

    // How long the printer may still take, from `started` or from when its condition changed; in
    // all no longer than both of its times together.
    LinkTime leftOf(Clock::time_point started) const {
        const auto from = std::max(started, since_);
        const auto until =
            from + (print::stopsPrinting(condition_) ? times_.mended : times_.answer);
        const auto last = started + times_.mended + times_.answer;
        const auto left =
            std::chrono::duration_cast<LinkTime>(std::min(until, last) - Clock::now());
        return std::max(left, LinkTime(0));
    }

    PrinterLink& link_;
    const TalkTimes& times_;
    const ConditionHandler& report_;
    PrinterCondition condition_ = PrinterCondition::Unknown;
    Clock::time_point since_ = Clock::now();
};

class FglTalk final : public Talk {
public:
    using Talk::Talk;

private:
    std::optional<QString> waitUntilReady() override {
        if (const Written asked = link_.write(kStatusRequest, times_.write); asked.error) {
            report_(PrinterCondition::Unreachable);
            return QString::fromStdString(asked.error->message);
        }
        const auto until = Clock::now() + times_.ready;
        bool ready = false;
        while (!ready) {
            const auto left = std::chrono::duration_cast<LinkTime>(until - Clock::now());
            if (left.count() <= 0) break;
            const auto bytes = link_.read(left);
            if (!bytes) {
                report_(PrinterCondition::Unreachable);
                return QString::fromStdString(bytes.error().message);
            }
            for (const char byte : *bytes) {
                const BocaSign sign = print::bocaSign(static_cast<std::uint8_t>(byte));
                heardSign(sign);
                ready = sign == BocaSign::Ready || sign == BocaSign::PaperLow;
            }
        }
        if (!ready) {
            if (condition_ == PrinterCondition::Unknown) report_(PrinterCondition::Unknown);
            return wordsOf(condition_);
        }
        const Written cleared = link_.write(kClearBuffer, times_.write);
        if (!cleared.error) return std::nullopt;
        report_(PrinterCondition::Unreachable);
        return QString::fromStdString(cleared.error->message);
    }

    Sent waitUntilPrinted(int tickets) override {
        auto started = Clock::now();
        while (tickets > 0) {
            const LinkTime left = leftOf(started);
            if (left.count() == 0) return {SendOutcome::Unknown, lateWords()};
            const auto bytes = link_.read(left);
            if (!bytes) return broken(bytes.error().message);
            for (const char byte : *bytes) {
                const BocaSign sign = print::bocaSign(static_cast<std::uint8_t>(byte));
                heardSign(sign);
                if (sign == BocaSign::Refused) {
                    return {SendOutcome::Unknown, "the printer refused what it was sent"};
                }
                if (sign == BocaSign::PowerOn) {
                    return {SendOutcome::Unknown, "the printer was switched off and on"};
                }
                if (sign != BocaSign::TicketPrinted) continue;
                --tickets;
                started = Clock::now();
                if (print::stopsPrinting(condition_)) heard(PrinterCondition::Ready);
            }
        }
        return {SendOutcome::Printed, {}};
    }

    // X-ON and X-OFF come all the time and do not say that there is more paper.
    void heardSign(BocaSign sign) {
        const bool flow = sign == BocaSign::Ready || sign == BocaSign::Busy;
        if (flow && condition_ == PrinterCondition::PaperLow) return;
        if (const auto condition = print::conditionOf(sign)) heard(*condition);
    }

    QString lateWords() const {
        if (print::stopsPrinting(condition_)) return wordsOf(condition_);
        return "the printer has not said that the ticket is printed";
    }
};

class EscposTalk final : public Talk {
public:
    using Talk::Talk;

private:
    // Asks; its answers come in the order of the questions.
    std::optional<Error> ask(EscposQuestion question) {
        const std::string request = {'\x10', '\x04', static_cast<char>(question)};
        asked_.push_back(question);
        return link_.write(request, times_.write).error;
    }

    // True if the byte answers GS r.
    bool take(std::uint8_t byte) {
        const EscposReply reply = print::escposReply(byte);
        if (reply == EscposReply::InOrder) {
            if (const auto paper = print::escposPaper(byte)) heardOf(EscposQuestion::Paper, *paper);
            return true;
        }
        if (reply != EscposReply::RealTime || asked_.empty()) return false;
        const EscposQuestion question = asked_.front();
        asked_.pop_front();
        if (const auto condition = print::escposCondition(question, byte)) {
            heardOf(question, *condition);
        }
        return false;
    }

    // The worst of what the last answers to the questions said.
    void heardOf(EscposQuestion question, PrinterCondition condition) {
        last_[static_cast<std::size_t>(question)] = condition;
        heard(*std::max_element(last_.begin(), last_.end()));
    }

    std::optional<QString> unreachable(const std::string& why) {
        report_(PrinterCondition::Unreachable);
        return QString::fromStdString(why);
    }

    std::optional<QString> waitUntilReady() override {
        for (const auto question : {EscposQuestion::Printer, EscposQuestion::Offline,
                                    EscposQuestion::Error, EscposQuestion::Paper}) {
            if (const auto error = ask(question)) return unreachable(error->message);
        }
        const Written written = link_.write(kInOrderRequest, times_.write);
        if (written.error) return unreachable(written.error->message);
        const auto until = Clock::now() + times_.ready;
        bool inOrder = false;
        while (!inOrder || !asked_.empty()) {
            const auto left = std::chrono::duration_cast<LinkTime>(until - Clock::now());
            if (left.count() <= 0) break;
            const auto bytes = link_.read(left);
            if (!bytes) return unreachable(bytes.error().message);
            for (const char byte : *bytes) {
                inOrder = take(static_cast<std::uint8_t>(byte)) || inOrder;
            }
            // Off line it answers nothing in order: there is no use in waiting.
            if (asked_.empty() && print::stopsPrinting(condition_)) break;
        }
        const bool ready =
            inOrder && asked_.empty() &&
            (condition_ == PrinterCondition::Ready || condition_ == PrinterCondition::PaperLow);
        if (ready) return std::nullopt;
        if (condition_ == PrinterCondition::Unknown) report_(PrinterCondition::Unknown);
        return wordsOf(condition_);
    }

    Sent waitUntilPrinted(int /*tickets*/) override {
        if (const auto error = link_.write(kInOrderRequest, times_.write).error) {
            return broken(error->message);
        }
        const auto started = Clock::now();
        while (true) {
            const LinkTime left = leftOf(started);
            if (left.count() == 0) return {SendOutcome::Unknown, lateWords()};
            const auto bytes = link_.read(std::min(left, times_.ask));
            if (!bytes) return broken(bytes.error().message);
            for (const char byte : *bytes) {
                if (take(static_cast<std::uint8_t>(byte))) return {SendOutcome::Printed, {}};
            }
            if (!bytes->empty() || !asked_.empty()) continue;
            for (const auto question : {EscposQuestion::Offline, EscposQuestion::Paper}) {
                if (const auto error = ask(question)) return broken(error->message);
            }
        }
    }

    QString lateWords() const {
        if (print::stopsPrinting(condition_)) return wordsOf(condition_);
        return "the printer has not said that the receipt is printed";
    }

    std::deque<EscposQuestion> asked_;
    std::array<PrinterCondition, 5> last_{};  // By question; [0] stays Unknown, which is the least.
};

Sent handOver(PrinterLink& link, const TalkTimes& times, std::string_view bytes,
              const ConditionHandler& report) {
    const Written written = link.write(bytes, times.write);
    if (!written.error) {
        report(PrinterCondition::Unknown);
        return {SendOutcome::Printed, {}};
    }
    report(PrinterCondition::Unreachable);
    const auto outcome = written.bytes == 0 ? SendOutcome::NothingSent : SendOutcome::Unknown;
    return {outcome, QString::fromStdString(written.error->message)};
}

}  // namespace

Sent sendCopy(PrinterLink& link, const PrinterSetup& setup, const TalkTimes& times,
              std::string_view bytes, int tickets, const ConditionHandler& report) {
    TESSERA_CHECK(!bytes.empty() && tickets > 0);
    if (const Status opened = link.open(times.open); !opened) {
        report(PrinterCondition::Unreachable);
        return {SendOutcome::NothingSent, QString::fromStdString(opened.error().message)};
    }
    Sent sent;
    if (!setup.acknowledges) {
        sent = handOver(link, times, bytes, report);
    } else if (setup.language == PrinterLanguage::Fgl) {
        sent = FglTalk(link, times, report).run(bytes, tickets);
    } else {
        sent = EscposTalk(link, times, report).run(bytes, tickets);
    }
    link.close();
    return sent;
}

}  // namespace tessera::qt
