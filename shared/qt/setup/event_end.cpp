// SPDX-License-Identifier: Apache-2.0
#include "shared/qt/setup/event_end.h"

#include "shared/qt/desk/refusal_text.h"
#include "shared/qt/sale/words.h"
#include "shared/qt/setup/typed.h"

namespace tessera::setup {
namespace {

constexpr int kAgainMillis = 1'000;
constexpr std::size_t kNoteBytesMost = 1'000;
constexpr int kPageSize = 1'000;
constexpr int kPagesMost = 20;

}  // namespace

EventEnd::EventEnd(qt::Desk& desk, Errands& errands, const QString& folder, QObject* parent)
    : QObject(parent),
      desk_(desk),
      errands_(errands),
      drafts_(folder, QStringLiteral("end_drafts")) {
    connect(&drafts_, &Drafts::failed, this,
            [this](const QString& text) { Q_EMIT said(text, true); });
    connect(&errands_, &Errands::recovered, this,
            [this](const QByteArray& path, const QByteArray& response, bool done) {
                v1::Event event;
                const bool ends =
                    path == client::kCancelEvent.path || path == client::kMoveEvent.path;
                if (done && ends &&
                    event.ParseFromArray(response.constData(), static_cast<int>(response.size()))) {
                    drafts_.forget(event.event());
                }
            });
    again_.setSingleShot(true);
    again_.setInterval(kAgainMillis);
    connect(&again_, &QTimer::timeout, this, &EventEnd::readProgress);
}

void EventEnd::setEvent(const v1::Event& event) {
    const bool another = event.event() != event_.event();
    event_ = event;
    if (another) {
        sold_.reset();
        orders_.clear();
        ordersCounted_ = false;
        progress_.Clear();
    }
    asking_ = false;
    readSales();
    if (!ordersCounted_) countOrders({}, 0);
    readProgress();
    Q_EMIT changed();
}

void EventEnd::watch(bool on) {
    watching_ = on;
    if (on) return readProgress();
    again_.stop();
}

void EventEnd::readSales() {
    v1::GetSalesRequest request;
    request.set_event(event_.event());
    desk_.ask(client::kGetSales, request, this,
              [this, event = event_.event()](const client::Answer<v1::SalesReport>& answer) {
                  if (event != event_.event()) return;
                  if (answer.done()) sold_ = answer.value.total();
                  Q_EMIT changed();
              });
}

void EventEnd::countOrders(const std::string& token, int page) {
    if (page == 0) orders_.clear();
    v1::ListManifestRequest request;
    request.set_event(event_.event());
    request.set_page_size(kPageSize);
    request.set_page_token(token);
    desk_.ask(client::kListManifest, request, this,
              [this, page,
               event = event_.event()](const client::Answer<v1::ListManifestResponse>& answer) {
                  if (event != event_.event() || !answer.done()) return;
                  for (const v1::ManifestLine& line : answer.value.lines()) {
                      orders_.insert(line.order());
                  }
                  const std::string& next = answer.value.next_page_token();
                  if (!next.empty() && page + 1 < kPagesMost) return countOrders(next, page + 1);
                  ordersCounted_ = true;
                  moreOrders_ = !next.empty();
                  Q_EMIT changed();
              });
}

void EventEnd::readProgress() {
    if (asking_ || event_.event().empty() || !event_.has_disruption()) return;
    asking_ = true;
    v1::GetDisruptionRequest request;
    request.set_event(event_.event());
    desk_.ask(client::kGetDisruption, request, this,
              [this, event = event_.event()](const client::Answer<v1::DisruptionProgress>& answer) {
                  if (event != event_.event()) return;
                  asking_ = false;
                  if (answer.done()) progress_ = answer.value;
                  if (watching_ && !isFinished()) again_.start();
                  Q_EMIT changed();
              });
}

QString EventEnd::atStake() const {
    if (!sold_ || !ordersCounted_) return {};
    const QString orders = locale_.toString(static_cast<qulonglong>(orders_.size()));
    return (moreOrders_ ? tr("Orders: more than %1.") : tr("Orders: %1.")).arg(orders) + u' ' +
           tr("Sold: %1, %2 in all. Held or being paid for: %3.")
               .arg(tr("%n ticket(s)", nullptr, sold_->sold()),
                    sale::moneyText(sold_->revenue(), locale_), locale_.toString(sold_->held()));
}

QStringList EventEnd::progressLines() const {
    QStringList out;
    if (!event_.has_disruption()) return out;
    const bool cancelled = event_.disruption().kind() == v1::Disruption::CANCELLED;
    out << (cancelled ? tr("The event does not take place.")
                      : tr("The event is moved from %1. Buyers may answer until %2.")
                            .arg(sale::dateText(event_.disruption().previous_starts_at(),
                                                event_.venue().time_zone(), locale_),
                                 sale::dateText(event_.disruption().answer_until(),
                                                event_.venue().time_zone(), locale_)));
    if (!progress_.has_disruption()) return out;
    const auto sums = [this](const v1::DisruptionProgress::Refunds& refunds) {
        return tr("%1, %2", "how many refunds, how much")
            .arg(tr("%n refund(s)", nullptr, static_cast<int>(refunds.count())),
                 sale::moneyText(refunds.amount(), locale_));
    };
    out << tr("Orders concerned: %1. Not returned yet: %2.")
               .arg(locale_.toString(static_cast<qlonglong>(progress_.orders())),
                    locale_.toString(static_cast<qlonglong>(progress_.orders_left())));
    if (!cancelled) {
        out << tr("Accepted the new time: %1.")
                   .arg(locale_.toString(static_cast<qlonglong>(progress_.orders_accepted())));
    }
    out << tr("On their way: %1.").arg(sums(progress_.pending()));
    out << tr("Paid back: %1.").arg(sums(progress_.succeeded()));
    out << tr("For staff to hand over or see to: %1.").arg(sums(progress_.manual()));
    if (isFinished()) {
        out << tr("Finished: %1.")
                   .arg(sale::dateText(progress_.finish_time(), event_.venue().time_zone(),
                                       locale_));
    }
    return out;
}

std::optional<int> EventEnd::percentDone() const {
    if (!event_.has_disruption() || !progress_.has_disruption()) return std::nullopt;
    if (isFinished()) return 100;
    if (progress_.orders() <= 0) return 0;
    const auto settled = progress_.orders() - progress_.orders_left();
    return static_cast<int>(std::clamp<std::int64_t>(settled * 99 / progress_.orders(), 0, 99));
}

void EventEnd::refuse(EndField field, const QString& text) {
    Q_EMIT said(text, true);
    Q_EMIT refused(field);
}

bool EventEnd::noteFits(const QString& note) {
    if (note.toUtf8().size() <= static_cast<qsizetype>(kNoteBytesMost)) return true;
    refuse(EndField::Note, tr("Words for the buyers: at most 1,000 bytes."));
    return false;
}

void EventEnd::cancel(const QString& name, const QString& note) {
    if (name.simplified() != sale::textOf(event_.config().name()).simplified()) {
        return refuse(EndField::Name, tr("Name of the event: type it as it is, “%1”.")
                                          .arg(sale::textOf(event_.config().name())));
    }
    if (!noteFits(note)) return;
    v1::CancelEventRequest request;
    request.set_event(event_.event());
    request.set_note(note.trimmed().toStdString());
    errands_.start<v1::CancelEventRequest, v1::Event>(
        client::kCancelEvent, request, this,
        [this, sent = drafts_.typed()](const client::Answer<v1::Event>& answer) {
            answered(answer, sent, tr("The event is cancelled. All that was paid goes back now."));
        });
}

void EventEnd::move(const Move& wanted) {
    const std::string& zone = event_.venue().time_zone();
    const TimeRead starts = readTime(wanted.startsAt, zone);
    const TimeRead until = readTime(wanted.answerUntil, zone);
    const qint64 now = desk_.isConnectedTo() ? desk_.serverClock().toSecsSinceEpoch() : 0;
    if (starts.fault != TimeFault::None || starts.time.seconds() <= now) {
        return refuse(
            EndField::StartsAt,
            tr("Begins now: a time to come by the venue's clocks, like 2026-12-04 19:30."));
    }
    if (until.fault != TimeFault::None || until.time.seconds() <= now ||
        until.time.seconds() > starts.time.seconds()) {
        return refuse(EndField::AnswerUntil,
                      tr("Answers until: a time to come, before the event begins."));
    }
    if (!noteFits(wanted.note)) return;
    v1::MoveEventRequest request;
    request.set_event(event_.event());
    *request.mutable_starts_at() = starts.time;
    *request.mutable_answer_until() = until.time;
    request.set_refund_unanswered(wanted.refundUnanswered);
    request.set_note(wanted.note.trimmed().toStdString());
    errands_.start<v1::MoveEventRequest, v1::Event>(
        client::kMoveEvent, request, this,
        [this, sent = drafts_.typed()](const client::Answer<v1::Event>& answer) {
            answered(answer, sent, tr("The event is moved. Its buyers may accept or return."));
        });
}

void EventEnd::answered(const client::Answer<v1::Event>& answer, const Draft& sent,
                        const QString& text) {
    if (!answer.done()) {
        switch (answer.refusal.reason) {
            case v1::ErrorReason::SALE_STATE_CONFLICT:
                Q_EMIT said(tr("It is a draft, which nobody has bought of: change it instead."),
                            true);
                return;
            case v1::ErrorReason::EVENT_CANCELLED:
                Q_EMIT said(tr("The event is cancelled: nothing of it changes any more."), true);
                return;
            default:
                Q_EMIT said(qt::outcomeText(answer), true);
                return;
        }
    }
    if (answer.value.event() == event_.event()) {
        event_ = answer.value;
        progress_.Clear();
        asking_ = false;
        readProgress();
    }
    drafts_.done(answer.value.event(), sent);
    Q_EMIT said(text, false);
    Q_EMIT done(answer.value);
    Q_EMIT changed();
}

}  // namespace tessera::setup
