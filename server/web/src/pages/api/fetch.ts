// SPDX-License-Identifier: Apache-2.0
// An example as a module for browsers and Node, with fetch. Pure: what is printed runs as it
// stands.
import {spaced, type Printed} from './curl';
import {layOut, needsOf, type Call, type Script, type Step} from './script';

const kUuid = [
    'function uuid() { // version 7: the time, then what is random',
    "    const time = Date.now().toString(16).padStart(12, '0');",
    '    const random = crypto.randomUUID().slice(15);',
    '    return `${time.slice(0, 8)}-${time.slice(8)}-7${random}`;',
    '}',
];
const kCall = [
    'async function call(method, path, headers = {}, body = undefined) {',
    '    const answer = await fetch(api + path, {',
    '        method,',
    "        headers: body ? {...headers, 'Content-Type': 'application/json'} : headers,",
    '        body: body && JSON.stringify(body),',
    '    });',
    '    if (!answer.ok) throw new Error(await answer.text());',
    '    return answer;',
    '}',
];
const kCaller = ["const caller = crypto.randomUUID().replaceAll('-', '');"];
const kKey = ["const key = globalThis.process?.env.TESSERA_API_KEY ?? prompt('API key');"];
const kPay = [
    'async function orderIs(state) { // waits at most ten seconds for this state',
    '    for (let tried = 0; tried < 50; ++tried) {',
    '        const path = `/v1/events/${event}/orders/${order}`;',
    "        const now = await (await call('GET', path, {'X-Holder-Token': holderToken})).json();",
    '        if (now.state === state || now.payments[0]?.state === state) return now;',
    '        await new Promise((done) => setTimeout(done, 200));',
    '    }',
    '    throw new Error(`the order is not ${state}`);',
    '}',
    "const {payments: [payment]} = await orderIs('PAYABLE');",
    'await fetch(payment.confirmUrl, {',
    "    method: 'POST',",
    '    headers: {Authorization: `Bearer ${payment.publishableKey}`},',
    '    body: new URLSearchParams({',
    "        payment_method: 'pm_card_visa',",
    '        client_secret: payment.clientSecret,',
    '    }),',
    '});',
    "await orderIs('PAID');",
];
const kReads: Record<Call['answer'], string[]> = {
    json: ['console.log(await answer.json());'],
    file: ['const file = await answer.blob();', 'console.log(file.type, file.size);'],
    stream: [
        'const reader = answer.body.getReader(); // a browser may use EventSource',
        'console.log(new TextDecoder().decode((await reader.read()).value));',
        'await reader.cancel();',
    ],
};

// A text with variables as JavaScript writes it: a name alone, a template, or a plain string.
function textOf(text: string): string {
    const alone = /^\{(\w+)\}$/.exec(text)?.[1];
    if (alone !== undefined) return alone === 'uuid' ? 'uuid()' : alone;
    if (!/\{\w+\}/.test(text)) return `'${text}'`;
    return `\`${text.replace(/\{(\w+)\}/g, '${$1}')}\``;
}

function bodyOf(call: Call): string {
    if (call.body === null) return '';
    return layOut(call.body).replace(/"(\{\w+\})"/g, (_, text: string) => textOf(text));
}

function callOf(call: Call): string {
    const headers = call.headers.map(([name, value]) => {
        const key = /^\w+$/.test(name) ? name : `'${name}'`;
        return `${key}: ${textOf(value)}`;
    });
    const parts = [`'${call.verb}'`, textOf(call.path)];
    if (headers.length > 0 || call.body !== null) parts.push(`{${headers.join(', ')}}`);
    if (call.body !== null) parts.push(bodyOf(call));
    return `await call(${parts.join(', ')})`;
}

// What stands in a list of the answer.
const kListed: Readonly<Record<string, string>> = {
    ticket: '{tickets: [{ticket}]}',
    refund: '{refunds: [{refund}]}',
};

function linesOfStep(step: Step): string[] {
    if (step.does === 'pay') return kPay;
    if (step.gives.length === 0) return [`${callOf(step)};`];
    const fields = step.gives.join(', ');
    const taken = kListed[fields] ?? `{${fields}}`;
    return [`const ${taken} = await (${callOf(step)}).json();`];
}

export function fetchOf(script: Script): Printed {
    const {changes, reserves} = needsOf(script);
    const parts = [
        [
            `const api = '${script.origin}';`,
            ...(script.event === '' ? [] : [`const event = '${script.event}';`]),
        ],
        ...(script.needsKey ? [kKey] : []),
        ...(changes ? [kUuid] : []),
        kCall,
        ...(reserves ? [kCaller] : []),
        ...script.before.map(linesOfStep),
    ];
    const call = [`const answer = ${callOf(script.call)};`, ...kReads[script.call.answer]];
    return {before: spaced(parts), call: call.join('\n')};
}
