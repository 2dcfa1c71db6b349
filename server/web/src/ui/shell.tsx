// SPDX-License-Identifier: Apache-2.0
// What surrounds every page: the house's name, the cart with its countdown, language and theme,
// and what is said when the server cannot be reached.
import {useSignal} from '@preact/signals';
import type {ComponentChildren} from 'preact';
import {useEffect} from 'preact/hooks';
import {countdown} from '../i18n/format';
import {kLanguages, language, setLanguage, t, type Language} from '../i18n/text';
import {place} from '../router';
import {cart, orders} from '../state/cart';
import {clock, secondsUntil} from '../state/clock';
import {isDue} from '../state/holding';
import {online} from '../state/network';
import {theme, toggleTheme} from '../state/preferences';
import {Mark} from './mosaic';
import {ToneIcon, useServerNow} from './parts';

// A language whose texts cannot be had is not chosen: the page stays as it is, and so does the key.
function choose(select: HTMLSelectElement): void {
    setLanguage(select.value as Language).catch(() => (select.value = language.value));
}

function LanguageSelect() {
    return (
        <label class="language">
            <span class="unseen">{t('shell.language')}</span>
            <svg viewBox="0 0 24 24" aria-hidden="true" focusable="false">
                <circle cx="12" cy="12" r="9" />
                <path d="M3.5 12h17M12 3c3 3 3 15 0 18M12 3c-3 3-3 15 0 18" />
            </svg>
            <select
                value={language.value}
                onChange={(event) => choose(event.currentTarget)}
            >
                {Object.entries(kLanguages).map(([tag, name]) => (
                    <option key={tag} value={tag} lang={tag}>
                        {name}
                    </option>
                ))}
            </select>
        </label>
    );
}

function ThemeKey() {
    const dark = theme.value === 'dark';
    const label = t(dark ? 'shell.themeLight' : 'shell.themeDark');
    return (
        <button
            type="button"
            class="icon-key"
            aria-label={label}
            title={label}
            onClick={toggleTheme}
        >
            <svg viewBox="0 0 24 24" aria-hidden="true" focusable="false">
                {dark ? (
                    <>
                        <circle cx="12" cy="12" r="4.5" />
                        <path d="M12 2v2.5M12 19.5V22M2 12h2.5M19.5 12H22" />
                        <path d="M5 5l1.7 1.7M17.3 17.3 19 19M5 19l1.7-1.7M17.3 6.7 19 5" />
                    </>
                ) : (
                    <path d="M20 14.2A8.3 8.3 0 0 1 9.8 4 8.3 8.3 0 1 0 20 14.2Z" />
                )}
            </svg>
        </button>
    );
}

function CartTime() {
    const now = useServerNow();
    const left = cart.value
        .filter((item) => item.reservation.state === 'HELD' && item.reservation.expireTime)
        .map((item) => secondsUntil(Date.parse(item.reservation.expireTime ?? ''), now))
        .filter((seconds) => seconds > 0);
    if (left.length === 0 || !clock.learnt) return null;
    return <span class="cart-time">{countdown(Math.min(...left))}</span>;
}

function CartLink() {
    const held = cart.value.filter(
        (item) => item.reservation.state === 'HELD' && !isDue(item),
    ).length;
    return (
        <a class={`cart-link ${held > 0 ? 'cart-full' : ''}`} href="/cart">
            <svg viewBox="0 0 24 24" aria-hidden="true" focusable="false">
                <path d="M3.5 8.5v-2h17v2a2.2 2.2 0 0 0 0 4.5v4.5h-17V13a2.2 2.2 0 0 0 0-4.5Z" />
                <path d="M9 6.5v11" />
            </svg>
            <span class="cart-word">{t('shell.cart')}</span>
            {held > 0 && <span class="unseen">{t('shell.cartCount', {n: held})}</span>}
            {held > 0 && <CartTime />}
        </a>
    );
}

// Says when the connection is gone, and for a moment that it is back.
function NetworkBar() {
    const wasOffline = useSignal(false);
    const isOnline = online.value;
    useEffect(() => {
        if (!isOnline) {
            wasOffline.value = true;
            return;
        }
        if (!wasOffline.value) return;
        const timer = setTimeout(() => (wasOffline.value = false), 4000);
        return () => clearTimeout(timer);
    }, [isOnline]);
    return (
        <div class="network" role="status" aria-live="polite">
            {!isOnline && (
                <p class="network-bar network-off">
                    <ToneIcon tone="warn" />
                    <span>{t(navigator.onLine ? 'shell.away' : 'shell.offline')}</span>
                </p>
            )}
            {isOnline && wasOffline.value && (
                <p class="network-bar network-on">
                    <ToneIcon tone="good" />
                    <span>{t('shell.online')}</span>
                </p>
            )}
        </div>
    );
}

function Footer() {
    const here = (path: string) => (place.value.path === path ? 'page' : undefined);
    return (
        <footer class="foot">
            <div class="foot-tiles" aria-hidden="true" />
            <div class="foot-in">
                <p class="foot-say">{t('shell.promise')}</p>
                <nav aria-label={t('shell.more')}>
                    <a href="/" aria-current={here('/')}>
                        {t('shell.events')}
                    </a>
                    <a href="/cart" aria-current={here('/cart')}>
                        {orders.value.length > 0 ? t('shell.myTickets') : t('shell.cart')}
                    </a>
                    <a href="/help" aria-current={here('/help')}>
                        {t('shell.help')}
                    </a>
                    <a href="/api" aria-current={here('/api')}>
                        API
                    </a>
                </nav>
            </div>
        </footer>
    );
}

// By hand: the fragment of an order's address is its key and stays as it is.
function skip(event: Event): void {
    event.preventDefault();
    document.getElementById('main')?.focus();
}

export function Shell({children}: {children: ComponentChildren}) {
    const home = place.value.path === '/';
    return (
        <>
            <a class="skip" href="#main" onClick={skip}>
                {t('shell.skip')}
            </a>
            <header class="head">
                <a class="brand" href="/" aria-current={home ? 'page' : undefined}>
                    <Mark />
                    <span>Tessera</span>
                </a>
                <div class="head-keys">
                    <LanguageSelect />
                    <ThemeKey />
                    <CartLink />
                </div>
            </header>
            <NetworkBar />
            <main id="main" tabIndex={-1}>
                {children}
            </main>
            <Footer />
        </>
    );
}
