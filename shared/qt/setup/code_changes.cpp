// SPDX-License-Identifier: Apache-2.0
// What is typed over a code that there is.
#include <algorithm>

#include "shared/base/time.h"
#include "shared/qt/desk/refusal_text.h"
#include "shared/qt/sale/words.h"
#include "shared/qt/setup/code_book.h"
#include "shared/qt/setup/row_table.h"
#include "shared/qt/setup/typed.h"

namespace tessera::setup {
namespace {

constexpr int kNoColumn = -1;

bool isTypedOver(int column) {
    return column >= CodeBook::UsesMax && column <= CodeBook::Until;
}

QString fieldOf(int column) {
    if (column == CodeBook::UsesMax) return QStringLiteral("usesMax");
    return column == CodeBook::From ? QStringLiteral("validFrom") : QStringLiteral("validUntil");
}

int columnOf(const std::string& field) {
    if (field == "usesMax") return CodeBook::UsesMax;
    if (field == "validFrom") return CodeBook::From;
    return field == "validUntil" ? int{CodeBook::Until} : kNoColumn;
}

std::int64_t microsOf(const google::protobuf::Timestamp& time) {
    return time.seconds() * 1'000'000 + time.nanos() / 1'000;
}

google::protobuf::Timestamp timeOf(Instant at) {
    google::protobuf::Timestamp time;
    time.set_seconds(at.micros / 1'000'000);
    time.set_nanos(static_cast<std::int32_t>(at.micros % 1'000'000) * 1'000);
    return time;
}

}  // namespace

int CodeBook::rowOf(const std::string& codeId) const {
    const auto found = std::ranges::find(codes_, codeId, &v1::EventCode::code_id);
    return found == codes_.end() ? -1 : static_cast<int>(found - codes_.begin());
}

const CodeBook::Typed* CodeBook::typedAt(int row, int column) const {
    const auto found = typed_.constFind({QByteArray::fromStdString(codes_[row].code_id()), column});
    return found == typed_.cend() ? nullptr : &*found;
}

Qt::ItemFlags CodeBook::flags(const QModelIndex& index) const {
    const Qt::ItemFlags flags = QAbstractTableModel::flags(index);
    const bool over = event_.sale_state() == v1::CANCELLED;
    return isTypedOver(index.column()) && !over ? flags | Qt::ItemIsEditable : flags;
}

QString CodeBook::editText(const v1::EventCode& code, int column) const {
    const std::string& zone = event_.venue().time_zone();
    if (column == UsesMax)
        return code.uses_max() == 0 ? QString() : QString::number(code.uses_max());
    if (column == From) {
        return code.has_valid_from() ? typedTime(code.valid_from(), zone) : QString();
    }
    if (column != Until) return cell(code, column);
    return code.has_valid_until() ? typedTime(code.valid_until(), zone) : QString();
}

// With what stands beside what the mask names: a server of before the mask keeps that, too.
v1::UpdateCodeRequest CodeBook::changeOf(const v1::EventCode& code) const {
    v1::UpdateCodeRequest request;
    request.set_event(event_.event());
    request.set_code_id(code.code_id());
    request.set_uses_max(code.uses_max());
    if (code.has_valid_from()) *request.mutable_valid_from() = code.valid_from();
    if (code.has_valid_until()) *request.mutable_valid_until() = code.valid_until();
    return request;
}

QString CodeBook::change(v1::UpdateCodeRequest& request, int column, const QString& text) const {
    const QString wrong = rule(fieldOf(column));
    if (column == UsesMax) {
        const auto most = text.isEmpty() ? 0 : readCount(text);
        if (!most) return wrong;
        request.set_uses_max(*most);
        request.mutable_update_mask()->add_paths("uses_max");
        return {};
    }
    const TimeRead read =
        text.isEmpty() ? TimeRead{TimeFault::None} : readTime(text, event_.venue().time_zone());
    if (read.fault != TimeFault::None) return wrong;
    if (column == From) {
        request.clear_valid_from();
        if (!text.isEmpty()) *request.mutable_valid_from() = read.time;
        request.mutable_update_mask()->add_paths("valid_from");
    } else {
        request.clear_valid_until();
        if (!text.isEmpty()) *request.mutable_valid_until() = read.time;
        request.mutable_update_mask()->add_paths("valid_until");
    }
    const bool turned = request.has_valid_from() && request.has_valid_until() &&
                        microsOf(request.valid_from()) >= microsOf(request.valid_until());
    return turned ? tr("it must end after it begins") : QString();
}

bool CodeBook::setData(const QModelIndex& index, const QVariant& value, int role) {
    if (role != Qt::EditRole || !index.isValid() || !isTypedOver(index.column())) return false;
    const v1::EventCode& code = codes_[index.row()];
    const Cell cell{code.code_id(), index.column(), value.toString().trimmed()};
    const QPair<QByteArray, int> key(QByteArray::fromStdString(cell.codeId), cell.column);
    if (cell.text == editText(code, cell.column)) {
        // What is under way may change it yet.
        const bool mayChange = typed_.contains(key) && errands_.isUnderWay();
        if (mayChange) {
            typed_.insert(key, {cell.text, tr("not sent: type it again")});
        } else {
            typed_.remove(key);
        }
        showChanged(index.row());
        return true;
    }
    typed_.insert(key, {cell.text});
    v1::UpdateCodeRequest request = changeOf(code);
    const QString wrong = change(request, cell.column, cell.text);
    if (!wrong.isEmpty()) {
        mark(cell, wrong);
        return true;
    }
    showChanged(index.row());
    update(request, cell, tr("The code %1 is changed.").arg(sale::textOf(code.code())));
    return true;
}

void CodeBook::withdraw(const std::string& codeId) {
    const int row = rowOf(codeId);
    if (row < 0) return;
    const v1::EventCode& code = codes_[row];
    const QString name = sale::textOf(code.code());
    const Instant now = desk_.isConnectedTo() ? desk_.serverTime() : Instant{};
    if (code.has_valid_until() && microsOf(code.valid_until()) <= now.micros) {
        Q_EMIT said(tr("The code %1 is over already.").arg(name), false);
        return;
    }
    v1::UpdateCodeRequest request = changeOf(code);
    *request.mutable_valid_until() = timeOf(now);
    request.mutable_update_mask()->add_paths("valid_until");
    // It never began.
    if (code.has_valid_from() && microsOf(code.valid_from()) >= now.micros) {
        request.clear_valid_from();
        request.mutable_update_mask()->add_paths("valid_from");
    }
    update(request, {.codeId = codeId}, tr("The code %1 is withdrawn.").arg(name));
}

void CodeBook::update(const v1::UpdateCodeRequest& request, const Cell& cell, const QString& done) {
    const auto answered = [this, cell, done](const client::Answer<v1::EventCode>& answer) {
        if (answer.done()) {
            if (typedIn(cell) != nullptr) {
                typed_.remove({QByteArray::fromStdString(cell.codeId), cell.column});
            }
            ++question_;  // A list that was asked for before this has it as it was.
            if (const int row = rowOf(cell.codeId); row >= 0) {
                codes_[row] = answer.value;
                showChanged(row);
            }
            Q_EMIT said(done, false);
            return;
        }
        const auto field = answer.refusal.metadata.find("field");
        const int at =
            field == answer.refusal.metadata.end() ? cell.column : columnOf(field->second);
        const bool known = field != answer.refusal.metadata.end() && at != kNoColumn;
        const QString text = known ? rule(fieldOf(at)) : qt::outcomeText(answer);
        if (cell.column == kNoColumn) {
            Q_EMIT said(text, true);
        } else {
            mark(cell, text);
        }
    };
    if (errands_.start<v1::UpdateCodeRequest, v1::EventCode>(client::kUpdateCode, request, this,
                                                             answered)) {
        return;
    }
    // It has been said why.
    if (Typed* const typed = typedIn(cell)) typed->problem = tr("not sent: type it again");
    if (const int row = rowOf(cell.codeId); row >= 0) showChanged(row);
}

void CodeBook::mark(const Cell& cell, const QString& problem) {
    if (Typed* const typed = typedIn(cell)) typed->problem = problem;
    if (const int row = rowOf(cell.codeId); row >= 0) showChanged(row);
    Q_EMIT said(tr("%1: %2.").arg(name(fieldOf(cell.column)), problem), true);
}

CodeBook::Typed* CodeBook::typedIn(const Cell& cell) {
    const auto found = typed_.find({QByteArray::fromStdString(cell.codeId), cell.column});
    return found == typed_.end() || found->text != cell.text ? nullptr : &*found;
}

void CodeBook::showChanged(int row) {
    Q_EMIT dataChanged(index(row, 0), index(row, ColumnCount - 1));
}

}  // namespace tessera::setup
