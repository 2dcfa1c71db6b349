// SPDX-License-Identifier: Apache-2.0
// The server's configuration: one JSON file, read once at the start.
//
// Pure but for reading files; values, thread-safe. Unknown keys, wrong types and values outside
// their limits are refused, each with its JSON path. Secrets are named by their files, never
// written here: a database password belongs in a passfile.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "server/runtime/log.h"
#include "shared/base/result.h"
#include "shared/base/time.h"

namespace tessera::runtime {

inline constexpr std::size_t kConfigBytesMax = 1 << 20;

struct DatabaseConfig {
    std::string conninfo;  // libpq keywords or URI, without password.
    // 1..256, for batches; up to nine more are for take-overs, their watch, and reads.
    std::size_t connections = 8;
};

struct HttpConfig {
    std::string address = "127.0.0.1";
    std::uint16_t port = 0;                             // 0: the system chooses; see port_file.
    std::size_t threads = 2;                            // 1..64
    std::size_t connectionsMax = 20000;                 // 1..1,000,000
    std::size_t bodyBytesMax = 1 << 20;                 // 1 KiB..64 MiB
    std::size_t headBytesMax = 16384;                   // 1..256 KiB
    Duration headTimeout = Duration::ofSeconds(10);     // 100 ms..5 min
    Duration requestTimeout = Duration::ofSeconds(30);  // 100 ms..10 min
    Duration idleTimeout = Duration::ofSeconds(75);     // 1 s..1 h
};

// The port of staff: TLS always, with certificates of the installation's own authority.
struct StaffListenConfig {
    std::string address;  // Empty: there is no such port.
    std::uint16_t port = 0;
    std::string certFile;  // The server's own.
    std::string keyFile;
    std::string authorityCertFile;
    std::string authorityKeyFile;
    std::string appVersionMin;  // "1.4.0": older apps are refused; empty: none is.

    bool enabled() const { return !address.empty(); }
};

struct GrpcConfig {
    std::string address = "127.0.0.1";
    std::uint16_t port = 0;
    StaffListenConfig staff;  // `staff_listen`: "address:port"; an IPv6 address in [].
    std::string tlsCertFile;  // Both or neither.
    std::string tlsKeyFile;
    // 1 KiB..128 MiB, for any method, before its own limit is judged: gRPC answers without a
    // reason.
    std::size_t messageBytesMax = 72 << 20;
    Duration writeTimeout =
        Duration::ofSeconds(20);  // 100 ms..5 min, of a peer that takes nothing; more for much.
};

struct EngineConfig {
    std::size_t threads = 2;             // 1..64
    std::size_t queueMax = 20000;        // 100..1,000,000 commands waiting per event
    std::size_t batchCommandsMax = 500;  // 1..500
};

// Stripe, or the sandbox that speaks it.
struct StripeConfig {
    bool sandbox = false;  // Named `paysim`: http:// is allowed, and it has a page to pay on.
    std::string baseUrl;
    std::string apiKeyFile;
    std::string webhookSecretFile;
    std::string publishableKey;  // Not a secret: buyers' clients get it.
    bool readers = false;        // Cards are taken at terminals, too.
};

struct AdyenConfig {
    bool sandbox = false;  // Named `paysim_adyen`: http:// is allowed.
    std::string baseUrl;
    std::string apiKeyFile;
    std::string hmacKeyFile;  // Hex, a key on each line: webhooks are signed with any of them.
    std::string merchantAccount;
    std::string returnUrl;  // Where a bank sends the buyer back.
    std::string clientKey;  // Not a secret: buyers' clients get it.
};

// By the keys of payments.providers; or, for a card provider alone, its keys in payments itself
// with `provider`.
struct PaymentsConfig {
    std::optional<StripeConfig> stripe;
    std::optional<AdyenConfig> adyen;
    bool giftCards = false;
    // Of each provider.
    std::size_t inFlightMax = 64;                       // 1..4096
    Duration callDeadline = Duration::ofSeconds(10);    // 100 ms..2 min
    Duration connectDeadline = Duration::ofSeconds(3);  // 100 ms..1 min
    // Each provider's list is compared with our rows so often.
    Duration reconcileEvery = Duration::ofMinutes(60);  // 1 min..24 h
    // After they were handled. Stripe sends one again for three days, Adyen for thirty.
    std::int64_t webhooksKeptDays = 31;  // 31..3650
};

// Who sells, as invoices name them; an empty name: none are made.
struct InvoicesConfig {
    std::string sellerName;
    std::vector<std::string> sellerAddress;  // At most 8 lines.
    std::string sellerTaxId;
    std::string note;  // At the end of each.
};

struct KeysConfig {
    std::string holderTokenKeyFile;
    std::string ticketSigningKeyFile;
    std::uint16_t ticketKeyId = 1;  // Names the public key that doors verify with; 1..65535.
};

// The storefront: the API's pages for people.
struct WebConfig {
    std::string root;       // The folder that its build wrote; empty: there are no pages.
    std::string publicUrl;  // "https://tickets.example", for absolute links; empty: by each Host.
};

// What telephones' wallets are served with; empty files: that wallet is not offered.
struct WalletsConfig {
    std::string seller = "Tessera";  // As passes name who sold them.
    struct Apple {
        std::string passType;
        std::string team;
        std::string certificateFile;  // PEM; with keyFile.
        std::string keyFile;
        std::string intermediateFile;  // Apple's WWDR certificate.
    } apple;
    struct Google {
        std::string issuer;
        std::string account;
        std::string keyFile;  // The service account's RSA key, PEM.
    } google;
};

// What is known of buyers and holders.
struct PersonsConfig {
    // A pseudonym takes their place that many days after an event: 0..36500; 0: never.
    std::int64_t retentionDays = 0;
};

// Mail to buyers; without a URL or a folder none is sent, and none is queued.
struct MailConfig {
    std::string url;           // smtp://host[:port] or smtps://host[:port]
    std::string folder;        // In the place of a URL: each mail becomes a file in it.
    std::string user;          // Empty: nobody signs in.
    std::string passwordFile;  // With user.
    std::string from;          // The address that mail comes from.
    std::string fromName;      // As readers see the sender; empty: the address alone.
    std::string caFile;        // Of authorities to trust; empty: the system's.
    bool startTls = true;      // Of smtp://: without TLS nothing is sent.
    std::size_t lanes = 2;     // 1..16 mails under way at a time
    Duration deadline = Duration::ofSeconds(30);  // 100 ms..2 min, of one mail
    Duration tryAgain = Duration::ofSeconds(30);  // 100 ms..1 h, after the first try that failed
    std::int64_t keptDays = 90;                   // 1..3650, of mail that is over

    bool enabled() const { return !url.empty() || !folder.empty(); }
};

struct ServerConfig {
    std::string nodeName;  // 1..64 of a-z, 0-9, '-'.
    DatabaseConfig database;
    HttpConfig http;
    GrpcConfig grpc;
    EngineConfig engine;
    PaymentsConfig payments;
    InvoicesConfig invoices;
    KeysConfig keys;
    PersonsConfig persons;
    MailConfig mail;
    WebConfig web;
    WalletsConfig wallets;
    std::string portFile;  // Where the chosen ports are written; empty: nowhere.
    LogOptions log;
};

// Every fault found, one per line: `$.http.port: 70000 is outside 0..65535`. Relative file names
// are taken from `folder`.
Result<ServerConfig> parseConfig(std::string_view json, const std::string& folder);

// Relative file names are taken from the file's own folder.
Result<ServerConfig> loadConfig(const std::string& path);

}  // namespace tessera::runtime
