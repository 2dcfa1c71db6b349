// SPDX-License-Identifier: Apache-2.0
// Price bands with what is left; pressing one lets its seats stand out on the map. Standing areas
// are taken from here as well as from the map.
import {useSignal} from '@preact/signals';
import {useEffect, useMemo} from 'preact/hooks';
import {listed, money} from '../../i18n/format';
import {t} from '../../i18n/text';
import {BandNews, kFew} from './band_news';
import type {Band} from './sale';
import type {EventSession, Loaded} from './session';

export function leftText(left: number): string {
    if (left === 0) return t('bands.none');
    return left <= kFew ? t('bands.few', {n: left}) : t('bands.left', {n: left});
}

// A band's colour with a form of its own, as the map draws it.
export function BandSign({categoryNo, color}: {categoryNo: number; color: string}) {
    const forms = [
        'M4 4h16v16H4z',
        'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18z',
        'M12 2 22 12 12 22 2 12z',
        'M12 3 22 20H2z',
        'M7 3h10l5 9-5 9H7l-5-9z',
    ];
    return (
        <svg class="band-sign" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
            <path d={forms[categoryNo % forms.length]} fill={color} />
        </svg>
    );
}

function BandRow({session, band}: {session: EventSession; band: Band}) {
    const left = session.left.value.byCategory.get(band.categoryNo) ?? 0;
    const pressed = session.categories.value.has(band.categoryNo);
    return (
        <li>
            <button
                type="button"
                class={`band ${left === 0 ? 'band-gone' : ''}`}
                aria-pressed={pressed}
                onClick={() => session.toggleCategory(band.categoryNo)}
            >
                <BandSign categoryNo={band.categoryNo} color={band.color} />
                <span class="band-name">
                    {band.name}
                    <span class={`band-left ${left <= kFew ? 'band-few' : ''}`}>
                        {session.counted.value ? leftText(left) : ''}
                    </span>
                </span>
                <span class="band-price">{money(band.full)}</span>
            </button>
        </li>
    );
}

function AreaRow({session, loaded, areaNo, selling}: {
    session: EventSession;
    loaded: Loaded;
    areaNo: number;
    selling: boolean;
}) {
    const area = loaded.layout.areas?.find((known) => (known.areaNo ?? 0) === areaNo);
    const band = session.bands.value.find((known) => known.categoryNo === (area?.categoryNo ?? 0));
    if (!area || !band) return null;
    // Read for its change: the counts of areas are renewed with it.
    void session.left.value;
    const left = loaded.map.areas.get(areaNo) ?? 0;
    return (
        <li class="area-row">
            <BandSign categoryNo={band.categoryNo} color={band.color} />
            <span class="band-name">
                {area.name}
                <span class="band-left">{session.counted.value ? leftText(left) : ''}</span>
            </span>
            <span class="band-price">{money(band.full)}</span>
            {selling && (
                <button
                    type="button"
                    class="button"
                    disabled={left === 0 || session.asking.value !== ''}
                    onClick={() => (session.openArea.value = area)}
                >
                    {t('area.choose')}
                    <span class="unseen"> {area.name}</span>
                </button>
            )}
        </li>
    );
}

// What a screen reader is told of others' buying.
function Said({session}: {session: EventSession}) {
    const said = useSignal('');
    const news = useMemo(() => new BandNews(), [session]);
    const left = session.left.value.byCategory;
    const counted = session.counted.value;
    useEffect(() => {
        const found = counted ? news.take(left) : [];
        if (found.length === 0) return;
        said.value = found
            .map(({categoryNo, left: now}) => {
                const band = session.bands.value.find((known) => known.categoryNo === categoryNo);
                return listed([band?.name ?? '', leftText(now)]);
            })
            .join('. ');
    }, [left, counted]);
    return (
        <p class="unseen" aria-live="polite">
            {said.value}
        </p>
    );
}

export function Bands({session, loaded, selling}: {
    session: EventSession;
    loaded: Loaded;
    selling: boolean;
}) {
    const seated = session.bands.value.filter((band) => band.seats);
    const areas = loaded.layout.areas ?? [];
    return (
        <section class="panel" aria-labelledby="bands-title">
            <h2 id="bands-title">{t('bands.title')}</h2>
            <p class="dim small">{t('bands.allIn')}</p>
            {seated.length > 0 && (
                <ul class="bands">
                    {seated.map((band) => (
                        <BandRow key={band.categoryNo} session={session} band={band} />
                    ))}
                </ul>
            )}
            {areas.length > 0 && (
                <>
                    <h3 class="area-title">{t('area.title')}</h3>
                    <ul class="bands">
                        {areas.map((area) => (
                            <AreaRow
                                key={area.areaNo ?? 0}
                                session={session}
                                loaded={loaded}
                                areaNo={area.areaNo ?? 0}
                                selling={selling}
                            />
                        ))}
                    </ul>
                </>
            )}
            <Said session={session} />
        </section>
    );
}
