// SPDX-License-Identifier: Apache-2.0
#include "shared/qt/setup/paint_board.h"

#include <QtCore/QDir>
#include <QtCore/QFile>
#include <QtCore/QSaveFile>
#include <QtCore/QSet>
#include <QtGui/QColor>

#include "shared/qt/desk/refusal_text.h"
#include "shared/qt/sale/words.h"
#include "shared/qt/seat_feed/layout_from.h"
#include "shared/qt/setup/row_table.h"

namespace tessera::setup {
namespace {

using sale::textOf;

constexpr int kColourBytesMost = 40;
constexpr std::size_t kNameBytesMost = 100;
constexpr qint64 kDraftBytesMost = 16LL << 20;
constexpr const char* kColours[] = {"#b5651d", "#3d6db5", "#3d8f5f", "#8e5ea2",
                                    "#b5933d", "#3d9aa8", "#b53d6d", "#6b6b6b"};

// Each seat of it with its number, in their order.
template <class Visit>
void visitSeats(v1::Layout& layout, Visit visit) {
    for (auto& section : *layout.mutable_sections()) {
        for (auto& row : *section.mutable_rows()) {
            for (auto& seat : *row.mutable_seats()) visit(seat);
        }
    }
}

}  // namespace

PaintBoard::PaintBoard(Parts parts, QObject* parent)
    : QAbstractTableModel(parent), parts_(std::move(parts)) {}

void PaintBoard::setLocale(const QLocale& locale) {
    locale_ = locale;
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
}

void PaintBoard::setPalette(qt::PaletteKind kind) {
    palette_ = kind;
    if (rowCount() > 0) Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, 0));
}

QString PaintBoard::fileOf(const std::string& layout) const {
    if (parts_.folder.isEmpty()) return {};
    return parts_.folder + QStringLiteral("/paint_drafts/") + QString::fromStdString(layout);
}

void PaintBoard::preview(const v1::Layout& layout) {
    ++question_;
    show(layout);
    open_ = false;
    Q_EMIT changed();
}

void PaintBoard::open(const std::string& layout) {
    const int question = ++question_;
    v1::GetVenueLayoutRequest request;
    request.set_layout(layout);
    parts_.desk.ask(client::kGetVenueLayout, request, this,
                    [this, question](const client::Answer<v1::Layout>& answer) {
                        if (question != question_) return;
                        if (!answer.done()) {
                            Q_EMIT said(qt::outcomeText(answer), true);
                            return;
                        }
                        show(answer.value);
                        open_ = true;
                        v1::PaintLayoutRequest draft;
                        QFile file(fileOf(layout_.layout()));
                        if (!parts_.folder.isEmpty() && file.open(QIODevice::ReadOnly) &&
                            draft.ParseFromString(file.read(kDraftBytesMost).toStdString())) {
                            take(draft);
                            Q_EMIT said(tr("This was painted before and is not saved yet."), false);
                        }
                        Q_EMIT changed();
                    });
}

void PaintBoard::show(const v1::Layout& layout) {
    beginResetModel();
    layout_ = layout;
    bands_.assign(layout_.categories().begin(), layout_.categories().end());
    now_ = {};
    visitSeats(layout_, [this](const v1::Seat& seat) { now_.seats.push_back(seat.category_no()); });
    for (const v1::Area& area : layout_.areas()) now_.areas.push_back(area.category_no());
    undo_.clear();
    changed_ = false;
    count();
    endResetModel();
    if (auto shown = qt::layoutFrom(layout_)) {
        parts_.map.setLayout(*shown);
    } else {
        Q_EMIT said(textOf(shown.error().message), true);
    }
}

void PaintBoard::count() {
    counts_.assign(bands_.size(), 0);
    for (const int band : now_.seats) ++counts_[static_cast<std::size_t>(band)];
    for (std::size_t area = 0; area < now_.areas.size(); ++area) {
        counts_[static_cast<std::size_t>(now_.areas[area])] +=
            layout_.areas(static_cast<int>(area)).capacity();
    }
}

void PaintBoard::remember() {
    undo_.push_back(now_);
    if (undo_.size() > kUndosMost) undo_.pop_front();
}

void PaintBoard::touched() {
    changed_ = true;
    count();
    if (rowCount() > 0) Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
    keep();
    Q_EMIT changed();
}

// The same seats in other bands: where one looks and what is selected stays.
void PaintBoard::apply() {
    v1::Layout painted = layout_;
    painted.clear_categories();
    for (const v1::Category& each : bands_) *painted.add_categories() = each;
    std::size_t number = 0;
    visitSeats(painted, [&](v1::Seat& seat) { seat.set_category_no(now_.seats[number++]); });
    for (std::size_t area = 0; area < now_.areas.size(); ++area) {
        painted.mutable_areas(static_cast<int>(area))->set_category_no(now_.areas[area]);
    }
    if (auto shown = qt::layoutFrom(painted)) parts_.map.setBands(*shown);
}

int PaintBoard::addBand() {
    if (!open_ || static_cast<int>(bands_.size()) >= qt::kCategoriesMax) return -1;
    const int band = rowCount();
    beginInsertRows({}, band, band);
    v1::Category& added = bands_.emplace_back();
    added.set_category_no(band);
    added.set_name(tr("Band %1").arg(band + 1).toStdString());
    added.set_color(kColours[static_cast<std::size_t>(band) % std::size(kColours)]);
    counts_.push_back(0);
    endInsertRows();
    apply();
    touched();
    return band;
}

bool PaintBoard::removeBand(int band) {
    const auto at = static_cast<std::size_t>(band);
    if (!open_ || band < 0 || band >= rowCount() || bands_.size() < 2 || counts_[at] > 0) {
        return false;
    }
    beginRemoveRows({}, band, band);
    bands_.erase(bands_.begin() + band);
    for (std::size_t i = at; i < bands_.size(); ++i) {
        bands_[i].set_category_no(static_cast<int>(i));
    }
    for (std::vector<int>* const list : {&now_.seats, &now_.areas}) {
        for (int& each : *list) each -= each > band ? 1 : 0;
    }
    counts_.erase(counts_.begin() + band);
    undo_.clear();  // Their bands have other numbers now.
    endRemoveRows();
    apply();
    touched();
    return true;
}

void PaintBoard::paint(const QList<int>& seats, int band) {
    if (!open_ || seats.isEmpty() || band < 0 || band >= rowCount()) return;
    remember();
    for (const int seat : seats) now_.seats.at(static_cast<std::size_t>(seat)) = band;
    apply();
    touched();
}

void PaintBoard::paintArea(int area, int band) {
    if (!open_ || area < 0 || area >= static_cast<int>(now_.areas.size()) || band < 0 ||
        band >= rowCount()) {
        return;
    }
    remember();
    now_.areas[static_cast<std::size_t>(area)] = band;
    apply();
    touched();
}

bool PaintBoard::undo() {
    if (undo_.empty()) return false;
    now_ = std::move(undo_.back());
    undo_.pop_back();
    apply();
    touched();
    return true;
}

v1::PaintLayoutRequest PaintBoard::request() const {
    v1::PaintLayoutRequest out;
    out.set_layout(layout_.layout());
    for (const v1::Category& each : bands_) *out.add_categories() = each;
    for (std::size_t seat = 0; seat < now_.seats.size(); ++seat) {
        const int band = now_.seats[seat];
        const bool goesOn = out.runs_size() > 0 && seat > 0 && now_.seats[seat - 1] == band;
        v1::PaintRun& run = goesOn ? *out.mutable_runs(out.runs_size() - 1) : *out.add_runs();
        if (!goesOn) run.set_first_seat_no(static_cast<int>(seat));
        run.set_count(run.count() + 1);
        run.set_category_no(band);
    }
    for (std::size_t area = 0; area < now_.areas.size(); ++area) {
        v1::PaintArea& painted = *out.add_areas();
        painted.set_area_no(static_cast<int>(area));
        painted.set_category_no(now_.areas[area]);
    }
    return out;
}

void PaintBoard::take(const v1::PaintLayoutRequest& request) {
    const int bands = request.categories_size();
    Painted painted = now_;
    bool good = bands > 0 && bands <= qt::kCategoriesMax;
    for (const v1::PaintRun& run : request.runs()) {
        const auto end = std::size_t(run.first_seat_no()) + std::size_t(run.count());
        good = good && run.first_seat_no() >= 0 && run.count() > 0 && end <= painted.seats.size() &&
               run.category_no() >= 0 && run.category_no() < bands;
        if (!good) return;
        std::fill(painted.seats.begin() + run.first_seat_no(),
                  painted.seats.begin() + static_cast<std::ptrdiff_t>(end), run.category_no());
    }
    for (const v1::PaintArea& area : request.areas()) {
        const bool known = area.area_no() >= 0 &&
                           std::size_t(area.area_no()) < painted.areas.size() &&
                           area.category_no() >= 0 && area.category_no() < bands;
        if (!known) return;
        painted.areas[std::size_t(area.area_no())] = area.category_no();
    }
    if (!good) return;
    beginResetModel();
    bands_.assign(request.categories().begin(), request.categories().end());
    now_ = std::move(painted);
    changed_ = true;
    count();
    endResetModel();
    apply();
}

void PaintBoard::keep() const {
    if (parts_.folder.isEmpty()) return;
    QDir().mkpath(parts_.folder + QStringLiteral("/paint_drafts"));
    QSaveFile file(fileOf(layout_.layout()));
    if (!file.open(QIODevice::WriteOnly)) return;
    file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
    file.write(QByteArray::fromStdString(request().SerializeAsString()));
    file.commit();
}

QString PaintBoard::problem() const {
    QSet<QString> names;
    for (const v1::Category& each : bands_) {
        const QString name = textOf(each.name());
        if (name.trimmed().isEmpty() || each.name().size() > kNameBytesMost ||
            names.contains(name)) {
            return tr("Name of band %1: 1 to 100 bytes, each once.").arg(each.category_no() + 1);
        }
        names.insert(name);
        if (!QColor::isValidColor(textOf(each.color()))) {
            return tr("Colour of band %1: like #b5651d.").arg(each.category_no() + 1);
        }
    }
    return {};
}

void PaintBoard::save(const QString& name) {
    if (!open_) return;
    if (const QString wrong = problem(); !wrong.isEmpty()) {
        Q_EMIT said(wrong, true);
        return;
    }
    v1::PaintLayoutRequest painted = request();
    const std::string sent = painted.SerializeAsString();
    painted.set_name(name.trimmed().toStdString());
    parts_.errands.start<v1::PaintLayoutRequest, v1::ImportLayoutResponse>(
        client::kPaintLayout, painted, this,
        [this, sent, from = layout_.layout(),
         question = question_](const client::Answer<v1::ImportLayoutResponse>& answer) {
            if (!answer.done()) {
                Q_EMIT said(qt::outcomeText(answer), true);
                return;
            }
            Q_EMIT said(
                tr("The bands are saved as version %1 of the plan.").arg(answer.value.version()),
                false);
            // What was painted since then stays, and is not saved; so does another plan.
            const bool here = open_ && layout_.layout() == from;
            if (here && request().SerializeAsString() != sent) return;
            QFile::remove(fileOf(from));
            if (!here || question != question_) return;  // Another one is on its way.
            changed_ = false;
            Q_EMIT saved(answer.value.layout());
        });
}

void PaintBoard::discard() {
    if (!open_) return;
    QFile::remove(fileOf(layout_.layout()));
    const v1::Layout read = layout_;
    show(read);
    Q_EMIT changed();
}

int PaintBoard::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(bands_.size());
}

int PaintBoard::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant PaintBoard::data(const QModelIndex& index, int role) const {
    if (!index.isValid() || index.row() >= rowCount()) return {};
    const auto at = static_cast<std::size_t>(index.row());
    const v1::Category& band = bands_[at];
    const bool shows = role == Qt::DisplayRole || role == Qt::AccessibleTextRole;
    if (shows || role == Qt::EditRole) {
        if (index.column() == Name) return textOf(band.name());
        if (index.column() == Colour) return textOf(band.color());
        return locale_.toString(counts_[at]);
    }
    if (role == Qt::DecorationRole && index.column() == Colour) return QColor(textOf(band.color()));
    if (role == Qt::DecorationRole && index.column() == Name) {
        return QColor(qt::seatPalette(palette_).bands[at % qt::kBandCount]);
    }
    if (role == Qt::TextAlignmentRole && index.column() == Places) {
        return QVariant::fromValue(Qt::AlignTrailing | Qt::AlignVCenter);
    }
    return {};
}

bool PaintBoard::setData(const QModelIndex& index, const QVariant& value, int role) {
    if (role != Qt::EditRole || !index.isValid() || index.column() == Places) return false;
    v1::Category& band = bands_[static_cast<std::size_t>(index.row())];
    const std::string text = value.toString().trimmed().toStdString();
    if (text == (index.column() == Name ? band.name() : band.color())) return true;
    if (index.column() == Name) {
        band.set_name(text);
        apply();
    } else {
        if (text.size() > kColourBytesMost) return false;
        band.set_color(text);
    }
    touched();
    return true;
}

QVariant PaintBoard::headerData(int section, Qt::Orientation orientation, int role) const {
    if (role != Qt::DisplayRole) return {};
    if (orientation == Qt::Vertical) return section + 1;
    switch (section) {
        case Name:
            return tr("Band");
        case Colour:
            return tr("Web colour");
        case Places:
            return tr("Places");
        default:
            return {};
    }
}

Qt::ItemFlags PaintBoard::flags(const QModelIndex& index) const {
    if (!index.isValid()) return Qt::NoItemFlags;
    const Qt::ItemFlags usual = Qt::ItemIsEnabled | Qt::ItemIsSelectable;
    return open_ && index.column() != Places ? usual | Qt::ItemIsEditable : usual;
}

}  // namespace tessera::setup
