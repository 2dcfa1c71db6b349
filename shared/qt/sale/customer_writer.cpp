// SPDX-License-Identifier: Apache-2.0
#include "shared/qt/sale/customer_writer.h"

#include <algorithm>
#include <utility>

#include "shared/base/check.h"
#include "shared/qt/desk/refusal_text.h"
#include "shared/qt/sale/customer_search.h"

namespace tessera::sale {
namespace {

constexpr int kAgainMillis = 500;

// What finds them, the most telling last.
std::vector<std::string> searchesFor(const v1::Customer& before, const v1::Customer& wanted) {
    std::vector<std::string> out;
    for (const std::string& each : {wanted.name(), wanted.email(), before.organisation(),
                                    before.phone(), before.name(), before.email()}) {
        const auto size = static_cast<int>(each.size());
        const bool asks = size >= CustomerSearch::kQueryBytesLeast &&
                          size <= CustomerSearch::kQueryBytesMost &&
                          std::ranges::find(out, each) == out.end();
        if (asks) out.push_back(each);
    }
    return out;
}

}  // namespace

CustomerWriter::CustomerWriter(qt::Desk& desk, client::Millis patience, QObject* parent)
    : QObject(parent), desk_(desk), patience_(patience) {
    again_.setSingleShot(true);
    again_.setInterval(kAgainMillis);
    connect(&again_, &QTimer::timeout, this, &CustomerWriter::goOn);
    connect(&desk_, &qt::Desk::sessionChanged, this, &CustomerWriter::goOn);
}

void CustomerWriter::save(v1::Customer wanted, const v1::Customer& before) {
    TESSERA_CHECK(!isUnderWay());
    if (!desk_.isConnectedTo()) return Q_EMIT refused(qt::notSentText());
    wanted.set_customer(before.customer());
    wanted.set_version(before.version());
    searches_ = searchesFor(before, wanted);
    *asked_.mutable_customer() = std::move(wanted);
    asked_.set_request_id(desk_.newRequestId());
    send();
    Q_EMIT changed();
}

void CustomerWriter::forget() {
    if (isUnderWay()) end();
}

void CustomerWriter::send() {
    again_.stop();
    const std::string id = asked_.request_id();
    desk_.ask(client::kSaveCustomer, asked_, this,
              [this, id](const client::Answer<v1::Customer>& answer) {
                  if (id == asked_.request_id()) answered(answer);
              },
              {.within = patience_});
}

void CustomerWriter::goOn() {
    if (unknown_ && desk_.isSignedIn()) send();
}

void CustomerWriter::answered(const client::Answer<v1::Customer>& answer) {
    const bool isChanged = answer.outcome == client::Outcome::Refused &&
                           answer.refusal.reason == v1::ErrorReason::CHANGED_MEANWHILE;
    if (isChanged) return readAgain();
    if (client::leavesOpen(answer, unknown_)) return stayedOpen(answer);
    if (answer.done()) {
        end();
        return Q_EMIT saved(answer.value);
    }
    fail(qt::outcomeText(answer));
}

// Refused for its session, it is asked again once somebody has signed in. Who may not set what was
// set never hears what became of it.
void CustomerWriter::stayedOpen(const client::Answer<v1::Customer>& answer) {
    if (answer.outcome == client::Outcome::Refused) {
        if (!desk_.isSignedIn()) return;
        if (!client::endsSession(answer.refusal)) {
            return fail(
                tr("Whether the customer was saved is not known. Look for them: what is "
                   "found is what is so."));
        }
    }
    unknown_ = true;
    again_.start();
    Q_EMIT changed();
}

void CustomerWriter::readAgain() {
    if (searches_.empty()) {
        return fail(
            tr("Somebody else has changed this customer meanwhile, and they are not found "
               "as they were. Look for them again."));
    }
    v1::FindCustomersRequest request;
    request.set_query(searches_.back());
    searches_.pop_back();
    const std::string id = asked_.request_id();
    desk_.ask(client::kFindCustomers, request, this,
              [this, id](const client::Answer<v1::FindCustomersResponse>& answer) {
                  if (id == asked_.request_id()) readAnswered(answer);
              },
              {.within = patience_});
}

void CustomerWriter::readAnswered(const client::Answer<v1::FindCustomersResponse>& answer) {
    if (answer.outcome == client::Outcome::Refused) return fail(qt::outcomeText(answer));
    if (!answer.done()) {
        return fail(
            tr("Somebody else has changed them meanwhile; nothing was saved. Look for them "
               "again."));
    }
    const auto& found = answer.value.customers();
    const auto they = std::find_if(found.begin(), found.end(), [this](const v1::Customer& each) {
        return each.customer() == asked_.customer().customer();
    });
    if (they == found.end()) return readAgain();
    const v1::Customer& now = *they;
    end();
    Q_EMIT changedMeanwhile(now);
}

void CustomerWriter::end() {
    again_.stop();
    asked_.Clear();
    unknown_ = false;
    Q_EMIT changed();
}

void CustomerWriter::fail(const QString& text) {
    end();
    Q_EMIT refused(text);
}

}  // namespace tessera::sale
