// SPDX-License-Identifier: Apache-2.0
#include "shared/client/device_key.h"

#include <openssl/bio.h>
#include <openssl/ec.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/x509.h>

#include <memory>

namespace tessera::client {
namespace {

template <auto Free>
struct Freed {
    template <class Thing>
    void operator()(Thing* thing) const {
        Free(thing);
    }
};
using Key = std::unique_ptr<EVP_PKEY, Freed<EVP_PKEY_free>>;
using Request = std::unique_ptr<X509_REQ, Freed<X509_REQ_free>>;
using Bio = std::unique_ptr<BIO, Freed<BIO_free_all>>;

std::string textOf(BIO* bio) {
    char* data = nullptr;
    const auto size = BIO_get_mem_data(bio, &data);
    return {data, static_cast<std::size_t>(size)};
}

}  // namespace

Result<DeviceKey> makeDeviceKey() {
    const Key key(EVP_EC_gen("P-256"));
    const Request request(X509_REQ_new());
    const Bio keyText(BIO_new(BIO_s_secmem()));
    const Bio requestText(BIO_new(BIO_s_mem()));
    const bool made = key && request && keyText && requestText &&
                      X509_REQ_set_pubkey(request.get(), key.get()) == 1 &&
                      X509_REQ_sign(request.get(), key.get(), EVP_sha256()) > 0 &&
                      PEM_write_bio_X509_REQ(requestText.get(), request.get()) == 1 &&
                      PEM_write_bio_PKCS8PrivateKey(keyText.get(), key.get(), nullptr, nullptr, 0,
                                                    nullptr, nullptr) == 1;
    if (!made) return failure("A device's key could not be made.");
    return DeviceKey{textOf(keyText.get()), textOf(requestText.get())};
}

}  // namespace tessera::client
