// SPDX-License-Identifier: Apache-2.0
// Some of an order's tickets, by boxes to tick. The first takes the focus.
import type {Signal} from '@preact/signals';
import {useLayoutEffect, useRef} from 'preact/hooks';
import type {TesseraEvent, Ticket} from '../../api/types_sale';
import {money} from '../../i18n/format';
import {placeName} from '../../ui/places';

export interface TicketChoiceProps {
    question: string;
    tickets: Ticket[];
    event: TesseraEvent;
    chosen: Signal<ReadonlySet<string>>;
    disabled: boolean;
}

export function TicketChoice(props: TicketChoiceProps) {
    const {question, tickets, event, chosen, disabled} = props;
    const first = useRef<HTMLInputElement>(null);
    useLayoutEffect(() => first.current?.focus(), []);
    const turn = (id: string) => {
        const next = new Set(chosen.value);
        if (!next.delete(id)) next.add(id);
        chosen.value = next;
    };
    const types = event.config.ticketTypes;
    return (
        <fieldset class="return-choice" disabled={disabled}>
            <legend>{question}</legend>
            {tickets.map(({ticket, label, ticketTypeNo, price}, index) => (
                <label key={ticket} class="return-ticket">
                    <input
                        type="checkbox"
                        ref={index === 0 ? first : undefined}
                        checked={chosen.value.has(ticket)}
                        onChange={() => turn(ticket)}
                    />
                    <span class="place-name">{placeName(label)}</span>
                    <span class="dim small">
                        {types.find((type) => (type.ticketTypeNo ?? 0) === (ticketTypeNo ?? 0))?.name}
                    </span>
                    <span class="place-price">{price && money(price)}</span>
                </label>
            ))}
        </fieldset>
    );
}
