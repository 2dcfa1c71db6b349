// SPDX-License-Identifier: Apache-2.0
// Where in the shop we are. The address says it all, so that back, forward, reload and a sent link
// show the same page. A token stands in the fragment at most.
import {signal} from '@preact/signals';

export interface Place {
    path: string;
    search: string;
    hash: string;
}

function here(): Place {
    return {path: location.pathname, search: location.search, hash: location.hash};
}

export const place = signal<Place>(
    typeof location === 'undefined' ? {path: '/', search: '', hash: ''} : here(),
);

export interface NavigateOptions {
    replace?: boolean;
    // Keeps the scroll position and the focus: the same page with other conditions.
    quiet?: boolean;
}

export function navigate(to: string, options: NavigateOptions = {}): void {
    if (options.replace) history.replaceState(null, '', to);
    else history.pushState(null, '', to);
    const before = place.value.path;
    headingWanted = !options.quiet && before !== location.pathname;
    focusBefore = document.activeElement;
    place.value = here();
    if (headingWanted) scrollTo(0, 0);
}

// A new page begins at its heading, for the keyboard and for screen readers. The heading may come
// later than the page, with its data: it takes the focus from nothing chosen meanwhile.
let headingWanted = false;
let focusBefore: Element | null = null;

export function takeHeadingWish(): boolean {
    const wanted = headingWanted;
    headingWanted = false;
    const at = document.activeElement;
    const isMoved = at !== null && at !== document.body && at !== focusBefore;
    focusBefore = null;
    return wanted && !isMoved;
}

function followLink(event: MouseEvent): void {
    if (event.defaultPrevented || event.button !== 0) return;
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    const target = event.target instanceof Element ? event.target : null;
    const link = target?.closest('a');
    if (!link || link.target || link.hasAttribute('download')) return;
    if (link.origin !== location.origin) return;
    const samePage = link.pathname === location.pathname && link.search === location.search;
    if (samePage && link.hash !== '') return;
    event.preventDefault();
    navigate(link.pathname + link.search + link.hash);
}

export function startRouter(): void {
    addEventListener('popstate', () => (place.value = here()));
    addEventListener('hashchange', () => (place.value = here()));
    document.addEventListener('click', followLink);
}

// The parts of `path` that `pattern` names ('/events/{event}'), or null where it does not match.
export function match(pattern: string, path: string): Record<string, string> | null {
    const wanted = pattern.split('/').filter((part) => part !== '');
    const given = path.split('/').filter((part) => part !== '');
    if (wanted.length !== given.length) return null;
    const found: Record<string, string> = {};
    for (let i = 0; i < wanted.length; ++i) {
        const name = /^\{(\w+)\}$/.exec(wanted[i] ?? '')?.[1];
        const text = given[i] ?? '';
        if (name === undefined && wanted[i] !== text) return null;
        if (name === undefined) continue;
        try {
            found[name] = decodeURIComponent(text);
        } catch {
            return null;
        }
    }
    return found;
}
