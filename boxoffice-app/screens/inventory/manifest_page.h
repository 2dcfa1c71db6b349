// SPDX-License-Identifier: Apache-2.0
// Who comes, or who waits at will call: a field that filters, and the list.
//
// The GUI's thread alone. Borrows the model, which outlives it.
#pragma once

#include <QtWidgets/QWidget>

#include "shared/qt/inventory/manifest_model.h"

class QLabel;
class QLineEdit;
class QPushButton;
class QTableView;

namespace tessera::boxoffice {

class ManifestPage : public QWidget {
    Q_OBJECT

public:
    explicit ManifestPage(inventory::ManifestModel& model, QWidget* parent = nullptr);

    // To the field; what was typed stays, and is replaced by the next key.
    void begin();
    // For the screen's actions: read anew, CSV, PDF, print.
    QList<QPushButton*> buttons() const { return buttons_; }
    void setLocale(const QLocale& locale);
    // Whose guests they are, in the heading.
    void setEvent(const QString& title);
    void retranslate();

Q_SIGNALS:
    void left();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void refresh();

    inventory::ManifestModel& model_;
    QLocale locale_;
    QString event_;
    QLabel* heading_ = nullptr;
    QLabel* filterLabel_ = nullptr;
    QLineEdit* filter_ = nullptr;
    QTableView* table_ = nullptr;
    QLabel* line_ = nullptr;
    QList<QPushButton*> buttons_;
};

}  // namespace tessera::boxoffice
