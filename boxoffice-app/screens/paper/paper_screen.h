// SPDX-License-Identifier: Apache-2.0
// The ticket's paper: which template is used for the event in hand, and how it looks.
//
// The GUI's thread alone. A file is looked at first, and used when somebody says so.
#pragma once

#include <QtGui/QImage>
#include <optional>

#include "boxoffice-app/shell/screen.h"
#include "shared/qt/payment/print_room.h"
#include "shared/qt/payment/template_store.h"
#include "tessera/v1/event.pb.h"

class QLabel;
class QLineEdit;
class QPushButton;

namespace tessera::boxoffice {

class PaperScreen : public Screen {
    Q_OBJECT

public:
    explicit PaperScreen(Workplace& workplace);

    QString title() const override { return tr("Ticket pa&per"); }
    bool isInMenu() const override { return false; }
    bool isAside() const override { return true; }
    void enter() override;
    void homeFocus() override;
    void retranslate() override;

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void build();
    void addActions();
    void chooseFile();
    // What the field names: shown, or what is wrong with it.
    void look();
    void use(bool forThisEvent);
    void forget();
    void print();
    void refresh();
    void show(const print::TicketTemplate& ticket);
    void place();
    // Of the event in hand as far as it is known here, and of a seat that there is in no house.
    print::FieldValues values() const;
    const v1::Event* eventInHand() const;
    void say(const QString& text, MessageKind kind);

    payment::PrintRoom& room_;
    payment::TemplateStore templates_;
    print::TicketTemplate shown_;
    QByteArray offered_;  // The file's text while it is looked at.
    QImage picture_;
    QLabel* inUse_ = nullptr;
    QLabel* facts_ = nullptr;
    QLabel* preview_ = nullptr;
    QLabel* fileLabel_ = nullptr;
    QLineEdit* file_ = nullptr;
    QLabel* message_ = nullptr;
    QPushButton* buttons_[6] = {};
};

}  // namespace tessera::boxoffice
