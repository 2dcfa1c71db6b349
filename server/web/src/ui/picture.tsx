// SPDX-License-Identifier: Apache-2.0
// An event's picture: the organiser's, or a mosaic of the event's own where there is none or it
// does not arrive. It says nothing that the text beside it does not.
import {useSignal} from '@preact/signals';
import {Mosaic, type MosaicProps} from './mosaic';

export interface PictureProps extends MosaicProps {
    url?: string;
    // Below the first view: it may come later.
    lazy?: boolean;
}

export function Picture({url, lazy, ...mosaic}: PictureProps) {
    const lost = useSignal('');
    if (!url || lost.value === url) return <Mosaic {...mosaic} />;
    return (
        <img
            class={`picture ${mosaic.class ?? ''}`}
            src={url}
            alt=""
            loading={lazy ? 'lazy' : 'eager'}
            decoding="async"
            onError={() => (lost.value = url)}
        />
    );
}
