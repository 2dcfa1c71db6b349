// SPDX-License-Identifier: Apache-2.0
// The organiser's picture of an event; a mosaic of its own where there is none or it cannot be had.
import {useSignal} from '@preact/signals';
import {Mosaic, type MosaicProps} from './mosaic';

// Of this server, or by https; anything else is no picture's address.
export function pictureAddress(address: string | undefined): string | null {
    if (address === undefined || !/^(https:\/\/[^/]|\/(?![/\\]))/.test(address)) return null;
    return address;
}

export interface EventPictureProps extends MosaicProps {
    address: string | undefined;
    // Below the first view: it may come later.
    lazy?: boolean;
}

export function EventPicture({address, lazy, ...mosaic}: EventPictureProps) {
    const failed = useSignal('');
    const picture = pictureAddress(address);
    if (picture === null || failed.value === picture) return <Mosaic {...mosaic} />;
    return (
        <img
            class={`picture ${mosaic.class ?? ''}`}
            src={picture}
            alt=""
            width={mosaic.width ?? 320}
            height={mosaic.height ?? 180}
            loading={lazy ? 'lazy' : 'eager'}
            decoding="async"
            referrerpolicy="no-referrer"
            onError={() => (failed.value = picture)}
        />
    );
}
