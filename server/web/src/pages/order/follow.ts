// SPDX-License-Identifier: Apache-2.0
// Asking for what an order's page needs until it is there, and going on asking slowly once the order
// is settled: a refund takes its tickets away. No elements here.
import {backOffMs, waitFor} from '../../api/client';
import {asProblem} from '../../api/problem';

export interface Asking {
    signal: AbortSignal;
    wait?: typeof waitFor;
}

export const kFollowMs = 60_000;

// The answer, however often it takes; null: `signal` was aborted. A refusal may be another one later,
// but not soon.
export async function untilAnswered<Answer>(
    ask: () => Promise<Answer>,
    {signal, wait = waitFor}: Asking,
): Promise<Answer | null> {
    for (let tried = 1; ; ++tried) {
        try {
            const answer = await ask();
            return signal.aborted ? null : answer;
        } catch (error) {
            if (signal.aborted) return null;
            const problem = asProblem(error);
            const asked = problem.refused ? kFollowMs : problem.retryAfterMs;
            try {
                await wait(backOffMs(tried, asked, Math.random()), signal);
            } catch {
                return null;
            }
        }
    }
}

export interface Following<Answer> extends Asking {
    visible(): boolean;
    ask(): Promise<Answer>;
    // True: nothing more can come.
    take(answer: Answer): boolean;
    // Milliseconds before question `asked` + 1; absent: a minute each.
    pause?(asked: number): number;
}

// Soon at first, for who waits before the page; then as slowly as ever.
export function soonAtFirst(asked: number): number {
    return Math.min(kFollowMs, 500 * 1.5 ** asked);
}

// Asks while the page is seen, after each pause.
export async function followSlowly<Answer>(following: Following<Answer>): Promise<void> {
    const {signal, wait = waitFor, visible, ask, take, pause = () => kFollowMs} = following;
    for (let asked = 0; !signal.aborted; ++asked) {
        try {
            await wait(pause(asked), signal);
            if (!visible()) continue;
            const answer = await ask();
            if (!signal.aborted && take(answer)) return;
        } catch {
            // What is shown stays; the next minute asks again.
        }
    }
}
