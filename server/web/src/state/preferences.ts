// SPDX-License-Identifier: Apache-2.0
// The theme that a person prefers. One that was never chosen is the system's.
import {computed, effect, signal} from '@preact/signals';
import {onOtherTab, readText, writeText} from './storage';

export type Theme = 'light' | 'dark';
const kTheme = 'tessera.theme';

function chosenTheme(): Theme | null {
    const kept = readText(kTheme);
    return kept === 'light' || kept === 'dark' ? kept : null;
}

const chosen = signal<Theme | null>(chosenTheme());
const systemDark = signal(false);

export const theme = computed<Theme>(
    () => chosen.value ?? (systemDark.value ? 'dark' : 'light'),
);

export function reducedMotion(): boolean {
    return matchMedia('(prefers-reduced-motion: reduce)').matches;
}

export function toggleTheme(): void {
    chosen.value = theme.value === 'dark' ? 'light' : 'dark';
    writeText(kTheme, chosen.value);
}

export function watchTheme(): void {
    const dark = matchMedia('(prefers-color-scheme: dark)');
    systemDark.value = dark.matches;
    dark.addEventListener('change', () => (systemDark.value = dark.matches));
    onOtherTab(kTheme, () => (chosen.value = chosenTheme()));
    effect(() => {
        document.documentElement.dataset.theme = theme.value;
    });
}
