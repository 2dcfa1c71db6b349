// SPDX-License-Identifier: Apache-2.0
#include "shared/qt/inventory/allocation_editor.h"

#include <algorithm>

#include "shared/qt/desk/refusal_text.h"
#include "shared/qt/sale/words.h"

namespace tessera::inventory {
namespace {

using v1::ErrorReason;

constexpr int kSaveAgainMillis = 500;
constexpr int kMergesMost = 3;

bool isSame(const v1::Allocation& a, const v1::Allocation& b) {
    return a.SerializeAsString() == b.SerializeAsString();
}

const v1::Allocation* findIn(const v1::EventConfig& config, int number) {
    for (const v1::Allocation& each : config.allocations()) {
        if (each.allocation_no() == number) return &each;
    }
    return nullptr;
}

}  // namespace

AllocationEditor::AllocationEditor(qt::Desk& desk, EventInView& view, client::Millis patience,
                                   QObject* parent)
    : QObject(parent), desk_(desk), view_(view), patience_(patience) {
    again_.setSingleShot(true);
    again_.setInterval(kSaveAgainMillis);
    connect(&again_, &QTimer::timeout, this, &AllocationEditor::goOn);
}

bool AllocationEditor::save(const v1::Allocation& wanted,
                            const std::optional<v1::Allocation>& before) {
    if (wanted.name().empty()) {
        refuse(tr("Name: it must not be empty."), AllocationField::Name);
        return false;
    }
    if (wanted.name().size() > static_cast<std::size_t>(kNameBytesMost)) {
        refuse(tr("Name: %1 bytes at most; a letter with an accent has two.").arg(kNameBytesMost),
               AllocationField::Name);
        return false;
    }
    return begin(wanted, before, true);
}

bool AllocationEditor::remove(const v1::Allocation& before) {
    return begin(before, before, false);
}

bool AllocationEditor::begin(const v1::Allocation& wanted,
                             const std::optional<v1::Allocation>& before, bool keep) {
    if (isUnderWay()) {
        Q_EMIT said(tr("The list is still being saved: wait until that is answered."),
                    sale::Tone::Warning, AllocationField::None);
        return false;
    }
    if (!desk_.isConnectedTo() || view_.id().empty()) {
        refuse(qt::notSentText());
        return false;
    }
    wanted_ = wanted;
    before_ = before;
    keep_ = keep;
    merges_ = 0;
    readEvent();
    return true;
}

void AllocationEditor::readEvent() {
    setStage(EditStage::Reading);
    v1::GetAnyEventRequest request;
    request.set_event(view_.id());
    desk_.ask(client::kGetAnyEvent, request, this,
              [this](const client::Answer<v1::Event>& answer) {
                  if (stage_ != EditStage::Reading) return;
                  if (answer.done()) return merge(answer.value);
                  // Nothing was sent yet: what was typed is still there.
                  refuse(answer.outcome == client::Outcome::Unknown
                             ? tr("The server has not answered. Nothing was saved yet: save again.")
                             : qt::outcomeText(answer));
              },
              {.within = patience_});
}

void AllocationEditor::merge(const v1::Event& event) {
    if (event.event() != view_.id()) {
        return refuse(tr("Nothing was saved: another event was chosen meanwhile."));
    }
    view_.take(event);
    const v1::Allocation* now = findIn(event.config(), wanted_.allocation_no());
    const bool asBefore =
        before_ && now != nullptr ? isSame(*now, *before_) : !before_ == (now == nullptr);
    if (!asBefore) return refuse(conflictText(now));
    if (keep_ && now == nullptr && event.config().allocations_size() >= kNamedMost) {
        return refuse(tr("An event names %1 allocations at most.").arg(kNamedMost),
                      AllocationField::Name);
    }
    update_.Clear();
    update_.set_event(event.event());
    update_.mutable_update_mask()->add_paths("allocations");
    bool placed = false;
    for (const v1::Allocation& each : event.config().allocations()) {
        const bool own = each.allocation_no() == wanted_.allocation_no();
        placed = placed || own;
        if (own && !keep_) continue;
        *update_.mutable_config()->add_allocations() = own ? wanted_ : each;
    }
    if (keep_ && !placed) *update_.mutable_config()->add_allocations() = wanted_;
    update_.set_request_id(desk_.newRequestId());
    setStage(EditStage::Asking);
    send();
}

QString AllocationEditor::conflictText(const v1::Allocation* now) const {
    if (now == nullptr) {
        return tr("Somebody has taken this name away meanwhile. Save again to put it back.");
    }
    if (!before_) {
        return tr("Somebody has named number %1 meanwhile: \"%2\". Save again, it gets another "
                  "one.")
            .arg(QString::number(now->allocation_no()), sale::textOf(now->name()));
    }
    return tr("Somebody has changed this meanwhile: it is \"%1\" now. Save again to replace it.")
        .arg(sale::textOf(now->name()));
}

void AllocationEditor::goOn() {
    if (stage_ == EditStage::Unknown && desk_.isConnectedTo() && desk_.isSignedIn()) send();
}

void AllocationEditor::send() {
    again_.stop();
    const std::string id = update_.request_id();
    desk_.ask(client::kUpdateEvent, update_, this,
              [this, id](const client::Answer<v1::Event>& answer) {
                  if (isUnderWay() && id == update_.request_id()) answered(answer);
              },
              {.within = patience_});
}

void AllocationEditor::answered(const client::Answer<v1::Event>& answer) {
    const bool refused = answer.outcome == client::Outcome::Refused;
    if (client::leavesOpen(answer, stage_ == EditStage::Unknown)) {
        // Refused, goOn() asks again once somebody has signed in.
        return refused ? void() : becameUnknown();
    }
    if (answer.done()) {
        view_.take(answer.value);
        setStage(EditStage::Idle);
        Q_EMIT said(keep_ ? tr("Saved.") : tr("The name is taken away; the seats stay."),
                    sale::Tone::Good, AllocationField::None);
        Q_EMIT saved(wanted_.allocation_no());
        return;
    }
    if (!refused) return refuse(qt::notSentText());
    if (answer.refusal.reason == ErrorReason::CHANGED_MEANWHILE && ++merges_ < kMergesMost) {
        return readEvent();
    }
    AllocationField at = AllocationField::None;
    if (answer.refusal.reason == ErrorReason::INVALID_FIELD) {
        const auto field = answer.refusal.metadata.find("field");
        const bool ofName = field != answer.refusal.metadata.end() &&
                            field->second.find("name") != std::string::npos;
        at = ofName ? AllocationField::Name : AllocationField::Release;
    }
    refuse(qt::refusalText(answer.refusal), at);
}

void AllocationEditor::becameUnknown() {
    const bool news = stage_ != EditStage::Unknown;
    again_.start();
    setStage(EditStage::Unknown);
    if (!news) return;
    Q_EMIT said(tr("The server has not answered. Whether this is saved is not known: it is being "
                   "asked again, and nothing is done twice."),
                sale::Tone::Danger, AllocationField::None);
}

void AllocationEditor::refuse(const QString& text, AllocationField field) {
    again_.stop();
    setStage(EditStage::Idle);
    Q_EMIT said(text, sale::Tone::Danger, field);
}

void AllocationEditor::setStage(EditStage stage) {
    stage_ = stage;
    Q_EMIT changed();
}

}  // namespace tessera::inventory
