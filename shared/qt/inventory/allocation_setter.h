// SPDX-License-Identifier: Apache-2.0
// Sets seats aside, or gives them back to the public: in pieces, with what was refused.
//
// The GUI's thread alone. One piece of at most kPieceMost seats is under way at a time. Seats that
// were held or sold meanwhile are taken out and named, and the rest is done. A piece is on the disk
// before it is sent; without an answer it is asked again with the same request id, after a restart
// of the app, too. Borrows the desk, which outlives it. It decides nothing: the server judges.
#pragma once

#include <QtCore/QList>
#include <QtCore/QLocale>
#include <QtCore/QObject>
#include <QtCore/QTimer>
#include <functional>
#include <string>

#include "shared/qt/desk/desk.h"
#include "shared/qt/inventory/allocation_journal.h"
#include "shared/qt/sale/seller.h"
#include "shared/qt/seat_map/seat_map_model.h"
#include "tessera/v1/admin_service.pb.h"

namespace tessera::inventory {

enum class SetStage {
    Idle,
    Asking,
    NeedsApproval,  // The next piece waits for approve(), or giveUp(); again where one came late.
    Unknown,        // The server has not answered: it is asked again.
};

class AllocationSetter : public QObject {
    Q_OBJECT

public:
    static constexpr int kPieceMost = 10'000;  // Of the contract.

    struct Parts {
        qt::Desk& desk;
        qt::SeatMapModel& map;  // For the names of seats, and which are gone already:
        std::function<std::string()> mapEvent{};  // of that event. Absent: of none.
        QString folder{};                         // Empty: a restart knows nothing.
        client::Millis patience{8'000};
        int pieceMost = kPieceMost;  // Fewer where a test wants more pieces of fewer seats.
    };
    explicit AllocationSetter(Parts parts, QObject* parent = nullptr);

    void setLocale(const QLocale& locale) { locale_ = locale; }

    // `allocation` 0: to the public. False: said why, and nothing was begun.
    // REQUIRES: a seat is in `seats` once.
    bool start(const std::string& event, int allocation, const QList<int>& seats);
    // For the piece that waits for it; good for that one.
    void approve(const std::string& token);
    // What was not sent yet is dropped; for want of an approval it is in unapproved() then. What
    // was sent is still asked for, but where nobody approves that: it says then that it is not
    // known.
    void giveUp();
    // Somebody has signed in, or the connection stands: what is not known is asked, and what an
    // earlier start of the app left goes on.
    void goOn();

    SetStage stage() const { return stage_; }
    bool isUnderWay() const { return stage_ != SetStage::Idle; }
    using QObject::event;
    const std::string& event() const { return work_.piece.event(); }
    int allocation() const { return work_.piece.allocation_no(); }
    int total() const { return work_.total; }
    int done() const { return work_.done; }  // Asked and answered, refused ones too.
    const QList<int>& refused() const { return work_.refused; }
    // Given up for want of an approval: as they were. Until the next start.
    const QList<int>& unapproved() const { return unapproved_; }

Q_SIGNALS:
    void changed();
    void said(const QString& text, tessera::sale::Tone tone);
    // All that could be done is. What was refused is in refused() until the next start.
    void finished(int changed);

private:
    void next();
    void send(const std::string& approval = {});
    void answered(const client::Answer<v1::SetAllocationResponse>& answer);
    void renew(const client::Refusal& refusal);
    void judged(const client::Refusal& refusal);
    void waitForWho();
    void leaveUnknown();
    void leaveUnapproved();
    QString doneText(int changed) const;
    void becameUnknown();
    bool mapIsOurs() const;
    void takeOut(const QList<int>& seats);
    void fail(const QString& text);
    void finish();
    void end();
    void setStage(SetStage stage);

    const Parts parts_;
    const AllocationJournal journal_;
    QLocale locale_;
    AllocationWork work_;
    QList<int> unapproved_;
    SetStage stage_ = SetStage::Idle;
    QTimer again_;
    bool unreadSaid_ = false;
    bool isAsking_ = false;  // A question is open.
    bool earlier_ = false;   // The piece was asked before, and has no answer.
    std::string askedBy_;    // Who was signed in when it was sent.
};

// Why it was refused, in the words of staff; never empty.
QString allocationRefusalText(const client::Refusal& refusal);

}  // namespace tessera::inventory
