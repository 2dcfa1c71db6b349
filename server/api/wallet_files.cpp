// SPDX-License-Identifier: Apache-2.0
#include "server/api/wallet_files.h"

#include <string>
#include <utility>

#include "server/runtime/secrets.h"

namespace tessera::api {

Result<WalletSigners> openWallets(const runtime::WalletsConfig& config) {
    WalletSigners wallets;
    const auto& apple = config.apple;
    if (!apple.certificateFile.empty()) {
        auto certificate = runtime::readSecretFile(apple.certificateFile);
        auto key = runtime::readSecretFile(apple.keyFile);
        if (!certificate) return tl::make_unexpected(certificate.error());
        if (!key) return tl::make_unexpected(key.error());
        std::string intermediate;
        if (!apple.intermediateFile.empty()) {
            auto read = runtime::readSecretFile(apple.intermediateFile);
            if (!read) return tl::make_unexpected(read.error());
            intermediate = read->reveal();
        }
        auto signer = tickets::ApplePassSigner::make({apple.passType, apple.team, config.seller,
                                                      std::string(certificate->reveal()),
                                                      std::string(key->reveal()), intermediate});
        if (!signer) return tl::make_unexpected(signer.error());
        wallets.apple.emplace(std::move(*signer));
    }
    const auto& google = config.google;
    if (google.keyFile.empty()) return wallets;
    auto key = runtime::readSecretFile(google.keyFile);
    if (!key) return tl::make_unexpected(key.error());
    auto signer = tickets::GoogleWalletSigner::make(
        {google.issuer, google.account, std::string(key->reveal()), config.seller});
    if (!signer) return tl::make_unexpected(signer.error());
    wallets.google.emplace(std::move(*signer));
    return wallets;
}

}  // namespace tessera::api
