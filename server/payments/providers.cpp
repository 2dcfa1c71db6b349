// SPDX-License-Identifier: Apache-2.0
#include "server/payments/providers.h"

#include "shared/base/check.h"

namespace tessera::payments {

Providers::Providers(std::vector<std::shared_ptr<Provider>> all) {
    for (auto& provider : all) {
        TESSERA_CHECK(provider != nullptr);
        TESSERA_CHECK(find(provider->kind()) == nullptr);
        TESSERA_CHECK(findByName(provider->name()) == nullptr);
        all_.push_back(std::move(provider));
    }
}

Provider* Providers::find(engine::ProviderKind kind) const {
    for (const auto& provider : all_) {
        if (provider->kind() == kind) return provider.get();
    }
    return nullptr;
}

Provider* Providers::findByName(std::string_view name) const {
    for (const auto& provider : all_) {
        if (provider->name() == name) return provider.get();
    }
    return nullptr;
}

void Providers::stop() const {
    for (const auto& provider : all_) provider->stop();
}

}  // namespace tessera::payments
