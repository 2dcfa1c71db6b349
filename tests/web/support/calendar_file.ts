// SPDX-License-Identifier: Apache-2.0
// An iCalendar file as RFC 5545 has it, read anew: lines that end with CRLF and are folded at 75
// octets, parts that end where they began, texts that are escaped.

export interface CalendarLine {
    // The parts that it stands in, outermost first.
    within: string;
    name: string;
    value: string;
}

const kOctetsMost = 75;

function unfolded(file: Buffer): string[] {
    const text = file.toString('utf8');
    if (!Buffer.from(text, 'utf8').equals(file)) throw new Error('not UTF-8');
    if (!text.endsWith('\r\n')) throw new Error('the last line does not end');
    const lines: string[] = [];
    for (const line of text.slice(0, -2).split('\r\n')) {
        if (/[\r\n]/.test(line)) throw new Error(`a bare end of line: ${line}`);
        if (Buffer.byteLength(line) > kOctetsMost) throw new Error(`too long: ${line}`);
        if (!line.startsWith(' ')) lines.push(line);
        else if (lines.length > 0) lines[lines.length - 1] += line.slice(1);
        else throw new Error('the first line goes on with nothing');
    }
    return lines;
}

// A text's characters; throws where one that must be escaped is not.
export function unescaped(text: string): string {
    if (!/^(?:[^\\;,]|\\[\\;,nN])*$/.test(text)) throw new Error(`not escaped: ${text}`);
    return text.replace(/\\(.)/g, (_, letter: string) => (/n/i.test(letter) ? '\n' : letter));
}

// The instant of a UTC date-time.
export function instantOf(value: string): Date {
    const parts = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/.exec(value);
    if (!parts) throw new Error(`no instant: ${value}`);
    const [, year, month, day, hour, minute, second] = parts;
    return new Date(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`);
}

export function readCalendar(file: Buffer): CalendarLine[] {
    const open: string[] = [];
    const found: CalendarLine[] = [];
    for (const line of unfolded(file)) {
        const parts = /^([A-Z-]+)((?:;[A-Z-]+=[^;:"]+)*):(.*)$/.exec(line);
        if (!parts) throw new Error(`no property: ${line}`);
        const [, name = '', , value = ''] = parts;
        if (name === 'BEGIN') open.push(value);
        else if (name !== 'END') found.push({within: open.join('/'), name, value});
        else if (open.pop() !== value) throw new Error(`${value} ends where it has not begun`);
        if (open.length === 0 && name !== 'END') throw new Error(`outside of everything: ${line}`);
    }
    if (open.length > 0) throw new Error(`${open.join('/')} does not end`);
    return found;
}

// The one value of a property of the event itself.
export function ofEvent(lines: readonly CalendarLine[], name: string): string {
    const found = lines.filter((line) => line.within === 'VCALENDAR/VEVENT' && line.name === name);
    if (found.length !== 1) throw new Error(`${found.length} times ${name}`);
    return found[0]!.value;
}
