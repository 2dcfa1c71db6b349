// SPDX-License-Identifier: Apache-2.0
// The languages of an app: which there are, which is used, and its direction.
//
// Translations are the resources `:/i18n/APP_CODE.qm`; English is the text in the code but for its
// plurals. One for an application; the GUI's thread alone. Owns the translator that is installed.
#pragma once

#include <QtCore/QList>
#include <QtCore/QLocale>
#include <QtCore/QObject>
#include <QtCore/QString>
#include <QtCore/QTranslator>
#include <memory>

namespace tessera::qt {

struct Language {
    QString code{};  // "de".
    QString name{};  // As its speakers write it.
};

class Languages : public QObject {
    Q_OBJECT

public:
    explicit Languages(QString app, QObject* parent = nullptr);
    ~Languages() override;

    static const QList<Language>& all();
    // The system's where it is one of all(), else English.
    static QString ofSystem();

    // Widgets get QEvent::LanguageChange and LayoutDirectionChange. A code that is unknown is
    // English; "pseudo" lengthens and brackets every text that goes through tr().
    void use(const QString& code);
    const QString& code() const { return code_; }
    // For dates, numbers and money.
    const QLocale& locale() const { return locale_; }

Q_SIGNALS:
    // After the widgets know.
    void changed();

private:
    const QString app_;
    QString code_ = QStringLiteral("en");
    QLocale locale_;
    std::unique_ptr<QTranslator> translator_;
    std::unique_ptr<QTranslator> ofQt_;  // Texts of Qt's own dialogs, where they are installed.
};

}  // namespace tessera::qt
