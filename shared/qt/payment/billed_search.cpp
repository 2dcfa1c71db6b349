// SPDX-License-Identifier: Apache-2.0
#include "shared/qt/payment/billed_search.h"

#include <algorithm>

#include "shared/qt/desk/refusal_text.h"
#include "shared/qt/sale/words.h"

namespace tessera::payment {
namespace {

constexpr int kLettersLeast = 2;
constexpr int kQueryBytesMost = 200;
constexpr int kShownMost = 3;
constexpr client::Millis kPatience{8'000};

QString nameOf(const v1::Customer& customer) {
    return sale::textOf(customer.organisation().empty() ? customer.name()
                                                        : customer.organisation());
}

}  // namespace

QString BilledSearch::name() const {
    return customer_.customer().empty() ? QString() : nameOf(customer_);
}

void BilledSearch::forget() {
    stop();
    customer_.Clear();
}

void BilledSearch::find(const QString& typed) {
    const QString words = typed.simplified();
    const bool same = !name().isEmpty() && words == name().simplified();
    if (same && customer_.trusted()) return Q_EMIT chosen();
    const std::string known = same ? customer_.customer() : std::string();
    forget();
    if (words.size() < kLettersLeast || words.toUtf8().size() > kQueryBytesMost) {
        return Q_EMIT wrong(tr("Who is billed: the beginning of a customer's name."));
    }
    v1::FindCustomersRequest request;
    request.set_query(words.toStdString());
    desk_.ask(
        client::kFindCustomers, request, this,
        [this, known, question = question_](const client::Answer<v1::FindCustomersResponse>& got) {
            if (question == question_) answered(got, known);
        },
        {.within = kPatience});
}

void BilledSearch::answered(const client::Answer<v1::FindCustomersResponse>& answer,
                            const std::string& known) {
    if (!answer.done()) return Q_EMIT wrong(qt::outcomeText(answer));
    const auto& found = answer.value.customers();
    if (found.empty()) {
        return Q_EMIT wrong(tr("Who is billed: the house has no customer of that name."));
    }
    auto they = std::find_if(found.begin(), found.end(), [&](const v1::Customer& each) {
        return !known.empty() && each.customer() == known;
    });
    if (they == found.end() && found.size() == 1) they = found.begin();
    if (they == found.end()) {
        QStringList names;
        for (int i = 0; i < std::min(found.size(), kShownMost); ++i) names << nameOf(found[i]);
        return Q_EMIT wrong(tr("Who is billed: %n customers are found (%1). Type more of the name.",
                               "", found.size())
                                .arg(names.join(QStringLiteral("; "))));
    }
    if (!they->trusted()) {
        return Q_EMIT wrong(tr("Who is billed: %1 may not buy on account. Who may sell on account "
                               "can allow it at the sale, by changing the customer.")
                                .arg(nameOf(*they)));
    }
    customer_ = *they;
    Q_EMIT chosen();
}

}  // namespace tessera::payment
