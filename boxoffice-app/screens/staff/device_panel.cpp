// SPDX-License-Identifier: Apache-2.0
#include "boxoffice-app/screens/staff/device_panel.h"

#include <QtCore/QTimer>
#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QPushButton>

#include "boxoffice-app/screens/staff/form_field.h"
#include "boxoffice-app/screens/staff/row_finder.h"
#include "boxoffice-app/screens/staff/secret_card.h"
#include "boxoffice-app/shell/ask_line.h"
#include "boxoffice-app/shell/byte_limit.h"
#include "boxoffice-app/shell/tall_column.h"
#include "shared/qt/sale/words.h"
#include "shared/qt/staff/staff_words.h"
#include "shared/qt/theme/theme.h"

namespace tessera::boxoffice {
namespace {

constexpr int kMargin = 8;

}  // namespace

DevicePanel::DevicePanel(staff::DeviceBook& book, const qt::Theme& theme, QWidget* parent)
    : QWidget(parent), book_(book), theme_(theme) {
    row_ = new QBoxLayout(QBoxLayout::LeftToRight, this);
    finder_ = new RowFinder(book.rows(), QStringLiteral("devices"), this);
    tall_ = new TallColumn(this);
    tall_->setWidget(buildForm());
    row_->addWidget(finder_, 3);
    row_->addWidget(tall_, 2);
    follow();
    refresh();
    say({}, false);
}

// Views go before what they show.
DevicePanel::~DevicePanel() {
    delete finder_;
}

QWidget* DevicePanel::buildForm() {
    auto* const form = new QWidget(tall_);
    auto* const column = new QVBoxLayout(form);
    const auto label = [form](qt::TextRole role) {
        auto* const made = new QLabel(form);
        made->setWordWrap(true);
        qt::setTextRole(made, role);
        return made;
    };
    newTitle_ = label(qt::TextRole::Title);
    name_ = new FormField(FormField::Kind::Line, QStringLiteral("device_name"), form);
    limitBytes(name_->line(), staff::DeviceBook::kNameBytesMost);
    title_ = label(qt::TextRole::Title);
    note_ = label(qt::TextRole::Weak);
    message_ = label(qt::TextRole::Plain);
    message_->setObjectName(QStringLiteral("device_message"));
    for (const auto which : {New, Code, Revoke}) buttons_[which] = new QPushButton(form);
    qt::setButtonRole(buttons_[New], qt::ButtonRole::GoesOn);
    qt::setButtonRole(buttons_[Revoke], qt::ButtonRole::Dangerous);
    ask_ = new AskLine(form);
    secret_ = new SecretCard(QStringLiteral("device_code"), form);
    buttons_[Copy] = secret_->copyButton();
    for (QWidget* const each :
         std::initializer_list<QWidget*>{newTitle_, name_, buttons_[New], message_, ask_, secret_,
                                         title_, note_, buttons_[Code], buttons_[Revoke]}) {
        column->addWidget(each);
    }
    column->addStretch(1);
    return form;
}

void DevicePanel::follow() {
    connect(finder_, &RowFinder::typed, &book_, &staff::DeviceBook::filter);
    connect(finder_, &RowFinder::opened, this, [this](const QString& key) {
        book_.choose(key);
        finder_->point(key);
        buttons_[Code]->setFocus();
        bringIntoSight(buttons_[Code]);
    });
    connect(name_, &FormField::entered, this, &DevicePanel::makeNew);
    connect(ask_, &AskLine::left, this, [this] { begin(); });
    connect(&book_, &staff::DeviceBook::changed, this, &DevicePanel::refresh);
    connect(&book_, &staff::DeviceBook::codeChanged, this, [this] {
        if (book_.code().isEmpty()) return secret_->end();
        if (secret_->isOpen()) secret_->setHint(codeHint());
    });
    connect(&book_, &staff::DeviceBook::codeMade, this, [this] {
        if (name_->line()->text().trimmed() == book_.codeName()) name_->line()->clear();
        const QString key = QString::fromStdString(book_.chosen().device());
        if (key != finder_->key()) finder_->point(key);
        showCode();
    });
    connect(&book_, &staff::DeviceBook::refusedName, this, [this](const QString& text) {
        name_->setProblem(text);
        if (isVisible()) name_->field()->setFocus();
    });
}

void DevicePanel::makeNew() {
    if (name_->line()->text().trimmed().isEmpty() && !name_->line()->hasFocus()) {
        return name_->line()->setFocus();
    }
    book_.createCode(name_->line()->text());
}

void DevicePanel::codeAgain() {
    const v1::Device of = book_.chosen();
    if (of.state() == v1::Device::WAITING) return book_.createCodeAgain(of);
    askedOf_ = of.device();
    ask_->ask({.first = tr("Another code for %1? Once it is used, the certificate that there is "
                           "is taken no more.")
                            .arg(sale::textOf(of.name())),
               .button = tr("Make another code"),
               .taken = [this, of](const QString&, const QString&) {
                   ask_->end();
                   book_.createCodeAgain(of);
               }});
    bringIntoSight(ask_);
}

void DevicePanel::revoke() {
    const v1::Device of = book_.chosen();
    const QString name = sale::textOf(of.name());
    askedOf_ = of.device();
    ask_->ask({.first = book_.isOwn()
                            ? tr("Take %1, at which you sit, out of use for good? Why, for the "
                                 "trail, without personal data:")
                                  .arg(name)
                            : tr("Take %1 out of use for good? Why, for the trail, without "
                                 "personal data:")
                                  .arg(name),
               .taken = [this, of](const QString& reason, const QString&) {
                   if (reason.trimmed().toUtf8().size() > staff::DeviceBook::kReasonBytesMost) {
                       return ask_->say(tr("At most 200 bytes."));
                   }
                   ask_->end();
                   book_.revoke(of, reason);
               }});
    bringIntoSight(ask_);
}

void DevicePanel::copy() {
    if (!secret_->isOpen()) return;
    secret_->copy();
    say(tr("Copied. It is taken off the clipboard when it is left."), false);
}

bool DevicePanel::back() {
    if (ask_->isOpen()) {
        ask_->end();
    } else if (secret_->isOpen()) {
        book_.forget();
    } else if (!book_.chosen().device().empty()) {
        book_.choose({});
    } else {
        return false;
    }
    begin();
    return true;
}

void DevicePanel::empty() {
    finder_->clear();
    book_.clear();
    name_->line()->clear();
    name_->setProblem({});
    ask_->end();
    say({}, false);
}

QString DevicePanel::codeHint() const {
    return tr("Typed at the device within %1. Shown this once.")
        .arg(sale::countdownText(book_.secondsLeft(), locale_));
}

void DevicePanel::showCode() {
    secret_->show({.heading = tr("One-time code for %1").arg(book_.codeName()),
                   .hint = codeHint(),
                   .text = staff::grouped(book_.code()),
                   .copied = book_.code()},
                  theme_.scaled(kMargin));
    const bool typing = name_->line()->hasFocus() && !name_->line()->text().isEmpty();
    // Once its action knows that there is something to copy.
    if (isVisible() && !ask_->isOpen() && !typing) {
        QTimer::singleShot(0, secret_, [this] { buttons_[Copy]->setFocus(); });
    }
    bringIntoSight(secret_);
}

void DevicePanel::refresh() {
    const v1::Device& now = book_.chosen();
    if (now.device() != askedOf_) ask_->end();
    const bool any = !now.device().empty();
    const bool over = now.state() == v1::Device::REVOKED;
    for (QWidget* const each : std::initializer_list<QWidget*>{title_, note_}) {
        each->setVisible(any);
    }
    for (const auto which : {Code, Revoke}) buttons_[which]->setVisible(any && !over);
    title_->setText(sale::textOf(now.name()));
    note_->setText(over ? tr("It was taken out of use for good: what comes in its place is a new "
                             "device.")
                   : book_.isOwn() ? tr("You sit at this device.")
                                   : tr("It keeps its place in the list with another code."));
}

void DevicePanel::say(const QString& text, bool wrong) {
    message_->setText(text);
    message_->setVisible(!text.isEmpty());
    qt::setTextRole(message_, wrong ? qt::TextRole::Danger : qt::TextRole::Good);
}

void DevicePanel::setLocale(const QLocale& locale) {
    locale_ = locale;
    book_.setLocale(locale);
}

void DevicePanel::retranslate() {
    finder_->setWords(tr("F&ind a device"), tr("Enter opens. Yours is in bold type."));
    newTitle_->setText(tr("New device"));
    name_->setWords(tr("Na&me, as staff see it"));
    ask_->retranslate();
    say({}, false);
    secret_->retranslate();
    if (secret_->isOpen()) showCode();
    refresh();
}

void DevicePanel::look() {
    const bool large = theme_.textPercent() >= kLargeText;
    tall_->setMinimumHeight(large ? theme_.scaled(kFormHeight) : 0);
    row_->setDirection(large ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
}

void DevicePanel::begin() {
    finder_->begin();
}

}  // namespace tessera::boxoffice
