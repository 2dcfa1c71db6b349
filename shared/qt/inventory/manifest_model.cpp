// SPDX-License-Identifier: Apache-2.0
#include "shared/qt/inventory/manifest_model.h"

#include <algorithm>

#include "shared/base/check.h"
#include "shared/qt/desk/refusal_text.h"
#include "shared/qt/inventory/sales_model.h"
#include "shared/qt/sale/words.h"

namespace tessera::inventory {
namespace {

constexpr client::Millis kPagePatience{20'000};

}  // namespace

ManifestModel::ManifestModel(qt::Desk& desk, const EventInView& view, QObject* parent)
    : QAbstractTableModel(parent), desk_(desk), view_(view) {
    connect(&view_, &EventInView::changed, this, [this] {
        if (view_.id() == of_) return;
        beginResetModel();
        of_ = view_.id();
        lines_.clear();
        shown_.clear();
        ++question_;
        stage_ = ManifestStage::Nothing;
        endResetModel();
        Q_EMIT stageChanged();
    });
}

void ManifestModel::setLocale(const QLocale& locale) {
    locale_ = locale;
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
    if (rowCount() > 0) Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

void ManifestModel::read(bool willCall) {
    if (view_.id().empty()) return;
    beginResetModel();
    of_ = view_.id();
    willCall_ = willCall;
    lines_.clear();
    shown_.clear();
    more_ = false;
    problem_.clear();
    stage_ = ManifestStage::Reading;
    endResetModel();
    Q_EMIT stageChanged();
    ask({});
}

void ManifestModel::ask(const std::string& pageToken) {
    const int question = ++question_;
    v1::ListManifestRequest request;
    request.set_event(of_);
    request.set_will_call(willCall_);
    request.set_page_size(kPage);
    request.set_page_token(pageToken);
    desk_.ask(client::kListManifest, request, this,
              [this, question](const client::Answer<v1::ListManifestResponse>& answer) {
                  if (question == question_) answered(answer);
              },
              {.within = kPagePatience});
}

void ManifestModel::answered(const client::Answer<v1::ListManifestResponse>& answer) {
    if (!answer.done()) {
        problem_ = answer.outcome == client::Outcome::Unknown
                       ? tr("The server has not answered: the list is not complete. Read it again.")
                       : qt::outcomeText(answer);
        stage_ = ManifestStage::Failed;
        Q_EMIT stageChanged();
        return;
    }
    const std::size_t before = lines_.size();
    for (const v1::ManifestLine& each : answer.value.lines()) {
        if (lines_.size() < static_cast<std::size_t>(kLinesMost)) lines_.push_back(each);
    }
    std::vector<std::size_t> added;
    for (std::size_t i = before; i < lines_.size(); ++i) {
        if (isShown(lines_[i])) added.push_back(i);
    }
    if (!added.empty()) {
        beginInsertRows({}, rowCount(), rowCount() + static_cast<int>(added.size()) - 1);
        shown_.insert(shown_.end(), added.begin(), added.end());
        endInsertRows();
    }
    const std::string& next = answer.value.next_page_token();
    more_ = !next.empty() && lines_.size() >= static_cast<std::size_t>(kLinesMost);
    if (!next.empty() && !more_) {
        ask(next);
    } else {
        stage_ = ManifestStage::Read;
    }
    Q_EMIT stageChanged();
}

void ManifestModel::setFilter(const QString& text) {
    const QStringList words = text.split(u' ', Qt::SkipEmptyParts);
    if (words == words_) return;
    words_ = words;
    filter();
    Q_EMIT stageChanged();
}

bool ManifestModel::isShown(const v1::ManifestLine& line) const {
    if (words_.isEmpty()) return true;
    const QString all = QStringList{sale::placeText(line.label()), sale::textOf(line.name()),
                                    sale::textOf(line.email()), sale::textOf(line.note()),
                                    sale::textOf(line.order())}
                            .join(u' ');
    return std::ranges::all_of(
        words_, [&](const QString& word) { return all.contains(word, Qt::CaseInsensitive); });
}

void ManifestModel::filter() {
    beginResetModel();
    shown_.clear();
    for (std::size_t i = 0; i < lines_.size(); ++i) {
        if (isShown(lines_[i])) shown_.push_back(i);
    }
    endResetModel();
}

const v1::ManifestLine& ManifestModel::at(int row) const {
    TESSERA_CHECK(row >= 0 && row < rowCount());
    return lines_[shown_[static_cast<std::size_t>(row)]];
}

int ManifestModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(shown_.size());
}

int ManifestModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : ColumnCount;
}

QString ManifestModel::textOf(const v1::ManifestLine& line, int column) const {
    switch (column) {
        case Place:
            return sale::placeText(line.label());
        case Name:
            return sale::textOf(line.name().empty() ? line.email() : line.name());
        case Type:
            return view_.typeName(line.ticket_type_no());
        case Channel:
            return channelText(line.channel());
        case State:
            if (line.has_hand_out_time()) {
                return tr("handed out %1")
                    .arg(sale::dateText(line.hand_out_time(), view_.event().venue().time_zone(),
                                        locale_));
            }
            return line.state() == v1::Ticket::ACTIVE ? tr("paid, not handed out")
                                                      : tr("not paid: does not admit");
        case Note:
            return sale::textOf(line.note());
        default:
            return {};
    }
}

QVariant ManifestModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid() || index.row() >= rowCount()) return {};
    switch (role) {
        case Qt::DisplayRole:
            return textOf(at(index.row()), index.column());
        case Qt::AccessibleTextRole:
            return QStringLiteral("%1: %2").arg(
                headerData(index.column(), Qt::Horizontal, Qt::DisplayRole).toString(),
                textOf(at(index.row()), index.column()));
        default:
            return {};
    }
}

QVariant ManifestModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) return {};
    switch (section) {
        case Place:
            return tr("Place");
        case Name:
            return tr("Name");
        case Type:
            return tr("Ticket type");
        case Channel:
            return tr("Sold at");
        case State:
            return tr("State");
        case Note:
            return tr("Note");
        default:
            return {};
    }
}

ManifestPaper ManifestModel::paper() const {
    ManifestPaper paper;
    const v1::Event& event = view_.event();
    paper.title = sale::textOf(event.config().name());
    paper.subtitle =
        QStringList{willCall_ ? tr("Will call") : tr("Manifest"),
                    sale::dateText(event.config().starts_at(), event.venue().time_zone(), locale_),
                    sale::textOf(event.venue().name()), tr("%n ticket(s)", "", rowCount())}
            .join(tr(" · ", "between facts of an event"));
    paper.pageText = tr("Page %1 of %2");
    paper.rightToLeft = locale_.textDirection() == Qt::RightToLeft;
    paper.locale = locale_;
    for (const int column : {Place, Name, Type, State, Note}) {
        paper.headers << headerData(column, Qt::Horizontal, Qt::DisplayRole).toString();
    }
    paper.shares = {26, 26, 14, 20, 14};
    for (int row = 0; row < rowCount(); ++row) {
        QStringList cells;
        for (const int column : {Place, Name, Type, State, Note}) {
            cells << textOf(at(row), column);
        }
        paper.rows << cells;
    }
    return paper;
}

}  // namespace tessera::inventory
