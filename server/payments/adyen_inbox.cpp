// SPDX-License-Identifier: Apache-2.0
// What an attempt's stored items say together; see adyen_reading.h.
#include <algorithm>
#include <charconv>
#include <map>
#include <set>

#include "server/payments/adyen_json.h"
#include "server/payments/adyen_reading.h"

namespace tessera::payments {
namespace {

using engine::AnswerKind;
using engine::ObjectState;

// An item's id begins with the pspReference of what it is about: of a modification its own.
std::string pspOf(const WebhookItem& item) {
    return item.id.substr(0, item.id.find(':'));
}

// The name of the call that it is about: the first word of its reason, where it is one.
std::string nameOf(const WebhookItem& item) {
    const std::string word = item.reason.substr(0, item.reason.find(' '));
    for (const char* prefix : {"capture-", "cancel-", "refund-", "payment-", "details-"}) {
        if (word.starts_with(prefix)) return word;
    }
    return {};
}

int tryOf(const std::string& name) {
    int value = 0;
    const std::size_t digits = name.rfind('-') + 1;
    std::from_chars(name.data() + digits, name.data() + name.size(), value);
    return value;
}

std::string_view restOfReason(const WebhookItem& item) {
    const std::string name = nameOf(item);
    std::string_view rest = item.reason;
    if (!name.empty()) rest.remove_prefix(std::min(rest.size(), name.size() + 1));
    return rest;
}

bool isAnswer(const WebhookItem& item) {
    return item.kind == kAdyenPaymentsItem || item.kind == kAdyenDetailsItem;
}

bool isNote(const WebhookItem& item) {
    return item.kind == kAdyenAskedItem || item.kind == kAdyenReceivedItem ||
           item.kind == kAdyenRefusedItem || item.kind == kAdyenToldItem;
}

bool undoes(const WebhookItem& item) {
    return item.kind == "CAPTURE_FAILED" || item.kind == "REFUND_FAILED" ||
           item.kind == "REFUNDED_REVERSED";
}

bool decides(const WebhookItem& item) {
    return item.kind == "CAPTURE" || item.kind == "TECHNICAL_CANCEL" || item.kind == "REFUND";
}

// Of one payment at Adyen. Facts only ever become true: their order does not matter.
struct Payment {
    bool answered = false;  // By /payments, under its pspReference.
    bool pending = false;
    bool authorised = false;
    bool ended = false;  // Refused, or the offer was closed.
    bool cancelled = false;
    bool cameLater = false;  // Its pspReference is known by anything but /payments.
    Money amount;
    std::map<std::string, Money> captures;
    std::map<std::string, Money> refunds;
    std::set<std::string> undone;  // Captures and refunds that failed after all.
};

struct Facts {
    std::map<std::string, Payment> payments;  // By pspReference.
    std::set<std::string> away;               // Redirects, which have no pspReference yet.
    bool cancelFoundNothing = false;
    std::string evidence;
};

void addAnswer(Facts& facts, const WebhookItem& item) {
    const std::string_view result = restOfReason(item);
    const bool ended = result == "Refused" || result == "Error" || result == "Cancelled";
    const bool pending = result == "Pending" || result == "Received";
    const bool details = item.kind == kAdyenDetailsItem;
    if (!details && !item.success && !ended && !pending) {
        facts.away.insert(item.id);
        return;
    }
    if (item.objectId.empty()) return;
    Payment& payment = facts.payments[item.objectId];
    (details ? payment.cameLater : payment.answered) = true;
    if (item.success) {
        payment.authorised = true;
        payment.amount = item.amount;
    }
    payment.pending |= pending;
    payment.ended |= ended;
}

void addModification(Facts& facts, const WebhookItem& item) {
    Payment& payment = facts.payments[item.objectId];
    const std::string psp = pspOf(item);
    const bool cancels = item.kind == "CANCEL_OR_REFUND" && restOfReason(item) == "cancel";
    if (undoes(item)) {
        payment.undone.insert(psp);
    } else if (!item.success) {
        return;
    } else if (item.kind == "CAPTURE") {
        payment.captures[psp] = item.amount;
    } else if (item.kind == "CANCELLATION" || item.kind == "TECHNICAL_CANCEL" || cancels) {
        payment.cancelled = true;
    } else if (item.kind == "REFUND" || item.kind == "CANCEL_OR_REFUND") {
        payment.refunds[psp] = item.amount;
    }
}

void addFact(Facts& facts, const WebhookItem& item) {
    if (isNote(item)) return;
    facts.evidence += (facts.evidence.empty() ? "" : ", ") + pspOf(item) + " " + item.kind +
                      (item.success ? " true" : " false");
    if (isAnswer(item)) return addAnswer(facts, item);
    if (item.kind == "TECHNICAL_CANCEL" && !item.success) facts.cancelFoundNothing = true;
    if (item.objectId.empty()) return;
    if (item.kind == "AUTHORISATION" || item.kind == "OFFER_CLOSED") {
        Payment& payment = facts.payments[item.objectId];
        payment.cameLater = true;
        const bool authorised = item.kind == "AUTHORISATION" && item.success;
        (authorised ? payment.authorised : payment.ended) = true;
        if (authorised) payment.amount = item.amount;
    } else {
        addModification(facts, item);
    }
}

Money sumOf(const std::map<std::string, Money>& moved, const std::set<std::string>& undone) {
    Money sum;
    for (const auto& [psp, amount] : moved) {
        if (!undone.contains(psp)) sum += amount;
    }
    return sum;
}

// Payments that were away, or whose call was not answered, and are known by now: /payments has not
// named them.
std::size_t cameBack(const Facts& facts) {
    std::size_t count = 0;
    for (const auto& [psp, payment] : facts.payments) {
        count += payment.cameLater && !payment.answered ? 1 : 0;
    }
    return count;
}

// Where nothing is authorised: how far it is. `unanswered`: calls of /payments.
ObjectState openStateOf(const Facts& facts, std::size_t unanswered) {
    bool cancelled = facts.cancelFoundNothing;
    for (const auto& [psp, payment] : facts.payments) {
        if (payment.pending && !payment.authorised && !payment.ended) {
            return ObjectState::Processing;
        }
        cancelled |= payment.cancelled;
    }
    if (cancelled) return ObjectState::Canceled;
    if (facts.away.size() + unanswered > cameBack(facts)) return ObjectState::RequiresAction;
    return ObjectState::RequiresPaymentMethod;
}

AdyenModification& modificationOf(AdyenPicture& picture, const std::string& name) {
    for (AdyenModification& each : picture.modifications) {
        if (each.name == name) return each;
    }
    picture.modifications.emplace_back().name = name;
    return picture.modifications.back();
}

bool isModification(const std::string& name) {
    return name.starts_with("capture-") || name.starts_with("cancel-") ||
           name.starts_with("refund-");
}

// Those that were asked for, in that order; then what came of them.
void addModifications(AdyenPicture& picture, const std::vector<WebhookItem>& items) {
    std::map<std::string, std::string> nameOfPsp;
    for (const WebhookItem& item : items) {
        const std::string name = nameOf(item);
        if (!isModification(name)) continue;
        AdyenModification& modification = modificationOf(picture, name);
        if (item.kind == kAdyenReceivedItem || !isNote(item)) {
            modification.psp = pspOf(item);
            nameOfPsp[modification.psp] = name;
        }
        if (item.kind == kAdyenAskedItem || item.kind == kAdyenReceivedItem) {
            modification.amount = item.amount;
        }
        // Who is refused at once is told at once.
        const bool told = item.kind == kAdyenRefusedItem || item.kind == kAdyenToldItem;
        modification.told |= told;
        modification.decided |= told;
    }
    std::set<std::string> undone;
    for (const WebhookItem& item : items) {
        const auto name = nameOfPsp.find(pspOf(item));
        if (name == nameOfPsp.end() || (!decides(item) && !undoes(item))) continue;
        AdyenModification& modification = modificationOf(picture, name->second);
        modification.decided = true;
        modification.success |= decides(item) && item.success;
        if (undoes(item)) undone.insert(name->second);
        modification.evidence += (modification.evidence.empty() ? "" : ", ") + modification.psp +
                                 " " + item.kind + (item.success ? " true " : " false ") +
                                 std::string(restOfReason(item));
    }
    for (AdyenModification& each : picture.modifications) {
        each.success &= !undone.contains(each.name);
        if (each.evidence.empty()) {
            each.evidence = each.name + (each.psp.empty() ? " asked" : " received " + each.psp);
        }
        each.evidence = adyen::asEvidence(std::move(each.evidence));
    }
}

// Asked and not answered. How many /payments there are of those.
std::size_t addOpenCalls(AdyenPicture& picture, const std::vector<WebhookItem>& items) {
    std::set<std::string> answered;
    for (const WebhookItem& item : items) {
        if (isAnswer(item) || item.kind == kAdyenRefusedItem) answered.insert(nameOf(item));
    }
    std::size_t unanswered = 0;
    for (const WebhookItem& item : items) {
        const std::string name = nameOf(item);
        if (item.kind != kAdyenAskedItem || answered.contains(name)) continue;
        if (name.starts_with("details-")) picture.openDetails = name;
        if (name.starts_with("payment-")) {
            picture.openPayment = name;
            ++unanswered;
        }
    }
    return unanswered;
}

}  // namespace

const AdyenModification* AdyenPicture::find(std::string_view name) const {
    for (const AdyenModification& each : modifications) {
        if (each.name == name) return &each;
    }
    return nullptr;
}

const AdyenModification* AdyenPicture::latest(std::string_view prefix) const {
    const AdyenModification* found = nullptr;
    for (const AdyenModification& each : modifications) {
        if (!each.name.starts_with(prefix)) continue;
        if (found == nullptr || tryOf(each.name) > tryOf(found->name)) found = &each;
    }
    return found;
}

const AdyenModification* AdyenPicture::lost() const {
    for (const AdyenModification& each : modifications) {
        if (each.isLost() && !each.name.starts_with("refund-")) return &each;
    }
    return nullptr;
}

AdyenPicture readAdyenInbox(const std::vector<WebhookItem>& items) {
    Facts facts;
    for (const WebhookItem& item : items) addFact(facts, item);
    AdyenPicture picture;
    addModifications(picture, items);
    const std::size_t unanswered = addOpenCalls(picture, items);
    // What came back without a name was the call that nobody answered.
    if (unanswered > 0 && cameBack(facts) >= facts.away.size() + unanswered) {
        picture.openPayment.clear();
    }
    engine::ProviderAnswer& said = picture.facts;
    said.evidence =
        adyen::asEvidence(facts.evidence.empty() ? "no notification yet" : facts.evidence);
    for (const auto& [psp, payment] : facts.payments) {
        const Money captured = sumOf(payment.captures, payment.undone);
        said.captured += captured;
        said.refunded += sumOf(payment.refunds, payment.undone);
        const bool open = payment.authorised && !payment.cancelled && captured.minor == 0;
        if (open) said.authorized += payment.amount;
        if (captured.minor > 0 || (open && said.captured.minor == 0)) picture.authorisedPsp = psp;
    }
    if (said.captured.minor > 0) {
        said.object = ObjectState::Succeeded;
    } else if (said.authorized.minor > 0) {
        said.object = ObjectState::RequiresCapture;
    } else {
        said.object = openStateOf(facts, unanswered);
    }
    const bool waits = std::any_of(
        picture.modifications.begin(), picture.modifications.end(),
        [](const auto& each) { return !each.decided && !each.name.starts_with("refund-"); });
    said.kind = waits ? AnswerKind::Accepted : AnswerKind::Definitive;
    return picture;
}

}  // namespace tessera::payments
