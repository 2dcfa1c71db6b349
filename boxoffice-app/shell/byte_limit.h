// SPDX-License-Identifier: Apache-2.0
// A line that stops where the server would refuse: its limits are in bytes of UTF-8, in which a
// letter of Latin with a mark, and one of Arabic, takes two.
//
// The GUI's thread alone.
#pragma once

class QLineEdit;

namespace tessera::boxoffice {

// What is typed or pasted beyond it is not taken, from its end, never in the middle of what reads
// as one letter. What stood there before stays.
void limitBytes(QLineEdit* line, int bytesMost);

}  // namespace tessera::boxoffice
