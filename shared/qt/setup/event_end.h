// SPDX-License-Identifier: Apache-2.0
// An event that does not take place, or at another time: what it means, the asking, the progress.
//
// The GUI's thread alone. Borrows desk and errands, which outlive it. Progress is asked for once a
// second while watch() is on and something is left; what is shown is what the server has committed.
#pragma once

#include <QtCore/QLocale>
#include <QtCore/QObject>
#include <QtCore/QTimer>
#include <optional>
#include <set>

#include "shared/qt/desk/desk.h"
#include "shared/qt/setup/drafts.h"
#include "shared/qt/setup/errands.h"

namespace tessera::setup {

enum class EndField { None, Name, StartsAt, AnswerUntil, Note };

class EventEnd : public QObject {
    Q_OBJECT

public:
    // An empty folder keeps no drafts.
    EventEnd(qt::Desk& desk, Errands& errands, const QString& folder, QObject* parent = nullptr);

    // What is typed and not asked for yet; forgotten once it is done.
    Drafts& drafts() { return drafts_; }

    void setLocale(const QLocale& locale) { locale_ = locale; }
    // What is sold of it is counted, and how far it is if it was cancelled or moved.
    void setEvent(const v1::Event& event);
    const v1::Event& shown() const { return event_; }
    // What goes back, in words; empty: not counted yet.
    QString atStake() const;
    // What was cancelled or moved, in words, a line each; empty: it takes place as it was sold.
    QStringList progressLines() const;
    // 0 to 100; absent: nothing is under way.
    std::optional<int> percentDone() const;
    bool isFinished() const { return progress_.has_finish_time(); }
    void watch(bool on);

    // `name` as it must be typed, so that nobody cancels another one by a slip.
    void cancel(const QString& name, const QString& note);
    struct Move {
        QString startsAt{};
        QString answerUntil{};
        bool refundUnanswered = false;
        QString note{};
    };
    void move(const Move& wanted);

Q_SIGNALS:
    void changed();
    void said(const QString& text, bool wrong);
    void refused(tessera::setup::EndField field);
    void done(const v1::Event& event);

private:
    void readSales();
    // Page by page of who comes, kPagesMost at most; nothing of people is kept.
    void countOrders(const std::string& token, int page);
    void readProgress();
    void refuse(EndField field, const QString& text);
    bool noteFits(const QString& note);
    // `sent`: what was typed when it was asked for.
    void answered(const client::Answer<v1::Event>& answer, const Draft& sent, const QString& text);

    qt::Desk& desk_;
    Errands& errands_;
    Drafts drafts_;
    QLocale locale_;
    v1::Event event_;
    std::optional<v1::SalesLine> sold_;
    std::set<std::string> orders_;
    bool ordersCounted_ = false;
    bool moreOrders_ = false;
    v1::DisruptionProgress progress_;
    bool watching_ = false;
    bool asking_ = false;
    QTimer again_;
};

}  // namespace tessera::setup
