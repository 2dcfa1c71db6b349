// SPDX-License-Identifier: Apache-2.0
// Refusals in the words of staff: what is wrong, which field, which limit, and what to do.
//
// Pure but for the language that is installed. The GUI's thread.
#pragma once

#include <QtCore/QString>
#include <QtGui/QKeySequence>

#include "shared/client/answer.h"

namespace tessera::qt {

// Never empty. A reason that has no words here is given by its name. What a screen knows better
// (which seat, which ticket type) it says itself.
QString refusalText(const client::Refusal& refusal);

// What leads to where a shift is opened, from everywhere in the app.
QKeySequence openShiftKey();

// Of Unknown and NotSent.
QString unknownText();
QString notSentText();
// What was under way is on the disk, and no good: a qt::Journal has set it aside.
QString unreadText();

// Empty where it is Done.
template <class Value>
QString outcomeText(const client::Answer<Value>& answer) {
    switch (answer.outcome) {
        case client::Outcome::Done:
            return {};
        case client::Outcome::Refused:
            return refusalText(answer.refusal);
        case client::Outcome::Unknown:
            return unknownText();
        case client::Outcome::NotSent:
            break;
    }
    return notSentText();
}

}  // namespace tessera::qt
