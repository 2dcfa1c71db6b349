// SPDX-License-Identifier: Apache-2.0
// What is typed about one event, with what is wrong of it at each place.
//
// The GUI's thread alone; owns its tables. Judges as the server does, before it is asked, and shows
// what the server says at the same places.
#pragma once

#include <QtCore/QHash>
#include <QtCore/QObject>

#include "shared/client/answer.h"
#include "shared/qt/setup/price_grid.h"
#include "shared/qt/setup/row_table.h"
#include "shared/qt/setup/typed_event.h"

namespace tessera::setup {

class EventForm : public QObject {
    Q_OBJECT

public:
    explicit EventForm(QObject* parent = nullptr);

    const TypingContext& context() const { return context_; }
    void setContext(TypingContext context) { context_ = std::move(context); }
    void setBands(QStringList names) { prices_.setBands(std::move(names)); }
    // Ticket types that the event has, and keeps.
    void setFixedTypes(int types);

    void load(const TypedEvent& typed);
    TypedEvent typed() const;
    QString field(const QString& id) const { return fields_.value(id); }
    void setField(const QString& id, const QString& text);
    // REQUIRES: one of kTables.
    RowTable& table(const QString& id) { return *tables_.value(id); }
    PriceGrid& prices() { return prices_; }
    void retranslate();

    // All problems anew; absent where there are some.
    std::optional<v1::EventConfig> read();
    const QList<Problem>& problems() const { return problems_; }
    // Of a field; empty: nothing is wrong with it.
    QString problemOf(const QString& id) const;
    // A refusal that names a field of the config. False: it names none.
    bool refuse(const client::Refusal& refusal);

Q_SIGNALS:
    void edited();
    void loaded();
    void problemsChanged();

private:
    void addTable(const char* id, QList<RowColumn> columns);
    void clearProblems();
    void show(const Problem& problem);
    void typesChanged();

    TypingContext context_;
    QMap<QString, QString> fields_;
    QHash<QString, RowTable*> tables_;
    PriceGrid prices_;
    QList<Problem> problems_;
};

}  // namespace tessera::setup
