// SPDX-License-Identifier: Apache-2.0
// What is known of a person: found among customers, exported to a file, erased.
//
// The GUI's thread alone. Borrows the desk, which outlives it. Whom it is about is an e-mail
// address, typed or of a customer that was found. An export is written whole or not at all, for its
// user alone (0600), and asked for once. Erasing again does nothing more than the first time, and
// says how far it is: so it is asked until there is an answer. Personal data: in memory until
// forget() or a change of session, and in no log.
#pragma once

#include <QtCore/QAbstractListModel>
#include <QtCore/QList>
#include <QtCore/QLocale>
#include <QtCore/QObject>

#include "shared/qt/desk/errand.h"
#include "shared/qt/staff/staff_book.h"

namespace tessera::staff {

// Customers whose words begin as one types, as a list.
class PersonList : public QAbstractListModel {
    Q_OBJECT

public:
    explicit PersonList(qt::Desk& desk, QObject* parent = nullptr);

    // Too short a text finds nobody, and asks nothing.
    void search(const QString& text);
    QString emailAt(int row) const;
    const QString& problem() const { return problem_; }

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;

Q_SIGNALS:
    void answered();

private:
    void take(QList<v1::Customer> found);

    qt::Desk& desk_;
    QList<v1::Customer> found_;
    int question_ = 0;
    QString problem_;
};

class PersonDesk : public QObject {
    Q_OBJECT

public:
    enum class Field { Email, Again, Reason };
    static constexpr int kEmailBytesMost = 254;
    static constexpr int kReasonBytesMost = 200;

    explicit PersonDesk(qt::Desk& desk, client::Millis patience = kPatience,
                        QObject* parent = nullptr);

    void setLocale(const QLocale& locale);
    PersonList& found() { return found_; }
    bool isUnderWay() const { return errand_.isUnderWay(); }
    // How far erasing is; empty: nothing was asked.
    const QString& progress() const { return progress_; }
    void forget();

    // To `path`, which is replaced.
    void exportTo(const QString& path, const QString& email);
    struct Wish {
        QString email{};
        QString again{};  // The same once more, to be sure.
        QString reason{};
    };
    // Whether all is typed as it must be; else it is said at its field.
    bool isComplete(const Wish& wish);
    void erase(const Wish& wish);

    // A name for the export that says nothing of the person.
    static QString fileName();

Q_SIGNALS:
    void changed();
    void said(const QString& text, bool wrong);
    void refusedAt(tessera::staff::PersonDesk::Field field, const QString& text);
    void exported(const QString& path);
    // Of the person as typed when it was asked; `text` is for the e-mail's field.
    void notKnown(const QString& email, const QString& text);
    void erased(const QString& email);

private:
    bool isEmail(const QString& email);
    void refuse(const QString& email, const QString& text, const client::Refusal& refusal);
    void write(const QString& path, const v1::Document& document);
    QString progressText(const v1::ErasePersonResponse& now) const;

    qt::Desk& desk_;
    qt::Errand errand_;
    PersonList found_;
    QLocale locale_;
    QString progress_;
};

}  // namespace tessera::staff
