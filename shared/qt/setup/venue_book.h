// SPDX-License-Identifier: Apache-2.0
// Venues and their plans: a list of venues, the chosen one's fields and its layouts.
//
// The GUI's thread alone. Borrows desk and errands, which outlive it. Bounded: the first 1,000
// venues by name. What is typed stays until it is saved or another venue is chosen.
#pragma once

#include <QtCore/QAbstractListModel>
#include <QtCore/QHash>
#include <QtCore/QLocale>

#include "shared/qt/desk/desk.h"
#include "shared/qt/setup/errands.h"

namespace tessera::setup {

// Lines of text with what they are about.
class LineModel : public QAbstractListModel {
    Q_OBJECT

public:
    using QAbstractListModel::QAbstractListModel;
    void setLines(QStringList lines);
    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;

private:
    QStringList lines_;
};

enum class VenueField { None, Name, City, Country, Zone };

class VenueBook : public QObject {
    Q_OBJECT

public:
    VenueBook(qt::Desk& desk, Errands& errands, QObject* parent = nullptr);

    LineModel& venues() { return venueLines_; }
    LineModel& layouts() { return layoutLines_; }
    void setLocale(const QLocale& locale);
    void refresh();

    // -1: a new one.
    void choose(int row);
    int row() const { return row_; }
    // As the server has it; empty: a new one.
    const v1::Venue& venue() const { return venue_; }
    const QList<v1::LayoutSummary>& layoutList() const { return layouts_; }
    // Makes it, or changes of it what is typed otherwise than it was. `typed.venue()` is not looked
    // at.
    void save(const v1::Venue& typed);
    // A plan's text, as a new layout of the chosen venue. `done` with it, or the refusal's text.
    void import(const QByteArray& json, const QString& name);

    static VenueField wrongField(const v1::Venue& typed);
    static QString rule(VenueField field);

Q_SIGNALS:
    // Venues or layouts were read, or another is chosen.
    void changed();
    void said(const QString& text, bool wrong);
    void saved();
    void refused(tessera::setup::VenueField field);
    void imported(const std::string& layout);

private:
    void readLayouts();
    void show();
    // `chosen`: of when it was asked; another venue may be in hand by now.
    void venueAnswered(const client::Answer<v1::Venue>& answer, int chosen);

    qt::Desk& desk_;
    Errands& errands_;
    QLocale locale_;
    QList<v1::Venue> venues_;
    QList<v1::LayoutSummary> layouts_;
    LineModel venueLines_;
    LineModel layoutLines_;
    v1::Venue venue_;
    int row_ = -1;
    int question_ = 0;
    int chosen_ = 0;  // How often another one was taken in hand.
};

}  // namespace tessera::setup
