// SPDX-License-Identifier: Apache-2.0
// How orders, tickets and refunds stand, and why something was refused, in the words of staff.
//
// Pure but for the language that is installed. The GUI's thread.
#pragma once

#include <QtCore/QLocale>
#include <QtCore/QString>
#include <string>

#include "shared/client/answer.h"
#include "shared/qt/desk/refusal_text.h"
#include "tessera/v1/desk_service.pb.h"
#include "tessera/v1/event.pb.h"
#include "tessera/v1/order.pb.h"
#include "tessera/v1/payment_service.pb.h"

namespace tessera::orders {

QString stateText(v1::Order::State state);
// Of an order of which `back` has yet to go back; nothing: as above.
QString stateText(v1::Order::State state, const v1::Money& back, const QLocale& locale);
// "admits", "void", "being exchanged", "offered to somebody".
QString stateText(const v1::Ticket& ticket);
// `cash`: what it goes back as is handed over by staff.
QString stateText(v1::Refund::State state, bool cash);
QString reasonText(v1::Refund::Reason reason);
QString channelText(v1::Channel channel);
// Of the event; empty: there is none of that number.
QString typeText(const v1::Event& event, int ticketType);
// Why the event does not take place as it was sold; empty: it does.
QString disruptionText(const v1::Event& event, const QLocale& locale);

// The refund goes back as cash, which staff hands over.
bool isCash(const v1::Order& order, const v1::Refund& refund);
// The refund is of what tickets of an older order paid for: it goes on there.
bool isPassedOn(const v1::Order& order, const v1::Refund& refund);
// That order; empty: the answer does not name it. REQUIRES: isPassedOn().
std::string givenOrder(const v1::Order& order, const v1::Refund& refund);
// What has yet to go back of the order's own payments.
v1::Money stillBack(const v1::Order& order);
// The group of refunds that one call made of the tickets that it names;
// empty: there is none.
std::string groupOf(const v1::Order& order, const v1::RefundTicketsRequest& call);
// What of this group waits to be handed over in cash, in minor units.
std::int64_t cashWaiting(const v1::Order& order, const std::string& group);
// Something of it may become another by itself: a payment, a refund that a provider has.
bool isUnderWay(const v1::Order& order);
// A mail to its buyer is on its way.
bool hasMailUnderWay(const v1::OrderDetails& details);

// Never empty.
QString refusalText(const client::Refusal& refusal);

// Empty where it is Done.
template <class Value>
QString outcomeText(const client::Answer<Value>& answer) {
    if (answer.outcome != client::Outcome::Refused) return qt::outcomeText(answer);
    return refusalText(answer.refusal);
}

}  // namespace tessera::orders
