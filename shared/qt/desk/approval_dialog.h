// SPDX-License-Identifier: Apache-2.0
// Asks somebody else at the till to approve one thing by their login and PIN.
//
// The GUI's thread alone. Open it with ask(): it shows itself over `parent` without blocking, and
// deletes itself. The PIN is cleared with every answer; the token is handed over once and not kept.
// An approval is good for two minutes, so ask for it last and use it at once:
//
//     ApprovalDialog::ask(desk, wanted, this, [this, request](const std::string& token) {
//         desk_.ask(kRefund, request, this, refunded, {.approval = token});
//     });
#pragma once

#include <QtWidgets/QDialog>
#include <cstdint>
#include <functional>
#include <string>

#include "shared/qt/desk/desk.h"

class QLabel;
class QLineEdit;
class QPushButton;

namespace tessera::qt {

struct ApprovalWanted {
    std::string permission{};  // As in StaffSession.permissions_with_approval.
    std::string event{};       // Of the order or reservation; empty: it is about neither.
    std::string subject{};     // The id of that order or reservation.
    std::int64_t amountMinorMost = 0;
    QString what{};  // For who approves, in words: "Refund of 20,00 € for order K7Q2".
};

class ApprovalDialog : public QDialog {
    Q_OBJECT

public:
    // `given` with the token, while `parent` lives; rejected() of the dialog where it was not
    // approved.
    static ApprovalDialog& ask(Desk& desk, ApprovalWanted wanted, QWidget* parent,
                               std::function<void(const std::string& token)> given);

    ApprovalDialog(Desk& desk, ApprovalWanted wanted,
                   std::function<void(const std::string& token)> given, QWidget* parent);

protected:
    void changeEvent(QEvent* event) override;

private:
    void build();
    void retranslate();
    void send();
    void answered(const client::Answer<v1::ApproveResponse>& answer);
    void say(const QString& text, QLineEdit* field);

    Desk& desk_;
    const ApprovalWanted wanted_;
    const std::function<void(const std::string&)> given_;
    QLabel* what_ = nullptr;
    QLabel* loginLabel_ = nullptr;
    QLabel* pinLabel_ = nullptr;
    QLineEdit* login_ = nullptr;
    QLineEdit* pin_ = nullptr;
    QLabel* message_ = nullptr;
    QPushButton* approve_ = nullptr;
    QPushButton* cancel_ = nullptr;
};

}  // namespace tessera::qt
