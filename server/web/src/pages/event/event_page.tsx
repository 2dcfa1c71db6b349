// SPDX-License-Identifier: Apache-2.0
// One event: what it is, what is left at what price, and the ways to take places: best seats with
// one press, seats from the map or the list, standing places.
import {useEffect, useMemo} from 'preact/hooks';
import type {Problem} from '../../api/problem';
import type {TesseraEvent} from '../../api/types_sale';
import {dayLong, listed, timeOfDay} from '../../i18n/format';
import {t} from '../../i18n/text';
import {cart} from '../../state/cart';
import {EventPicture} from '../../ui/event_picture';
import {Mosaic} from '../../ui/mosaic';
import {CancelledNotice, MovedNotice} from '../../ui/disruption';
import {HoldTime} from '../../ui/hold_time';
import {Busy, Countdown, Heading, Notice, useServerNow, useTitle} from '../../ui/parts';
import {problemText} from '../../ui/problem_text';
import {AreaDialog} from './area_dialog';
import {Bands} from './bands';
import {BestCard} from './best_card';
import {ChoiceBar} from './choice_bar';
import {CodeField} from './code_field';
import {MapPanel} from './map_panel';
import {phaseOf, type Phase} from './sale';
import {EventSession, type Loaded} from './session';

function Hero({event}: {event: TesseraEvent}) {
    const {config, venue} = event;
    return (
        <header class="event-hero">
            <EventPicture
                seed={event.event}
                address={config.imageUrl}
                width={1200}
                height={300}
                class="event-picture"
            />
            <div class="event-title">
                <Heading>{config.name}</Heading>
                <p class="event-when">
                    <time dateTime={config.startsAt}>
                        {dayLong(config.startsAt, venue.timeZone)}
                        <span class="sep" aria-hidden="true">
                            {' · '}
                        </span>
                        {timeOfDay(config.startsAt, venue.timeZone)}
                    </time>
                </p>
                <p class="event-where">
                    {listed([venue.name, venue.city])}
                </p>
            </div>
        </header>
    );
}

function PhaseNotice({session, event, phase}: {
    session: EventSession;
    event: TesseraEvent;
    phase: Phase;
}) {
    const windows = event.config.saleWindows ?? {};
    if (phase === 'before' || phase === 'presale') {
        const opens = windows.opensAt ?? event.config.startsAt;
        return (
            <Notice tone="info" title={t('sale.soonTitle')}>
                <p class="opens">
                    <Countdown
                        deadline={opens}
                        label={t('sale.opensIn')}
                        calm
                        onEnd={() => void session.refresh()}
                    />
                </p>
                <p>
                    {t('sale.opensAt', {
                        day: dayLong(opens, event.venue.timeZone),
                        time: timeOfDay(opens, event.venue.timeZone),
                    })}
                </p>
                {phase === 'presale' && <p>{t('sale.presale')}</p>}
                {phase === 'before' && windows.presaleOpensAt && (
                    <p>
                        {t('sale.presaleAt', {
                            day: dayLong(windows.presaleOpensAt, event.venue.timeZone),
                            time: timeOfDay(windows.presaleOpensAt, event.venue.timeZone),
                        })}
                    </p>
                )}
            </Notice>
        );
    }
    if (phase === 'cancelled') return <CancelledNotice event={event} />;
    if (phase === 'closed') return <Notice tone="warn" title={t('sale.closed')} />;
    if (phase === 'notHere') return <Notice tone="warn" title={t('sale.notHere')} />;
    if (phase === 'draft') return <Notice tone="info" title={t('sale.draft')} />;
    if (session.counted.value && session.left.value.total === 0) {
        return (
            <Notice tone="warn" title={t('sale.soldOut')}>
                <p>{t('sale.soldOutMore')}</p>
                <a href="/">{t('lost.home')}</a>
            </Notice>
        );
    }
    return null;
}

function HeldNotice({eventId}: {eventId: string}) {
    const first = cart.value.find(
        ({facts, reservation}) => facts.event === eventId && reservation.state === 'HELD',
    );
    if (!first?.reservation.expireTime) return null;
    return (
        <Notice tone="good" title={t('event.youHold')}>
            <p>
                <HoldTime item={first} />
            </p>
            <a class="button" href="/cart">
                {t('event.toCart')}
            </a>
        </Notice>
    );
}

function Sale({session, loaded}: {session: EventSession; loaded: Loaded}) {
    const phase = phaseOf(loaded.event, useServerNow());
    const selling = phase === 'open' || phase === 'presale';
    const soldOut = session.counted.value && session.left.value.total === 0;
    const numbered = (loaded.layout.seatCount ?? 0) > 0;
    if (phase === 'cancelled') {
        return (
            <div class="event-grid event-standing">
                <div class="event-top">
                    <PhaseNotice session={session} event={loaded.event} phase={phase} />
                </div>
            </div>
        );
    }
    return (
        <div class={`event-grid ${numbered ? '' : 'event-standing'}`}>
            <div class="event-top">
                <HeldNotice eventId={session.eventId} />
                <MovedNotice event={loaded.event} />
                <PhaseNotice session={session} event={loaded.event} phase={phase} />
                {selling && !soldOut && numbered && (
                    <BestCard session={session} loaded={loaded} />
                )}
            </div>
            {numbered && (
                <section class="event-map" aria-labelledby="map-title">
                    <MapPanel session={session} loaded={loaded} selling={selling && !soldOut} />
                </section>
            )}
            <div class="event-rest">
                <Bands session={session} loaded={loaded} selling={selling} />
                {selling && <CodeField session={session} />}
            </div>
            {selling && <ChoiceBar session={session} loaded={loaded} />}
        </div>
    );
}

function isMissing(problem: Problem): boolean {
    return problem.status === 404 || problem.reason === 'INVALID_ID';
}

function titleOf(session: EventSession, loaded: Loaded | null): string | undefined {
    const problem = session.failed.value;
    if (problem) return t(isMissing(problem) ? 'event.missingTitle' : 'event.failedTitle');
    return loaded?.event.config.name;
}

function Failed({session}: {session: EventSession}) {
    const problem = session.failed.value;
    if (!problem) return null;
    const missing = isMissing(problem);
    return (
        <section class="wrap empty">
            <Mosaic seed="lost" class="empty-picture" />
            <Heading>{t(missing ? 'event.missingTitle' : 'event.failedTitle')}</Heading>
            <p>{missing ? t('event.missingBody') : problemText(problem)}</p>
            {missing ? (
                <a class="button button-first" href="/">
                    {t('lost.home')}
                </a>
            ) : (
                <button
                    type="button"
                    class="button button-first"
                    onClick={() => void session.load()}
                >
                    {t('parts.again')}
                </button>
            )}
        </section>
    );
}

function Terms({text}: {text: string}) {
    // The address may name this part, which comes later than the address.
    useEffect(() => {
        if (location.hash === '#terms') document.getElementById('terms')?.scrollIntoView();
    }, []);
    return (
        <section id="terms" class="wrap prose event-about">
            <h2>{t('event.terms')}</h2>
            <p class="pre" dir="auto">{text}</p>
        </section>
    );
}

export function EventPage({params}: {params: Record<string, string>}) {
    const session = useMemo(() => new EventSession(params.event ?? ''), [params.event]);
    useEffect(() => {
        void session.load();
        return () => session.close();
    }, [session]);
    const loaded = session.loaded.value;
    useTitle(titleOf(session, loaded));
    if (session.failed.value) return <Failed session={session} />;
    if (!loaded) {
        return (
            <div class="wait-page">
                <Busy label={t('parts.loading')} />
            </div>
        );
    }
    return (
        <article class="event">
            <Hero event={loaded.event} />
            <Sale session={session} loaded={loaded} />
            {loaded.event.config.description && (
                <section class="wrap prose event-about">
                    <h2>{t('event.about')}</h2>
                    <p class="pre" dir="auto">{loaded.event.config.description}</p>
                </section>
            )}
            {loaded.event.config.terms && <Terms text={loaded.event.config.terms} />}
            <AreaDialog session={session} loaded={loaded} />
        </article>
    );
}
