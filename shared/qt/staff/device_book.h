// SPDX-License-Identifier: Apache-2.0
// The machines of the house: listed, given a one-time code, taken out of use.
//
// The GUI's thread alone. Borrows the desk, which outlives it. Changes name the version that was
// read, as in staff_book.h. A new device's code that has no answer is not asked for again, which
// would make a second device: the list says whether there is one, and a code of its own is made
// for it. A code is in memory alone, until its time is over by the server's clock, forget(), or a
// change of session; one that comes while nobody is signed in is lost, and that is said. At most
// 10,000 devices, which the server bounds. Codes are in no log.
#pragma once

#include <QtCore/QLocale>
#include <QtCore/QObject>
#include <QtCore/QTimer>
#include <set>
#include <vector>

#include "shared/qt/staff/staff_book.h"

namespace tessera::staff {

class DeviceBook : public QObject {
    Q_OBJECT

public:
    static constexpr int kNameBytesMost = 200;
    static constexpr int kReasonBytesMost = 200;

    explicit DeviceBook(qt::Desk& desk, client::Millis patience = kPatience,
                        QObject* parent = nullptr);

    void setLocale(const QLocale& locale);
    // Name, state, enrolled on, certificate good until, made on; what contains the filter's words.
    till::TextTable& rows() { return rows_; }
    void filter(const QString& text);
    void refresh();

    // An empty id: none.
    const v1::Device& chosen() const { return chosen_; }
    void choose(const QString& id);
    // The one that this app runs on.
    bool isOwn() const;
    // Empty: there is none to be shown.
    const QString& code() const { return code_; }
    const QString& codeName() const { return codeName_; }
    int secondsLeft() const;
    void forget();
    // As before anything was asked: somebody else sits there now.
    void clear();
    bool isUnderWay() const { return errand_.isUnderWay(); }

    void createCode(const QString& name);
    // For that device as it was when it was asked about, as in staff_book.h. Its former code and,
    // once it is used, certificate are over by it.
    void createCodeAgain(const v1::Device& of);
    void revoke(const v1::Device& of, const QString& reason);

Q_SIGNALS:
    // Rows, what is chosen, or what is under way.
    void changed();
    // The code, or how long it is good.
    void codeChanged();
    void codeMade();
    void said(const QString& text, bool wrong);
    // What is wrong with the name.
    void refusedName(const QString& text);

private:
    static std::vector<till::TextColumn> columns();
    void listFrom(const std::string& token, int question);
    void listed();
    void fill();
    till::TextRow rowOf(const v1::Device& each) const;
    const v1::Device* find(const std::string& id) const;
    void ask(const v1::CreateDeviceCodeRequest& request, qt::Errand::Again again);
    void came(const v1::CreateDeviceCodeRequest& asked, int opening,
              const client::Answer<v1::DeviceCode>& now, bool earlier);
    void show(const v1::DeviceCode& made);
    void lookForLost(const std::string& name, int opening);
    void take(const v1::Device& now);
    QString nameOf(const std::string& id) const;
    void sayRevoked(const std::string& id);
    void sayLost(const QString& name);
    void sayChanged(const QString& name);
    void readAgain(std::function<void()> after);
    void tick();

    qt::Desk& desk_;
    qt::Errand errand_;
    till::TextTable rows_;
    QLocale locale_;
    QString filter_;
    std::vector<v1::Device> all_;     // By name.
    std::vector<v1::Device> coming_;  // Pages of a list that is not whole yet.
    std::function<void()> afterList_;
    std::set<std::string> before_;  // The devices that there were when a new one was asked for.
    v1::Device chosen_;
    QString code_;
    QString codeName_;
    Instant codeEnd_{};
    QTimer tick_;
    int question_ = 0;
    int opening_ = 0;  // How often another device, or none, was opened.
};

}  // namespace tessera::staff
