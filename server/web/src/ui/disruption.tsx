// SPDX-License-Identifier: Apache-2.0
// What became of an event that is cancelled or moved, in the organiser's words too.
import type {ComponentChildren} from 'preact';
import type {TesseraEvent} from '../api/types_sale';
import {dayAndTime} from '../i18n/format';
import {t} from '../i18n/text';
import {Notice} from './parts';

export interface DisruptionProps {
    event: TesseraEvent;
    children?: ComponentChildren;
}

function Note({event}: {event: TesseraEvent}) {
    const note = event.disruption?.note ?? '';
    if (note === '') return null;
    return (
        <>
            <p class="note-from">{t('disruption.note')}</p>
            <blockquote class="note pre" dir="auto">
                {note}
            </blockquote>
        </>
    );
}

export function CancelledNotice({event, children}: DisruptionProps) {
    return (
        <Notice tone="bad" title={t('cancelled.title')}>
            {children ?? <p>{t('problem.EVENT_CANCELLED')}</p>}
            <Note event={event} />
        </Notice>
    );
}

export function MovedNotice({event, children}: DisruptionProps) {
    const {disruption, config, venue} = event;
    if (disruption?.kind !== 'MOVED') return null;
    const before = disruption.previousStartsAt;
    return (
        <Notice tone="warn" title={t('moved.title')}>
            {before && <p>{t('moved.before', {before: dayAndTime(before, venue.timeZone)})}</p>}
            <p>
                <strong>
                    {t('moved.after', {after: dayAndTime(config.startsAt, venue.timeZone)})}
                </strong>
            </p>
            <Note event={event} />
            {children}
        </Notice>
    );
}
