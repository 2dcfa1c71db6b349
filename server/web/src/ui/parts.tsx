// SPDX-License-Identifier: Apache-2.0
// Small parts that pages share: headings, notices, steppers, busy marks, a countdown.
import {signal} from '@preact/signals';
import type {ComponentChildren} from 'preact';
import {useEffect, useLayoutEffect, useRef} from 'preact/hooks';
import {countdown} from '../i18n/format';
import {t} from '../i18n/text';
import {takeHeadingWish} from '../router';
import {clock, secondsUntil} from '../state/clock';

export function Heading({children, class: name}: {children: ComponentChildren; class?: string}) {
    const heading = useRef<HTMLHeadingElement>(null);
    // Before anything can be typed: later, it would take the focus from a field in use.
    useLayoutEffect(() => {
        if (takeHeadingWish()) heading.current?.focus({preventScroll: true});
    }, []);
    return (
        <h1 ref={heading} class={name} tabIndex={-1}>
            {children}
        </h1>
    );
}

// What the window and a bookmark are called; undefined: not known yet.
export function useTitle(title: string | undefined): void {
    useEffect(() => {
        if (title !== undefined) document.title = `${title} · Tessera`;
    }, [title]);
}

export type Tone = 'info' | 'good' | 'warn' | 'bad';
// Meaning by shape too: never by colour alone.
const kToneSigns: Record<Tone, string> = {
    info: 'M12 10v7M12 7v.5',
    good: 'm7 12.5 3.5 3.5L17 9',
    warn: 'M12 7v6M12 16.5v.5',
    bad: 'm8.5 8.5 7 7m0-7-7 7',
};

export function ToneIcon({tone}: {tone: Tone}) {
    return (
        <svg class="tone-icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
            {tone === 'warn' ? (
                <path class="tone-shape" d="M12 2.5 22.5 21h-21z" />
            ) : (
                <rect class="tone-shape" x="2" y="2" width="20" height="20" rx="5" />
            )}
            <path class="tone-sign" d={kToneSigns[tone]} />
        </svg>
    );
}

export interface NoticeProps {
    tone: Tone;
    title: string;
    children?: ComponentChildren;
    // Said at once by a screen reader; otherwise when it has time.
    urgent?: boolean;
    quiet?: boolean;
}

export function Notice({tone, title, children, urgent, quiet}: NoticeProps) {
    const role = quiet ? undefined : urgent ? 'alert' : 'status';
    return (
        <div class={`notice notice-${tone}`} role={role}>
            <ToneIcon tone={tone} />
            <div class="notice-text">
                <strong>{title}</strong>
                {children && <div class="notice-more">{children}</div>}
            </div>
        </div>
    );
}

export function Busy({label}: {label: string}) {
    return (
        <span class="busy" role="status">
            <span class="busy-tiles" aria-hidden="true">
                <i />
                <i />
                <i />
                <i />
            </span>
            <span>{label}</span>
        </span>
    );
}

// One for the whole page: two countdowns to one deadline never show two times.
const serverNow = signal(0);
let watchers = 0;
let timer: ReturnType<typeof setInterval> | undefined;

function watchNow(): () => void {
    if (++watchers === 1) {
        const tick = () => (serverNow.value = clock.now());
        tick();
        timer = setInterval(tick, 250);
    }
    return () => {
        if (--watchers === 0) clearInterval(timer);
    };
}

// The current time by the server's clock, renewed as seconds turn.
export function useServerNow(): number {
    const now = serverNow.value;
    useEffect(watchNow, []);
    return watchers === 0 ? clock.now() : now;
}

export interface CountdownProps {
    deadline: string;
    label: string;
    // Something good comes at its end: nothing to hurry for.
    calm?: boolean;
    onEnd?: () => void;
}

const kUrgentSeconds = 60;

// Blank until the server has told the time.
export function Countdown({deadline, label, calm, onEnd}: CountdownProps) {
    const left = secondsUntil(Date.parse(deadline), useServerNow());
    const known = clock.learnt;
    const urgent = known && !calm && left <= kUrgentSeconds;
    const ended = known && left === 0;
    useEffect(() => {
        if (ended) onEnd?.();
    }, [ended]);
    return (
        <span class={`countdown ${urgent ? 'countdown-urgent' : ''}`}>
            <span class="countdown-label">{label}</span>{' '}
            <span class="countdown-time" role="timer">
                {known ? countdown(left) : ''}
            </span>
            <span class="unseen" aria-live="polite">
                {urgent && left > 0 ? t('hold.lastMinute') : ''}
            </span>
        </span>
    );
}

// Closes, or does away with what `label` says.
export function CloseKey({label, onClick}: {label?: string; onClick(): void}) {
    const said = label ?? t('parts.close');
    return (
        <button type="button" class="icon-key" aria-label={said} onClick={onClick}>
            <svg viewBox="0 0 24 24" aria-hidden="true" focusable="false">
                <path d="m6 6 12 12M18 6 6 18" />
            </svg>
        </button>
    );
}

export interface StepperProps {
    label: ComponentChildren;
    name: string;
    value: number;
    min: number;
    max: number;
    onChange(value: number): void;
}

export function Stepper({label, name, value, min, max, onChange}: StepperProps) {
    return (
        <div class="stepper" role="group" aria-label={name}>
            <span class="stepper-label">{label}</span>
            <span class="stepper-keys">
                <button
                    type="button"
                    class="key"
                    aria-label={t('parts.less', {name})}
                    disabled={value <= min}
                    onClick={() => onChange(value - 1)}
                >
                    −
                </button>
                <output class="stepper-value" aria-live="polite">
                    {value}
                </output>
                <button
                    type="button"
                    class="key"
                    aria-label={t('parts.more', {name})}
                    disabled={value >= max}
                    onClick={() => onChange(value + 1)}
                >
                    +
                </button>
            </span>
        </div>
    );
}
