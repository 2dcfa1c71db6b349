// SPDX-License-Identifier: Apache-2.0
#include "server/notify/post_office.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "server/notify/mail_folder.h"
#include "server/runtime/periodic.h"
#include "server/runtime/thread_pool.h"
#include "server/store/limits.h"

namespace tessera::notify {
namespace {

constexpr std::int32_t kDueAtOnce = 20;
constexpr std::int32_t kForgottenAtOnce = 500;
constexpr std::int64_t kCountedMost = 100'000;
constexpr Duration kPauseMax = Duration::ofMinutes(60);
constexpr Duration kLanePauseMax = Duration::ofMinutes(1);
constexpr Duration kCountEvery = Duration::ofSeconds(10);
constexpr Duration kForgetEvery = Duration::ofMinutes(60);
// The statements around a call: that of the lease itself, and that of the note.
constexpr Duration kLeaseBeside = store::kCallDeadline + store::kCallDeadline;

using Stopped = std::atomic<bool>;

struct MailMetrics {
    explicit MailMetrics(runtime::Metrics& metrics)
        : sent(metrics.counter("tessera_mail_sent_total", "Mails that a mail server took.")),
          failed(metrics.counter("tessera_mail_failed_total", "Mails that are given up.")),
          again(metrics.counter("tessera_mail_tried_again_total",
                                "Tries that failed, of mails that are tried again.")),
          waiting(metrics.gauge("tessera_mail_waiting", "Mails that wait, up to 100,000.")),
          seconds(metrics.latency("tessera_mail_seconds", "How long a mail server takes.")) {}

    runtime::Counter& sent;
    runtime::Counter& failed;
    runtime::Counter& again;
    runtime::Gauge& waiting;
    runtime::Histogram& seconds;
};

// A thread's own connection, and until when it lets the mail server be.
struct Lane {
    Lane(store::MailLane where, std::unique_ptr<Carrier> by)
        : place(where), carrier(std::move(by)) {}

    const store::MailLane place;
    const std::unique_ptr<Carrier> carrier;
    std::int32_t unavailable = 0;  // How often in a row.
    std::int64_t quietUntil = 0;   // Monotonic.
};

LetterKind letterKindOf(store::MailKind kind) {
    switch (kind) {
        case store::MailKind::Confirmation:
            return LetterKind::Confirmation;
        case store::MailKind::ConfirmationAgain:
            return LetterKind::ConfirmationAgain;
        case store::MailKind::Refund:
            return LetterKind::Refund;
        case store::MailKind::Cancelled:
            return LetterKind::Cancelled;
        case store::MailKind::Moved:
            break;
    }
    return LetterKind::Moved;
}

}  // namespace

Duration pauseAfter(std::int32_t tries, Duration first) {
    const int doublings = std::min(tries - 1, 20);
    return std::min(Duration::ofMicros(first.micros << doublings), kPauseMax);
}

std::string messageId(const store::LeasedMail& mail, const std::string& from) {
    return encodePublicId(mail.mail.event, mail.mail.order.value) + '.' +
           std::to_string(mail.mail.number) + '.' + std::to_string(mail.createdAt.micros) + '@' +
           from.substr(from.find('@') + 1);
}

struct PostOffice::Impl {
    Impl(Parts parts, PostOfficeOptions given)
        : with(parts),
          options(std::move(given)),
          metrics(with.metrics),
          pool({.threads = options.lanes + 1, .queueMax = 64, .timersMax = 64}, with.monotonic) {
        const auto lanesInAll = static_cast<std::int32_t>(options.lanes);
        for (std::int32_t i = 0; i < lanesInAll; ++i) {
            lanes.push_back(std::make_unique<Lane>(store::MailLane{i, lanesInAll}, newCarrier()));
            turns.push_back(std::make_unique<runtime::Periodic>(
                pool, with.log, runtime::Periodic::Options{"mail", options.pause, true},
                [this, lane = lanes.back().get()](const Stopped&) { turn(*lane); }));
        }
        turns.push_back(std::make_unique<runtime::Periodic>(
            pool, with.log, runtime::Periodic::Options{"mail_spread", options.pause, true},
            [this](const Stopped&) { spread(); }));
        turns.push_back(std::make_unique<runtime::Periodic>(
            pool, with.log, runtime::Periodic::Options{"mail_count", kCountEvery, true},
            [this](const Stopped&) { count(); }));
        turns.push_back(std::make_unique<runtime::Periodic>(
            pool, with.log, runtime::Periodic::Options{"mail_retention", kForgetEvery, true},
            [this](const Stopped&) { forget(); }));
    }

    std::unique_ptr<Carrier> newCarrier() const {
        if (!options.folder.empty()) return std::make_unique<MailFolder>(options.folder);
        return std::make_unique<SmtpSender>(options.smtp, stopping);
    }

    void turn(Lane& lane) {
        bool more = with.monotonic.nowMicros() >= lane.quietUntil;
        while (more && !stopping) {
            const auto due = with.mails.due(with.clock.now(), lane.place, kDueAtOnce);
            if (!due) return warn("mail_not_read", due.error());
            more = std::ssize(*due) == kDueAtOnce;
            for (const store::DueMail& mail : *due) {
                if (stopping || !handle(lane, mail)) return;
            }
        }
    }

    // False: the lane is to pause.
    bool handle(Lane& lane, const store::DueMail& due) {
        const Instant now = with.clock.now();
        const Duration lease = options.smtp.deadline + kLetterDeadline + kLeaseBeside;
        const auto leased = with.mails.lease(due, {with.node, now, now + lease});
        if (!leased) {
            warn("mail_not_leased", leased.error());
            return false;
        }
        return !*leased || write(lane, **leased);
    }

    bool write(Lane& lane, const store::LeasedMail& mail) {
        using store::MailFailure;
        if (!isMailable(mail.address)) return giveUp(mail, MailFailure::NoAddress);
        const auto facts =
            with.letters.read({mail.mail.event, mail.mail.order, letterKindOf(mail.kind),
                               mail.createdAt, mail.about, mail.back});
        if (!facts) {
            warn("mail_not_written", facts.error());
            return tryAgain(mail);
        }
        if (!*facts) return giveUp(mail, MailFailure::NothingToSay);
        return send(lane, mail, bytesOf(mail, **facts));
    }

    std::string bytesOf(const store::LeasedMail& mail, const LetterFacts& facts) const {
        Letter letter = letterOf(letterKindOf(mail.kind), facts);
        Message message;
        message.from = options.from;
        message.fromName = options.fromName;
        message.to = mail.address;
        message.toName = facts.buyer;
        message.subject = std::move(letter.subject);
        message.id = messageId(mail, options.from);
        message.language = facts.language;
        message.date = mail.createdAt;
        message.text = std::move(letter.text);
        message.html = std::move(letter.html);
        message.attachments = std::move(letter.attachments);
        return mimeBytes(message);
    }

    bool send(Lane& lane, const store::LeasedMail& mail, const std::string& bytes) {
        const std::int64_t began = with.monotonic.nowMicros();
        const SmtpAnswer answer =
            lane.carrier->send({options.from, mail.address, messageId(mail, options.from)}, bytes);
        metrics.seconds.observe(with.monotonic.nowMicros() - began);
        if (answer.outcome == SmtpOutcome::Unavailable) return wait(lane, mail, answer);
        lane.unavailable = 0;
        if (answer.outcome == SmtpOutcome::Sent) {
            const auto noted = with.mails.sent(mail.mail, with.clock.now());
            if (!noted) warn("mail_sent_not_noted", noted.error());
            metrics.sent.add();
            return noted.has_value();
        }
        tell("mail_refused", mail, answer);
        if (answer.outcome == SmtpOutcome::Refused) {
            return giveUp(mail, store::MailFailure::Refused);
        }
        return tryAgain(mail);
    }

    // The next mail would fare no better: the mail server is let be for a while.
    bool wait(Lane& lane, const store::LeasedMail& mail, const SmtpAnswer& answer) {
        if (!stopping) tell("mail_server_unavailable", mail, answer);
        ++lane.unavailable;
        const Duration pause =
            std::min(pauseAfter(lane.unavailable, options.tryAgain), kLanePauseMax);
        lane.quietUntil = with.monotonic.nowMicros() + pause.micros;
        static_cast<void>(tryAgain(mail));
        return false;
    }

    bool tryAgain(const store::LeasedMail& mail) {
        const Instant now = with.clock.now();
        if (now - mail.createdAt >= kMailTriedFor) {
            return giveUp(mail, store::MailFailure::GaveUp);
        }
        metrics.again.add();
        const Duration pause = pauseAfter(mail.mail.tries, options.tryAgain);
        return noted(with.mails.tryAgain(mail.mail, now + pause));
    }

    bool giveUp(const store::LeasedMail& mail, store::MailFailure why) {
        metrics.failed.add();
        with.log.warn("mail_failed", {{"event_id", mail.mail.event},
                                      {"order_id", mail.mail.order},
                                      {"mail_no", mail.mail.number},
                                      {"why", static_cast<int>(why)}});
        return noted(with.mails.failed(mail.mail, why, with.clock.now()));
    }

    // Where it is not noted the lease ends by itself.
    bool noted(const Status& status) {
        if (!status) warn("mail_not_noted", status.error());
        return status.has_value();
    }

    void count() {
        const auto waiting = with.mails.waiting(kCountedMost);
        if (!waiting) return warn("mail_not_counted", waiting.error());
        metrics.waiting.set(*waiting);
    }

    void spread() {
        std::int64_t some = store::kSpreadAtOnce;
        while (!stopping && some == store::kSpreadAtOnce) {
            const auto looked = with.mails.spread();
            if (!looked) return warn("mail_not_spread", looked.error());
            some = *looked;
        }
    }

    void forget() {
        std::int64_t some = kForgottenAtOnce;
        while (!stopping && some == kForgottenAtOnce) {
            const auto gone = with.mails.prune(with.clock.now() - options.kept, kForgottenAtOnce);
            if (!gone) return warn("mail_not_forgotten", gone.error());
            some = *gone;
        }
    }

    void tell(runtime::LogLiteral what, const store::LeasedMail& mail, const SmtpAnswer& answer) {
        with.log.warn(what, {{"event_id", mail.mail.event},
                             {"order_id", mail.mail.order},
                             {"mail_no", mail.mail.number},
                             {"try", mail.mail.tries},
                             {"code", answer.code},
                             {"fault", answer.fault}});
    }
    void warn(runtime::LogLiteral what, const Error& error) {
        with.log.warn(what, {{"detail", runtime::logSafe(error.message)}});
    }

    const Parts with;
    const PostOfficeOptions options;
    MailMetrics metrics;
    Stopped stopping{false};
    std::vector<std::unique_ptr<Lane>> lanes;
    runtime::ThreadPool pool;
    std::vector<std::unique_ptr<runtime::Periodic>> turns;
};

PostOffice::PostOffice(Parts parts, PostOfficeOptions options)
    : impl_(std::make_unique<Impl>(parts, std::move(options))) {}

PostOffice::~PostOffice() {
    stop();
}

void PostOffice::start() {
    for (const auto& turn : impl_->turns) turn->start();
}

void PostOffice::stop() {
    impl_->stopping = true;
    for (const auto& turn : impl_->turns) turn->stop();
    impl_->pool.stop();
}

}  // namespace tessera::notify
