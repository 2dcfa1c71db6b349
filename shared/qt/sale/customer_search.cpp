// SPDX-License-Identifier: Apache-2.0
#include "shared/qt/sale/customer_search.h"

#include <algorithm>

#include "shared/base/check.h"
#include "shared/qt/desk/refusal_text.h"
#include "shared/qt/sale/words.h"

namespace tessera::sale {
namespace {

constexpr qsizetype kPhoneLeast = 4;
constexpr qsizetype kEmailLeast = 3;

bool isEmail(const QString& text) {
    const qsizetype bytes = text.toUtf8().size();
    return bytes >= kEmailLeast && bytes <= CustomerSearch::kEmailBytesMost &&
           text.count(u'@') == 1;
}

bool isPhone(const QString& text) {
    const QString allowed = QStringLiteral("0123456789 +-/()");
    return text.size() >= kPhoneLeast && text.size() <= CustomerSearch::kPhoneCharactersMost &&
           std::ranges::all_of(text, [&](QChar each) { return allowed.contains(each); });
}

}  // namespace

QString customerLine(const v1::Customer& customer) {
    QStringList parts{textOf(customer.name()), textOf(customer.organisation()),
                      textOf(customer.email()), textOf(customer.phone())};
    parts.removeAll(QString());
    return parts.join(CustomerSearch::tr(", ", "between parts of a line"));
}

CustomerSearch::CustomerSearch(qt::Desk& desk, Cart& cart, QObject* parent)
    : QAbstractListModel(parent), desk_(desk), cart_(cart) {}

void CustomerSearch::search(const QString& text) {
    const int question = ++question_;
    if (call_ != 0) desk_.giveUp(call_);
    call_ = 0;
    problem_.clear();
    QString query = text.trimmed();
    while (query.toUtf8().size() > kQueryBytesMost) query.chop(1);
    if (query.toUtf8().size() < kQueryBytesLeast) {
        show({});
        Q_EMIT answered();
        return;
    }
    v1::FindCustomersRequest request;
    request.set_query(query.toStdString());
    call_ = desk_.ask(client::kFindCustomers, request, this,
                      [this, question](const client::Answer<v1::FindCustomersResponse>& answer) {
                          if (question != question_) return;
                          call_ = 0;
                          problem_ = qt::outcomeText(answer);
                          const auto& all = answer.value.customers();
                          if (answer.done()) show({all.begin(), all.end()});
                          Q_EMIT answered();
                      });
}

void CustomerSearch::show(QList<v1::Customer> customers) {
    beginResetModel();
    found_ = std::move(customers);
    endResetModel();
}

bool CustomerSearch::take(const v1::Customer& customer) {
    if (cart_.isBuyerFixed()) return false;
    cart_.setCustomer(customer);
    return true;
}

const v1::Customer& CustomerSearch::at(int row) const {
    TESSERA_CHECK(row >= 0 && row < rowCount());
    return found_[row];
}

CustomerSearch::Field CustomerSearch::wrongField(const Typed& typed) {
    const qsizetype nameBytes = typed.name.trimmed().toUtf8().size();
    if (nameBytes == 0 || nameBytes > kNameBytesMost) return Field::Name;
    if (!typed.email.trimmed().isEmpty() && !isEmail(typed.email.trimmed())) return Field::Email;
    if (!typed.phone.trimmed().isEmpty() && !isPhone(typed.phone.trimmed())) return Field::Phone;
    return Field::None;
}

QString CustomerSearch::wrongText(Field field) {
    switch (field) {
        case Field::None:
            break;
        case Field::Name:
            return tr("Name: 1 to %1 bytes.").arg(kNameBytesMost);
        case Field::Email:
            return tr("E-mail: 3 to %1 bytes with one @, or nothing.").arg(kEmailBytesMost);
        case Field::Phone:
            return tr("Telephone: %1 to %2 of digits, blanks, +, -, / and brackets, or nothing.")
                .arg(kPhoneLeast)
                .arg(kPhoneCharactersMost);
    }
    return {};
}

int CustomerSearch::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(found_.size());
}

QVariant CustomerSearch::data(const QModelIndex& index, int role) const {
    if (!index.isValid() || index.row() >= rowCount()) return {};
    if (role == Qt::DisplayRole || role == Qt::AccessibleTextRole) {
        return customerLine(found_[index.row()]);
    }
    return {};
}

}  // namespace tessera::sale
