// SPDX-License-Identifier: Apache-2.0
// The form that finds events; it only writes the address.
import {useSignal} from '@preact/signals';
import {t} from '../../i18n/text';
import {navigate} from '../../router';
import {addressOf, type Wishes} from './wishes';

export interface SearchFormProps {
    wishes: Wishes;
    cities: readonly string[];
}

function QuickWishes({wishes, onWhen}: {wishes: Wishes; onWhen(when: string): void}) {
    const weekend = wishes.when === 'weekend';
    const wished = wishes.text !== '' || wishes.city !== '' || wishes.when !== '';
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
            {wished && (
                <a class="chip" href="/">
                    {t('find.clear')}
                </a>
            )}
        </div>
    );
}

export function SearchForm({wishes, cities}: SearchFormProps) {
    const text = useSignal(wishes.text);
    const city = useSignal(wishes.city);
    const go = (when: string) => {
        const wished = {text: text.value, city: city.value, when};
        navigate(addressOf(wished), {quiet: true});
    };
    const weekend = wishes.when === 'weekend';
    return (
        <form
            class="search"
            role="search"
            onSubmit={(event) => {
                event.preventDefault();
                go(wishes.when);
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
                <input
                    list="cities"
                    maxLength={100}
                    autocomplete="off"
                    value={city.value}
                    onInput={(event) => (city.value = event.currentTarget.value)}
                />
                <datalist id="cities">
                    {cities.map((name) => (
                        <option key={name} value={name} />
                    ))}
                </datalist>
            </label>
            <label class="field">
                <span>{t('find.date')}</span>
                <input
                    type="date"
                    value={weekend ? '' : wishes.when}
                    onChange={(event) => go(event.currentTarget.value)}
                />
            </label>
            <button type="submit" class="button button-first search-go">
                {t('find.search')}
            </button>
            <QuickWishes wishes={wishes} onWhen={go} />
        </form>
    );
}
