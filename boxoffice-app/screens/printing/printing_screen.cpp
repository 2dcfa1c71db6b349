// SPDX-License-Identifier: Apache-2.0
#include "boxoffice-app/screens/printing/printing_screen.h"

#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QVBoxLayout>
#include <utility>

#include "boxoffice-app/shell/print_panel.h"
#include "boxoffice-app/shell/screen_list.h"
#include "boxoffice-app/shell/tone.h"

namespace tessera::boxoffice {
namespace {

constexpr const char* kButtonActions[] = {"print_again", "on_paper", "not_printed",
                                          "try_printer", "printers", "back"};

}  // namespace

PrintingScreen::PrintingScreen(Workplace& workplace)
    : Screen(QLatin1String(kPrintingScreen), workplace),
      room_(payment::PrintRoom::of(workplace, workplace.store())),
      papers_(payment::Papers::of(workplace, workplace.desk(), workplace.store())) {
    build();
    addActions();
    follow();
    refreshActions();
}

void PrintingScreen::build() {
    auto* const row = new QHBoxLayout(this);
    constexpr int kBetween = 24;
    row->setSpacing(kBetween);
    print_ = new PrintPanel(room_, papers_, PrintPanel::Extent::Whole, this);
    row->addWidget(print_, 1);
    auto* const column = new QVBoxLayout;
    constexpr int kBetweenButtons = 8;
    column->setSpacing(kBetweenButtons);
    for (QPushButton*& each : buttons_) column->addWidget(each = new QPushButton(this));
    column->insertStretch(kButtons - 1, 1);
    row->addLayout(column);
}

void PrintingScreen::addActions() {
    for (ActionMade& each : print_->actions(desk())) addAction(std::move(each));
    addAction({.name = QStringLiteral("printers"),
               .text = [] { return tr("Set up printers and ter&minal"); },
               .key = QKeySequence(Qt::CTRL | Qt::Key_U),
               .run = [this] { workplace().goTo(QStringLiteral("printers")); }});
    addAction({.name = QStringLiteral("back"),
               .text = [] { return tr("&Back to work"); },
               .key = QKeySequence(Qt::Key_Escape),
               .run = [this] { workplace().goBack(); }});
    static_assert(std::size(kButtonActions) == kButtons);
    for (int i = 0; i < kButtons; ++i) bind(buttons_[i], QLatin1String(kButtonActions[i]));
}

void PrintingScreen::follow() {
    connect(print_, &PrintPanel::changed, this, &PrintingScreen::refreshActions);
    connect(&papers_, &payment::Papers::said, print_, &PrintPanel::tell);
    connect(print_, &PrintPanel::said, this, [this](const QString& text, sale::Tone tone) {
        print_->tell(text, tone);
        if (isVisible()) workplace().say(text, messageKindOf(tone));
    });
}

void PrintingScreen::refreshActions() {
    for (const char* name : {"print_again", "on_paper", "not_printed", "try_printer"}) {
        setAvailable(QLatin1String(name), print_->can(QLatin1String(name)));
    }
}

void PrintingScreen::retranslate() {
    print_->retranslate();
}

void PrintingScreen::enter() {
    print_->choose();
}

void PrintingScreen::homeFocus() {
    if (!print_->begin()) buttons_[kButtons - 1]->setFocus();
}

}  // namespace tessera::boxoffice
