// SPDX-License-Identifier: Apache-2.0
// An example as a script for bash and curl. Pure: what is printed runs as it stands.
import {fileOf, layOut, needsOf, type Call, type Script, type Step} from './script';

// What comes before, and the call that the example is about.
export interface Printed {
    before: string;
    call: string;
}

// Parts of several lines stand apart.
export function spaced(parts: readonly (readonly string[])[]): string {
    return parts
        .map((lines, at) => {
            const near = lines.length < 3 && (parts[at - 1]?.length ?? 9) < 3;
            return (at === 0 ? '' : near ? '\n' : '\n\n') + lines.join('\n');
        })
        .join('');
}

const kUuid = [
    'uuid() {  # version 7: the time, then what is random',
    '    local ms=$(($(date +%s) * 1000))',
    "    printf '%08x-%04x-7%03x-8%03x-%04x%04x%04x' $((ms >> 16)) $((ms & 65535)) \\",
    '        $((RANDOM % 4096)) $((RANDOM % 4096)) $RANDOM $RANDOM $RANDOM',
    '}',
];
const kField = [`field() { sed -n 's/.*"'"$1"'":"\\([^"]*\\)".*/\\1/p' <<<"$answer"; }`];
const kCaller = ["caller=$(head -c 24 /dev/urandom | base64 | tr '+/' '-_')"];
const kKey = ['key=${TESSERA_API_KEY:?an API key with the scopes of AdminService}'];
const kPay = [
    'order_is() {  # waits at most ten seconds for this state',
    '    for _ in {1..50}; do',
    '        answer=$(curl -sS "$api/v1/events/$event/orders/$order" \\',
    '            -H "X-Holder-Token: $holderToken")',
    '        [[ $answer == *\'"state":"\'$1\'"\'* ]] && return',
    '        sleep 0.2',
    '    done',
    '    return 1',
    '}',
    'order_is PAYABLE',
    'curl -sS --fail-with-body -o /dev/null "$(field confirmUrl)" \\',
    '    -H "Authorization: Bearer $(field publishableKey)" \\',
    '    -d payment_method=pm_card_visa -d "client_secret=$(field clientSecret)"',
    'order_is PAID',
];
const kStreamSeconds = 3;

// `{name}` as bash expands it, between double quotes and in a document.
function expand(text: string): string {
    return text.replace(/\{(\w+)\}/g, (_, name: string) =>
        name === 'uuid' ? '$(uuid)' : `$${name}`,
    );
}

function linesOf(call: Call): string[] {
    const flags = call.answer === 'stream' ? `-sN --max-time ${kStreamSeconds}` : '-sS';
    const verb = call.verb === 'GET' || call.verb === 'POST' ? '' : ` -X ${call.verb}`;
    const lines = [`curl ${flags} --fail-with-body${verb} "$api${expand(call.path)}"`];
    for (const [name, value] of call.headers) lines.push(`    -H "${name}: ${expand(value)}"`);
    if (call.answer === 'file') lines.push(`    -o ${fileOf(call.path)}`);
    if (call.body !== null) {
        lines.push("    -H 'Content-Type: application/json' --data @- <<JSON");
    }
    const joined = lines.map((line, at) => (at + 1 < lines.length ? `${line} \\` : line));
    if (call.body === null) return joined;
    return [...joined, ...expand(layOut(call.body)).split('\n'), 'JSON'];
}

function linesOfStep(step: Step): string[] {
    if (step.does === 'pay') return kPay;
    const [first = '', ...rest] = linesOf(step);
    const lines = [`answer=$(${first}`, ...rest];
    if (step.body !== null) lines.push(')');
    else lines.push(`${lines.pop()})`);
    return [...lines, ...step.gives.map((name) => `${name}=$(field ${name})`)];
}

export function curlOf(script: Script): Printed {
    const {changes, reserves} = needsOf(script);
    const fields = script.before.length > 0;
    const parts = [
        [`api=${script.origin}`, ...(script.event === '' ? [] : [`event=${script.event}`])],
        ...(script.needsKey ? [kKey] : []),
        ...(changes ? [kUuid] : []),
        ...(fields ? [kField] : []),
        ...(reserves ? [kCaller] : []),
        ...script.before.map(linesOfStep),
    ];
    const call = linesOf(script.call);
    if (script.call.answer === 'stream') {
        // 28: the time was over; the stream itself goes on.
        const last = call.length - 1;
        call[last] = `${call[last]} || [ $? -eq 28 ]`;
    }
    return {before: spaced(parts), call: call.join('\n')};
}
