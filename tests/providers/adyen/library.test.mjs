// SPDX-License-Identifier: Apache-2.0
// What Adyen's own client and validator make of the sandbox.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import adyen from "@adyen/api-library";

import { HMAC_KEY, MERCHANT, startSandbox } from "./sandbox.mjs";

const { CheckoutAPI, Client, hmacValidator: HmacValidator } = adyen;

let sandbox;
const checkout = {};
let counter = 0;

// The library's getters make a new API each time: these are kept, and point to nobody else.
function onLoopback(api) {
    api.baseUrl = sandbox.url + new URL(api.baseUrl).pathname;
    assert.equal(new URL(api.baseUrl).hostname, "localhost");
    return api;
}

before(async () => {
    sandbox = await startSandbox();
    const client = new Client({ apiKey: "test_key", environment: "TEST" });
    const library = new CheckoutAPI(client);
    checkout.PaymentsApi = onLoopback(library.PaymentsApi);
    checkout.ModificationsApi = onLoopback(library.ModificationsApi);
});

after(async () => {
    await sandbox.stop();
});

const amount = (value) => ({ currency: "EUR", value });
const reference = () => `order-${(counter += 1)}`;
const told = (psp, eventCode) =>
    sandbox.waitFor((item) => item.pspReference === psp && item.eventCode === eventCode);

function pay(card, more = {}, options = undefined) {
    return checkout.PaymentsApi.payments(
        {
            merchantAccount: MERCHANT,
            reference: more.reference ?? reference(),
            amount: amount(1200),
            returnUrl: "http://127.0.0.1/back",
            additionalData: { manualCapture: "true" },
            paymentMethod: {
                type: "scheme",
                encryptedCardNumber: card,
                encryptedExpiryMonth: "test_03",
                encryptedExpiryYear: "test_2030",
                encryptedSecurityCode: "test_737",
                holderName: more.holderName,
            },
        },
        options,
    );
}

async function captured(card) {
    const { pspReference } = await pay(card);
    const capture = await checkout.ModificationsApi.captureAuthorisedPayment(pspReference, {
        merchantAccount: MERCHANT,
        amount: amount(1200),
        reference: "capture-1",
    });
    assert.equal(capture.status, "received");
    return { payment: pspReference, capture: capture.pspReference };
}

test("a payment is authorised and its notification says so", async () => {
    const paid = await pay("test_4111111111111111");
    assert.equal(paid.resultCode, "Authorised");
    assert.equal(paid.pspReference.length, 16);
    const item = await told(paid.pspReference, "AUTHORISATION");
    assert.equal(item.success, "true");
    assert.equal(item.amount.value, 1200);
});

test("a refusal has its reason", async () => {
    const refused = await pay("test_4111111111111111", { holderName: "NOT_ENOUGH_BALANCE" });
    assert.equal(refused.resultCode, "Refused");
    assert.equal(refused.refusalReason, "Not enough balance");
    assert.equal((await told(refused.pspReference, "AUTHORISATION")).success, "false");
});

test("a redirect is finished by details", async () => {
    const away = await pay("test_4212345678901237");
    assert.equal(away.resultCode, "RedirectShopper");
    const bank = new URL(away.action.url);
    const back = await fetch(sandbox.plainUrl + bank.pathname, { redirect: "manual" });
    const redirectResult = new URL(back.headers.get("location")).searchParams.get("redirectResult");
    const done = await checkout.PaymentsApi.paymentsDetails({ details: { redirectResult } });
    assert.equal(done.resultCode, "Authorised");
    assert.equal((await told(done.pspReference, "AUTHORISATION")).success, "true");
});

test("a pending payment is told of later", async () => {
    const pending = await pay("sandbox_pending_20");
    assert.equal(pending.resultCode, "Pending");
    assert.equal((await told(pending.pspReference, "AUTHORISATION")).success, "true");
});

test("a capture, then a partial refund", async () => {
    const { payment, capture } = await captured("test_4111111111111111");
    assert.equal((await told(capture, "CAPTURE")).originalReference, payment);
    const refund = await checkout.ModificationsApi.refundCapturedPayment(payment, {
        merchantAccount: MERCHANT,
        amount: amount(500),
        reference: "refund-1",
    });
    assert.equal(refund.status, "received");
    const item = await told(refund.pspReference, "REFUND");
    assert.equal(item.success, "true");
    assert.equal(item.merchantReference, "refund-1");
});

test("what fails later is told of twice", async () => {
    const failed = await captured("sandbox_captureFailsLater");
    assert.equal((await told(failed.capture, "CAPTURE")).success, "true");
    assert.equal((await told(failed.capture, "CAPTURE_FAILED")).originalReference, failed.payment);
});

test("cancels by pspReference and by our own reference, and a reversal", async () => {
    const first = await pay("test_4111111111111111");
    const cancel = await checkout.ModificationsApi.cancelAuthorisedPaymentByPspReference(
        first.pspReference,
        { merchantAccount: MERCHANT },
    );
    assert.equal((await told(cancel.pspReference, "CANCELLATION")).success, "true");
    const own = reference();
    await pay("test_4111111111111111", { reference: own });
    const technical = await checkout.ModificationsApi.cancelAuthorisedPayment({
        merchantAccount: MERCHANT,
        paymentReference: own,
    });
    assert.equal((await told(technical.pspReference, "TECHNICAL_CANCEL")).success, "true");
    const nobody = await checkout.ModificationsApi.cancelAuthorisedPayment({
        merchantAccount: MERCHANT,
        paymentReference: "nobody",
    });
    assert.equal(nobody.status, "received");
    assert.equal((await told(nobody.pspReference, "TECHNICAL_CANCEL")).success, "false");
    const { pspReference } = await pay("test_4111111111111111");
    const reversal = await checkout.ModificationsApi.refundOrCancelPayment(pspReference, {
        merchantAccount: MERCHANT,
    });
    const item = await told(reversal.pspReference, "CANCEL_OR_REFUND");
    assert.equal(item.additionalData["modification.action"], "cancel");
});

test("a key makes one payment", async () => {
    const own = reference();
    const options = () => ({ idempotencyKey: `key-${own}` });
    const first = await pay("test_4111111111111111", { reference: own }, options());
    const second = await pay("test_4111111111111111", { reference: own }, options());
    assert.equal(second.pspReference, first.pspReference);
    const third = await pay("test_4111111111111111", { reference: own });
    assert.notEqual(third.pspReference, first.pspReference);
});

test("errors are Adyen's to the library", async () => {
    await assert.rejects(
        checkout.ModificationsApi.captureAuthorisedPayment("NOBODY", {
            merchantAccount: MERCHANT,
            amount: amount(1),
        }),
        (error) => error.statusCode === 422 && error.errorCode === "167",
    );
    await assert.rejects(
        checkout.ModificationsApi.cancelAuthorisedPayment({
            merchantAccount: "Somebody",
            paymentReference: "x",
        }),
        (error) => error.statusCode === 403 && error.errorCode === "901",
    );
});

test("its validator accepts every notification, and none that was tampered with", () => {
    const validator = new HmacValidator();
    const changes = [
        (item) => (item.pspReference += "X"),
        (item) => (item.originalReference = "X"),
        (item) => (item.merchantAccountCode = "Somebody"),
        (item) => (item.merchantReference += "1"),
        (item) => (item.amount.value += 1),
        (item) => (item.amount.currency = "JPY"),
        (item) => (item.eventCode = item.eventCode === "CAPTURE" ? "REFUND" : "CAPTURE"),
        (item) => (item.success = item.success === "true" ? "false" : "true"),
        (item) =>
            (item.additionalData.hmacSignature = item.additionalData.hmacSignature.slice(4)),
    ];
    const otherKey = HMAC_KEY.replace("44", "45");
    let tampered = 0;
    for (const item of sandbox.items) {
        assert.equal(validator.validateHMAC(item, HMAC_KEY), true, JSON.stringify(item));
        assert.equal(validator.validateHMAC(item, otherKey), false);
        for (const change of changes) {
            const forged = structuredClone(item);
            change(forged);
            assert.equal(validator.validateHMAC(forged, HMAC_KEY), false, change.toString());
            tampered += 1;
        }
    }
    assert.ok(sandbox.items.length >= 14, `only ${sandbox.items.length} notifications`);
    console.log(
        `${sandbox.answers.length} answers read by the library, ${sandbox.items.length} ` +
            `notifications accepted, ${tampered} forgeries refused`,
    );
});
