// SPDX-License-Identifier: Apache-2.0
// The dates of a series, as lines of text, and the copies that are made of them.
//
// The GUI's thread alone. Borrows desk and errands, which outlive it. Times are those of the
// venue's clocks: a weekly rule keeps the hour over a change of clocks. Bounded: 60 dates at once,
// as the server takes.
#pragma once

#include <QtCore/QObject>
#include <QtCore/QStringList>

#include "shared/qt/setup/drafts.h"
#include "shared/qt/setup/errands.h"

namespace tessera::setup {

struct SeriesRead {
    QList<google::protobuf::Timestamp> times{};
    int wrongLine = -1;  // Counted from 0; -1: none is.
    QString problem{};   // With the line; empty: all can be made.
};
// Lines like "2026-12-04 19:30"; empty ones do not count.
SeriesRead readSeries(const QString& lines, const std::string& zone);

// `count` lines from `first` on, `weeks` apart, at the same hour. Empty: `first` is no time.
QStringList weeklyLines(const QString& first, int weeks, int count);

class Series : public QObject {
    Q_OBJECT

public:
    static constexpr int kDatesMost = 60;

    // An empty folder keeps no drafts.
    Series(Errands& errands, const QString& folder, QObject* parent = nullptr);

    // What is typed and not made yet; forgotten once it is made.
    Drafts& drafts() { return drafts_; }

    struct Wanted {
        QString lines{};
        QString name{};  // Empty: the same.
        bool withCodes = false;
        bool withAllocations = false;
    };
    // Of that event. What is wrong is said, and where.
    void make(const v1::Event& event, const Wanted& wanted);

Q_SIGNALS:
    void said(const QString& text, bool wrong);
    void refused(int line);
    void made(const std::vector<v1::Event>& events);

private:
    Errands& errands_;
    Drafts drafts_;
};

}  // namespace tessera::setup
