// SPDX-License-Identifier: Apache-2.0
#include "shared/qt/sale/quick_line.h"

#include <QtCore/QCoreApplication>
#include <numeric>

#include "shared/qt/sale/words.h"

namespace tessera::sale {
namespace {

constexpr int kCountMost = 9'999;

struct QuickLine {
    Q_DECLARE_TR_FUNCTIONS(Sale)

public:
    static QString notUnderstood() {
        return tr("Quick line: type a number and a letter, for example 2, 4b or 2+1c.");
    }
    static QString noPlaces() { return tr("Quick line: the number must be 1 or more."); }
    static QString noSuchType(int most) {
        return tr("Quick line: this event has %n ticket type(s), so there are as many numbers.", "",
                  most);
    }
    static QString tooMany(int most) {
        return tr("Quick line: an order may have %n place(s) at most.", "", most);
    }
    static QString noSuchLetter(const QString& last) {
        return tr("Quick line: letters of bands and areas go from a to %1.").arg(last);
    }
};

// The numbers at the beginning of `text`, joined by +; `at` is moved behind them. Empty: it does
// not begin with a number, or ends with a +.
std::vector<int> readCounts(const QString& text, qsizetype& at) {
    std::vector<int> counts;
    bool open = true;  // A number must follow.
    for (; at < text.size(); ++at) {
        const int digit = text[at].digitValue();
        if (digit >= 0) {
            if (open) counts.push_back(0);
            open = false;
            counts.back() = std::min(kCountMost, counts.back() * 10 + digit);
        } else if (text[at] == u'+' && !open) {
            open = true;
        } else {
            break;
        }
    }
    return open ? std::vector<int>{} : counts;
}

// The number that `letters` is the letterOf() of; negative: it is none.
int numberOf(const QString& letters) {
    int number = 0;
    for (const QChar each : letters) {
        if (each < u'a' || each > u'z' || number > kCountMost) return -1;
        number = number * 26 + (each.unicode() - u'a' + 1);
    }
    return number - 1;
}

}  // namespace

int Wish::places() const {
    return std::accumulate(counts.begin(), counts.end(), 0);
}

QuickRead readQuick(const QString& text, const QuickMenu& menu) {
    const QString plain = text.simplified().remove(u' ').toLower();
    if (plain.isEmpty()) return {QuickProblem::Empty, {}};
    qsizetype at = 0;
    Wish wish{.counts = readCounts(plain, at)};
    const QString letters = plain.mid(at);
    const int number = numberOf(letters);
    if (wish.counts.empty() || (!letters.isEmpty() && number < 0)) {
        return {QuickProblem::NotUnderstood, {}};
    }
    if (wish.places() == 0) return {QuickProblem::NoPlaces, {}};
    if (static_cast<int>(wish.counts.size()) > menu.ticketTypes) {
        return {QuickProblem::NoSuchType, {}};
    }
    if (wish.places() > menu.placesMax) return {QuickProblem::TooMany, {}};
    if (letters.isEmpty()) return {QuickProblem::None, std::move(wish)};
    const bool best = letters == QLatin1String("b") && menu.categories == 1 && menu.areas == 0;
    if (!best && number >= menu.categories + menu.areas) return {QuickProblem::NoSuchLetter, {}};
    if (number < menu.categories) {
        wish.category = number;
    } else if (!best) {
        wish.area = number - menu.categories;
    }
    return {QuickProblem::None, std::move(wish)};
}

QString problemText(QuickProblem problem, const QuickMenu& menu) {
    switch (problem) {
        case QuickProblem::None:
        case QuickProblem::Empty:
            break;
        case QuickProblem::NotUnderstood:
            return QuickLine::notUnderstood();
        case QuickProblem::NoPlaces:
            return QuickLine::noPlaces();
        case QuickProblem::NoSuchType:
            return QuickLine::noSuchType(menu.ticketTypes);
        case QuickProblem::TooMany:
            return QuickLine::tooMany(menu.placesMax);
        case QuickProblem::NoSuchLetter:
            return QuickLine::noSuchLetter(letterOf(menu.categories + menu.areas - 1));
    }
    return {};
}

}  // namespace tessera::sale
