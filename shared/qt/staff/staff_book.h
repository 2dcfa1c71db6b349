// SPDX-License-Identifier: Apache-2.0
// The accounts of the house: found, made, changed, and what is shown of them but once.
//
// The GUI's thread alone. Borrows the desk, which outlives it. A change names the version that was
// read; where somebody else was faster all is read again. A change without an answer is asked again
// until there is one, for as long as whoever asked is signed in. A password or second factor whose
// answer was lost is known to nobody, and that is said. Secrets are in memory alone, until
// forget(), a change of session or another change. One's own password and second factor are another
// administrator's to make: the session would end before they are read. At most 10,000 accounts,
// which the server bounds. Personal data: in no log.
#pragma once

#include <QtCore/QLocale>
#include <QtCore/QObject>
#include <vector>

#include "shared/qt/staff/errand.h"
#include "shared/qt/till/text_table.h"

namespace tessera::staff {

inline constexpr client::Millis kPatience{20'000};

class StaffBook : public QObject {
    Q_OBJECT

public:
    enum class Field { None, Login, Name, Role };
    static constexpr int kLoginMost = 40;
    static constexpr int kNameBytesMost = 200;

    // Shown once.
    struct Secret {
        QString login{};
        QString password{};
        std::string uri{};  // Of the second factor: `otpauth://…`, as its QR code has it.
        QString key{};      // The same, for who types it.

        bool isEmpty() const { return password.isEmpty() && uri.empty(); }
    };

    explicit StaffBook(qt::Desk& desk, client::Millis patience = kPatience,
                       QObject* parent = nullptr);

    void setLocale(const QLocale& locale);
    // Login, name, role, second factor, PIN, state, since when; what contains the filter's words.
    till::TextTable& rows() { return rows_; }
    void filter(const QString& text);
    void refresh();

    // The account that is worked on; an empty id: a new one.
    const v1::Staff& chosen() const { return chosen_; }
    void choose(const QString& id);
    bool isOwn() const;
    const Secret& secret() const { return secret_; }
    void forget();
    // As before anything was asked: somebody else sits there now.
    void clear();
    bool isUnderWay() const { return errand_.isUnderWay(); }

    void create(const QString& login, const QString& name, v1::Staff::Role role);
    // REQUIRES of all of these: an account is chosen.
    void update(const QString& name, v1::Staff::Role role);
    void setDisabled(bool disabled);
    void resetPassword();
    void setSecondFactor(bool on);

Q_SIGNALS:
    // Rows, what is chosen, or what is under way.
    void changed();
    // Another account is chosen, or the chosen one was changed from here.
    void opened();
    void secretChanged();
    void said(const QString& text, bool wrong);
    void refusedAt(tessera::staff::StaffBook::Field field, const QString& text);

private:
    struct Refused {
        QString text{};
        client::Refusal refusal{};
    };
    void listFrom(const std::string& token, int question);
    void listed();
    void fill();
    till::TextRow rowOf(const v1::Staff& each) const;
    const v1::Staff* find(const QString& id) const;
    const v1::Staff* findLogin(const std::string& login) const;
    bool isWrong(const QString& login, const QString& name);
    bool isOwnSecret();
    void created(const v1::CreateStaffRequest& asked, const client::Answer<v1::StaffPassword>& now,
                 bool earlier);
    void change(v1::UpdateStaffRequest request, const QString& done, Field field);
    void changedTo(const v1::Staff& now);
    // Of a change that was refused: said at its field, or read again and judged by `isDone`.
    void refusedFor(const Refused& refused, Field field, bool earlier,
                    std::function<void()> afterList);
    void readAgain(std::function<void()> after);
    void show(Secret secret);

    qt::Desk& desk_;
    Errand errand_;
    till::TextTable rows_;
    QLocale locale_;
    QString filter_;
    std::vector<v1::Staff> all_;     // By login.
    std::vector<v1::Staff> coming_;  // Pages of a list that is not whole yet.
    std::function<void()> afterList_;
    v1::Staff chosen_;
    Secret secret_;
    int question_ = 0;
};

}  // namespace tessera::staff
