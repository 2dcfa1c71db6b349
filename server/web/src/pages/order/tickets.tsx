// SPDX-License-Identifier: Apache-2.0
// Tickets with their QR codes, and the documents of an order. A document is fetched with the
// holder's token in a header and saved from memory: its address alone opens nothing.
import {useSignal} from '@preact/signals';
import {useEffect} from 'preact/hooks';
import {getDocument, orderPath, type Held} from '../../api/calls';
import {asProblem, type Problem} from '../../api/problem';
import type {TesseraEvent, Ticket} from '../../api/types_sale';
import {language, t} from '../../i18n/text';
import {factsOf} from '../../state/holding';
import {Busy, Notice} from '../../ui/parts';
import {placeName} from '../../ui/places';
import {problemText} from '../../ui/problem_text';
import {WhenWhere} from '../../ui/when_where';

function save(blob: Blob, name: string): void {
    const address = URL.createObjectURL(blob);
    const link = document.createElement('a');
    link.href = address;
    link.download = name;
    document.body.append(link);
    link.click();
    link.remove();
    setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

// A wallet answers a page to go to; everything else is a file.
async function open(held: Held, path: string, name: string): Promise<void> {
    const response = await getDocument(held, path);
    if ((response.headers.get('Content-Type') ?? '').includes('json')) {
        const body = (await response.json()) as {url?: string};
        if (body.url?.startsWith('https://')) location.assign(body.url);
        return;
    }
    save(await response.blob(), name);
}

interface DocumentKeyProps {
    held: Held;
    path: string;
    name: string;
    label: string;
    first?: boolean;
    onProblem(problem: Problem | null): void;
}

function DocumentKey({held, path, name, label, first, onProblem}: DocumentKeyProps) {
    const busy = useSignal(false);
    const get = async () => {
        busy.value = true;
        onProblem(null);
        try {
            await open(held, path, name);
        } catch (error) {
            onProblem(asProblem(error));
        } finally {
            busy.value = false;
        }
    };
    return (
        <button
            type="button"
            class={`button ${first ? 'button-first' : ''}`}
            disabled={busy.value}
            onClick={() => void get()}
        >
            {busy.value ? <Busy label={label} /> : label}
        </button>
    );
}

function Refused({problem}: {problem: Problem | null}) {
    if (!problem) return null;
    const title = problem.status === 404 ? t('tickets.notOffered') : problemText(problem);
    return <Notice tone="warn" title={title} urgent />;
}

// Whose tickets: of an order, or of one of its transfers, whose own token is held then.
export interface TicketsOf {
    order: string;
    transfer?: string;
}

function addressOf(held: Held, {order, transfer}: TicketsOf, rest: string): string {
    // The order's language is its buyer's, not that of whom the tickets were handed to.
    const of = transfer
        ? `?transfer=${encodeURIComponent(transfer)}&language=${language.value}`
        : '';
    return `${orderPath(held.event, order)}${rest}${of}`;
}

export interface DocumentsProps {
    held: Held;
    of: TicketsOf;
    // What was downloaded before is of another date.
    outdated: boolean;
}

export function Documents({held, of, outdated}: DocumentsProps) {
    const problem = useSignal<Problem | null>(null);
    const onProblem = (found: Problem | null) => (problem.value = found);
    return (
        <div class="documents">
            {outdated && (
                <Notice tone="warn" title={t('moved.download')} quiet>
                    <p>{t('moved.downloadMore')}</p>
                </Notice>
            )}
            <div class="row-keys">
                <DocumentKey
                    held={held}
                    path={addressOf(held, of, '/tickets.pdf')}
                    name={`tickets-${of.transfer ?? of.order}.pdf`}
                    label={t('tickets.pdf')}
                    first
                    onProblem={onProblem}
                />
                {!of.transfer && (
                    <DocumentKey
                        held={held}
                        path={addressOf(held, of, '/event.ics')}
                        name={`event-${of.order}.ics`}
                        label={t('tickets.calendar')}
                        onProblem={onProblem}
                    />
                )}
            </div>
            <Refused problem={problem.value} />
        </div>
    );
}

function qrSource(ticket: Ticket): string {
    if (ticket.qrSvg) return `data:image/svg+xml;charset=utf-8,${encodeURIComponent(ticket.qrSvg)}`;
    return ticket.qrPng ? `data:image/png;base64,${ticket.qrPng}` : '';
}

interface TicketCardProps {
    held: Held;
    of: TicketsOf;
    event: TesseraEvent | null;
    ticket: Ticket;
    position: string;
    wallets: Wallets;
}

interface Wallets {
    apple?: boolean;
    google?: boolean;
}

// Which wallets the server signs passes for; none while that is not known.
function useWallets(): Wallets {
    const wallets = useSignal<Wallets>({});
    useEffect(() => {
        void fetch('/v1/wallets')
            .then((response) => (response.ok ? response.json() : {}))
            .then((found: Wallets) => (wallets.value = found))
            .catch(() => undefined);
    }, []);
    return wallets.value;
}

// Why there is no code to show.
function codelessText({state, transfer}: Ticket, of: TicketsOf): string {
    if (state === 'VOID') return t('tickets.void');
    return t(transfer && !of.transfer ? 'tickets.handedOn' : 'tickets.inactive');
}

function TicketCard({held, of, event, ticket, position, wallets}: TicketCardProps) {
    const problem = useSignal<Problem | null>(null);
    const onProblem = (found: Problem | null) => (problem.value = found);
    const type = event?.config.ticketTypes.find(
        (known) => (known.ticketTypeNo ?? 0) === (ticket.ticketTypeNo ?? 0),
    );
    const base = `/tickets/${ticket.ticket}`;
    const source = qrSource(ticket);
    const place = placeName(ticket.label);
    return (
        <li class={`ticket ticket-${ticket.state.toLowerCase()}`}>
            <div class="ticket-text">
                <p class="dim small">{position}</p>
                <h3>{place}</h3>
                <p>{type?.name}</p>
            </div>
            <div class="ticket-code">
                {source !== '' ? (
                    <img src={source} width="220" height="220" alt={t('tickets.qrOf', {place})} />
                ) : (
                    <p class="ticket-wait">{codelessText(ticket, of)}</p>
                )}
            </div>
            <div class="ticket-more">
                {event && (
                    <>
                        <p class="dim">{event.config.name}</p>
                        <WhenWhere {...factsOf(event)} />
                    </>
                )}
                {source !== '' && (
                    <div class="row-keys">
                        {wallets.apple && (
                            <DocumentKey
                                held={held}
                                path={addressOf(held, of, `${base}:applePass`)}
                                name={`ticket-${ticket.ticket}.pkpass`}
                                label={t('tickets.apple')}
                                onProblem={onProblem}
                            />
                        )}
                        {wallets.google && (
                            <DocumentKey
                                held={held}
                                path={addressOf(held, of, `${base}:googleWallet`)}
                                name={`ticket-${ticket.ticket}.json`}
                                label={t('tickets.google')}
                                onProblem={onProblem}
                            />
                        )}
                    </div>
                )}
                <Refused problem={problem.value} />
            </div>
        </li>
    );
}

export interface TicketsProps {
    held: Held;
    of: TicketsOf;
    event: TesseraEvent | null;
    tickets: Ticket[];
}

export function Tickets({held, of, event, tickets}: TicketsProps) {
    const wallets = useWallets();
    return (
        <section aria-labelledby="tickets-title">
            <h2 id="tickets-title">{t('tickets.title')}</h2>
            {tickets.length === 0 && <Busy label={t('parts.loading')} />}
            <ul class="tickets">
                {tickets.map((ticket, index) => (
                    <TicketCard
                        key={ticket.ticket}
                        {...{held, of, event, ticket, wallets}}
                        position={t('tickets.of', {number: index + 1, total: tickets.length})}
                    />
                ))}
            </ul>
        </section>
    );
}
