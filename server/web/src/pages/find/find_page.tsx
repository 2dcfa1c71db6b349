// SPDX-License-Identifier: Apache-2.0
// Finding events by text, city and date. The conditions stand in the address, so that back, reload
// and a sent link find the same.
import {useEffect, useMemo} from 'preact/hooks';
import {listEvents} from '../../api/calls';
import type {EventSummary} from '../../api/types_sale';
import {dateParts, dayAndTime, dayShort, listed, money, timeOfDay} from '../../i18n/format';
import {t} from '../../i18n/text';
import {place} from '../../router';
import {clock} from '../../state/clock';
import {EventPicture} from '../../ui/event_picture';
import {Mosaic} from '../../ui/mosaic';
import {Busy, Heading, Notice, useTitle} from '../../ui/parts';
import {problemText} from '../../ui/problem_text';
import {useCities} from './cities';
import {FoundEvents} from './found';
import {movedOf} from './moved';
import {conditionsOf, isWished, wishesOf, type Wishes} from './wishes';
import {SearchForm} from './search_form';

const kPageSize = 12;
const kInView = 3;

function useFoundEvents(wishes: Wishes, search: string) {
    const events = useMemo(() => new FoundEvents(), []);
    useEffect(() => {
        void events.search((pageToken, signal) =>
            listEvents({...conditionsOf(wishes, clock.now()), pageToken, pageSize: kPageSize}, signal),
        );
        return () => events.end();
    }, [search]);
    return {found: events.found.value, load: (pageToken: string) => events.load(pageToken)};
}

function saleText(event: EventSummary): string {
    if (event.saleState === 'CANCELLED') return t('find.cancelled');
    if (event.saleState === 'CLOSED') return t('find.closed');
    const price = event.priceFrom ? t('find.from', {price: money(event.priceFrom)}) : '';
    if (event.opensAt === undefined || Date.parse(event.opensAt) <= clock.now()) return price;
    const opens = t('find.opens', {
        day: dayShort(event.opensAt, event.timeZone),
        time: timeOfDay(event.opensAt, event.timeZone),
    });
    return price === '' ? opens : `${opens} · ${price}`;
}

function Moved({event}: {event: EventSummary}) {
    const moved = movedOf(event);
    if (!moved) return null;
    const {before} = moved;
    return (
        <p class="card-moved">
            <strong>{t('find.moved')}</strong>
            {before && (
                <>
                    <br />
                    {t('moved.before', {before: dayAndTime(before, event.timeZone)})}
                </>
            )}
        </p>
    );
}

function EventCard({event, lazy}: {event: EventSummary; lazy: boolean}) {
    const date = dateParts(event.startsAt, event.timeZone);
    const cancelled = event.saleState === 'CANCELLED';
    return (
        <li class="card">
            <a class="card-link" href={`/events/${event.event}`}>
                <div class="card-picture">
                    <EventPicture seed={event.event} address={event.imageUrl} lazy={lazy} />
                    <span class="card-date" aria-hidden="true">
                        <b>{date.day}</b>
                        <span>{date.month}</span>
                    </span>
                </div>
                <div class="card-text">
                    <h3>{event.name}</h3>
                    <p>
                        {dayShort(event.startsAt, event.timeZone)} ·{' '}
                        {timeOfDay(event.startsAt, event.timeZone)}
                    </p>
                    <Moved event={event} />
                    <p class="dim">
                        {listed([event.venueName, event.city])}
                    </p>
                    <p class={cancelled ? 'card-price card-off' : 'card-price'}>{saleText(event)}</p>
                </div>
            </a>
        </li>
    );
}

function Skeletons() {
    return (
        <ul class="cards" aria-hidden="true">
            {[1, 2, 3].map((index) => (
                <li key={index} class="card card-waiting">
                    <div class="card-picture" />
                    <div class="card-text" />
                </li>
            ))}
        </ul>
    );
}

function Results({found, load, wished}: ReturnType<typeof useFoundEvents> & {wished: boolean}) {
    const {events, loading, problem, nextPageToken} = found;
    const count = nextPageToken === '' ? 'find.count' : 'find.countMore';
    return (
        <section class="wrap" aria-labelledby="found-title">
            <h2 id="found-title" class="found-title">
                {t(wished ? 'find.found' : 'find.upcoming')}
                <span class="found-count" role="status">
                    {loading ? t('parts.loading') : ''}
                    {!loading && !problem ? t(count, {n: events.length}) : ''}
                </span>
            </h2>
            {problem && (
                <Notice tone="bad" title={t('find.failed')} urgent>
                    <p>{problemText(problem)}</p>
                    <button type="button" class="button" onClick={() => void load('')}>
                        {t('parts.again')}
                    </button>
                </Notice>
            )}
            {loading && events.length === 0 && <Skeletons />}
            {!loading && !problem && events.length === 0 && (
                <div class="empty">
                    <Mosaic seed="nothing" class="empty-picture" />
                    <h3>{t('find.noneTitle')}</h3>
                    <p>{t('find.noneBody')}</p>
                    <a class="button" href="/">
                        {t('find.clear')}
                    </a>
                </div>
            )}
            <ul class="cards">
                {events.map((event, index) => (
                    <EventCard key={event.event} event={event} lazy={index >= kInView} />
                ))}
            </ul>
            {nextPageToken !== '' && (
                <p class="more">
                    <button
                        type="button"
                        class="button button-second"
                        disabled={loading}
                        onClick={() => void load(nextPageToken)}
                    >
                        {loading ? <Busy label={t('parts.loading')} /> : t('find.more')}
                    </button>
                </p>
            )}
        </section>
    );
}

export function FindPage() {
    const search = place.value.search;
    const wishes = wishesOf(search);
    const results = useFoundEvents(wishes, search);
    const cities = useCities(wishes.city);
    useTitle(t('find.title'));
    return (
        <>
            <section class="hero">
                <Mosaic seed="tessera-house" width={1200} height={420} class="hero-picture" />
                <div class="hero-in">
                    <Heading>{t('find.title')}</Heading>
                    <p class="hero-lead">{t('find.lead')}</p>
                    <SearchForm wishes={wishes} cities={cities} />
                </div>
            </section>
            <Results {...results} wished={isWished(wishes)} />
        </>
    );
}
