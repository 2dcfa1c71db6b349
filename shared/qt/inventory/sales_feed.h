// SPDX-License-Identifier: Apache-2.0
// How far the event in view is sold, asked again and again while somebody looks at it.
//
// The GUI's thread alone. Borrows desk and view, which outlive it. One question at a time, the next
// kMillisBetween after its answer, each with a deadline. What was counted last stays where the
// connection is lost, with its age by the server's clock. Bounded: one report.
#pragma once

#include <QtCore/QObject>
#include <QtCore/QTimer>
#include <optional>

#include "shared/qt/inventory/event_in_view.h"
#include "tessera/v1/inventory_service.pb.h"

namespace tessera::inventory {

class SalesFeed : public QObject {
    Q_OBJECT

public:
    static constexpr int kMillisBetween = 2'000;
    static constexpr int kMinutesMost = 240;  // Of the contract.
    // From that age on it is said that nothing newer came.
    static constexpr int kStaleSeconds = 10;

    SalesFeed(qt::Desk& desk, EventInView& view, QObject* parent = nullptr);

    // Begins with a question at once; false stops asking and keeps what there is.
    void setActive(bool active);
    // How many minutes back by minute, 0 to kMinutesMost.
    void setMinutes(int minutes);
    int minutes() const { return minutes_; }

    // Absent: nothing was counted yet of this event.
    const std::optional<v1::SalesReport>& report() const { return report_; }
    // Since it was counted; absent: there is none, or no clock to compare with.
    std::optional<int> ageSeconds() const;
    bool isStale() const;
    // Why nothing newer comes; empty: nothing is wrong.
    const QString& problem() const { return problem_; }

Q_SIGNALS:
    void changed();
    // Once a second while it is asked: the age is another.
    void aged();

private:
    void ask();
    void answered(const client::Answer<v1::SalesReport>& answer);

    qt::Desk& desk_;
    EventInView& view_;
    std::string of_;  // Whose report it is.
    std::optional<v1::SalesReport> report_;
    QString problem_;
    QTimer next_;
    QTimer second_;
    int minutes_ = 60;
    int question_ = 0;
    bool active_ = false;
    bool asking_ = false;
};

// Places that nobody has: neither sold nor held nor set aside. Never below zero.
int freeOf(const v1::SalesLine& line);

}  // namespace tessera::inventory
