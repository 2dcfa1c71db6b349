// SPDX-License-Identifier: Apache-2.0
// What a job's note says, in the language of the program.
//
// The queue keeps notes in English, as they were made: whoever reads its file needs no program, and
// a change of language changes what is shown. Pure but for the language that is installed; the
// GUI's thread.
#pragma once

#include <QString>

namespace tessera::qt {

// What the system said is left as it is, after what we say of it.
QString noteText(const QString& note);

}  // namespace tessera::qt
