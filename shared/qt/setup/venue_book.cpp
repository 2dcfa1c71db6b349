// SPDX-License-Identifier: Apache-2.0
#include "shared/qt/setup/venue_book.h"

#include <QtCore/QTimeZone>

#include "shared/qt/desk/refusal_text.h"
#include "shared/qt/sale/words.h"
#include "shared/qt/setup/plan_file.h"

namespace tessera::setup {
namespace {

using sale::textOf;

constexpr int kVenuesMost = 1'000;
constexpr std::size_t kNameBytesMost = 200;
constexpr std::size_t kCityBytesMost = 100;

// Of what is typed what is another than it was: a colleague may have changed the rest.
v1::UpdateVenueRequest updateOf(const v1::Venue& known, const v1::Venue& typed) {
    v1::UpdateVenueRequest request;
    *request.mutable_venue() = typed;
    request.mutable_venue()->set_venue(known.venue());
    auto& mask = *request.mutable_update_mask();
    if (typed.name() != known.name()) mask.add_paths("name");
    if (typed.city() != known.city()) mask.add_paths("city");
    if (typed.country_code() != known.country_code()) mask.add_paths("country_code");
    if (typed.time_zone() != known.time_zone()) mask.add_paths("time_zone");
    return request;
}

}  // namespace

void LineModel::setLines(QStringList lines) {
    beginResetModel();
    lines_ = std::move(lines);
    endResetModel();
}

int LineModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(lines_.size());
}

QVariant LineModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid() || index.row() >= rowCount()) return {};
    if (role == Qt::DisplayRole || role == Qt::AccessibleTextRole || role == Qt::ToolTipRole) {
        return lines_[index.row()];
    }
    return {};
}

VenueBook::VenueBook(qt::Desk& desk, Errands& errands, QObject* parent)
    : QObject(parent), desk_(desk), errands_(errands) {}

void VenueBook::setLocale(const QLocale& locale) {
    locale_ = locale;
    show();
}

void VenueBook::refresh() {
    const int question = ++question_;
    v1::ListVenuesRequest request;
    request.set_page_size(kVenuesMost);
    desk_.ask(client::kListVenues, request, this,
              [this, question](const client::Answer<v1::ListVenuesResponse>& answer) {
                  if (question != question_) return;
                  if (!answer.done()) {
                      Q_EMIT said(qt::outcomeText(answer), true);
                      return;
                  }
                  venues_ = {answer.value.venues().begin(), answer.value.venues().end()};
                  row_ = -1;
                  for (int row = 0; row < venues_.size(); ++row) {
                      if (venues_[row].venue() == venue_.venue()) row_ = row;
                  }
                  show();
              });
    if (!venue_.venue().empty()) readLayouts();
}

void VenueBook::choose(int row) {
    row_ = row >= 0 && row < venues_.size() ? row : -1;
    ++chosen_;
    venue_ = row_ >= 0 ? venues_[row_] : v1::Venue();
    layouts_.clear();
    show();
    if (row_ >= 0) readLayouts();
}

void VenueBook::readLayouts() {
    v1::ListLayoutsRequest request;
    request.set_venue(venue_.venue());
    desk_.ask(
        client::kListLayouts, request, this,
        [this, venue = venue_.venue()](const client::Answer<v1::ListLayoutsResponse>& answer) {
            if (venue != venue_.venue()) return;
            if (!answer.done()) {
                Q_EMIT said(qt::outcomeText(answer), true);
                return;
            }
            layouts_ = {answer.value.layouts().begin(), answer.value.layouts().end()};
            show();
        });
}

void VenueBook::show() {
    QStringList lines;
    for (const v1::Venue& each : venues_) {
        lines << tr("%1, %2", "venue, town").arg(textOf(each.name()), textOf(each.city()));
    }
    venueLines_.setLines(lines);
    lines.clear();
    for (const v1::LayoutSummary& each : layouts_) {
        lines << tr("%1, version %2, %3", "plan, number, seats")
                     .arg(textOf(each.name()))
                     .arg(each.version())
                     .arg(tr("%n seat(s)", nullptr, each.seat_count()));
    }
    layoutLines_.setLines(lines);
    Q_EMIT changed();
}

VenueField VenueBook::wrongField(const v1::Venue& typed) {
    if (typed.name().empty() || typed.name().size() > kNameBytesMost) return VenueField::Name;
    if (typed.city().empty() || typed.city().size() > kCityBytesMost) return VenueField::City;
    const auto isLetter = [](char each) { return each >= 'A' && each <= 'Z'; };
    const std::string& country = typed.country_code();
    if (!country.empty() && (country.size() != 2 || !std::ranges::all_of(country, isLetter))) {
        return VenueField::Country;
    }
    return QTimeZone(QByteArray::fromStdString(typed.time_zone())).isValid() ? VenueField::None
                                                                             : VenueField::Zone;
}

QString VenueBook::rule(VenueField field) {
    switch (field) {
        case VenueField::Name:
            return tr("Name: 1 to 200 bytes.");
        case VenueField::City:
            return tr("Town: 1 to 100 bytes.");
        case VenueField::Country:
            return tr("Country: two capital letters, like DE, or nothing.");
        case VenueField::Zone:
            return tr("Time zone: a name like Europe/Berlin.");
        case VenueField::None:
            break;
    }
    return {};
}

void VenueBook::save(const v1::Venue& typed) {
    if (const VenueField wrong = wrongField(typed); wrong != VenueField::None) {
        Q_EMIT said(rule(wrong), true);
        Q_EMIT refused(wrong);
        return;
    }
    const auto done = [this, chosen = chosen_](const client::Answer<v1::Venue>& answer) {
        venueAnswered(answer, chosen);
    };
    if (venue_.venue().empty()) {
        v1::CreateVenueRequest request;
        request.set_name(typed.name());
        request.set_city(typed.city());
        request.set_country_code(typed.country_code());
        request.set_time_zone(typed.time_zone());
        errands_.start<v1::CreateVenueRequest, v1::Venue>(client::kCreateVenue, request, this,
                                                          done);
    } else {
        const v1::UpdateVenueRequest request = updateOf(venue_, typed);
        if (request.update_mask().paths().empty()) {
            Q_EMIT said(tr("Nothing is changed."), false);
            return;
        }
        errands_.start<v1::UpdateVenueRequest, v1::Venue>(client::kUpdateVenue, request, this,
                                                          done);
    }
}

void VenueBook::venueAnswered(const client::Answer<v1::Venue>& answer, int chosen) {
    if (!answer.done()) {
        const auto field = answer.refusal.metadata.find("field");
        const QString name = field == answer.refusal.metadata.end()
                                 ? QString()
                                 : QString::fromStdString(field->second);
        const VenueField wrong = name.endsWith(QStringLiteral("name"))   ? VenueField::Name
                                 : name.endsWith(QStringLiteral("city")) ? VenueField::City
                                 : name.endsWith(QStringLiteral("countryCode"))
                                     ? VenueField::Country
                                 : name.endsWith(QStringLiteral("timeZone")) ? VenueField::Zone
                                                                             : VenueField::None;
        Q_EMIT said(wrong == VenueField::None ? qt::outcomeText(answer) : rule(wrong), true);
        if (wrong != VenueField::None && chosen == chosen_) Q_EMIT refused(wrong);
        return;
    }
    Q_EMIT said(tr("The venue is saved."), false);
    if (chosen != chosen_) return refresh();
    venue_ = answer.value;
    Q_EMIT saved();
    show();
    refresh();
}

void VenueBook::import(const QByteArray& json, const QString& name) {
    v1::ImportLayoutRequest request;
    request.set_venue(venue_.venue());
    request.set_plan_json(json.toStdString());
    request.set_name(name.trimmed().toStdString());
    errands_.start<v1::ImportLayoutRequest, v1::ImportLayoutResponse>(
        client::kImportLayout, request, this,
        [this, chosen = chosen_](const client::Answer<v1::ImportLayoutResponse>& answer) {
            if (!answer.done()) {
                const bool ofPlan = answer.refusal.reason == v1::ErrorReason::INVALID_PLAN;
                Q_EMIT said(ofPlan ? planRefusalText(answer.refusal) : qt::outcomeText(answer),
                            true);
                return;
            }
            Q_EMIT said(tr("The plan is imported: %n seat(s).", nullptr, answer.value.seat_count()),
                        false);
            if (chosen != chosen_) return;  // Another venue is looked at by now.
            readLayouts();
            Q_EMIT imported(answer.value.layout());
        });
}

}  // namespace tessera::setup
