// SPDX-License-Identifier: Apache-2.0
// The accounts of the house: found, made, changed, and what is shown of them but once.
//
// The GUI's thread alone. Borrows the desk, which outlives it. A change names the version that was
// read; where somebody else was faster all is read again. A change without an answer is asked again
// until there is one, for as long as whoever asked is signed in. What is told of another account
// than the open one changes that one's row alone, and names it. A password or second factor whose
// answer was lost, or came while nobody was signed in, is known to nobody, and that is said.
// Secrets are in memory alone, until forget(), a change of session or another change. One's own
// password and second factor are another administrator's to make: the session would end before they
// are read. At most 10,000 accounts, which the server bounds. Personal data: in no log.
#pragma once

#include <QtCore/QLocale>
#include <QtCore/QObject>
#include <vector>

#include "shared/qt/desk/errand.h"
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
    // What differs from `from`, what the form was loaded from.
    void update(const v1::Staff& from, const QString& name, v1::Staff::Role role);
    // Of these the account as it was when it was asked about: one that has changed since is
    // refused.
    void setDisabled(const v1::Staff& of, bool disabled);
    void resetPassword(const v1::Staff& of);
    void setSecondFactor(const v1::Staff& of, bool on);

Q_SIGNALS:
    // Rows, what is chosen, or what is under way.
    void changed();
    // Another account is chosen.
    void opened();
    // The chosen one was changed from here.
    void saved();
    void secretChanged();
    void said(const QString& text, bool wrong);
    void refusedAt(tessera::staff::StaffBook::Field field, const QString& text);

private:
    struct Refused {
        QString text{};
        client::Refusal refusal{};
    };
    // What was asked about, and what was open then.
    struct Asked {
        std::string staff{};
        QString login{};
        int opening = 0;
    };
    void listFrom(const std::string& token, int question);
    void listed();
    void fill();
    till::TextRow rowOf(const v1::Staff& each) const;
    const v1::Staff* find(const QString& id) const;
    const v1::Staff* findLogin(const std::string& login) const;
    bool isWrong(const QString& login, const QString& name);
    bool isOwnSecret(const v1::Staff& of);
    Asked askedOf(const v1::Staff& of) const;
    // Whether what it was asked about is still what is worked on.
    bool isOpen(const Asked& asked) const;
    void created(const v1::CreateStaffRequest& request, const Asked& asked,
                 const client::Answer<v1::StaffPassword>& now, bool earlier);
    void change(const v1::Staff& of, v1::UpdateStaffRequest request, const QString& done,
                Field field);
    void factorSet(const Asked& asked, bool on, const v1::SecondFactor& now);
    void take(const v1::Staff& now);
    // Of a change that was refused: said at its field; where the account is another by now it is
    // read again, and then judged by `afterList`, if an earlier try has no answer.
    void refusedFor(const Asked& asked, const Refused& refused, Field field,
                    std::function<void()> afterList);
    void refuse(const Asked& asked, const QString& text, Field field);
    void sayMadeAndLost(const Asked& asked);
    void sayFactorLost(const Asked& asked);
    void sayChanged(const Asked& asked);
    void readAgain(std::function<void()> after);
    // False: nobody is there to see it. It is not kept then, which is said.
    bool show(Secret secret);

    qt::Desk& desk_;
    qt::Errand errand_;
    till::TextTable rows_;
    QLocale locale_;
    QString filter_;
    std::vector<v1::Staff> all_;     // By login.
    std::vector<v1::Staff> coming_;  // Pages of a list that is not whole yet.
    std::function<void()> afterList_;
    v1::Staff chosen_;
    Secret secret_;
    int question_ = 0;
    int opening_ = 0;  // How often another account, or a new one, was opened.
};

}  // namespace tessera::staff
