// SPDX-License-Identifier: Apache-2.0
#include "server/app/staff/device_authority.h"

#include <openssl/bio.h>
#include <openssl/ec.h>
#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/x509.h>
#include <openssl/x509v3.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <ctime>
#include <utility>

#include "shared/base/check.h"
#include "shared/base/encoding.h"

namespace tessera::staff {
namespace {

template <auto Free>
struct Freed {
    template <class T>
    void operator()(T* it) const {
        Free(it);
    }
};
using Bio = std::unique_ptr<BIO, Freed<BIO_free_all>>;
using Key = std::unique_ptr<EVP_PKEY, Freed<EVP_PKEY_free>>;
using Cert = std::unique_ptr<X509, Freed<X509_free>>;
using Request = std::unique_ptr<X509_REQ, Freed<X509_REQ_free>>;
using Number = std::unique_ptr<BIGNUM, Freed<BN_free>>;
using Extension = std::unique_ptr<X509_EXTENSION, Freed<X509_EXTENSION_free>>;

constexpr std::string_view kNamePrefix = "tessera-device-";
constexpr std::size_t kSerialBytes = 20;  // RFC 5280 section 4.1.2.2: at most that many.
constexpr std::size_t kNameBytesMax = 64;
constexpr std::int64_t kDaySeconds = 86400;
// A device's clock may be an hour behind.
constexpr std::int64_t kBackSeconds = 3600;

Bio reading(std::string_view text) {
    return Bio(BIO_new_mem_buf(text.data(), static_cast<int>(text.size())));
}

std::string written(const Bio& bio) {
    char* data = nullptr;
    const auto size = static_cast<std::size_t>(BIO_get_mem_data(bio.get(), &data));
    return {data, size};
}

// Nobody types a passphrase here.
int noPassphrase(char*, int, int, void*) {
    return -1;
}

Key readKey(std::string_view pem) {
    return Key(PEM_read_bio_PrivateKey(reading(pem).get(), nullptr, noPassphrase, nullptr));
}

Cert readCertificate(std::string_view pem) {
    return Cert(PEM_read_bio_X509(reading(pem).get(), nullptr, noPassphrase, nullptr));
}

tl::unexpected<Error> refuse(const char* what) {
    ERR_clear_error();
    return failure(what);
}

bool isP256(EVP_PKEY* key) {
    std::array<char, 32> group{};
    std::size_t length = 0;
    return EVP_PKEY_is_a(key, "EC") == 1 &&
           EVP_PKEY_get_group_name(key, group.data(), group.size(), &length) == 1 &&
           std::string_view(group.data(), length) == SN_X9_62_prime256v1;
}

bool setTimes(X509* certificate, Instant now, int days) {
    const std::time_t from = now.micros / 1'000'000 - kBackSeconds;
    const std::time_t until = now.micros / 1'000'000 + days * kDaySeconds;
    return ASN1_TIME_set(X509_getm_notBefore(certificate), from) != nullptr &&
           ASN1_TIME_set(X509_getm_notAfter(certificate), until) != nullptr;
}

// 159 random bits: never negative.
std::string freshSerial() {
    std::string bytes = runtime::randomBytes(kSerialBytes);
    bytes[0] = static_cast<char>(static_cast<unsigned char>(bytes[0]) & 0x7FU);
    return bytes;
}

bool setSerial(X509* certificate, const std::string& bytes) {
    const Number number(BN_bin2bn(reinterpret_cast<const unsigned char*>(bytes.data()),
                                  static_cast<int>(bytes.size()), nullptr));
    return number &&
           BN_to_ASN1_INTEGER(number.get(), X509_get_serialNumber(certificate)) != nullptr;
}

bool setName(X509_NAME* name, std::string_view common) {
    return X509_NAME_add_entry_by_NID(name, NID_commonName, MBSTRING_UTF8,
                                      reinterpret_cast<const unsigned char*>(common.data()),
                                      static_cast<int>(common.size()), -1, 0) == 1;
}

bool extend(X509* certificate, X509* issuer, int kind, const char* value) {
    X509V3_CTX context;
    X509V3_set_ctx_nodb(&context);
    X509V3_set_ctx(&context, issuer, certificate, nullptr, nullptr, 0);
    const Extension made(X509V3_EXT_conf_nid(nullptr, &context, kind, value));
    return made && X509_add_ext(certificate, made.get(), -1) == 1;
}

std::string pemOf(X509* certificate) {
    const Bio bio(BIO_new(BIO_s_mem()));
    TESSERA_CHECK(PEM_write_bio_X509(bio.get(), certificate) == 1);
    return written(bio);
}

AuthorityFiles filesOf(EVP_PKEY* key, X509* certificate) {
    const Bio text(BIO_new(BIO_s_secmem()));
    TESSERA_CHECK(
        PEM_write_bio_PKCS8PrivateKey(text.get(), key, nullptr, nullptr, 0, nullptr, nullptr) == 1);
    AuthorityFiles files;
    files.keyPem = runtime::Secret(written(text));
    files.certificatePem = pemOf(certificate);
    return files;
}

// As OpenSSL's configuration has alternative names: "DNS:till.example,IP:10.0.0.7". Nothing for
// what would be read there as something else.
std::string alternativeNames(const std::vector<std::string>& names) {
    std::string out;
    for (const std::string& name : names) {
        const bool plain = std::ranges::all_of(name, [](char c) {
            return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                   c == '.' || c == '-' || c == ':';
        });
        if (name.empty() || name.size() > kNameBytesMax || !plain) return {};
        const bool address = name.find(':') != std::string::npos ||
                             name.find_first_not_of("0123456789.") == std::string::npos;
        out += (out.empty() ? "" : ",") + std::string(address ? "IP:" : "DNS:") + name;
    }
    return out;
}

std::string commonNameOf(X509* certificate) {
    const X509_NAME* const name = X509_get_subject_name(certificate);
    const int at = X509_NAME_get_index_by_NID(name, NID_commonName, -1);
    if (at < 0) return {};
    const ASN1_STRING* const text = X509_NAME_ENTRY_get_data(X509_NAME_get_entry(name, at));
    return {reinterpret_cast<const char*>(ASN1_STRING_get0_data(text)),
            static_cast<std::size_t>(ASN1_STRING_length(text))};
}

std::string serialOf(const X509* certificate) {
    const Number number(ASN1_INTEGER_to_BN(X509_get0_serialNumber(certificate), nullptr));
    std::string bytes(kSerialBytes, '\0');
    if (!number || BN_num_bytes(number.get()) > static_cast<int>(kSerialBytes)) return {};
    BN_bn2binpad(number.get(), reinterpret_cast<unsigned char*>(bytes.data()),
                 static_cast<int>(kSerialBytes));
    return toHex(std::span(reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size()));
}

}  // namespace

struct DeviceAuthority::Impl {
    Key key;
    Cert certificate;
    std::string pem;
};

Result<AuthorityFiles> makeAuthority(std::string_view name, Instant now) {
    if (name.empty() || name.size() > kNameBytesMax) {
        return refuse("an authority's name has 1 to 64 bytes");
    }
    const Key key(EVP_EC_gen("P-256"));
    const Cert made(X509_new());
    X509* const own = made.get();
    const bool done = key && own != nullptr && X509_set_version(own, X509_VERSION_3) == 1 &&
                      setSerial(own, freshSerial()) && setTimes(own, now, kAuthorityDays) &&
                      setName(X509_get_subject_name(own), name) &&
                      X509_set_issuer_name(own, X509_get_subject_name(own)) == 1 &&
                      X509_set_pubkey(own, key.get()) == 1 &&
                      extend(own, own, NID_basic_constraints, "critical,CA:TRUE,pathlen:0") &&
                      extend(own, own, NID_key_usage, "critical,keyCertSign") &&
                      extend(own, own, NID_subject_key_identifier, "hash") &&
                      X509_sign(own, key.get(), EVP_sha256()) > 0;
    if (!done) return refuse("the authority could not be made");
    return filesOf(key.get(), own);
}

std::optional<DeviceName> deviceNameOf(std::string_view certificatePem) {
    const Cert certificate = readCertificate(certificatePem);
    ERR_clear_error();
    if (!certificate) return std::nullopt;
    const std::string name = commonNameOf(certificate.get());
    if (!name.starts_with(kNamePrefix)) return std::nullopt;
    const auto id = decodePublicId(std::string_view(name).substr(kNamePrefix.size()));
    if (!id) return std::nullopt;
    return DeviceName{DeviceId{*id}, serialOf(certificate.get())};
}

DeviceAuthority::DeviceAuthority(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
DeviceAuthority::~DeviceAuthority() = default;

const std::string& DeviceAuthority::certificatePem() const {
    return impl_->pem;
}

Result<std::unique_ptr<DeviceAuthority>> DeviceAuthority::open(const AuthorityFiles& files) {
    auto impl = std::make_unique<Impl>();
    impl->key = readKey(files.keyPem.reveal());
    if (!impl->key) return refuse("the authority's key is no PEM of a private key");
    impl->certificate = readCertificate(files.certificatePem);
    if (!impl->certificate) return refuse("the authority's certificate is no PEM of one");
    if (X509_check_private_key(impl->certificate.get(), impl->key.get()) != 1) {
        return refuse("the authority's key is not that of its certificate");
    }
    impl->pem = pemOf(impl->certificate.get());
    return std::unique_ptr<DeviceAuthority>(new DeviceAuthority(std::move(impl)));
}

Result<DeviceCertificate> DeviceAuthority::issue(std::string_view requestPem, DeviceId device,
                                                 Instant now) const {
    TESSERA_CHECK(device.value > 0);
    if (requestPem.size() > kRequestBytesMax) return refuse("csr: over 8192 bytes");
    const Request request(
        PEM_read_bio_X509_REQ(reading(requestPem).get(), nullptr, noPassphrase, nullptr));
    if (!request) return refuse("csr: no PEM of a certificate request");
    EVP_PKEY* const theirs = X509_REQ_get0_pubkey(request.get());
    if (theirs == nullptr || !isP256(theirs)) return refuse("csr: the key is not of P-256");
    if (X509_REQ_verify(request.get(), theirs) != 1) {
        return refuse("csr: not signed by its own key");
    }
    const Cert made(X509_new());
    X509* const own = made.get();
    X509* const issuer = impl_->certificate.get();
    const std::string serial = freshSerial();
    const std::string name = std::string(kNamePrefix) + encodePublicId(device.value);
    const bool done = own != nullptr && X509_set_version(own, X509_VERSION_3) == 1 &&
                      setSerial(own, serial) && setTimes(own, now, kDeviceDays) &&
                      setName(X509_get_subject_name(own), name) &&
                      X509_set_issuer_name(own, X509_get_subject_name(issuer)) == 1 &&
                      X509_set_pubkey(own, theirs) == 1 &&
                      extend(own, issuer, NID_basic_constraints, "critical,CA:FALSE") &&
                      extend(own, issuer, NID_key_usage, "critical,digitalSignature") &&
                      extend(own, issuer, NID_ext_key_usage, "clientAuth") &&
                      extend(own, issuer, NID_authority_key_identifier, "keyid") &&
                      X509_sign(own, impl_->key.get(), EVP_sha256()) > 0;
    if (!done) return refuse("the certificate could not be made");
    return DeviceCertificate{pemOf(own), serialOf(own),
                             now + Duration::ofSeconds(kDeviceDays * kDaySeconds)};
}

Result<AuthorityFiles> DeviceAuthority::issueForServer(const std::vector<std::string>& names,
                                                       Instant now) const {
    const std::string alternatives = alternativeNames(names);
    if (alternatives.empty() || names.size() > kServerNamesMax) {
        return refuse("names: 1 to 20 of hosts or addresses");
    }
    const Key key(EVP_EC_gen("P-256"));
    const Cert made(X509_new());
    X509* const own = made.get();
    X509* const issuer = impl_->certificate.get();
    const bool done = key && own != nullptr && X509_set_version(own, X509_VERSION_3) == 1 &&
                      setSerial(own, freshSerial()) && setTimes(own, now, kDeviceDays) &&
                      setName(X509_get_subject_name(own), names.front()) &&
                      X509_set_issuer_name(own, X509_get_subject_name(issuer)) == 1 &&
                      X509_set_pubkey(own, key.get()) == 1 &&
                      extend(own, issuer, NID_basic_constraints, "critical,CA:FALSE") &&
                      extend(own, issuer, NID_key_usage, "critical,digitalSignature") &&
                      extend(own, issuer, NID_ext_key_usage, "serverAuth") &&
                      extend(own, issuer, NID_subject_alt_name, alternatives.c_str()) &&
                      extend(own, issuer, NID_authority_key_identifier, "keyid") &&
                      X509_sign(own, impl_->key.get(), EVP_sha256()) > 0;
    if (!done) return refuse("the server's certificate could not be made");
    return filesOf(key.get(), own);
}

bool DeviceAuthority::standsFor(const AuthorityFiles& files, Instant now) const {
    const Key key = readKey(files.keyPem.reveal());
    const Cert certificate = readCertificate(files.certificatePem);
    auto second = static_cast<time_t>(now.micros / 1'000'000);
    const bool good = key && certificate &&
                      X509_check_private_key(certificate.get(), key.get()) == 1 &&
                      X509_verify(certificate.get(), impl_->key.get()) == 1 &&
                      X509_cmp_time(X509_get0_notAfter(certificate.get()), &second) > 0;
    ERR_clear_error();
    return good;
}

}  // namespace tessera::staff
