// SPDX-License-Identifier: Apache-2.0
// Webhooks that nobody may take. `sign` makes the header that would be good.
export function forgeries(body, now, sign) {
    const good = sign();
    const signature = good.split('v1=')[1];
    return [
        { name: 'another secret', header: sign({ secret: 'whsec_other' }) },
        { name: 'the body was changed', forgedBody: body.replace('evt_1', 'evt_2'), header: good },
        { name: 'the body has a byte more', forgedBody: `${body}\n`, header: good },
        { name: 'the timestamp was changed', header: good.replace(`t=${now}`, `t=${now + 1}`) },
        { name: 'signed too long ago', header: sign({ timestamp: now - 301 }) },
        { name: 'an older scheme alone', header: `t=${now},v0=${signature}` },
        { name: 'no header', header: '' },
        { name: 'no timestamp', header: `v1=${signature}` },
        { name: 'no signature', header: `t=${now}` },
        { name: 'a signature cut short', header: good.slice(0, -1) },
        { name: 'a signature with a digit more', header: `${good}0` },
        { name: 'capital letters', header: `t=${now},v1=${signature.toUpperCase()}` },
        { name: 'another body signed', header: sign({ payload: '{}' }) },
        { name: 'a timestamp that is none', header: good.replace(`t=${now}`, 't=now') },
    ];
}
