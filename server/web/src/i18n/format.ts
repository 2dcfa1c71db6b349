// SPDX-License-Identifier: Apache-2.0
// Money, dates and durations by locale. Dates are shown in the event's own zone.
import type {Money} from '../api/types';
import {locale} from './text';

// How many digits ISO 4217 gives the currency's minor unit.
export function currencyDigits(currency: string): number {
    try {
        const format = new Intl.NumberFormat('en', {style: 'currency', currency});
        return format.resolvedOptions().maximumFractionDigits ?? 2;
    } catch {
        return 2;
    }
}

export function money(amount: Money, tag = locale.value): string {
    const digits = currencyDigits(amount.currencyCode);
    const value = Number(amount.minorUnits ?? 0) / 10 ** digits;
    try {
        return new Intl.NumberFormat(tag, {
            style: 'currency',
            currency: amount.currencyCode,
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

// With the language's own comma; empty parts are left out.
export function listed(parts: readonly string[]): string {
    const comma = locale.value.startsWith('ar') ? '، ' : ', ';
    return parts.filter((part) => part !== '').join(comma);
}

export function number(value: number): string {
    return new Intl.NumberFormat(locale.value).format(value);
}

// "4:59", "1:04:59", by the locale's digits.
export function countdown(seconds: number): string {
    const two = new Intl.NumberFormat(locale.value, {minimumIntegerDigits: 2, useGrouping: false});
    const one = new Intl.NumberFormat(locale.value, {useGrouping: false});
    const hours = Math.floor(seconds / 3600);
    const minutes = Math.floor(seconds / 60) % 60;
    const rest = two.format(seconds % 60);
    if (hours === 0) return `${one.format(minutes)}:${rest}`;
    return `${one.format(hours)}:${two.format(minutes)}:${rest}`;
}
