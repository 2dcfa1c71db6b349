// SPDX-License-Identifier: Apache-2.0
// What giving tickets back would bring, by the organiser's rules, and where refunds stand. The order
// decides; this only says it before. Pure.
import type {Money} from '../../api/types';
import type {AfterSale, Order, Refund, Ticket} from '../../api/types_sale';
import type {TextKey} from '../../i18n/text';
import type {Tone} from '../../ui/parts';

const kMillion = 1_000_000n;

export interface ReturnRules {
    state: 'never' | 'over' | 'open';
    until: string;
    feePpm: number;
    // Of an event that was moved, whatever the organiser's own rules are.
    moved?: boolean;
}

// `now` in milliseconds since 1970, by the server's clock.
export function rulesOf(afterSale: AfterSale | undefined, now: number): ReturnRules {
    const until = afterSale?.returnsUntil ?? '';
    const feePpm = afterSale?.returnFeePpm ?? 0;
    if (until === '') return {state: 'never', until, feePpm};
    return {state: now < Date.parse(until) ? 'open' : 'over', until, feePpm};
}

function minor(amount: Money | undefined): bigint {
    return BigInt(amount?.minorUnits ?? '0');
}

export interface ReturnSums {
    price: Money;
    kept: Money;
    back: Money;
}

// Of each ticket's all-in price the organiser's part is rounded by itself, half away from zero, as
// the contract says of `return_fee_ppm`.
export function sumsOf(tickets: readonly Ticket[], feePpm: number, currency: string): ReturnSums {
    let price = 0n;
    let kept = 0n;
    for (const ticket of tickets) {
        const one = minor(ticket.price);
        price += one;
        kept += (one * BigInt(feePpm) * 2n + kMillion) / (2n * kMillion);
    }
    const of = (amount: bigint): Money => ({
        currencyCode: currency,
        minorUnits: String(amount),
    });
    return {price: of(price), kept: of(kept), back: of(price - kept)};
}

// Admits, and neither was handed on nor is being exchanged.
export function isBuyers({state, transfer, exchangeOrder}: Ticket): boolean {
    return state === 'ACTIVE' && !transfer && !exchangeOrder;
}

export function returnable(tickets: readonly Ticket[]): Ticket[] {
    return tickets.filter(isBuyers);
}

// Of those that are listed still, the chosen ones: another may have taken the rest meanwhile.
export function wantedOf(listed: readonly Ticket[], chosen: ReadonlySet<string>): Ticket[] {
    return listed.filter(({ticket}) => chosen.has(ticket));
}

export interface RefundLine {
    key: string;
    amount: Money;
    tone: Tone;
    text: TextKey;
}

const kSaid: Record<Refund['state'], {tone: Tone; text: TextKey}> = {
    QUEUED: {tone: 'info', text: 'refunds.way'},
    PENDING: {tone: 'info', text: 'refunds.way'},
    SUCCEEDED: {tone: 'good', text: 'refunds.back'},
    MANUAL: {tone: 'warn', text: 'refunds.staff'},
};

// A line for what each call gave back and how far that has come, the earliest first.
export function refundLines(order: Order): RefundLine[] {
    const lines = new Map<string, RefundLine>();
    for (const refund of order.refunds ?? []) {
        if (minor(refund.amount) === 0n) continue;
        const {tone, text} = kSaid[refund.state];
        const key = `${refund.group} ${text}`;
        const before = lines.get(key);
        const sum = minor(before?.amount) + minor(refund.amount);
        const amount = {currencyCode: refund.amount.currencyCode, minorUnits: String(sum)};
        lines.set(key, {key, amount, tone, text});
    }
    return [...lines.values()];
}

// Whether money is on its way that nobody has to look into.
export function refundsMove(order: Order): boolean {
    return (order.refunds ?? []).some(({state}) => state === 'QUEUED' || state === 'PENDING');
}
