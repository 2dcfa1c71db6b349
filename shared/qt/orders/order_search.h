// SPDX-License-Identifier: Apache-2.0
// Orders that are found as one types or scans, as a list of two lines each.
//
// The GUI's thread alone. Asks at each change of the text; an answer that a later question has
// overtaken is dropped, and what is shown stays until there is a newer one. Bounded: the latest
// kShownMost are shown, and it is said that there are more. Borrows the desk, which outlives it.
// Names of buyers: in no log.
#pragma once

#include <QtCore/QAbstractListModel>
#include <QtCore/QList>
#include <QtCore/QLocale>
#include <string>

#include "shared/qt/desk/desk.h"

namespace tessera::orders {

class OrderSearch : public QAbstractListModel {
    Q_OBJECT

public:
    static constexpr int kShownMost = 50;
    static constexpr int kQueryBytesLeast = 2;
    static constexpr int kQueryBytesMost = 2'000;

    explicit OrderSearch(qt::Desk& desk, QObject* parent = nullptr);

    void setLocale(const QLocale& locale);
    // Seats are found in an event alone, and so are, without setLongAgo(), orders of what ended
    // long ago: those of this one are found, too. Empty: of none.
    void setEvent(const std::string& event) { event_ = event; }
    // Those of what ended long ago in whichever event, too.
    void setLongAgo(bool longAgo) { longAgo_ = longAgo; }
    // Of this event and no other, but for whole codes. Empty: of all.
    void setOnly(const std::string& event) { only_ = event; }
    // Too short a text finds nothing, and asks nothing.
    void search(const QString& text);
    // What was searched for last, as it was asked.
    const QString& asked() const { return asked_; }
    bool isWaiting() const { return waiting_ > 0; }
    const v1::OrderSummary& at(int row) const { return found_.at(row); }
    bool hasMore() const { return more_; }
    // Why nothing newer is shown; empty: nothing is wrong.
    const QString& problem() const { return problem_; }

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;

Q_SIGNALS:
    // All of the question is answered.
    void answered();

private:
    QList<std::string> where() const;
    void ask(const std::string& event);
    void came(const client::Answer<v1::FindOrdersResponse>& answer);
    void show();
    QString lineOf(const v1::OrderSummary& order) const;

    qt::Desk& desk_;
    QLocale locale_;
    std::string event_;
    std::string only_;
    bool longAgo_ = false;
    QString asked_;
    QList<v1::OrderSummary> coming_;  // Of the question under way.
    QList<v1::OrderSummary> found_;
    int question_ = 0;
    int waiting_ = 0;  // Answers.
    QList<client::CallId> calls_;
    bool more_ = false;
    QString problem_;
};

}  // namespace tessera::orders
