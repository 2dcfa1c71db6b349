// SPDX-License-Identifier: Apache-2.0
// The form that finds events; it only writes the address.
import {useSignal} from '@preact/signals';
import {useEffect} from 'preact/hooks';
import {t} from '../../i18n/text';
import {navigate} from '../../router';
import {cityIn} from './cities';
import {addressOf, isWished, type Wishes} from './wishes';

const kNarrow = '(max-width: 799px)';

export interface SearchFormProps {
    wishes: Wishes;
    cities: readonly string[];
}

// On a telephone the form fills the screen: what was found stands below it.
function showFound(): void {
    if (!matchMedia(kNarrow).matches) return;
    document.getElementById('found-title')?.scrollIntoView();
}

function QuickWishes({wishes, onWhen}: {wishes: Wishes; onWhen(when: string): void}) {
    const weekend = wishes.when === 'weekend';
    return (
        <div class="search-quick">
            <button
                type="button"
                class="chip"
                aria-pressed={weekend}
                onClick={() => onWhen(weekend ? '' : 'weekend')}
            >
                {t('find.weekend')}
            </button>
            {isWished(wishes) && (
                <a class="chip" href="/">
                    {t('find.clear')}
                </a>
            )}
        </div>
    );
}

export function SearchForm({wishes, cities}: SearchFormProps) {
    const text = useSignal(wishes.text);
    useEffect(() => {
        text.value = wishes.text;
    }, [wishes.text]);
    const go = (wished: Partial<Wishes>) => {
        navigate(addressOf({...wishes, text: text.value, ...wished}), {quiet: true});
    };
    const weekend = wishes.when === 'weekend';
    return (
        <form
            class="search"
            role="search"
            onSubmit={(event) => {
                event.preventDefault();
                go({});
                showFound();
            }}
        >
            <label class="field search-text">
                <span>{t('find.text')}</span>
                <input
                    type="search"
                    enterkeyhint="search"
                    maxLength={100}
                    value={text.value}
                    onInput={(event) => (text.value = event.currentTarget.value)}
                />
            </label>
            <label class="field">
                <span>{t('find.city')}</span>
                <select
                    value={cityIn(cities, wishes.city)}
                    onChange={(event) => go({city: event.currentTarget.value})}
                >
                    <option value="">{t('find.anyCity')}</option>
                    {cities.map((name) => (
                        <option key={name} value={name} lang="">
                            {name}
                        </option>
                    ))}
                </select>
            </label>
            <label class="field">
                <span>{t('find.date')}</span>
                <input
                    type="date"
                    value={weekend ? '' : wishes.when}
                    onChange={(event) => go({when: event.currentTarget.value})}
                />
            </label>
            <button type="submit" class="button button-first search-go">
                {t('find.search')}
            </button>
            <QuickWishes wishes={wishes} onWhen={(when) => go({when})} />
        </form>
    );
}
