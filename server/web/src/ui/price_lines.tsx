// SPDX-License-Identifier: Apache-2.0
// A price with its parts, as the server made it up: nothing is added up here.
import type {PriceBreakdown} from '../api/types';
import {money, number} from '../i18n/format';
import {t} from '../i18n/text';

export function PriceLines({price}: {price: PriceBreakdown}) {
    return (
        <table class="price">
            <caption class="unseen">{t('price.caption')}</caption>
            <tbody>
                {price.lines.map((line, index) => (
                    <tr key={index} class={line.included ? 'price-included' : ''}>
                        <th scope="row">
                            {(line.quantity ?? 1) > 1 && !line.included
                                ? `${number(line.quantity)} × `
                                : ''}
                            {line.name}
                            {line.included && <span class="dim"> {t('price.included')}</span>}
                        </th>
                        <td>{money(line.amount)}</td>
                    </tr>
                ))}
            </tbody>
            <tfoot>
                <tr>
                    <th scope="row">
                        {t('price.total')}
                        <span class="dim small"> {t('price.allIn')}</span>
                    </th>
                    <td>{money(price.total)}</td>
                </tr>
            </tfoot>
        </table>
    );
}
