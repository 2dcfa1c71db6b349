// SPDX-License-Identifier: Apache-2.0
#include "server/app/staff/device_authority.h"

#include <gtest/gtest.h>
#include <openssl/bio.h>
#include <openssl/ec.h>
#include <openssl/pem.h>
#include <openssl/rsa.h>
#include <openssl/x509.h>
#include <openssl/x509v3.h>

namespace tessera::staff {
namespace {

constexpr Instant kNow{1'800'000'000'000'000};

std::string textOf(BIO* bio) {
    char* data = nullptr;
    const auto size = static_cast<std::size_t>(BIO_get_mem_data(bio, &data));
    std::string text(data, size);
    BIO_free(bio);
    return text;
}

// As a device makes it: `name` is what it would like to be called.
std::string requestOf(EVP_PKEY* key, const char* name, bool signedByIt = true) {
    X509_REQ* const request = X509_REQ_new();
    X509_NAME_add_entry_by_txt(X509_REQ_get_subject_name(request), "CN", MBSTRING_UTF8,
                               reinterpret_cast<const unsigned char*>(name), -1, -1, 0);
    X509_REQ_set_pubkey(request, key);
    EVP_PKEY* const other = EVP_EC_gen("P-256");
    X509_REQ_sign(request, signedByIt ? key : other, EVP_sha256());
    BIO* const bio = BIO_new(BIO_s_mem());
    PEM_write_bio_X509_REQ(bio, request);
    X509_REQ_free(request);
    EVP_PKEY_free(other);
    return textOf(bio);
}

X509* certificateOf(const std::string& pem) {
    BIO* const bio = BIO_new_mem_buf(pem.data(), static_cast<int>(pem.size()));
    X509* const certificate = PEM_read_bio_X509(bio, nullptr, nullptr, nullptr);
    BIO_free(bio);
    return certificate;
}

// As TLS judges the other side's certificate, here a client's; X509_V_OK or why not.
int verified(const std::string& pem, const std::string& authority, Instant at,
             int purpose = X509_PURPOSE_SSL_CLIENT) {
    X509* const own = certificateOf(pem);
    X509* const root = certificateOf(authority);
    X509_STORE* const store = X509_STORE_new();
    X509_STORE_add_cert(store, root);
    X509_STORE_CTX* const context = X509_STORE_CTX_new();
    X509_STORE_CTX_init(context, store, own, nullptr);
    X509_VERIFY_PARAM* const how = X509_STORE_CTX_get0_param(context);
    X509_VERIFY_PARAM_set_purpose(how, purpose);
    X509_VERIFY_PARAM_set_time(how, at.micros / 1'000'000);
    X509_VERIFY_PARAM_set_flags(how, X509_V_FLAG_X509_STRICT);
    const int code = X509_verify_cert(context) == 1 ? X509_V_OK : X509_STORE_CTX_get_error(context);
    X509_STORE_CTX_free(context);
    X509_STORE_free(store);
    X509_free(root);
    X509_free(own);
    return code;
}

class DeviceAuthorityTest : public testing::Test {
protected:
    DeviceAuthorityTest() {
        auto files = makeAuthority("A house", kNow);
        EXPECT_TRUE(files);
        authority_ = *DeviceAuthority::open(*files);
        key_ = EVP_EC_gen("P-256");
    }
    ~DeviceAuthorityTest() override { EVP_PKEY_free(key_); }

    std::string refusalOf(const std::string& request) {
        const auto made = authority_->issue(request, DeviceId{5}, kNow);
        return made ? "" : made.error().message;
    }

    std::unique_ptr<DeviceAuthority> authority_;
    EVP_PKEY* key_ = nullptr;
};

TEST_F(DeviceAuthorityTest, ADevicesCertificateIsGoodForItsDaysAndNamesTheDevice) {
    const auto made = authority_->issue(requestOf(key_, "anything"), DeviceId{5}, kNow);
    ASSERT_TRUE(made) << made.error().message;
    EXPECT_EQ(deviceNameOf(made->pem), (DeviceName{DeviceId{5}, made->serial}));
    EXPECT_EQ(made->serial.size(), 40U);
    const std::string& root = authority_->certificatePem();
    EXPECT_EQ(verified(made->pem, root, kNow), X509_V_OK);
    EXPECT_EQ(verified(made->pem, root, kNow + Duration::ofMinutes(-59)), X509_V_OK);
    EXPECT_EQ(verified(made->pem, root, made->until + Duration::ofSeconds(-1)), X509_V_OK);
    EXPECT_EQ(verified(made->pem, root, made->until), X509_V_ERR_CERT_HAS_EXPIRED);
    EXPECT_EQ(verified(made->pem, root, kNow + Duration::ofMinutes(-61)),
              X509_V_ERR_CERT_NOT_YET_VALID);
}

TEST_F(DeviceAuthorityTest, TwoNeverHaveOneSerial) {
    const std::string request = requestOf(key_, "till");
    const auto first = authority_->issue(request, DeviceId{5}, kNow);
    const auto second = authority_->issue(request, DeviceId{5}, kNow);
    EXPECT_NE(first->serial, second->serial);
}

// It could sign for others, or serve, or be another device.
TEST_F(DeviceAuthorityTest, WhatARequestAsksForBesideItsKeyIsLeftOut) {
    const auto made =
        authority_->issue(requestOf(key_, "tessera-device-0000000000001"), DeviceId{5}, kNow);
    EXPECT_EQ(deviceNameOf(made->pem)->device, DeviceId{5});
    X509* const own = certificateOf(made->pem);
    EXPECT_EQ(X509_check_ca(own), 0);
    EXPECT_EQ(X509_check_purpose(own, X509_PURPOSE_SSL_CLIENT, 0), 1);
    EXPECT_EQ(X509_check_purpose(own, X509_PURPOSE_SSL_SERVER, 0), 0);
    X509_free(own);
}

TEST_F(DeviceAuthorityTest, AServersCertificateIsGoodForItsNamesAndForNoDevice) {
    const auto made = authority_->issueForServer({"till.example", "10.0.0.7"}, kNow);
    ASSERT_TRUE(made) << made.error().message;
    const std::string& root = authority_->certificatePem();
    EXPECT_EQ(verified(made->certificatePem, root, kNow, X509_PURPOSE_SSL_SERVER), X509_V_OK);
    EXPECT_EQ(verified(made->certificatePem, root, kNow), X509_V_ERR_INVALID_PURPOSE);
    EXPECT_EQ(deviceNameOf(made->certificatePem), std::nullopt);
    X509* const own = certificateOf(made->certificatePem);
    EXPECT_EQ(X509_check_host(own, "till.example", 0, 0, nullptr), 1);
    EXPECT_EQ(X509_check_host(own, "other.example", 0, 0, nullptr), 0);
    EXPECT_EQ(X509_check_ip_asc(own, "10.0.0.7", 0), 1);
    X509_free(own);
    EXPECT_FALSE(authority_->issueForServer({}, kNow));
    EXPECT_FALSE(authority_->issueForServer(std::vector<std::string>(21, "a"), kNow));
}

TEST_F(DeviceAuthorityTest, AnotherHousesCertificateIsNotTaken) {
    const auto other = DeviceAuthority::open(*makeAuthority("A house", kNow));
    const auto theirs = (*other)->issue(requestOf(key_, "till"), DeviceId{5}, kNow);
    EXPECT_NE(verified(theirs->pem, authority_->certificatePem(), kNow), X509_V_OK);
    EXPECT_EQ(deviceNameOf(authority_->certificatePem()), std::nullopt);
    EXPECT_EQ(deviceNameOf("nothing"), std::nullopt);
}

TEST_F(DeviceAuthorityTest, ARequestThatIsNoneOrNotItsKeysIsRefusedByName) {
    EXPECT_EQ(refusalOf(""), "csr: no PEM of a certificate request");
    EXPECT_EQ(refusalOf(std::string(8193, 'x')), "csr: over 8192 bytes");
    EXPECT_EQ(refusalOf(requestOf(key_, "till", false)), "csr: not signed by its own key");
    EVP_PKEY* const rsa = EVP_RSA_gen(2048);
    EXPECT_EQ(refusalOf(requestOf(rsa, "till")), "csr: the key is not of P-256");
    EVP_PKEY_free(rsa);
    EVP_PKEY* const larger = EVP_EC_gen("P-384");
    EXPECT_EQ(refusalOf(requestOf(larger, "till")), "csr: the key is not of P-256");
    EVP_PKEY_free(larger);
}

TEST_F(DeviceAuthorityTest, FilesThatDoNotBelongTogetherOpenNothing) {
    auto one = makeAuthority("One", kNow);
    auto two = makeAuthority("Two", kNow);
    const std::string certificate = std::exchange(one->certificatePem, two->certificatePem);
    EXPECT_FALSE(DeviceAuthority::open(*one));
    one->certificatePem = certificate;
    EXPECT_TRUE(DeviceAuthority::open(*one));
    one->keyPem = runtime::Secret("no key");
    EXPECT_FALSE(DeviceAuthority::open(*one));
    EXPECT_FALSE(makeAuthority("", kNow));
    EXPECT_FALSE(makeAuthority(std::string(65, 'n'), kNow));
}

}  // namespace
}  // namespace tessera::staff
