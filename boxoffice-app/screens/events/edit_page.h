// SPDX-License-Identifier: Apache-2.0
// One event as fields and tables, in parts: what it is, tickets and prices, fees, sale, after it,
// entrances, codes.
//
// The GUI's thread alone. Borrows editor and codes, which outlive it; what is typed is theirs.
#pragma once

#include <QtCore/QHash>
#include <QtCore/QMap>
#include <QtWidgets/QWidget>
#include <vector>

#include "shared/qt/setup/code_book.h"
#include "shared/qt/setup/event_editor.h"

class QLabel;
class QPushButton;
class QTabWidget;
class QTableView;
class QVBoxLayout;

namespace tessera::qt {
class Theme;
}

namespace tessera::boxoffice {

class AskLine;
class FieldBox;
class FormGrid;
class TableBox;

class EditPage : public QWidget {
    Q_OBJECT

public:
    static constexpr int kParts = 7;

    EditPage(setup::EventEditor& editor, setup::CodeBook& codes, const qt::Theme& theme,
             QWidget* parent);

    void setLocale(const QLocale& locale) { locale_ = locale; }
    void retranslate();
    void look();
    // 0 to kParts - 1, with the focus at its first field.
    void showPart(int part);
    void homeFocus();
    // To the first thing that is wrong.
    void showProblem();
    // The row of the table that has the focus. False: there is none to take away.
    bool removeRow();
    // Of the code that is chosen, in the line beneath the codes.
    void askToWithdraw();
    // False: there was none.
    bool leaveQuestion();
    void finishTyping();
    // What is typed for a new code; where its part is not shown, that comes first.
    void createCode();
    QPushButton* createCodeButton() const { return createCode_; }
    QPushButton* button(int number) const { return buttons_[number]; }
    QPushButton* withdrawButton() const { return withdraw_; }
    void say(const QString& text, bool wrong);

Q_SIGNALS:
    // A question about a code has been put, by `line`.
    void codeAsked(QWidget* line);

private:
    QVBoxLayout* addPart();
    FormGrid* addFields(QVBoxLayout* column, std::initializer_list<const char*> ids);
    TableBox* addTable(QVBoxLayout* column, QAbstractItemModel& model, const char* id);
    void buildCodes(QVBoxLayout* column);
    void codeMade(const QMap<QString, QString>& sent);
    void follow();
    void refresh();
    void fillFields();
    void showProblems();
    void note(const QString& id);
    QTableView* codeTable() const;
    int partOf(const QWidget* widget) const;

    setup::EventEditor& editor_;
    setup::EventForm& form_;
    setup::CodeBook& codes_;
    const qt::Theme& theme_;
    QLocale locale_;
    QLabel* title_ = nullptr;
    QLabel* facts_ = nullptr;
    QLabel* conflicts_ = nullptr;
    QLabel* message_ = nullptr;
    QTabWidget* parts_ = nullptr;
    std::vector<FormGrid*> grids_;
    QHash<QString, FieldBox*> fields_;
    QHash<QString, TableBox*> tables_;
    QHash<QString, FieldBox*> codeFields_;
    AskLine* ask_ = nullptr;
    QPushButton* withdraw_ = nullptr;
    QPushButton* createCode_ = nullptr;
    QPushButton* buttons_[6] = {};
};

}  // namespace tessera::boxoffice
