// SPDX-License-Identifier: Apache-2.0
#include "shared/qt/inventory/sales_feed.h"

#include <algorithm>

#include "shared/qt/desk/refusal_text.h"

namespace tessera::inventory {
namespace {

constexpr client::Millis kCountPatience{5'000};
constexpr int kSecondMillis = 1'000;

}  // namespace

SalesFeed::SalesFeed(qt::Desk& desk, EventInView& view, QObject* parent)
    : QObject(parent), desk_(desk), view_(view) {
    next_.setSingleShot(true);
    next_.setInterval(kMillisBetween);
    second_.setInterval(kSecondMillis);
    connect(&next_, &QTimer::timeout, this, &SalesFeed::ask);
    connect(&second_, &QTimer::timeout, this, &SalesFeed::aged);
    connect(&view_, &EventInView::changed, this, [this] {
        if (view_.id() == of_) return;
        of_ = view_.id();
        report_.reset();
        problem_.clear();
        ++question_;
        asking_ = false;
        Q_EMIT changed();
        if (active_) ask();
    });
    connect(&desk_, &qt::Desk::linkChanged, this, [this](bool up) {
        if (up && active_ && !asking_) ask();
        Q_EMIT aged();
    });
    connect(&desk_, &qt::Desk::sessionChanged, this, [this] {
        if (active_ && !asking_) ask();
    });
    of_ = view_.id();
}

void SalesFeed::setActive(bool active) {
    if (active_ == active) return;
    active_ = active;
    if (!active) {
        next_.stop();
        second_.stop();
        return;
    }
    second_.start();
    if (!asking_) ask();
}

void SalesFeed::setMinutes(int minutes) {
    minutes_ = std::clamp(minutes, 0, kMinutesMost);
    ++question_;
    asking_ = false;
    if (active_) ask();
}

void SalesFeed::ask() {
    next_.stop();
    if (of_.empty() || !desk_.isConnectedTo() || !desk_.isSignedIn()) {
        next_.start();
        return;
    }
    asking_ = true;
    const int question = ++question_;
    v1::GetSalesRequest request;
    request.set_event(of_);
    request.set_minutes(minutes_);
    desk_.ask(client::kGetSales, request, this,
              [this, question](const client::Answer<v1::SalesReport>& answer) {
                  if (question == question_) answered(answer);
              },
              {.within = kCountPatience});
}

void SalesFeed::answered(const client::Answer<v1::SalesReport>& answer) {
    asking_ = false;
    if (active_) next_.start();
    // That nothing came is said by the age.
    problem_ = answer.outcome == client::Outcome::Refused ? qt::outcomeText(answer) : QString();
    if (answer.done()) report_ = answer.value;
    Q_EMIT changed();
}

std::optional<int> SalesFeed::ageSeconds() const {
    if (!report_ || !desk_.isConnectedTo()) return std::nullopt;
    const auto counted = report_->count_time().seconds();
    const auto now = desk_.serverTime().micros / 1'000'000;
    return static_cast<int>(std::clamp<std::int64_t>(now - counted, 0, 1'000'000'000));
}

bool SalesFeed::isStale() const {
    return report_ && ageSeconds().value_or(kStaleSeconds) >= kStaleSeconds;
}

int freeOf(const v1::SalesLine& line) {
    return std::max(0, line.capacity() - line.sold() - line.held() - line.blocked());
}

}  // namespace tessera::inventory
