// SPDX-License-Identifier: Apache-2.0
#include "shared/qt/setup/code_book.h"

#include <QtCore/QRegularExpression>
#include <algorithm>
#include <utility>

#include "shared/qt/desk/refusal_text.h"
#include "shared/qt/sale/words.h"
#include "shared/qt/setup/row_table.h"
#include "shared/qt/setup/typed.h"

namespace tessera::setup {
namespace {

constexpr int kShownMost = 1'000;
constexpr int kAllocationMost = 999;
constexpr const char* kIds[] = {"code",      "discount",   "used",    "usesMax",
                                "validFrom", "validUntil", "presale", "allocation"};

bool isCode(const QString& text) {
    static const QRegularExpression kForm(QStringLiteral("^[A-Z0-9-]{3,32}$"));
    return kForm.match(text).hasMatch();
}

// "code.rateOffPpm" of the server.
QString fieldOf(const std::string& said) {
    const QString field = QString::fromStdString(said);
    if (field.contains(QStringLiteral("Off"))) return QStringLiteral("discount");
    if (field.contains(QStringLiteral("category"))) return QStringLiteral("bands");
    if (field.contains(QStringLiteral("allocation"))) return QStringLiteral("allocation");
    return field.section(u'.', -1);
}

}  // namespace

CodeBook::CodeBook(qt::Desk& desk, Errands& errands, QObject* parent)
    : QAbstractTableModel(parent), desk_(desk), errands_(errands) {
    connect(&errands_, &Errands::recovered, this, [this](const QByteArray& path) {
        const bool ofCodes = path == client::kCreateCode.path || path == client::kUpdateCode.path;
        if (ofCodes && !event_.event().empty()) read();
    });
}

void CodeBook::setLocale(const QLocale& locale) {
    locale_ = locale;
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
    if (rowCount() > 0) Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

void CodeBook::setEvent(const v1::Event& event) {
    const bool another = event.event() != event_.event();
    event_ = event;
    if (!another) return;
    ++question_;
    beginResetModel();
    codes_.clear();
    more_ = false;
    endResetModel();
    if (!event_.event().empty()) read();
}

void CodeBook::read() {
    v1::ListCodesRequest request;
    request.set_event(event_.event());
    request.set_page_size(kShownMost);
    desk_.ask(client::kListCodes, request, this,
              [this, question = ++question_](const client::Answer<v1::ListCodesResponse>& answer) {
                  if (question != question_) return;
                  if (!answer.done()) {
                      Q_EMIT said(qt::outcomeText(answer), true);
                      return;
                  }
                  take(answer.value);
              });
}

// The same codes stay where they are: somebody may be typing over one.
void CodeBook::take(const v1::ListCodesResponse& answer) {
    const bool same = std::ranges::equal(codes_, answer.codes(), {}, &v1::EventCode::code_id,
                                         &v1::EventCode::code_id);
    more_ = !answer.next_page_token().empty();
    if (!same) {
        beginResetModel();
        codes_ = {answer.codes().begin(), answer.codes().end()};
        return endResetModel();
    }
    for (int row = 0; row < rowCount(); ++row) {
        const v1::EventCode before = std::exchange(codes_[row], answer.codes(row));
        for (int column = 0; column < ColumnCount; ++column) {
            const bool stays = cell(before, column) == cell(codes_[row], column);
            if (!stays) Q_EMIT dataChanged(index(row, column), index(row, column));
        }
    }
}

void CodeBook::refresh() {
    if (!event_.event().empty() && !errands_.isUnderWay()) read();
}

QString CodeBook::name(const QString& field) {
    if (field == QStringLiteral("code")) return tr("Code");
    if (field == QStringLiteral("discount")) return tr("Off each ticket");
    if (field == QStringLiteral("used")) return tr("Used");
    if (field == QStringLiteral("usesMax")) return tr("Uses at most");
    if (field == QStringLiteral("validFrom")) return tr("Valid from");
    if (field == QStringLiteral("validUntil")) return tr("Valid until");
    if (field == QStringLiteral("presale")) return tr("Opens the presale");
    if (field == QStringLiteral("bands")) return tr("For bands");
    return tr("Sells allocation");
}

QString CodeBook::rule(const QString& field) {
    if (field == QStringLiteral("code")) return tr("3 to 32 of A-Z, 0-9 and -");
    if (field == QStringLiteral("discount")) return tr("10 % or an amount like 5.00");
    if (field == QStringLiteral("usesMax")) return tr("a whole number; empty: any number");
    if (field == QStringLiteral("bands")) return tr("numbers like 1 2; empty: all");
    if (field == QStringLiteral("allocation")) return tr("1 to 999; empty: none");
    return tr("a time like 2026-12-04 19:30");
}

QString CodeBook::fill(const QMap<QString, QString>& typed, v1::EventCode& out) const {
    const auto of = [&typed](const char* id) { return typed.value(QLatin1String(id)).trimmed(); };
    const QString code = of("code").toUpper();
    if (!isCode(code)) return QStringLiteral("code");
    out.set_code(code.toStdString());
    if (const QString off = of("discount"); off.contains(u'%')) {
        const auto rate = readRate(off, locale_);
        if (!rate || *rate == 0) return QStringLiteral("discount");
        out.set_rate_off_ppm(*rate);
    } else if (!off.isEmpty()) {
        const auto amount = sale::amountTyped(off, event_.config().currency_code(), locale_);
        if (!amount || *amount == 0) return QStringLiteral("discount");
        out.set_amount_off_minor_units(*amount);
    }
    if (const QString uses = of("usesMax"); !uses.isEmpty()) {
        const auto most = readCount(uses);
        if (!most) return QStringLiteral("usesMax");
        out.set_uses_max(*most);
    }
    for (const char* const id : {"validFrom", "validUntil"}) {
        if (of(id).isEmpty()) continue;
        const TimeRead read = readTime(of(id), event_.venue().time_zone());
        if (read.fault != TimeFault::None) return QLatin1String(id);
        const bool from = QLatin1String(id) == QLatin1String("validFrom");
        *(from ? out.mutable_valid_from() : out.mutable_valid_until()) = read.time;
    }
    out.set_presale(of("presale") == QStringLiteral("1"));
    for (const QString& part : of("bands").replace(u',', u' ').split(u' ', Qt::SkipEmptyParts)) {
        const auto band = readCount(part);
        if (!band || *band < 1) return QStringLiteral("bands");
        out.add_category_nos(*band - 1);
    }
    if (const QString number = of("allocation"); !number.isEmpty()) {
        const auto allocation = readCount(number);
        if (!allocation || *allocation < 1 || *allocation > kAllocationMost) {
            return QStringLiteral("allocation");
        }
        out.set_allocation_no(*allocation);
    }
    return {};
}

void CodeBook::create(const QMap<QString, QString>& typed) {
    v1::CreateCodeRequest request;
    request.set_event(event_.event());
    if (event_.event().empty()) {
        Q_EMIT said(tr("Save the event first: then it can have codes."), true);
        return;
    }
    const QString wrong = fill(typed, *request.mutable_code());
    if (!wrong.isEmpty()) {
        Q_EMIT said(tr("%1: %2.").arg(name(wrong), rule(wrong)), true);
        Q_EMIT refused(wrong, typed.value(wrong));
        return;
    }
    errands_.start<v1::CreateCodeRequest, v1::EventCode>(
        client::kCreateCode, request, this,
        [this, typed, about = event_.event()](const client::Answer<v1::EventCode>& answer) {
            const bool shown = about == event_.event();
            if (answer.done()) {
                Q_EMIT said(tr("The code %1 is made.").arg(sale::textOf(answer.value.code())),
                            false);
                if (shown) read();
                Q_EMIT created(typed);
                return;
            }
            if (answer.refusal.reason == v1::ErrorReason::CODE_EXISTS) {
                Q_EMIT said(tr("Code: the event has this one already."), true);
                const QString at = QStringLiteral("code");
                if (shown) Q_EMIT refused(at, typed.value(at));
                return;
            }
            const auto field = answer.refusal.metadata.find("field");
            if (field == answer.refusal.metadata.end()) {
                Q_EMIT said(qt::outcomeText(answer), true);
                return;
            }
            const QString at = fieldOf(field->second);
            Q_EMIT said(tr("%1: %2.").arg(name(at), rule(at)), true);
            if (shown) Q_EMIT refused(at, typed.value(at));
        });
}

int CodeBook::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(codes_.size());
}

int CodeBook::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : ColumnCount;
}

QString CodeBook::cell(const v1::EventCode& code, int column) const {
    const std::string& zone = event_.venue().time_zone();
    switch (column) {
        case Code:
            return sale::textOf(code.code());
        case Discount: {
            if (code.has_rate_off_ppm()) {
                return tr("%1 %").arg(typedRate(code.rate_off_ppm(), locale_));
            }
            v1::Money money;
            money.set_minor_units(code.amount_off_minor_units());
            money.set_currency_code(event_.config().currency_code());
            return code.has_amount_off_minor_units() ? sale::moneyText(money, locale_) : QString();
        }
        case Used:
            return locale_.toString(code.uses());
        case UsesMax:
            return code.uses_max() == 0 ? QString() : locale_.toString(code.uses_max());
        case From:
            return code.has_valid_from() ? sale::dateText(code.valid_from(), zone, locale_)
                                         : QString();
        case Until:
            return code.has_valid_until() ? sale::dateText(code.valid_until(), zone, locale_)
                                          : QString();
        case Presale:
            return code.presale() ? tr("yes") : QString();
        default:
            return code.allocation_no() == 0 ? QString() : locale_.toString(code.allocation_no());
    }
}

QVariant CodeBook::data(const QModelIndex& index, int role) const {
    if (!index.isValid() || index.row() >= rowCount()) return {};
    const Typed* const typed = typedAt(index.row(), index.column());
    switch (role) {
        case Qt::DisplayRole:
        case Qt::AccessibleTextRole:
            return typed != nullptr ? typed->text : cell(codes_[index.row()], index.column());
        case Qt::EditRole:
            return typed != nullptr ? typed->text : editText(codes_[index.row()], index.column());
        case kWrongRole:
            return typed != nullptr && !typed->problem.isEmpty() ? typed->problem : QVariant();
        case Qt::TextAlignmentRole: {
            const bool number = index.column() >= Discount && index.column() <= UsesMax;
            return number ? QVariant::fromValue(Qt::AlignTrailing | Qt::AlignVCenter) : QVariant();
        }
        default:
            return {};
    }
}

QVariant CodeBook::headerData(int section, Qt::Orientation orientation, int role) const {
    if (role != Qt::DisplayRole || section < 0 || section >= ColumnCount) return {};
    if (orientation == Qt::Vertical) return section + 1;
    return name(QLatin1String(kIds[section]));
}

}  // namespace tessera::setup
