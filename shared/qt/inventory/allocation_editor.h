// SPDX-License-Identifier: Apache-2.0
// Names allocations: for whom, and from when on what is left of them is the public's.
//
// The GUI's thread alone. The event's list is replaced whole, so it is read first and one entry of
// it changed: what others have named meanwhile stays. Where they have changed the same entry, that
// is said and nothing is sent. Without an answer it is asked again with the same request id;
// nothing is kept over a restart, for the list that is read then shows whether it was done.
// Borrows desk and view, which outlive it.
#pragma once

#include <QtCore/QObject>
#include <QtCore/QTimer>
#include <optional>

#include "shared/qt/desk/desk.h"
#include "shared/qt/inventory/event_in_view.h"
#include "shared/qt/sale/seller.h"
#include "tessera/v1/admin_service.pb.h"

namespace tessera::inventory {

enum class EditStage { Idle, Reading, Asking, Unknown };

// Of one entry. Which field is meant by a refusal.
enum class AllocationField { None, Name, Release };

class AllocationEditor : public QObject {
    Q_OBJECT

public:
    static constexpr int kNameBytesMost = 100;  // Of the contract.
    static constexpr int kNamedMost = 64;

    AllocationEditor(qt::Desk& desk, EventInView& view,
                     client::Millis patience = client::Millis(8'000), QObject* parent = nullptr);

    // `before`: as it was when editing began; absent: it is new. False: said why.
    bool save(const v1::Allocation& wanted, const std::optional<v1::Allocation>& before);
    // Takes its name and time away; its seats stay set aside.
    bool remove(const v1::Allocation& before);
    // Somebody has signed in, or the connection stands: what is not known is asked.
    void goOn();

    EditStage stage() const { return stage_; }
    bool isUnderWay() const { return stage_ != EditStage::Idle; }

Q_SIGNALS:
    void changed();
    void said(const QString& text, tessera::sale::Tone tone,
              tessera::inventory::AllocationField field);
    void saved(int allocation);

private:
    bool begin(const v1::Allocation& wanted, const std::optional<v1::Allocation>& before,
               bool keep);
    void readEvent();
    void merge(const v1::Event& event);
    QString conflictText(const v1::Allocation* now) const;
    void send();
    void answered(const client::Answer<v1::Event>& answer);
    void becameUnknown();
    void refuse(const QString& text, AllocationField field = AllocationField::None);
    void setStage(EditStage stage);

    qt::Desk& desk_;
    EventInView& view_;
    const client::Millis patience_;
    v1::Allocation wanted_;
    std::optional<v1::Allocation> before_;
    bool keep_ = true;  // False: the entry goes.
    int merges_ = 0;
    v1::UpdateEventRequest update_;
    EditStage stage_ = EditStage::Idle;
    QTimer again_;
};

}  // namespace tessera::inventory
