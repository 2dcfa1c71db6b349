// SPDX-License-Identifier: Apache-2.0
#include "server/tickets/wallet_pass.h"

#include <openssl/cms.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/x509.h>
#include <zip.h>

#include <array>
#include <map>
#include <nlohmann/json.hpp>

#include "server/tickets/ticket_words.h"
#include "server/tickets/wallet_art.h"
#include "shared/base/encoding.h"

namespace tessera::tickets {
namespace {

using Json = nlohmann::ordered_json;
using Files = std::map<std::string, std::string>;

struct PassBioFree {
    void operator()(BIO* bio) const { BIO_free(bio); }
};
using BioHandle = std::unique_ptr<BIO, PassBioFree>;
struct CmsFree {
    void operator()(CMS_ContentInfo* cms) const { CMS_ContentInfo_free(cms); }
};

BioHandle bioOf(const std::string& text) {
    return BioHandle(BIO_new_mem_buf(text.data(), static_cast<int>(text.size())));
}

// Nothing where this OpenSSL offers no SHA-1.
std::optional<std::string> hexSha1(const std::string& bytes) {
    std::array<unsigned char, 20> digest{};
    unsigned length = 0;
    const int made =
        EVP_Digest(bytes.data(), bytes.size(), digest.data(), &length, EVP_sha1(), nullptr);
    if (made != 1 || length != digest.size()) return std::nullopt;
    return toHex(digest);
}

void addField(Json& fields, const char* key, std::string_view label, const std::string& value) {
    if (value.empty()) return;
    fields.push_back({{"key", key}, {"label", label}, {"value", value}});
}

Json fieldsOf(const WalletTicket& ticket) {
    const TicketPage& page = ticket.page;
    const TicketWords& words = ticketWords(ticket.language);
    Json primary = Json::array();
    addField(primary, "event", page.venue, page.event);
    Json secondary = Json::array();
    addField(secondary, "when", page.city, page.when);
    Json auxiliary = Json::array();
    addField(auxiliary, "section", page.seat.empty() ? words.area : words.section, page.section);
    addField(auxiliary, "row", words.row, page.row);
    addField(auxiliary, "seat", words.seat, page.seat);
    addField(auxiliary, "entrance", words.entrance, page.entrance);
    Json back = Json::array();
    addField(back, "type", words.type, page.type);
    addField(back, "holder", words.holder, page.holder);
    addField(back, "order", words.order, page.order);
    addField(back, "ticket", words.ticket, page.ticket);
    addField(back, "terms", words.terms, page.terms);
    return {{"primaryFields", primary},
            {"secondaryFields", secondary},
            {"auxiliaryFields", auxiliary},
            {"backFields", back}};
}

// The files as a ZIP archive; nothing if libzip cannot.
Result<std::string> zipped(const Files& files) {
    zip_error_t error;
    zip_error_init(&error);
    zip_source_t* target = zip_source_buffer_create(nullptr, 0, 0, &error);
    if (target == nullptr) return failure("make a pass: no memory");
    zip_t* archive = zip_open_from_source(target, ZIP_TRUNCATE, &error);
    if (archive == nullptr) {
        zip_source_free(target);
        return failure("make a pass: open the archive");
    }
    zip_source_keep(target);
    bool good = true;
    for (const auto& [name, bytes] : files) {
        zip_source_t* source = zip_source_buffer(archive, bytes.data(), bytes.size(), 0);
        const bool added =
            source != nullptr && zip_file_add(archive, name.c_str(), source, ZIP_FL_ENC_UTF_8) >= 0;
        if (!added) zip_source_free(source);
        good = good && added;
    }
    if (!good || zip_close(archive) != 0) {
        zip_discard(archive);
        zip_source_free(target);
        return failure("make a pass: write the archive");
    }
    std::string out;
    zip_stat_t stat;
    if (zip_source_stat(target, &stat) == 0 && zip_source_open(target) == 0) {
        out.resize(static_cast<std::size_t>(stat.size));
        const auto got = zip_source_read(target, out.data(), out.size());
        good = got == static_cast<zip_int64_t>(out.size());
        zip_source_close(target);
    } else {
        good = false;
    }
    zip_source_free(target);
    if (!good) return failure("make a pass: read the archive");
    return out;
}

}  // namespace

void CertificateFree::operator()(x509_st* certificate) const {
    X509_free(certificate);
}

Result<ApplePassSigner> ApplePassSigner::make(Options options) {
    ApplePassSigner signer;
    const auto key = bioOf(options.keyPem);
    signer.key_.reset(PEM_read_bio_PrivateKey(key.get(), nullptr, nullptr, nullptr));
    const auto certificate = bioOf(options.certificatePem);
    signer.certificate_.reset(PEM_read_bio_X509(certificate.get(), nullptr, nullptr, nullptr));
    if (!signer.key_ || !signer.certificate_) {
        return failure("the pass certificate or its key cannot be read");
    }
    if (X509_check_private_key(signer.certificate_.get(), signer.key_.get()) != 1) {
        return failure("the pass certificate and its key do not belong together");
    }
    if (!options.intermediatePem.empty()) {
        const auto intermediate = bioOf(options.intermediatePem);
        signer.intermediate_.reset(
            PEM_read_bio_X509(intermediate.get(), nullptr, nullptr, nullptr));
        if (!signer.intermediate_) return failure("the intermediate certificate cannot be read");
    }
    options.keyPem.clear();
    signer.options_ = std::move(options);
    return signer;
}

Result<std::string> ApplePassSigner::signatureOf(const std::string& manifest) const {
    STACK_OF(X509)* others = sk_X509_new_null();
    if (intermediate_) sk_X509_push(others, intermediate_.get());
    const auto content = bioOf(manifest);
    const std::unique_ptr<CMS_ContentInfo, CmsFree> cms(
        CMS_sign(certificate_.get(), key_.get(), others, content.get(),
                 CMS_DETACHED | CMS_BINARY | CMS_NOSMIMECAP));
    sk_X509_free(others);
    if (!cms) return failure("the pass cannot be signed");
    const BioHandle out(BIO_new(BIO_s_mem()));
    if (i2d_CMS_bio(out.get(), cms.get()) != 1) return failure("the signature cannot be written");
    char* bytes = nullptr;
    const long length = BIO_get_mem_data(out.get(), &bytes);
    return std::string(bytes, static_cast<std::size_t>(length));
}

Result<std::string> ApplePassSigner::pass(const WalletTicket& ticket) const {
    const Json code = {{"format", "PKBarcodeFormatQR"},
                       {"message", ticket.page.code},
                       {"messageEncoding", "iso-8859-1"}};
    const Json pass = {{"formatVersion", 1},
                       {"passTypeIdentifier", options_.passType},
                       {"teamIdentifier", options_.team},
                       {"organizationName", options_.organisation},
                       {"serialNumber", ticket.serial},
                       {"groupingIdentifier", ticket.eventId},
                       {"description", ticket.page.event},
                       {"relevantDate", toRfc3339(ticket.startsAt).substr(0, 19) + "Z"},
                       {"foregroundColor", "rgb(255, 255, 255)"},
                       {"labelColor", "rgb(240, 225, 190)"},
                       {"backgroundColor", "rgb(26, 36, 69)"},
                       {"barcodes", Json::array({code})},
                       {"eventTicket", fieldsOf(ticket)}};
    Files files = {{"pass.json", pass.dump()}};
    for (const auto& [name, side] : {std::pair{"icon.png", 29},
                                     {"icon@2x.png", 58},
                                     {"icon@3x.png", 87},
                                     {"logo.png", 50},
                                     {"logo@2x.png", 100}}) {
        auto art = mosaicPng(side);
        if (!art) return art;
        files.emplace(name, std::move(*art));
    }
    Json manifest = Json::object();
    for (const auto& [name, bytes] : files) {
        const auto digest = hexSha1(bytes);
        if (!digest) return failure("make a pass: no SHA-1");
        manifest[name] = *digest;
    }
    files["manifest.json"] = manifest.dump();
    auto signature = signatureOf(files["manifest.json"]);
    if (!signature) return signature;
    files["signature"] = std::move(*signature);
    return zipped(files);
}

Result<GoogleWalletSigner> GoogleWalletSigner::make(Options options) {
    GoogleWalletSigner signer;
    const auto key = bioOf(options.keyPem);
    signer.key_.reset(PEM_read_bio_PrivateKey(key.get(), nullptr, nullptr, nullptr));
    if (!signer.key_ || EVP_PKEY_get_base_id(signer.key_.get()) != EVP_PKEY_RSA) {
        return failure("the wallet's key is no RSA key that can be read");
    }
    options.keyPem.clear();
    signer.options_ = std::move(options);
    return signer;
}

namespace {

Json inLanguage(const std::string& language, const std::string& value) {
    return {{"defaultValue", {{"language", language}, {"value", value}}}};
}

struct DigestFree {
    void operator()(EVP_MD_CTX* context) const { EVP_MD_CTX_free(context); }
};

Result<std::string> rs256(EVP_PKEY* key, const std::string& text) {
    const std::unique_ptr<EVP_MD_CTX, DigestFree> context(EVP_MD_CTX_new());
    const auto* bytes = reinterpret_cast<const unsigned char*>(text.data());
    std::size_t length = 0;
    if (!context || EVP_DigestSignInit(context.get(), nullptr, EVP_sha256(), nullptr, key) != 1 ||
        EVP_DigestSign(context.get(), nullptr, &length, bytes, text.size()) != 1) {
        return failure("the wallet's token cannot be signed");
    }
    std::string signature(length, '\0');
    if (EVP_DigestSign(context.get(), reinterpret_cast<unsigned char*>(signature.data()), &length,
                       bytes, text.size()) != 1) {
        return failure("the wallet's token cannot be signed");
    }
    signature.resize(length);
    return signature;
}

}  // namespace

Result<std::string> GoogleWalletSigner::link(const WalletTicket& ticket, Instant now) const {
    const TicketPage& page = ticket.page;
    const std::string classId = options_.issuer + "." + ticket.eventId;
    const Json ofEvent = {{"id", classId},
                          {"issuerName", options_.seller},
                          {"reviewStatus", "UNDER_REVIEW"},
                          {"eventName", inLanguage(ticket.language, page.event)},
                          {"venue",
                           {{"name", inLanguage(ticket.language, page.venue)},
                            {"address", inLanguage(ticket.language, page.city)}}},
                          {"dateTime", {{"start", toRfc3339(ticket.startsAt)}}}};
    Json seat = Json::object();
    for (const auto& [name, value] : {std::pair{"section", page.section},
                                      {"row", page.row},
                                      {"seat", page.seat},
                                      {"gate", page.entrance}}) {
        if (!value.empty()) seat[name] = inLanguage(ticket.language, value);
    }
    Json object = {{"id", options_.issuer + "." + ticket.serial},
                   {"classId", classId},
                   {"state", "ACTIVE"},
                   {"ticketNumber", page.ticket},
                   {"reservationInfo", {{"confirmationCode", page.order}}},
                   {"seatInfo", seat},
                   {"barcode", {{"type", "QR_CODE"}, {"value", page.code}}}};
    if (!page.holder.empty()) object["ticketHolderName"] = page.holder;
    const Json claims = {{"iss", options_.account},
                         {"aud", "google"},
                         {"typ", "savetowallet"},
                         {"iat", now.micros / 1'000'000},
                         {"payload",
                          {{"eventTicketClasses", Json::array({ofEvent})},
                           {"eventTicketObjects", Json::array({object})}}}};
    const std::string head = Json{{"alg", "RS256"}, {"typ", "JWT"}}.dump();
    const std::string text = toBase64Url(head) + "." + toBase64Url(claims.dump());
    auto signature = rs256(key_.get(), text);
    if (!signature) return signature;
    return "https://pay.google.com/gp/v/save/" + text + "." + toBase64Url(*signature);
}

}  // namespace tessera::tickets
