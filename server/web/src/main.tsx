// SPDX-License-Identifier: Apache-2.0
// The shop's beginning: language, theme, network, the pages by their addresses.
import {render, type ComponentType} from 'preact';
import {lazy, Suspense} from 'preact/compat';
import {startLanguage, t} from './i18n/text';
import {FindPage} from './pages/find/find_page';
import {LostPage, NotLoadedPage} from './pages/help/lost_page';
import {match, place, startRouter} from './router';
import {resumePendingHold, watchCart} from './state/holding';
import {watchNetwork} from './state/network';
import {watchTheme} from './state/preferences';
import {showNotStarted} from './ui/not_started';
import {Busy} from './ui/parts';
import {Shell} from './ui/shell';
import './ui/styles/base.css';
import './ui/styles/shell.css';
import './ui/styles/parts.css';
import './ui/styles/pieces.css';
import './ui/styles/pages.css';
import './ui/styles/event.css';
import './ui/styles/choice.css';
import './ui/styles/order.css';
import './ui/styles/large.css';

type Page = ComponentType<{params: Record<string, string>}>;

// A chunk that cannot be had (offline, or a newer version of the shop) is told, not a blank page.
function page(load: () => Promise<Page>): Page {
    return lazy(() => load().catch(() => NotLoadedPage as Page));
}

const kRoutes: [string, Page][] = [
    ['/', FindPage as Page],
    [
        '/events/{event}',
        page(async () => (await import('./pages/event/event_page')).EventPage as Page),
    ],
    ['/cart', page(async () => (await import('./pages/cart/cart_page')).CartPage as Page)],
    [
        '/checkout',
        page(async () => (await import('./pages/checkout/checkout_page')).CheckoutPage as Page),
    ],
    [
        '/orders/{event}/{order}',
        page(async () => (await import('./pages/order/order_page')).OrderPage as Page),
    ],
    [
        '/transfers/{event}/{order}/{transfer}',
        page(async () => (await import('./pages/transfer/transfer_page')).TransferPage as Page),
    ],
    ['/api', page(async () => (await import('./pages/api/api_page')).ApiPage as Page)],
    ['/help', page(async () => (await import('./pages/help/help_page')).HelpPage as Page)],
];

function Waiting() {
    return (
        <div class="wait-page">
            <Busy label={t('parts.loading')} />
        </div>
    );
}

function Routes() {
    const {path} = place.value;
    for (const [pattern, Page] of kRoutes) {
        const params = match(pattern, path);
        if (params) {
            return (
                <Suspense fallback={<Waiting />}>
                    <Page key={path} params={params} />
                </Suspense>
            );
        }
    }
    return <LostPage />;
}

function App() {
    return (
        <Shell>
            <Routes />
        </Shell>
    );
}

async function start(): Promise<void> {
    watchTheme();
    watchNetwork();
    startRouter();
    const host = document.getElementById('app');
    if (!host) throw new Error('index.html has no #app');
    try {
        await startLanguage();
    } catch {
        // Offline, or a newer version of the shop: its file of texts could not be had.
        return showNotStarted(host, navigator.languages);
    }
    host.textContent = '';
    render(<App />, host);
    watchCart();
    void resumePendingHold();
}

void start();
