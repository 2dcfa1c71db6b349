// SPDX-License-Identifier: Apache-2.0
#include "boxoffice-app/screens/enrol/enrol_screen.h"

#include <QtCore/QFile>
#include <QtCore/QUrl>
#include <QtNetwork/QSslCertificate>
#include <QtWidgets/QFileDialog>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QPlainTextEdit>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QVBoxLayout>

#include "shared/client/device_key.h"
#include "shared/qt/desk/refusal_text.h"

namespace tessera::boxoffice {
namespace {

constexpr qint64 kAuthorityBytesMax = 64 * 1024;
constexpr int kCodeBytesMax = 64;
constexpr client::Millis kAnswerWithin{8'000};
const QString kAddress = QStringLiteral("enrol.address");

}  // namespace

EnrolScreen::EnrolScreen(Workplace& workplace)
    : Screen(QStringLiteral("enrol"), workplace, Access::Anyone) {
    build();
    address_->setText(workplace.store().text(kAddress));
    if (const auto kept = workplace.store().enrolment()) {
        authority_->setPlainText(QString::fromStdString(kept->authorityPem));
    }
    connect(&workplace, &Workplace::enrolmentOffered, this, [this](const EnrolmentOffer& offer) {
        address_->setText(offer.address);
        authority_->setPlainText(offer.authorityPem);
        code_->setText(offer.code);
        enrol();
    });
    addAction({.name = QStringLiteral("file"),
               .text = [] { return tr("From a &file…"); },
               .key = QKeySequence(Qt::CTRL | Qt::Key_O),
               .run = [this] { readAuthority(); }});
    bind(file_, QStringLiteral("file"));
    connect(enrol_, &QPushButton::clicked, this, &EnrolScreen::enrol);
    connect(code_, &QLineEdit::returnPressed, this, &EnrolScreen::enrol);
}

void EnrolScreen::build() {
    heading_ = new QLabel(this);
    qt::setTextRole(heading_, qt::TextRole::Title);
    explanation_ = new QLabel(this);
    explanation_->setWordWrap(true);
    qt::setTextRole(explanation_, qt::TextRole::Weak);
    addressLabel_ = new QLabel(this);
    address_ = new QLineEdit(this);
    authorityLabel_ = new QLabel(this);
    authority_ = new QPlainTextEdit(this);
    authority_->setTabChangesFocus(true);
    file_ = new QPushButton(this);
    codeLabel_ = new QLabel(this);
    code_ = new QLineEdit(this);
    code_->setMaxLength(kCodeBytesMax);
    message_ = new QLabel(this);
    message_->setWordWrap(true);
    qt::setTextRole(message_, qt::TextRole::Danger);
    enrol_ = new QPushButton(this);
    qt::setButtonRole(enrol_, qt::ButtonRole::GoesOn);
    addressLabel_->setBuddy(address_);
    authorityLabel_->setBuddy(authority_);
    codeLabel_->setBuddy(code_);
    address_->setObjectName(QStringLiteral("address"));
    authority_->setObjectName(QStringLiteral("authority"));
    code_->setObjectName(QStringLiteral("code"));
    enrol_->setObjectName(QStringLiteral("enrol"));
    message_->setObjectName(QStringLiteral("message"));
    auto* const form = new QWidget(this);
    auto* const around = new QHBoxLayout(this);
    around->addStretch(1);
    around->addWidget(form, 3);
    around->addStretch(1);
    auto* const column = new QVBoxLayout(form);
    for (QWidget* each : std::initializer_list<QWidget*>{
             heading_, explanation_, addressLabel_, address_, authorityLabel_, authority_, file_,
             codeLabel_, code_, message_, enrol_}) {
        column->addWidget(each);
    }
}

void EnrolScreen::retranslate() {
    heading_->setText(tr("Enrol this device"));
    explanation_->setText(
        tr("An administrator makes a one-time code, good for ten minutes, and gives the house's "
           "authority certificate with it. The key that is made here never leaves this device."));
    addressLabel_->setText(tr("Server address, as host:&port"));
    address_->setAccessibleName(tr("Server address"));
    authorityLabel_->setText(tr("Authority &certificate (authority.crt), pasted or from a file"));
    authority_->setAccessibleName(tr("Authority certificate"));
    codeLabel_->setText(tr("One-time c&ode, 26 letters and digits"));
    code_->setAccessibleName(tr("One-time code"));
    enrol_->setText(tr("E&nrol"));
    message_->clear();
}

void EnrolScreen::enter() {
    message_->clear();
    enrol_->setEnabled(true);
}

void EnrolScreen::homeFocus() {
    address_->setFocus();
}

void EnrolScreen::readAuthority() {
    const QString name = QFileDialog::getOpenFileName(this, tr("Authority certificate"));
    if (name.isEmpty()) return;
    QFile file(name);
    if (!file.open(QIODevice::ReadOnly)) {
        return say(tr("Authority certificate: the file cannot be read."), file_);
    }
    authority_->setPlainText(QString::fromLatin1(file.read(kAuthorityBytesMax)));
    code_->setFocus();
}

QString EnrolScreen::problem(QWidget*& field) const {
    const QUrl url(QStringLiteral("https://") + address_->text().trimmed());
    field = address_;
    if (address_->text().trimmed().isEmpty()) return tr("Server address: it is missing.");
    if (!url.isValid() || url.host().isEmpty() || url.port() < 1 || url.hasQuery() ||
        !url.path().isEmpty()) {
        return tr("Server address: it must be host:port, the port from 1 to 65535.");
    }
    field = authority_;
    const QByteArray pem = authority_->toPlainText().toUtf8();
    if (pem.trimmed().isEmpty()) return tr("Authority certificate: it is missing.");
    if (pem.size() > kAuthorityBytesMax || !pem.contains("-----BEGIN CERTIFICATE-----") ||
        QSslCertificate::fromData(pem).isEmpty()) {
        return tr("Authority certificate: this is no certificate in PEM, at most 64 KiB.");
    }
    field = code_;
    if (code_->text().trimmed().isEmpty()) return tr("One-time code: it is missing.");
    return {};
}

void EnrolScreen::enrol() {
    QWidget* field = nullptr;
    const QString wrong = problem(field);
    if (!wrong.isEmpty()) return say(wrong, field);
    const auto key = client::makeDeviceKey();
    if (!key) return say(tr("No key could be made on this device."), enrol_);
    v1::EnrolRequest request;
    request.set_code(code_->text().trimmed().toStdString());
    request.set_csr(key->requestPem);
    const qt::Enrolment enrolment{.address = address_->text().trimmed(),
                                  .authorityPem = authority_->toPlainText().toStdString(),
                                  .keyPem = key->keyPem};
    client::Endpoint endpoint = enrolment.endpoint();
    endpoint.keyPem.clear();  // Without its certificate it is of no use for TLS.
    message_->clear();
    enrol_->setEnabled(false);
    desk().askElsewhere(std::move(endpoint), client::kEnrol, request, this,
                        [this, enrolment](const client::Answer<v1::EnrolResponse>& answer) {
                            answered(answer, enrolment);
                        },
                        {.within = kAnswerWithin});
}

void EnrolScreen::answered(const client::Answer<v1::EnrolResponse>& answer,
                           qt::Enrolment enrolment) {
    enrol_->setEnabled(true);
    if (answer.outcome == client::Outcome::Unknown) {
        return say(tr("Server address: nothing answers there, or not with a certificate of this "
                      "authority. Where it still fails with both right, ask for another code."),
                   address_);
    }
    if (!answer.done()) return say(qt::outcomeText(answer), code_);
    enrolment.device = QString::fromStdString(answer.value.device());
    enrolment.name = QString::fromStdString(answer.value.name());
    enrolment.certificatePem = answer.value.certificate();
    enrolment.authorityPem = answer.value.authority();
    if (!workplace().store().keep(enrolment)) {
        return say(tr("The certificate could not be kept in %1: is the disk full?")
                       .arg(workplace().store().folder()),
                   enrol_);
    }
    workplace().store().set(kAddress, enrolment.address);
    code_->clear();
    workplace().say(tr("This device is “%1” now.").arg(enrolment.name), MessageKind::Good);
    workplace().enrolmentIsAnother();
}

void EnrolScreen::say(const QString& text, QWidget* field) {
    message_->setText(text);
    workplace().say(text, MessageKind::Danger);
    field->setFocus();
}

}  // namespace tessera::boxoffice
