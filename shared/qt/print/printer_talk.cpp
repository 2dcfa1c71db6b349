// SPDX-License-Identifier: Apache-2.0
#include "shared/qt/print/printer_talk.h"

#include <algorithm>
#include <array>
#include <deque>
#include <optional>
#include <utility>

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
// GS a 0: bytes that come unasked are not to be told from answers by one byte alone.
constexpr std::string_view kNoAutoStatus{"\x1D\x61\0", 3};

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

    void look() { (void)waitUntilReady(); }
    Sent run(std::string_view bytes, int tickets) {
        tickets_ = left_ = tickets;
        if (const auto notReady = waitUntilReady()) return {SendOutcome::NothingSent, *notReady};
        sending_ = true;
        if (const auto ended = sendAll(bytes)) return *ended;
        return waitUntilPrinted();
    }

protected:
    virtual std::optional<QString> waitUntilReady() = 0;  // Why not, or nothing.
    virtual Sent waitUntilPrinted() = 0;
    // A byte that came after the document began; what became of it, if the byte says so.
    virtual std::optional<Sent> hear(std::uint8_t byte) = 0;

    // Nothing once all is handed over. A printer that takes nothing says why: while somebody has to
    // see to it, it is waited for.
    std::optional<Sent> sendAll(std::string_view bytes) {
        std::size_t sent = 0;
        auto moved = Clock::now();
        while (true) {
            const Written written =
                link_.write(bytes.substr(sent), std::min(times_.write, times_.ask));
            sent += written.bytes;
            if (!written.error) return std::nullopt;
            if (written.bytes > 0) moved = Clock::now();
            if (written.error->code == "ETIMEDOUT") {
                if (auto ended = hearWaiting()) return ended;
                if (Clock::now() - std::max(moved, since_) < patience(times_.write)) continue;
                if (print::stopsPrinting(condition_)) return endedAfter(sent, wordsOf(condition_));
            }
            report_(PrinterCondition::Unreachable);
            return endedAfter(sent, QString::fromStdString(written.error->message));
        }
    }

    Sent endedAfter(std::size_t sent, const QString& why) const {
        if (sent == 0) return {SendOutcome::NothingSent, why};
        return unknown(why);
    }

    // What has come already, without waiting.
    std::optional<Sent> hearWaiting() {
        const auto bytes = link_.read(LinkTime(0));
        if (!bytes) return broken(bytes.error().message);
        std::optional<Sent> ended;
        for (const char byte : *bytes) {
            if (auto one = hear(static_cast<std::uint8_t>(byte)); one && !ended) ended = one;
        }
        return ended;
    }

    Sent unknown(QString why) const {
        if (tickets_ > 1) {
            why += QString("; %1 of %2 tickets are certain").arg(tickets_ - left_).arg(tickets_);
        }
        return {SendOutcome::Unknown, std::move(why)};
    }

    Sent broken(const std::string& why) {
        report_(PrinterCondition::Unreachable);
        return unknown(QString::fromStdString(why));
    }

    std::optional<QString> unreachable(const std::string& why) {
        report_(PrinterCondition::Unreachable);
        return QString::fromStdString(why);
    }

    QString notReady() {
        if (condition_ == PrinterCondition::Unknown) report_(PrinterCondition::Unknown);
        return wordsOf(condition_);
    }

    void heard(PrinterCondition condition) {
        if (condition == condition_) return;
        condition_ = condition;
        since_ = Clock::now();
        report_(condition);
    }

    LinkTime patience(LinkTime usual) const {
        return print::stopsPrinting(condition_) ? times_.mended : usual;
    }

    // How long the printer may still take, from `started` or from when its condition changed; in
    // all no longer than both of its times together.
    LinkTime leftOf(Clock::time_point started) const {
        const auto until = std::max(started, since_) + patience(times_.answer);
        const auto last = started + times_.mended + times_.answer;
        return leftUntil(std::min(until, last));
    }

    static LinkTime leftUntil(Clock::time_point until) {
        const auto left = std::chrono::duration_cast<LinkTime>(until - Clock::now());
        return std::max(left, LinkTime(0));
    }

    PrinterLink& link_;
    const TalkTimes& times_;
    const ConditionHandler& report_;
    PrinterCondition condition_ = PrinterCondition::Unknown;
    Clock::time_point since_ = Clock::now();
    int tickets_ = 0;
    int left_ = 0;          // Of them, not acknowledged.
    bool sending_ = false;  // The document has begun.
};

class FglTalk final : public Talk {
public:
    using Talk::Talk;

private:
    std::optional<QString> waitUntilReady() override {
        if (const Written asked = link_.write(kStatusRequest, times_.write); asked.error) {
            return unreachable(asked.error->message);
        }
        const auto until = Clock::now() + times_.ready;
        bool ready = false;
        while (!ready) {
            const LinkTime left = leftUntil(until);
            if (left.count() == 0) break;
            // X-ON alone answers <S1>. Low paper is told unasked too: only if nothing follows it
            // was it the answer.
            const bool low = condition_ == PrinterCondition::PaperLow;
            const auto bytes = link_.read(low ? std::min(left, times_.quiet) : left);
            if (!bytes) return unreachable(bytes.error().message);
            if (low && bytes->empty()) ready = true;
            for (const char byte : *bytes) {
                const BocaSign sign = print::bocaSign(static_cast<std::uint8_t>(byte));
                heardSign(sign);
                ready = ready || sign == BocaSign::Ready;
            }
        }
        if (!ready) return notReady();
        const Written cleared = link_.write(kClearBuffer, times_.write);
        if (!cleared.error) return std::nullopt;
        return unreachable(cleared.error->message);
    }

    std::optional<Sent> hear(std::uint8_t byte) override {
        const BocaSign sign = print::bocaSign(byte);
        heardSign(sign);
        if (sign == BocaSign::Refused) return unknown("the printer refused what it was sent");
        if (sign == BocaSign::PowerOn) return unknown("the printer was switched off and on");
        if (sign != BocaSign::TicketPrinted) return std::nullopt;
        left_ = std::max(left_ - 1, 0);
        if (print::stopsPrinting(condition_)) heard(PrinterCondition::Ready);
        return std::nullopt;
    }

    Sent waitUntilPrinted() override {
        auto started = Clock::now();
        while (left_ > 0) {
            const LinkTime left = leftOf(started);
            if (left.count() == 0) return unknown(lateWords());
            const auto bytes = link_.read(left);
            if (!bytes) return broken(bytes.error().message);
            const int before = left_;
            for (const char byte : *bytes) {
                if (auto ended = hear(static_cast<std::uint8_t>(byte))) return *ended;
            }
            if (left_ < before) started = Clock::now();
        }
        return {SendOutcome::Printed, {}};
    }

    // X-ON and X-OFF come all the time: they do not say that there is more paper, nor, after the
    // document has begun, that somebody saw to what stopped it.
    void heardSign(BocaSign sign) {
        const bool flow = sign == BocaSign::Ready || sign == BocaSign::Busy;
        const bool stopped = sending_ && print::stopsPrinting(condition_);
        if (flow && (stopped || condition_ == PrinterCondition::PaperLow)) return;
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
        if (unasked_ > 0) {
            --unasked_;
            return false;
        }
        const EscposReply reply = print::escposReply(byte);
        if (reply == EscposReply::AutoStatus) unasked_ = 3;
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

    std::optional<Sent> hear(std::uint8_t byte) override {
        take(byte);
        return std::nullopt;
    }

    // The worst of what the last answers to the questions said.
    void heardOf(EscposQuestion question, PrinterCondition condition) {
        last_[static_cast<std::size_t>(question)] = condition;
        heard(*std::max_element(last_.begin(), last_.end()));
    }

    bool prints() const {
        return condition_ == PrinterCondition::Ready || condition_ == PrinterCondition::PaperLow;
    }

    // Off line it answers nothing in order, and a GS r that it keeps would be answered when it is
    // seen to, in the middle of a later talk: so it is sent to one that prints alone.
    std::optional<QString> waitUntilReady() override {
        for (const auto question : {EscposQuestion::Printer, EscposQuestion::Offline,
                                    EscposQuestion::Error, EscposQuestion::Paper}) {
            if (const auto error = ask(question)) return unreachable(error->message);
        }
        const auto until = Clock::now() + times_.ready;
        while (!asked_.empty()) {
            const auto bytes = link_.read(leftUntil(until));
            if (!bytes) return unreachable(bytes.error().message);
            if (bytes->empty()) return notReady();
            for (const char byte : *bytes) take(static_cast<std::uint8_t>(byte));
        }
        if (!prints()) return notReady();
        for (const std::string_view request : {kNoAutoStatus, kInOrderRequest}) {
            const Written written = link_.write(request, times_.write);
            if (written.error) return unreachable(written.error->message);
        }
        return hearOut(until);
    }

    // Until GS r is answered and then nothing comes: answers to earlier ones come before it.
    std::optional<QString> hearOut(Clock::time_point until) {
        bool inOrder = false;
        while (true) {
            const auto bytes = link_.read(inOrder ? times_.quiet : leftUntil(until));
            if (!bytes) return unreachable(bytes.error().message);
            for (const char byte : *bytes) {
                inOrder = take(static_cast<std::uint8_t>(byte)) || inOrder;
            }
            if (bytes->empty() && inOrder && prints()) return std::nullopt;
            if (bytes->empty() && inOrder) return notReady();
            if (leftUntil(until).count() == 0) return "the printer does not fall silent";
            if (bytes->empty()) return "the printer does not answer";
        }
    }

    Sent waitUntilPrinted() override {
        if (const auto error = link_.write(kInOrderRequest, times_.write).error) {
            return broken(error->message);
        }
        const auto started = Clock::now();
        while (true) {
            const LinkTime left = leftOf(started);
            if (left.count() == 0) return unknown(lateWords());
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
    int unasked_ = 0;                         // Bytes that are left of an automatic status.
};

Sent handOver(PrinterLink& link, const TalkTimes& times, std::string_view bytes,
              const ConditionHandler& report) {
    const Written written = link.write(bytes, times.write);
    if (!written.error) {
        const Status drained = link.drained(times.drained);
        report(drained ? PrinterCondition::Unknown : PrinterCondition::Unreachable);
        if (drained) return {SendOutcome::Printed, {}};
        return {SendOutcome::Unknown, QString::fromStdString(drained.error().message)};
    }
    report(PrinterCondition::Unreachable);
    const auto outcome = written.bytes == 0 ? SendOutcome::NothingSent : SendOutcome::Unknown;
    return {outcome, QString::fromStdString(written.error->message)};
}

}  // namespace

void askHow(PrinterLink& link, const PrinterSetup& setup, const TalkTimes& times,
            const ConditionHandler& report) {
    if (!link.open(times.open)) return report(PrinterCondition::Unreachable);
    if (!answers(setup)) {
        report(PrinterCondition::Unknown);
    } else if (setup.language == PrinterLanguage::Fgl) {
        FglTalk(link, times, report).look();
    } else {
        EscposTalk(link, times, report).look();
    }
    link.close();
}

Sent sendCopy(PrinterLink& link, const PrinterSetup& setup, const TalkTimes& times,
              std::string_view bytes, int tickets, const ConditionHandler& report) {
    TESSERA_CHECK(!bytes.empty() && tickets > 0);
    if (const Status opened = link.open(times.open); !opened) {
        report(PrinterCondition::Unreachable);
        return {SendOutcome::NothingSent, QString::fromStdString(opened.error().message)};
    }
    Sent sent;
    if (!answers(setup)) {
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
