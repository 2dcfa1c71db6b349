// SPDX-License-Identifier: Apache-2.0
// Stripe's own tools take the sandbox for Stripe: its library for Node, its command line tool, its
// webhook signatures, and its description of the API.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import Stripe from 'stripe';
import { Receiver, Sandbox } from './support/sandbox.mjs';
import { apiVersion, faultsOf, faultsOfAnswer, faultsOfEvent } from './support/schemas.mjs';
import { commandLine, trigger } from './support/command_line.mjs';
import { forgeries } from './support/forgeries.mjs';
import { Verifier } from './support/verifier.mjs';

const kSecret = 'whsec_providers';
let receiver;
let sandbox;
let stripe;
let verifier;

before(async () => {
    receiver = await Receiver.start();
    sandbox = await Sandbox.start({
        webhookUrl: receiver.url, secret: kSecret, flags: ['--refund-settle-ms', '50'],
    });
    stripe = client();
    verifier = new Verifier();
});
after(async () => {
    receiver.close();
    await verifier.close();
    await sandbox.close();
});

function client(more = {}) {
    return new Stripe('sk_test_providers', {
        host: '127.0.0.1', port: sandbox.port, protocol: 'http', telemetry: false,
        maxNetworkRetries: 0, ...more,
    });
}

const kManual = { amount: 1250, currency: 'eur', capture_method: 'manual' };

function authorize(more = {}) {
    return stripe.paymentIntents.create(
        { ...kManual, payment_method: 'pm_card_visa', confirm: true, ...more });
}

// The object as `read` gives it, once `status` is its status.
async function becomes(read, status) {
    for (;;) {
        const object = await read();
        if (object.status === status) return object;
    }
}

test('the library creates, confirms, captures and refunds', async () => {
    const made = await stripe.paymentIntents.create({ ...kManual, metadata: { order: '7' } });
    assert.equal(made.status, 'requires_payment_method');
    await stripe.paymentIntents.update(made.id, { description: 'two seats' });
    const held = await stripe.paymentIntents.confirm(
        made.id, { payment_method: 'pm_card_visa', expand: ['latest_charge'] });
    assert.equal(held.status, 'requires_capture');
    assert.ok(held.latest_charge.payment_method_details.card.capture_before > held.created);
    const taken = await stripe.paymentIntents.capture(made.id, { amount_to_capture: 1000 });
    assert.equal(taken.amount_received, 1000);
    const part = await stripe.refunds.create(
        { payment_intent: made.id, amount: 400, metadata: { why: 'one seat' } });
    assert.equal(part.status, 'succeeded');
    await stripe.refunds.create({ payment_intent: made.id });
    const charge = await stripe.charges.retrieve(taken.latest_charge);
    assert.equal(charge.refunded, true);
    assert.equal(charge.amount_refunded, 1000);
    const seen = await stripe.paymentIntents.retrieve(
        made.id, { expand: ['latest_charge.refunds'] });
    assert.equal(seen.latest_charge.refunds.data.length, 2);
    const found = await stripe.paymentIntents.search({ query: "metadata['order']:'7'" });
    assert.deepEqual(found.data.map((one) => one.id), [made.id]);
});

test('the library cancels, and is told what cannot be', async () => {
    const held = await authorize();
    const gone = await stripe.paymentIntents.cancel(
        held.id, { cancellation_reason: 'requested_by_customer' });
    assert.equal(gone.status, 'canceled');
    await assert.rejects(stripe.paymentIntents.capture(held.id), (error) => {
        assert.equal(error.type, 'StripeInvalidRequestError');
        assert.equal(error.code, 'payment_intent_unexpected_state');
        return error.payment_intent.status === 'canceled';
    });
});

test('a decline is a card error, and another card may follow', async () => {
    const made = await stripe.paymentIntents.create(kManual);
    const declined = stripe.paymentIntents.confirm(
        made.id, { payment_method: 'pm_card_visa_chargeDeclinedInsufficientFunds' });
    await assert.rejects(declined, (error) => {
        assert.equal(error.type, 'StripeCardError');
        assert.equal(error.decline_code, 'insufficient_funds');
        return error.statusCode === 402;
    });
    const held = await stripe.paymentIntents.confirm(made.id, { payment_method: 'pm_card_visa' });
    assert.equal(held.status, 'requires_capture');
});

test('the bank is asked where the card wants it', async () => {
    for (const [outcome, status] of
        [['success', 'requires_capture'], ['failure', 'requires_payment_method']]) {
        const asked = await authorize({ payment_method: 'pm_card_authenticationRequired' });
        assert.equal(asked.status, 'requires_action');
        assert.equal(asked.next_action.type, 'use_stripe_sdk');
        await sandbox.control('POST', `/sandbox/payment_intents/${asked.id}/complete_action`,
            new URLSearchParams({ outcome }));
        assert.equal((await stripe.paymentIntents.retrieve(asked.id)).status, status);
    }
});

test('refunds are pending, fail later, and are called back', async () => {
    const refundOf = async (payment_method) => {
        const paid = await stripe.paymentIntents.create(
            { amount: 900, currency: 'eur', payment_method, confirm: true });
        return stripe.refunds.create({ payment_intent: paid.id });
    };
    const pending = await refundOf('pm_card_pendingRefund');
    assert.equal(pending.status, 'pending');
    await becomes(() => stripe.refunds.retrieve(pending.id), 'succeeded');
    const failing = await refundOf('pm_card_refundFail');
    assert.equal(failing.status, 'succeeded');
    const failed = await becomes(() => stripe.refunds.retrieve(failing.id), 'failed');
    assert.equal(failed.failure_reason, 'expired_or_canceled_card');
    const waiting = await refundOf('pm_sandbox_refundRequiresAction');
    assert.equal((await stripe.refunds.cancel(waiting.id)).status, 'canceled');
});

test('a reader takes a tap, a declined card, and one payment at a time', async () => {
    const { readers } = stripe.terminal;
    const helpers = stripe.testHelpers.terminal.readers;
    const reader = await readers.create({ registration_code: 'simulated-wpe', label: 'Till 1' });
    const inPerson = { ...kManual, payment_method_types: ['card_present'] };
    const first = await stripe.paymentIntents.create(inPerson);
    const busy = await readers.processPaymentIntent(reader.id, { payment_intent: first.id });
    assert.equal(busy.action.status, 'in_progress');
    await assert.rejects(
        readers.processPaymentIntent(reader.id, { payment_intent: first.id }),
        (error) => error.code === 'terminal_reader_busy');
    await helpers.presentPaymentMethod(reader.id);
    assert.equal((await readers.retrieve(reader.id)).action.status, 'succeeded');
    const paid = await stripe.paymentIntents.retrieve(first.id, { expand: ['latest_charge'] });
    assert.equal(paid.status, 'requires_capture');
    assert.equal(paid.latest_charge.payment_method_details.type, 'card_present');
    const second = await stripe.paymentIntents.create(inPerson);
    await readers.processPaymentIntent(reader.id, { payment_intent: second.id });
    await helpers.presentPaymentMethod(
        reader.id, { type: 'card_present', card_present: { number: '4000000000000002' } });
    const { action } = await readers.retrieve(reader.id);
    assert.deepEqual([action.status, action.failure_code], ['failed', 'card_declined']);
    await readers.processPaymentIntent(reader.id, { payment_intent: second.id });
    assert.equal((await readers.cancelAction(reader.id)).action, null);
    await readers.processPaymentIntent(reader.id, { payment_intent: second.id });
    assert.equal((await helpers.timeoutInputCollection(reader.id)).action.status, 'failed');
    assert.deepEqual((await readers.list()).data.map((one) => one.id), [reader.id]);
});

test('the library walks every list in both directions', async () => {
    for (const list of [stripe.paymentIntents, stripe.refunds, stripe.charges, stripe.events]) {
        const down = [];
        for await (const item of list.list({ limit: 3, created: { gte: 1 } })) down.push(item.id);
        const up = [down.at(-1)];
        for await (const item of list.list({ limit: 3, ending_before: down.at(-1) })) {
            up.push(item.id);
        }
        assert.ok(down.length > 3);
        assert.deepEqual(up.reverse(), down);
    }
});

test('keys are kept as they are documented', async () => {
    const idempotencyKey = 'providers-1';
    const first = await stripe.paymentIntents.create(kManual, { idempotencyKey });
    const again = await stripe.paymentIntents.create(kManual, { idempotencyKey });
    assert.equal(again.id, first.id);
    assert.equal(again.lastResponse.headers['idempotent-replayed'], 'true');
    await assert.rejects(
        stripe.paymentIntents.create({ ...kManual, amount: 1 }, { idempotencyKey }),
        (error) => error.type === 'StripeIdempotencyError' && error.statusCode === 400);
    await sandbox.control('POST', '/sandbox/faults', JSON.stringify(
        { rules: [{ operation: 'create', fault: 'delay', probability: 1, delay: '1000ms' }] }));
    const both = await Promise.allSettled([1, 2].map(
        () => stripe.paymentIntents.create(kManual, { idempotencyKey: 'providers-2' })));
    await sandbox.control('DELETE', '/sandbox/faults');
    const refused = both.find((one) => one.status === 'rejected');
    assert.equal(refused.reason.code, 'idempotency_key_in_use');
    assert.equal(refused.reason.statusCode, 409);
});

test('the library repeats what was lost, and it happens once', async () => {
    await sandbox.control('POST', '/sandbox/faults', JSON.stringify({ seed: 3, rules: [
        { operation: 'create', fault: 'drop_after', probability: 0.4 },
        { operation: 'create', fault: '503', probability: 0.2 }] }));
    const patient = client({ maxNetworkRetries: 10 });
    const before = await sandbox.control('GET', '/sandbox/stats');
    try {
        for (let i = 0; i < 5; ++i) await patient.paymentIntents.create(kManual);
    } finally {
        await sandbox.control('DELETE', '/sandbox/faults');
    }
    const stats = await sandbox.control('GET', '/sandbox/stats');
    assert.equal(stats.payment_intents - before.payment_intents, 5);
    assert.ok(stats.faults.create.drop_after > 0, JSON.stringify(stats.faults));
});

for (const event of ['payment_intent.amount_capturable_updated', 'payment_intent.canceled',
    'payment_intent.requires_action', 'payment_intent.payment_failed', 'charge.refunded',
    'charge.captured', 'charge.failed', 'charge.refund.updated', 'charge.succeeded',
    'payment_intent.created', 'payment_intent.succeeded']) {
    const skip = commandLine ? false : 'no program for this kind of machine';
    test(`the command line tool triggers ${event}`, { skip }, async () => {
        const known = await stripe.events.list({ type: event, limit: 1 });
        const { code, output } = await trigger(event, sandbox.port);
        assert.equal(code, 0, output);
        const now = await stripe.events.list({ type: event, limit: 1 });
        assert.equal(now.data[0].type, event);
        assert.notEqual(now.data[0].id, known.data[0]?.id);
    });
}

test("the library takes the sandbox's signatures, and the server those of the library", async () => {
    const { events } = await sandbox.control('GET', '/sandbox/stats');
    const hooks = await receiver.wait(events);
    const now = Math.floor(Date.now() / 1000);
    for (const { body, header } of hooks) {
        const event = stripe.webhooks.constructEvent(body, header, kSecret);
        assert.equal(event.object, 'event');
        const made = stripe.webhooks.generateTestHeaderString({ payload: body, secret: kSecret });
        assert.equal(await verifier.ask({ body, header: made, secret: kSecret, now }), 'accepted');
    }
    assert.ok(hooks.length > 50);
});

test('the library and the server refuse the same forgeries', async () => {
    const body = JSON.stringify({ id: 'evt_1', object: 'event', data: { object: {} } });
    const now = Math.floor(Date.now() / 1000);
    const sign = (more = {}) => stripe.webhooks.generateTestHeaderString(
        { payload: body, secret: kSecret, timestamp: now, ...more });
    const list = forgeries(body, now, sign);
    assert.ok(list.length >= 10);
    for (const { name, forgedBody = body, header } of list) {
        assert.throws(() => stripe.webhooks.constructEvent(forgedBody, header, kSecret),
            { type: 'StripeSignatureVerificationError' }, name);
        const ours = await verifier.ask({ body: forgedBody, header, secret: kSecret, now });
        assert.equal(ours, 'refused', name);
    }
    // The control: what is not forged is taken by both.
    assert.ok(stripe.webhooks.constructEvent(body, sign(), kSecret));
    assert.equal(await verifier.ask({ body, header: sign(), secret: kSecret, now }), 'accepted');
    // The server alone refuses what is signed for later: the library has no such bound.
    const ahead = sign({ timestamp: now + 400 });
    assert.ok(stripe.webhooks.constructEvent(body, ahead, kSecret));
    assert.equal(await verifier.ask({ body, header: ahead, secret: kSecret, now }), 'refused');
});

test("every answer and webhook has the shape of Stripe's description", async (t) => {
    const { events } = await sandbox.control('GET', '/sandbox/stats');
    const hooks = await receiver.wait(events);
    const faults = [];
    let answers = 0;
    const undescribed = new Set();
    for (const answer of sandbox.answers) {
        const found = faultsOfAnswer(answer);
        if (found === undefined) {
            undescribed.add(`${answer.method} ${answer.path.replace(/tmr_\w+/, '{reader}')}`);
        } else {
            ++answers;
            faults.push(...found);
        }
    }
    for (const { body } of hooks) faults.push(...faultsOfEvent(JSON.parse(body)));
    assert.deepEqual([...new Set(faults)].slice(0, 20), []);
    assert.ok(answers > 150, `${answers} answers`);
    assert.deepEqual([...undescribed],
        ['POST /v1/test_helpers/terminal/readers/{reader}/timeout_input_collection']);
    t.diagnostic(`API ${apiVersion}: ${answers} answers and ${hooks.length} webhooks, 0 faults`);
});

test('a planted fault of shape is reported', async () => {
    const good = await stripe.paymentIntents.create(kManual);
    const plain = JSON.parse(JSON.stringify(good));
    assert.deepEqual(faultsOf('payment_intent', plain), []);
    for (const planted of [{ amount: '12' }, { status: 'paid' }, { amount_capturable: null },
        { surprise: 1 }, { metadata: { a: 1 } }, { id: undefined }]) {
        const bad = JSON.parse(JSON.stringify({ ...plain, ...planted }));
        assert.notDeepEqual(faultsOf('payment_intent', bad), [], JSON.stringify(planted));
    }
    const event = JSON.parse(receiver.hooks[0].body);
    event.data.object.amount = 'much';
    assert.notDeepEqual(faultsOfEvent(event), []);
});
