// SPDX-License-Identifier: Apache-2.0
#include "shared/qt/orders/mail_model.h"

#include "shared/qt/sale/words.h"

namespace tessera::orders {

MailModel::MailModel(const OrderInHand& order, QObject* parent)
    : OrderTable(order, ColumnCount, Tries, parent) {
    MailModel::take(order.details());
}

bool MailModel::isOfTheSame(const v1::OrderDetails& now) const {
    return static_cast<std::size_t>(now.mails_size()) == mails_.size();
}

void MailModel::take(const v1::OrderDetails& now) {
    mails_.assign(now.mails().rbegin(), now.mails().rend());
}

int MailModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(mails_.size());
}

QString MailModel::headingOf(int column) const {
    switch (column) {
        case What:
            return tr("Mail");
        case To:
            return tr("To");
        case State:
            return tr("How it stands");
        case When:
            return tr("When");
        case Tries:
            return tr("Tries");
        default:
            return {};
    }
}

QString MailModel::whatText(v1::Mail::Kind kind) {
    switch (kind) {
        case v1::Mail::CONFIRMATION:
            return tr("confirmation");
        case v1::Mail::CONFIRMATION_AGAIN:
            return tr("confirmation again");
        case v1::Mail::REFUND:
            return tr("refund");
        case v1::Mail::EVENT_CANCELLED:
            return tr("event cancelled");
        case v1::Mail::EVENT_MOVED:
            return tr("event moved");
        default:
            return tr("another mail");
    }
}

QString MailModel::textOf(int row, int column) const {
    const v1::Mail& mail = mails_[static_cast<std::size_t>(row)];
    switch (column) {
        case What:
            return whatText(mail.kind());
        case To:
            return mail.address().empty() ? tr("nobody") : sale::textOf(mail.address());
        case State:
            return stateText(mail);
        case When:
            return timeOf(mail);
        case Tries:
            return locale().toString(mail.tries());
        default:
            return {};
    }
}

// When it was over; till then, when it was asked for.
QString MailModel::timeOf(const v1::Mail& mail) const {
    return sale::dateText(mail.has_end_time() ? mail.end_time() : mail.create_time(),
                          order().event().venue().time_zone(), locale());
}

QString MailModel::stateText(const v1::Mail& mail) {
    switch (mail.state()) {
        case v1::Mail::QUEUED:
            return mail.tries() == 0 ? tr("on its way")
                                     : tr("on its way: the mail server did not take it yet");
        case v1::Mail::SENT:
            return tr("sent");
        case v1::Mail::FAILED:
            return tr("not sent: %1").arg(failureText(mail.failure()));
        default:
            return tr("not known");
    }
}

QString MailModel::failureText(v1::Mail::Failure failure) {
    switch (failure) {
        case v1::Mail::REFUSED:
            return tr("the mail server refuses it or its address");
        case v1::Mail::NO_ADDRESS:
            return tr("there is no address that mail can go to");
        case v1::Mail::GAVE_UP:
            return tr("no mail server took it for days");
        case v1::Mail::NOTHING_TO_SAY:
            return tr("no ticket of the order admits any more");
        default:
            return tr("why is not known");
    }
}

}  // namespace tessera::orders
