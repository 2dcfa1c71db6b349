// SPDX-License-Identifier: Apache-2.0
// Venues with their plans: fields of one, its plans, and the file of a new plan.
//
// The GUI's thread alone. Borrows the book, which outlives it.
#pragma once

#include <QtCore/QString>
#include <QtWidgets/QWidget>
#include <array>

#include "shared/qt/setup/venue_book.h"

class QLabel;
class QListView;
class QPushButton;

namespace tessera::qt {
class Theme;
}

namespace tessera::boxoffice {

class FieldBox;
class FormGrid;

class VenuePage : public QWidget {
    Q_OBJECT

public:
    VenuePage(setup::VenueBook& book, const qt::Theme& theme, QWidget* parent);

    void retranslate();
    void look();
    void homeFocus();
    void save();
    void fileFocus();
    void chooseFile();
    // Whether a venue is chosen, which plans can be imported for.
    bool hasVenue() const { return !book_.venue().venue().empty(); }
    void beginNew();
    // Absent: none is chosen.
    const v1::LayoutSummary* layout() const;
    void say(const QString& text, bool wrong);
    QPushButton* chooseButton() const { return choose_; }
    QPushButton* button(int number) const { return buttons_[number]; }

Q_SIGNALS:
    // A plan's file that can be shown; `json` is its text.
    void planRead(const QByteArray& json);

private:
    static constexpr int kFields = 4;
    using Texts = std::array<QString, kFields>;
    static Texts textsOf(const v1::Venue& venue);
    void buildFields(QWidget* content);
    void follow();
    void refresh();
    void fill();
    void readFile();

    setup::VenueBook& book_;
    const qt::Theme& theme_;
    QLabel* heading_ = nullptr;
    QLabel* plansHeading_ = nullptr;
    QLabel* message_ = nullptr;
    QListView* venues_ = nullptr;
    QListView* plans_ = nullptr;
    FormGrid* grid_ = nullptr;
    FieldBox* fields_[kFields] = {};  // In the order of VenueField, from Name on.
    FieldBox* file_ = nullptr;
    QPushButton* choose_ = nullptr;
    QPushButton* buttons_[5] = {};
    Texts sent_;         // As they were typed when they were last saved.
    std::string shown_;  // The venue whose fields were filled in.
    bool filling_ = false;
};

}  // namespace tessera::boxoffice
