// SPDX-License-Identifier: Apache-2.0
// Name, e-mail and language. What is wrong is said at its field, and the first such field gets the
// focus; nothing typed is kept anywhere but in the form.
import {useSignal, type Signal} from '@preact/signals';
import {useRef} from 'preact/hooks';
import type {Money} from '../../api/types';
import {money} from '../../i18n/format';
import {kLanguages, locale, t, type Language} from '../../i18n/text';
import {Busy} from '../../ui/parts';

export interface BuyerInput {
    name: string;
    email: string;
    language: string;
}

export interface BuyerFormProps {
    busy: boolean;
    slow: boolean;
    // Whether the places are still held is being asked.
    checking: boolean;
    free: boolean;
    total: Money;
    language: Language;
    // Where the organiser's own terms are; empty: there are none.
    termsAt: string;
    onSubmit(input: BuyerInput): void;
}

// Bounds of the contract: 1 to 200 bytes, and 3 to 254 bytes with one @.
export function nameFault(name: string): boolean {
    const bytes = new TextEncoder().encode(name.trim()).length;
    return bytes < 1 || bytes > 200;
}

export function emailFault(email: string): boolean {
    const text = email.trim();
    const bytes = new TextEncoder().encode(text).length;
    return bytes < 3 || bytes > 254 || !/^[^\s@]+@[^\s@]+$/.test(text);
}

interface InputProps {
    id: string;
    label: string;
    type: 'text' | 'email';
    autocomplete: string;
    value: Signal<string>;
    fault: string;
}

function Input({id, label, type, autocomplete, value, fault}: InputProps) {
    const shared = {
        id,
        autocomplete,
        required: true,
        'aria-invalid': fault !== '',
        'aria-describedby': fault ? `${id}-fault` : undefined,
        value: value.value,
        onInput: (event: {currentTarget: HTMLInputElement}) => {
            value.value = event.currentTarget.value;
        },
    };
    return (
        <div class={`field ${fault ? 'field-bad' : ''}`}>
            <label for={id}>{label}</label>
            {type === 'email' ? (
                <input type="email" {...shared} />
            ) : (
                <input type="text" {...shared} />
            )}
            {fault && (
                <p class="field-fault" id={`${id}-fault`}>
                    {fault}
                </p>
            )}
        </div>
    );
}

function SubmitKey({busy, slow, checking, free, total}: BuyerFormProps) {
    return (
        <button
            type="submit"
            class="button button-first button-wide"
            disabled={busy || checking}
        >
            {busy ? (
                <Busy label={t(slow ? 'checkout.slow' : 'checkout.sending')} />
            ) : checking ? (
                t('hold.checking')
            ) : free ? (
                t('checkout.get')
            ) : (
                t('checkout.pay', {total: money(total)})
            )}
        </button>
    );
}

export function BuyerForm(props: BuyerFormProps) {
    const {language, onSubmit} = props;
    const form = useRef<HTMLFormElement>(null);
    const name = useSignal('');
    const email = useSignal('');
    const chosen = useSignal<string>(language);
    const tried = useSignal(false);
    const badName = tried.value && nameFault(name.value);
    const badEmail = tried.value && emailFault(email.value);
    const submit = (event: Event) => {
        event.preventDefault();
        tried.value = true;
        const bad = nameFault(name.value) ? 'name' : emailFault(email.value) ? 'email' : '';
        if (bad) return form.current?.querySelector<HTMLElement>(`#buyer-${bad}`)?.focus();
        // With the person's own region: a ticket's time and price are written as on this page.
        const tag = chosen.value === language ? locale.value : chosen.value;
        onSubmit({name: name.value.trim(), email: email.value.trim(), language: tag});
    };
    return (
        <form ref={form} class="buyer" noValidate onSubmit={submit}>
            <h2>{t('checkout.who')}</h2>
            <p class="dim">{t('checkout.noAccount')}</p>
            <Input
                id="buyer-name"
                label={t('checkout.name')}
                type="text"
                autocomplete="name"
                value={name}
                fault={badName ? t('checkout.nameFault') : ''}
            />
            <Input
                id="buyer-email"
                label={t('checkout.email')}
                type="email"
                autocomplete="email"
                value={email}
                fault={badEmail ? t('checkout.emailFault') : ''}
            />
            <label class="field">
                <span>{t('checkout.language')}</span>
                <select
                    value={chosen.value}
                    onChange={(event) => (chosen.value = event.currentTarget.value)}
                >
                    {Object.entries(kLanguages).map(([tag, own]) => (
                        <option key={tag} value={tag} lang={tag}>
                            {own}
                        </option>
                    ))}
                </select>
            </label>
            <p class="small">
                {t('checkout.terms')}{' '}
                <a href="/help#terms" target="_blank" rel="noopener">
                    {t('shell.help')}
                </a>
            </p>
            {props.termsAt !== '' && (
                <p class="small">
                    {t('checkout.organiserTerms')}{' '}
                    <a href={props.termsAt} target="_blank" rel="noopener">
                        {t('event.terms')}
                    </a>
                </p>
            )}
            <SubmitKey {...props} />
            <p class="dim small">{t('checkout.next')}</p>
        </form>
    );
}
