// SPDX-License-Identifier: Apache-2.0
#include "shared/qt/seat_map/seat_map_model.h"

#include <QtCore/QLocale>

#include "shared/base/check.h"

namespace tessera::qt {
namespace {

std::shared_ptr<const SeatLayout> emptyLayout() {
    SeatPlan plan;
    plan.categories = {QString()};
    return *SeatLayout::make(plan);
}

std::size_t at(int index) {
    return static_cast<std::size_t>(index);
}

}  // namespace

SeatMapModel::SeatMapModel(QObject* parent) : QObject(parent) {
    setLayout(emptyLayout());
}

void SeatMapModel::setLayout(std::shared_ptr<const SeatLayout> layout) {
    TESSERA_CHECK(layout != nullptr);
    layout_ = std::move(layout);
    states_.assign(layout_->seats().size(), SeatState());
    areas_.assign(layout_->areas().size(), AreaCounts());
    selected_.assign(layout_->seats().size(), 0);
    available_.clear();
    for (const LayoutSection& section : layout_->sections())
        available_.push_back(section.seatCount);
    holds_.clear();
    selection_.clear();
    undo_.clear();
    inGesture_ = gestureRemembered_ = false;
    revision_ = 0;
    emit layoutReset();
    emit selectionChanged(selection_);
}

void SeatMapModel::setBands(std::shared_ptr<const SeatLayout> layout) {
    TESSERA_CHECK(layout != nullptr && layout->seatCount() == layout_->seatCount() &&
                  layout->areas().size() == layout_->areas().size());
    layout_ = std::move(layout);
    emit bandsChanged();
}

ApplyOutcome SeatMapModel::apply(std::span<const SeatChange> changes, quint64 revision) {
    if (revision < revision_) return ApplyOutcome::OlderRevision;
    for (const SeatChange& change : changes) {
        if (change.seat < 0 || change.seat >= layout_->seatCount())
            return ApplyOutcome::UnknownSeat;
    }
    revision_ = revision;
    QList<int> changed;
    changed.reserve(static_cast<qsizetype>(changes.size()));
    for (const SeatChange& change : changes) {
        SeatState& state = states_[at(change.seat)];
        // Held, freed and held by another between two batches: the state is as it was.
        const bool forgot = holds_.remove(change.seat) > 0;
        if (state == change.state) {
            if (forgot) changed.append(change.seat);
            continue;
        }
        int& available = available_[at(layout_->seats()[at(change.seat)].section)];
        available -= state.status() == SeatStatus::Available ? 1 : 0;
        available += change.state.status() == SeatStatus::Available ? 1 : 0;
        state = change.state;
        changed.append(change.seat);
    }
    if (!changed.isEmpty()) emit seatsChanged(changed);
    return ApplyOutcome::Applied;
}

ApplyOutcome SeatMapModel::applyArea(int area, AreaCounts counts, quint64 revision) {
    if (revision < revision_) return ApplyOutcome::OlderRevision;
    if (area < 0 || area >= static_cast<int>(areas_.size())) return ApplyOutcome::UnknownArea;
    revision_ = revision;
    areas_[at(area)] = counts;
    emit areaChanged(area);
    return ApplyOutcome::Applied;
}

bool SeatMapModel::setHold(int seat, HoldInfo info) {
    if (state(seat).status() != SeatStatus::Held || holds_.size() >= kHoldInfosMax) return false;
    holds_[seat] = std::move(info);
    emit seatsChanged({seat});
    return true;
}

std::optional<HoldInfo> SeatMapModel::hold(int seat) const {
    const auto found = holds_.find(seat);
    if (found == holds_.end()) return std::nullopt;
    return *found;
}

void SeatMapModel::setAllocationName(int allocation, const QString& name) {
    TESSERA_CHECK(allocation >= 1 && allocation <= kAllocationsMax);
    allocationNames_[allocation] = name;
}

QString SeatMapModel::allocationName(int allocation) const {
    if (allocation == 0) return {};
    return allocationNames_.value(allocation, QString(QChar('A' + allocation - 1)));
}

void SeatMapModel::select(const QList<int>& seats) {
    if (seats == selection_) return;
    remember();
    replaceSelection(seats);
}

void SeatMapModel::toggle(int seat) {
    QList<int> seats = selection_;
    if (!seats.removeOne(seat)) seats.append(seat);
    select(seats);
}

void SeatMapModel::extend(const QList<int>& seats) {
    QList<int> all = selection_;
    for (const int seat : seats) {
        if (!isSelected(seat)) all.append(seat);
    }
    select(all);
}

bool SeatMapModel::undoSelection() {
    if (undo_.empty() || inGesture_) return false;
    QList<int> before = std::move(undo_.back());
    undo_.pop_back();
    replaceSelection(std::move(before));
    return true;
}

void SeatMapModel::beginGesture() {
    inGesture_ = true;
    gestureRemembered_ = false;
}

void SeatMapModel::endGesture() {
    inGesture_ = false;
}

void SeatMapModel::remember() {
    if (inGesture_ && gestureRemembered_) return;
    gestureRemembered_ = true;
    undo_.push_back(selection_);
    if (undo_.size() > kUndosMax) undo_.pop_front();
}

void SeatMapModel::replaceSelection(QList<int> seats) {
    QList<int> changed;
    for (const int seat : selection_) selected_[at(seat)] = 2;
    for (const int seat : seats) {
        TESSERA_CHECK(seat >= 0 && seat < layout_->seatCount());
        if (selected_[at(seat)] == 0) changed.append(seat);
        selected_[at(seat)] = 1;
    }
    for (const int seat : selection_) {
        if (selected_[at(seat)] != 2) continue;
        selected_[at(seat)] = 0;
        changed.append(seat);
    }
    selection_ = std::move(seats);
    if (!changed.isEmpty()) emit seatsChanged(changed);
    emit selectionChanged(selection_);
}

QString describeStatus(const SeatMapModel& model, int seat) {
    switch (model.state(seat).status()) {
        case SeatStatus::Available:
            return SeatMapModel::tr("Available");
        case SeatStatus::Held:
            return SeatMapModel::tr("Held");
        case SeatStatus::Sold:
            return SeatMapModel::tr("Sold");
        case SeatStatus::Blocked:
            break;
    }
    const QString name = model.allocationName(model.state(seat).allocation());
    return name.isEmpty() ? SeatMapModel::tr("Blocked") : SeatMapModel::tr("Blocked: %1").arg(name);
}

QString describeSeat(const SeatMapModel& model, int seat, HoldTold told) {
    const SeatLayout& layout = model.layout();
    const LayoutSeat& one = layout.seats()[at(seat)];
    QString text =
        SeatMapModel::tr("Section %1, row %2, seat %3. %4. %5.")
            .arg(layout.sections()[at(one.section)].name, layout.rows()[at(one.row)].label,
                 one.label, layout.categories()[at(one.category)], describeStatus(model, seat));
    if (const auto hold = model.hold(seat); hold && told == HoldTold::Yes) {
        text +=
            ' ' + SeatMapModel::tr("By %1 until %2.")
                      .arg(hold->by, QLocale().toString(hold->until.time(), QLocale::ShortFormat));
    }
    if (one.wheelchair) text += ' ' + SeatMapModel::tr("Wheelchair place.");
    if (model.isSelected(seat)) text += ' ' + SeatMapModel::tr("Selected.");
    return text;
}

}  // namespace tessera::qt
