// SPDX-License-Identifier: Apache-2.0
// Result<T>: a value, or an Error of a failing environment (disk, network, database, provider).
//
// An Error says what was tried and what is known of its effect. Expected refusals of the domain are
// outcome enums, not Errors.
#pragma once

#include <string>
#include <tl/expected.hpp>
#include <utility>

namespace tessera {

// What is known of the effect of the failed attempt.
enum class Effect {
    None,     // It certainly did not happen.
    Unknown,  // It may or may not have happened: ask before trying again.
};

struct Error {
    std::string message;  // What was tried, and what came back. Never personal data or tokens.
    Effect effect = Effect::None;
    std::string code;  // SQLSTATE, HTTP status or errno name, where there is one.
};

template <class T>
using Result = tl::expected<T, Error>;

using Status = tl::expected<void, Error>;

inline tl::unexpected<Error> failure(std::string message, Effect effect = Effect::None,
                                     std::string code = {}) {
    return tl::make_unexpected(Error{std::move(message), effect, std::move(code)});
}

}  // namespace tessera
