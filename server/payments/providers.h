// SPDX-License-Identifier: Apache-2.0
// The providers that an installation has: who takes the money of which rows and webhooks.
//
// A value, fixed once made; thread-safe. Shares the providers with whoever else has them. At most
// one of each kind and of each name.
#pragma once

#include <concepts>
#include <memory>
#include <string_view>
#include <utility>
#include <vector>

#include "server/payments/provider.h"

namespace tessera::payments {

class Providers {
public:
    // REQUIRES: none is null; no two of one kind or of one name.
    Providers(std::vector<std::shared_ptr<Provider>> all);
    template <std::derived_from<Provider> P>
    Providers(std::shared_ptr<P> only)
        : Providers(std::vector<std::shared_ptr<Provider>>{std::move(only)}) {}

    // Null: this installation has none.
    Provider* find(engine::ProviderKind kind) const;
    // By Provider::name(), as webhooks' paths name it.
    Provider* findByName(std::string_view name) const;
    const std::vector<std::shared_ptr<Provider>>& all() const { return all_; }

    // See Provider::stop.
    void stop() const;

private:
    std::vector<std::shared_ptr<Provider>> all_;
};

}  // namespace tessera::payments
