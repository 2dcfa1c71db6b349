// SPDX-License-Identifier: Apache-2.0
#include "shared/qt/staff/person_desk.h"

#include <QtCore/QDate>
#include <QtCore/QFile>
#include <QtCore/QRegularExpression>
#include <QtCore/QSaveFile>

#include "shared/qt/desk/refusal_text.h"
#include "shared/qt/sale/customer_search.h"
#include "shared/qt/sale/words.h"
#include "shared/qt/staff/errand_rules.h"

namespace tessera::staff {
namespace {

constexpr qsizetype kQueryBytesLeast = 2;
constexpr qsizetype kQueryMost = 50;

}  // namespace

PersonList::PersonList(qt::Desk& desk, QObject* parent) : QAbstractListModel(parent), desk_(desk) {}

void PersonList::search(const QString& text) {
    const int question = ++question_;
    problem_.clear();
    const QString query = text.trimmed().left(kQueryMost);
    if (query.toUtf8().size() < kQueryBytesLeast) {
        take({});
        return Q_EMIT answered();
    }
    v1::FindCustomersRequest request;
    request.set_query(query.toStdString());
    desk_.ask(client::kFindCustomers, request, this,
              [this, question](const client::Answer<v1::FindCustomersResponse>& answer) {
                  if (question != question_) return;
                  problem_ = qt::outcomeText(answer);
                  const auto& all = answer.value.customers();
                  if (answer.done()) take({all.begin(), all.end()});
                  Q_EMIT answered();
              });
}

void PersonList::take(QList<v1::Customer> found) {
    beginResetModel();
    found_ = std::move(found);
    endResetModel();
}

QString PersonList::emailAt(int row) const {
    return row >= 0 && row < rowCount() ? sale::textOf(found_[row].email()) : QString();
}

int PersonList::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(found_.size());
}

QVariant PersonList::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid)) {
        return {};
    }
    const bool text =
        role == Qt::DisplayRole || role == Qt::ToolTipRole || role == Qt::AccessibleTextRole;
    return text ? sale::customerLine(found_[index.row()]) : QVariant();
}

PersonDesk::PersonDesk(qt::Desk& desk, client::Millis patience, QObject* parent)
    : QObject(parent), desk_(desk), errand_(desk, errandRules(patience)), found_(desk) {
    connect(&errand_, &qt::Errand::changed, this, &PersonDesk::changed);
    connect(&errand_, &qt::Errand::said, this, &PersonDesk::said);
    connect(&desk, &qt::Desk::sessionChanged, this, &PersonDesk::forget);
}

void PersonDesk::setLocale(const QLocale& locale) {
    locale_ = locale;
}

void PersonDesk::forget() {
    found_.search({});
    if (progress_.isEmpty()) return;
    progress_.clear();
    Q_EMIT changed();
}

bool PersonDesk::isEmail(const QString& email) {
    static const QRegularExpression kAddress(
        QStringLiteral("^[^@ \\t\\r\\n<>,;]+@[^@ \\t\\r\\n<>,;]+$"));
    const QString address = email.trimmed();
    const qsizetype bytes = address.toUtf8().size();
    if (bytes <= kEmailBytesMost && kAddress.match(address).hasMatch()) return true;
    Q_EMIT refusedAt(Field::Email, tr("E-mail: 3 to 254 bytes with one @."));
    return false;
}

QString PersonDesk::fileName() {
    return QStringLiteral("person-%1.json").arg(QDate::currentDate().toString(Qt::ISODate));
}

// It changes nothing: whoever wants it still, where there is no answer, asks anew.
void PersonDesk::exportTo(const QString& path, const QString& email) {
    if (!isEmail(email)) return;
    v1::ExportPersonRequest request;
    request.set_email(email.trimmed().toStdString());
    errand_.start<v1::ExportPersonRequest, v1::Document>(
        client::kExportPerson, request,
        [this, path, email](const client::Answer<v1::Document>& answer, bool) {
            if (answer.done()) return write(path, answer.value);
            // The e-mail is one, which was seen before it was asked: there is too much of it.
            if (answer.refusal.reason != v1::ErrorReason::INVALID_FIELD) {
                return refuse(email, qt::outcomeText(answer), answer.refusal);
            }
            Q_EMIT said(tr("More orders are known of this e-mail than one file holds: nothing was "
                           "written."),
                        true);
        },
        qt::Errand::Again::No);
}

void PersonDesk::refuse(const QString& email, const QString& text, const client::Refusal& refusal) {
    if (refusal.reason != v1::ErrorReason::PERSON_NOT_FOUND) return Q_EMIT said(text, true);
    const QString nobody = tr("Nothing is known of anybody with this e-mail.");
    Q_EMIT said(nobody, true);
    Q_EMIT notKnown(email, nobody);
}

void PersonDesk::write(const QString& path, const v1::Document& document) {
    QSaveFile file(path);
    const QByteArray bytes = QByteArray::fromStdString(document.content());
    const bool written = file.open(QIODevice::WriteOnly) &&
                         file.setPermissions(QFile::ReadOwner | QFile::WriteOwner) &&
                         file.write(bytes) == bytes.size() && file.commit();
    if (!written) {
        Q_EMIT said(tr("The file cannot be written: %1.").arg(path), true);
        return;
    }
    Q_EMIT said(tr("Saved: %1").arg(path), false);
    Q_EMIT exported(path);
}

bool PersonDesk::isComplete(const Wish& wish) {
    if (!isEmail(wish.email)) return false;
    if (wish.email.trimmed().compare(wish.again.trimmed(), Qt::CaseInsensitive) != 0) {
        Q_EMIT refusedAt(Field::Again, tr("It is not the e-mail above: type it again."));
        return false;
    }
    const qsizetype bytes = wish.reason.trimmed().toUtf8().size();
    if (bytes >= 1 && bytes <= kReasonBytesMost) return true;
    Q_EMIT refusedAt(Field::Reason, tr("Reason: 1 to 200 bytes."));
    return false;
}

void PersonDesk::erase(const Wish& wish) {
    if (!isComplete(wish)) return;
    v1::ErasePersonRequest request;
    request.set_email(wish.email.trimmed().toStdString());
    request.set_reason(wish.reason.trimmed().toStdString());
    errand_.start<v1::ErasePersonRequest, v1::ErasePersonResponse>(
        client::kErasePerson, request,
        [this, email = wish.email](const client::Answer<v1::ErasePersonResponse>& answer, bool) {
            if (answer.done()) {
                progress_ = progressText(answer.value);
                Q_EMIT changed();
                Q_EMIT said(tr("It is done, or goes on by itself."), false);
                return Q_EMIT erased(email);
            }
            refuse(email, qt::outcomeText(answer), answer.refusal);
        });
}

QString PersonDesk::progressText(const v1::ErasePersonResponse& now) const {
    return QStringList{
        tr("Customers erased: %1").arg(locale_.toString(now.customers_erased())),
        tr("Orders erased: %1").arg(locale_.toString(now.orders_erased())),
        tr("Orders that are being erased: %1").arg(locale_.toString(now.orders_left())),
        tr("Orders of events to come, erased after them: %1")
            .arg(locale_.toString(now.orders_kept()))}
        .join(u'\n');
}

}  // namespace tessera::staff
