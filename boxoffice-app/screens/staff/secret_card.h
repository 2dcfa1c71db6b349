// SPDX-License-Identifier: Apache-2.0
// What is shown once: a password, a second factor with its QR code, or a device's code.
//
// The GUI's thread alone. Holds it until end(), which takes it off the clipboard, too, where it
// still is there, copied by the button or by hand. In no log.
#pragma once

#include <QtGui/QClipboard>
#include <QtWidgets/QWidget>
#include <string>

class QLabel;
class QLineEdit;
class QPushButton;

namespace tessera::boxoffice {

class QrView;

class SecretCard : public QWidget {
    Q_OBJECT

public:
    struct Shown {
        QString heading{};
        QString hint{};
        QString text{};      // As it is read.
        QString copied{};    // As it is pasted.
        std::string code{};  // As a QR code, too; empty: none.
    };

    // `name`: of the line that has the text.
    SecretCard(const QString& name, QWidget* parent);

    void show(const Shown& shown, int dot);
    using QWidget::show;
    // The hint alone: it is the same secret.
    void setHint(const QString& hint);
    void end();
    void copy();
    bool isOpen() const { return !copied_.isEmpty(); }
    QPushButton* copyButton() const { return copy_; }
    QrView* code() const { return code_; }
    void retranslate();

private:
    void takeOff(QClipboard::Mode mode) const;

    QString copied_;
    QLabel* heading_ = nullptr;
    QLabel* hint_ = nullptr;
    QLineEdit* text_ = nullptr;
    QPushButton* copy_ = nullptr;
    QrView* code_ = nullptr;
};

}  // namespace tessera::boxoffice
