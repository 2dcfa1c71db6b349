// SPDX-License-Identifier: Apache-2.0
// The device's shift after it was opened: what goes in and out, its count, and its end. Or that of
// another device, whose cashier went home: its count and its end.
//
// The GUI's thread alone. Borrows the desk, which outlives it; owns the journal. One question at a
// time: it is on the disk before it is sent, asked again with its request id until there is an
// answer, after a restart too, and nothing else is begun before. What must be in the drawer it
// knows from the server's answer to a count, never earlier. Texts are for people.
#pragma once

#include <QtCore/QElapsedTimer>
#include <QtCore/QLocale>
#include <QtCore/QObject>
#include <QtCore/QTimer>
#include <optional>
#include <string>
#include <vector>

#include "shared/qt/desk/desk.h"
#include "shared/qt/sale/seller.h"
#include "shared/qt/till/shift_journal.h"
#include "tessera/v1/shift_service.pb.h"

namespace tessera::till {

inline constexpr int kReasonBytesMost = 200;
inline constexpr int kExplanationBytesMost = 500;

enum class ShiftSeen {
    NotRead,     // It is not known yet.
    None,        // The device has no shift that is not closed.
    Colleagues,  // It has one that cannot be looked into here.
    Here,        // shift(); it may be closed by now.
};

enum class ShiftStage {
    Idle,
    Asking,
    Unknown,  // There is no answer: it is asked again.
    Busy,     // Counted, while cash of sales is under way: it is asked again.
};

enum class ShiftField { None, Amount, Reason, Explanation, HandOver, Other };

struct EntryWish {
    v1::DrawerEntry::Kind kind = v1::DrawerEntry::PAID_IN;
    QString amount{};        // As it is typed; of NO_SALE nothing.
    std::string currency{};  // ISO 4217.
    QString reason{};
};

// What somebody else must approve before it is done.
struct ApprovalAsked {
    std::string permission{};
    std::string shift{};
    std::int64_t most = 0;  // Minor units.
    QString what{};
};

class ShiftWork : public QObject {
    Q_OBJECT

public:
    // After `patience` it is said that the answer is not known.
    ShiftWork(qt::Desk& desk, const QString& folder,
              client::Millis patience = client::Millis(8'000), QObject* parent = nullptr);

    void setLocale(const QLocale& locale) { locale_ = locale; }
    // How the device's shift stands now.
    void read();
    // It was opened here.
    void take(const v1::Shift& shift);
    // The device has one, and it is somebody else's.
    void takeColleagues();
    // Somebody has signed in, or the connection stands: what is not known is asked.
    void goOn();
    // The device is another one: its shift is nothing of this one's.
    void forget();
    // Another device's, by its id, from now on; the server knows who may. Where it shows none, it
    // is the device's own again.
    void lookAt(const std::string& shift);
    // The device's own again. Nothing happens while something is under way.
    void lookAway();
    bool isElsewhere() const { return !elsewhere_.empty(); }

    ShiftSeen seen() const { return seen_; }
    // Where one is seen Here.
    const v1::Shift& shift() const { return shift_; }
    ShiftStage stage() const { return stage_; }
    bool isUnderWay() const { return stage_ != ShiftStage::Idle; }
    // What its drawer had or was given, as codes.
    std::vector<std::string> currencies() const;
    // By how much what was counted differs, minor units of all currencies together; 0 before.
    std::int64_t difference() const;

    // None: it is being asked. Else what is wrong, which was said; nothing was sent.
    ShiftField add(const EntryWish& wish);
    ShiftField count(const std::vector<v1::CurrencyCount>& counts);
    ShiftField close(const QString& explanation, const QString& handOverTo);
    // What was refused for want of it, once more. The token is kept until there is an answer.
    void approve(const std::string& token);

Q_SIGNALS:
    void changed();
    void said(const QString& text, tessera::sale::Tone tone);
    void approvalNeeded(const tessera::till::ApprovalAsked& asked);
    // It is in the shift, and the drawer is to be opened: once, and only where that is soon after
    // it was asked in this run of the app.
    void drawerWanted();
    void added();
    void counted();
    void closed();
    // What was typed was refused, after it was sent.
    void refused(tessera::till::ShiftField field);

private:
    ShiftField begin(ShiftAsked asked);
    ShiftField refuse(ShiftField field, const QString& text);
    void start();
    void send();
    void answered(const client::Answer<v1::Shift>& answer);
    void done(const v1::Shift& shift);
    void judged(const client::Refusal& refusal);
    // Whether what is asked is of the shift that is seen.
    bool isOfShift() const;
    void busy(const client::Refusal& refusal);
    void becameUnknown(const client::Refusal& refusal);
    void fail(const QString& text, ShiftField field = ShiftField::Other);
    void end();
    QString refusalText(const client::Refusal& refusal) const;
    static ShiftField fieldOf(const client::Refusal& refusal);
    ApprovalAsked approvalOf() const;

    qt::Desk& desk_;
    const client::Millis patience_;
    const ShiftJournal journal_;
    QLocale locale_;
    ShiftSeen seen_ = ShiftSeen::NotRead;
    v1::Shift shift_;
    std::string elsewhere_;  // The id of another device's that is looked at; empty: of none.
    ShiftStage stage_ = ShiftStage::Idle;
    ShiftAsked asked_;
    std::string token_;
    std::optional<QElapsedTimer> asking_;  // Since it was asked in this run of the app.
    QTimer again_;
    int reading_ = 0;
    int delay_ = 0;
    bool saidUnread_ = false;
};

}  // namespace tessera::till
