// SPDX-License-Identifier: Apache-2.0
// Money, dates and durations by locale. Dates are shown in the event's own zone.
import type {Money} from '../api/types';
import {locale} from './text';

const kDaySeconds = 86_400;

// Of a minor unit, by ISO 4217's list; all others have two. Intl says how amounts are usually shown,
// which for some currencies is without the minor unit that exists.
const DIGITS: Array<[number, string]> = [
    [0, 'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF'],
    [3, 'BHD IQD JOD KWD LYD OMR TND'],
    [4, 'CLF UYW'],
];

export function currencyDigits(currency: string): number {
    const found = DIGITS.find(([, currencies]) => currencies.split(' ').includes(currency));
    return found?.[0] ?? 2;
}

export function money(amount: Money, tag = locale.value): string {
    const digits = currencyDigits(amount.currencyCode);
    const value = Number(amount.minorUnits ?? 0) / 10 ** digits;
    try {
        return new Intl.NumberFormat(tag, {
            style: 'currency',
            currency: amount.currencyCode,
            minimumFractionDigits: digits,
            maximumFractionDigits: digits,
        }).format(value);
    } catch {
        return `${value.toFixed(digits)} ${amount.currencyCode}`;
    }
}

function formatDate(at: string, zone: string, options: Intl.DateTimeFormatOptions): string {
    const time = new Date(at);
    if (Number.isNaN(time.getTime())) return '';
    try {
        return new Intl.DateTimeFormat(locale.value, {...options, timeZone: zone}).format(time);
    } catch {
        return new Intl.DateTimeFormat(locale.value, options).format(time);
    }
}

export function dayLong(at: string, zone: string): string {
    return formatDate(at, zone, {weekday: 'long', day: 'numeric', month: 'long', year: 'numeric'});
}

export function dayShort(at: string, zone: string): string {
    return formatDate(at, zone, {weekday: 'short', day: 'numeric', month: 'short'});
}

// With the zone's name: who buys from elsewhere must not come an hour late.
export function timeOfDay(at: string, zone: string): string {
    return formatDate(at, zone, {hour: 'numeric', minute: '2-digit', timeZoneName: 'short'});
}

export function dateParts(at: string, zone: string): {day: string; month: string} {
    return {
        day: formatDate(at, zone, {day: 'numeric'}),
        month: formatDate(at, zone, {month: 'short'}),
    };
}

export function dayAndTime(at: string, zone: string): string {
    return listed([dayLong(at, zone), timeOfDay(at, zone)]);
}

export function number(value: number): string {
    return new Intl.NumberFormat(locale.value).format(value);
}

// "10%" of parts per million, "12.5 %" where the locale writes so.
export function percent(ppm: number): string {
    const style = {style: 'percent', maximumFractionDigits: 4} as const;
    return new Intl.NumberFormat(locale.value, style).format(ppm / 1_000_000);
}

// "Stalls, Row D, Seat 3", without those that are empty.
export function listed(parts: readonly string[]): string {
    const comma = locale.value.startsWith('ar') ? '، ' : ', ';
    return parts.filter((part) => part !== '').join(comma);
}

// "4:59", "1:04:59", by the locale's digits; from two days on whole days, rounded down: "2 days".
export function countdown(seconds: number): string {
    const days = Math.floor(seconds / kDaySeconds);
    if (days >= 2) {
        const unit = {style: 'unit', unit: 'day', unitDisplay: 'long'} as const;
        return new Intl.NumberFormat(locale.value, unit).format(days);
    }
    const two = new Intl.NumberFormat(locale.value, {minimumIntegerDigits: 2, useGrouping: false});
    const one = new Intl.NumberFormat(locale.value, {useGrouping: false});
    const hours = Math.floor(seconds / 3600);
    const minutes = Math.floor(seconds / 60) % 60;
    const rest = two.format(seconds % 60);
    if (hours === 0) return `${one.format(minutes)}:${rest}`;
    return `${one.format(hours)}:${two.format(minutes)}:${rest}`;
}
