// SPDX-License-Identifier: Apache-2.0
#include "tests/staff/device_key.h"

#include <openssl/bio.h>
#include <openssl/ec.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/x509.h>

namespace tessera::test {
namespace {

std::string textOf(BIO* bio) {
    char* data = nullptr;
    const auto size = static_cast<std::size_t>(BIO_get_mem_data(bio, &data));
    std::string text(data, size);
    BIO_free(bio);
    return text;
}

}  // namespace

DeviceKey makeDeviceKey() {
    EVP_PKEY* const key = EVP_EC_gen("P-256");
    X509_REQ* const request = X509_REQ_new();
    X509_REQ_set_pubkey(request, key);
    X509_REQ_sign(request, key, EVP_sha256());
    BIO* const requestText = BIO_new(BIO_s_mem());
    PEM_write_bio_X509_REQ(requestText, request);
    BIO* const keyText = BIO_new(BIO_s_mem());
    PEM_write_bio_PKCS8PrivateKey(keyText, key, nullptr, nullptr, 0, nullptr, nullptr);
    X509_REQ_free(request);
    EVP_PKEY_free(key);
    return {textOf(keyText), textOf(requestText)};
}

}  // namespace tessera::test
