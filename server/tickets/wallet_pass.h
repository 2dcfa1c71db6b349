// SPDX-License-Identifier: Apache-2.0
// A ticket for the wallet of a telephone: Apple's signed pass and Google's signed link.
//
// What signs is configured: without a certificate there are no passes, and the storefront offers
// none. Thread-safe once made; owns its keys, which reach no log. Sources: Apple's "Wallet Passes"
// (pass.json, manifest.json, a detached PKCS #7 signature), Google's "Event tickets" (a JWT,
// RS256).
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "server/tickets/ticket_code.h"
#include "server/tickets/ticket_pdf.h"
#include "shared/base/result.h"

struct x509_st;

namespace tessera::tickets {

// One ticket as a wallet shows it.
struct WalletTicket {
    TicketPage page{};  // Its texts and code.
    std::string language = "en";
    std::string serial{};   // The ticket's id: the same pass again replaces the first.
    std::string eventId{};  // Tickets of one event are shown together.
    Instant startsAt{};
};

struct CertificateFree {
    void operator()(x509_st* certificate) const;
};
using CertificateHandle = std::unique_ptr<x509_st, CertificateFree>;

class ApplePassSigner {
public:
    struct Options {
        std::string passType{};      // "pass.org.example.tickets", as in the certificate.
        std::string team{};          // Ten characters.
        std::string organisation{};  // As the pass names the seller.
        std::string certificatePem{};
        std::string keyPem{};           // Unencrypted.
        std::string intermediatePem{};  // Apple's WWDR certificate; empty: left out.
    };
    // Fails where certificate and key cannot be read or do not belong together.
    static Result<ApplePassSigner> make(Options options);

    // A .pkpass file.
    Result<std::string> pass(const WalletTicket& ticket) const;

private:
    ApplePassSigner() = default;
    Result<std::string> signatureOf(const std::string& manifest) const;

    Options options_;
    KeyHandle key_;
    CertificateHandle certificate_;
    CertificateHandle intermediate_;
};

class GoogleWalletSigner {
public:
    struct Options {
        std::string issuer{};   // The issuer's number.
        std::string account{};  // The service account's address.
        std::string keyPem{};   // Its RSA key.
        std::string seller{};
    };
    static Result<GoogleWalletSigner> make(Options options);

    // The address that saves the ticket. `now` goes into the token.
    Result<std::string> link(const WalletTicket& ticket, Instant now) const;

private:
    GoogleWalletSigner() = default;

    Options options_;
    KeyHandle key_;
};

}  // namespace tessera::tickets
