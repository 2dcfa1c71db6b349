// SPDX-License-Identifier: Apache-2.0
// Name, kind and release time of one allocation: typed in the side column, without a dialog.
//
// The GUI's thread alone. What was typed stays until it is saved or left: a refusal stands at its
// field. Times are the venue's.
#pragma once

#include <QtCore/QTimeZone>
#include <QtWidgets/QWidget>
#include <optional>
#include <string>

#include "shared/qt/inventory/allocation_editor.h"

class QCheckBox;
class QComboBox;
class QDateTimeEdit;
class QLabel;
class QLineEdit;
class QPushButton;

namespace tessera::boxoffice {

class AllocationForm : public QWidget {
    Q_OBJECT

public:
    explicit AllocationForm(QWidget* parent = nullptr);

    // `before`: as it is now; absent: a new one under `number`. Release times begin with `start`,
    // when the event begins.
    struct Edited {
        int number = 1;
        std::optional<v1::Allocation> before{};
        std::string zone{};
        qint64 startSeconds = 0;
    };
    void begin(const Edited& edited);
    bool isOpen() const { return !isHidden(); }
    void end();
    // Back to where typing begins; what is typed stays.
    void home();
    void say(const QString& text, inventory::AllocationField field);
    // The entry as it is now, looked at: the next save replaces it.
    void adopt(const std::optional<v1::Allocation>& now);
    // Of a new one, whose number somebody else has taken.
    void renumber(int number);
    const std::optional<v1::Allocation>& before() const { return edited_.before; }
    int number() const { return edited_.number; }
    v1::Allocation wanted() const;
    // What is typed is to be saved, if the venue's clock has that hour.
    void save();
    QPushButton* saveButton() const { return save_; }
    QPushButton* removeButton() const { return remove_; }
    QPushButton* leaveButton() const { return leave_; }
    // Of the release time.
    void setLocale(const QLocale& locale);
    void retranslate();

Q_SIGNALS:
    void saveAsked();
    void left();

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    QTimeZone zone() const;
    bool timeIsThere() const;
    void showWhich();

    Edited edited_;
    QDateTime shown_;  // In the field to begin with; and when that is.
    qint64 shownAt_ = 0;
    QLabel* heading_ = nullptr;
    QLabel* nameLabel_ = nullptr;
    QLineEdit* name_ = nullptr;
    QLabel* nameWrong_ = nullptr;
    QLabel* kindLabel_ = nullptr;
    QComboBox* kind_ = nullptr;
    QCheckBox* timed_ = nullptr;
    QDateTimeEdit* time_ = nullptr;
    QLabel* timeWrong_ = nullptr;
    QLabel* zoneLine_ = nullptr;
    QPushButton* save_ = nullptr;
    QPushButton* remove_ = nullptr;
    QPushButton* leave_ = nullptr;
};

}  // namespace tessera::boxoffice
