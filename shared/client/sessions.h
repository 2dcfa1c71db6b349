// SPDX-License-Identifier: Apache-2.0
// Who is signed in on this device, and who could come back by a PIN. Tokens are in memory alone,
// and in no message.
//
// Thread-safe. Remembers the 64 who signed in last; beyond that the earliest must give
// the password again.
#pragma once

#include <deque>
#include <memory>
#include <mutex>
#include <string>

#include "tessera/v1/staff_service.pb.h"

namespace tessera::client {

struct Session {
    std::string staff;
    std::string token;
};
using SessionPtr = std::shared_ptr<const Session>;  // Null: nobody is signed in.

class Sessions {
public:
    SessionPtr current() const;
    void begin(const v1::SignInResponse& answer);
    // Whoever changed their own PIN: their session goes on by it where they are still signed in,
    // and nobody's else. How they come back later is remembered in any case.
    void renew(const v1::SignInResponse& answer);
    // Ends `session` where it is still the current one; whether it was.
    bool end(const SessionPtr& session);

    // Of one who signed in here before; empty: not known any more.
    std::string resumptionOf(const std::string& staff) const;
    void forget(const std::string& staff);

    // What a try of a question that began in `begun` goes with: the same person's session of now,
    // else what it began with. Somebody else's would make it another question.
    SessionPtr forTry(const SessionPtr& begun) const;

private:
    void rememberLocked(const v1::SignInResponse& answer);
    void forgetLocked(const std::string& staff);

    mutable std::mutex mutex_;
    SessionPtr current_;
    std::deque<Session> resumptions_;  // The latest last; `token` is the resumption.
};

}  // namespace tessera::client
