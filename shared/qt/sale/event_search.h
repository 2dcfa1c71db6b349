// SPDX-License-Identifier: Apache-2.0
// Events that are found as one types, as a list.
//
// The GUI's thread alone. Asks at each change of the text; an answer that a later question has
// overtaken is dropped, and what is shown stays until there is a newer one. Borrows the desk, which
// outlives it. Bounded: the first kShownMost by date are shown, and it is said that there are more.
#pragma once

#include <QtCore/QAbstractListModel>
#include <QtCore/QList>
#include <QtCore/QLocale>
#include <string>

#include "shared/qt/desk/desk.h"
#include "tessera/v1/catalog_service.pb.h"

namespace tessera::sale {

enum class EventScope {
    Visible,  // What is sold to the public.
    All,      // Those that are still being prepared, too.
    Ended,    // All, and those that are over: by their words, or of the last kEndedDays.
};

class EventSearch : public QAbstractListModel {
    Q_OBJECT

public:
    static constexpr int kShownMost = 50;
    static constexpr int kQueryBytesMost = 200;
    static constexpr int kEndedDays = 90;

    explicit EventSearch(qt::Desk& desk, EventScope scope = EventScope::Visible,
                         QObject* parent = nullptr);

    void setLocale(const QLocale& locale);
    // Blanks at both ends do not matter. Asked again even where it is the same: what was found may
    // be old.
    void search(const QString& text);
    const v1::EventSummary& at(int row) const { return found_.at(row); }
    bool hasMore() const { return more_; }
    // Why nothing newer is shown; empty: nothing is wrong.
    const QString& problem() const { return problem_; }

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;

Q_SIGNALS:
    void answered();

private:
    template <class Response>
    void take(int question, const client::Answer<Response>& answer);

    qt::Desk& desk_;
    const EventScope scope_;
    QLocale locale_;
    QList<v1::EventSummary> found_;
    int question_ = 0;
    client::CallId call_ = 0;
    bool more_ = false;
    QString problem_;
};

// "Tosca, Fri 4 Dec 2026 19:30, Grand Theatre, Wien".
QString eventLine(const v1::EventSummary& event, const QLocale& locale);

}  // namespace tessera::sale
