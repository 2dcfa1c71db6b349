// SPDX-License-Identifier: Apache-2.0
// One stack for all. Three workers share what looks and presses, which waits a lot; what measures
// time runs after that, one file after another, and what kills the server last.
import {configDefaults, defineConfig} from 'vitest/config';
import {BaseSequencer, type TestSpecification} from 'vitest/node';

const kMeasuring = ['speed_test.ts', 'taken_test.ts'];
const kStopping = ['restart_test.ts'];

// What takes longest begins first, whatever its size: else one worker walks on alone at the end.
const kLong = ['access_phone_test.ts', 'conditions_test.ts', 'access_desktop_test.ts'];

class LongFirst extends BaseSequencer {
    override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
        const sorted = await super.sort(files);
        const rank = ({moduleId}: TestSpecification) => {
            const at = kLong.findIndex((name) => moduleId.endsWith(`/${name}`));
            return at < 0 ? kLong.length : at;
        };
        return sorted.sort((a, b) => rank(a) - rank(b));
    }
}

const each = {
    environment: 'node' as const,
    testTimeout: 120_000,
    hookTimeout: 60_000,
    // A file more costs no process more: they share no state but the stack's addresses.
    isolate: false,
    // As long as a person would wait on a busy machine.
    expect: {poll: {timeout: 10_000}},
};

export default defineConfig({
    test: {
        sequence: {sequencer: LongFirst},
        projects: [
            {
                test: {
                    ...each,
                    name: 'together',
                    include: ['*_test.ts'],
                    exclude: [...configDefaults.exclude, ...kMeasuring, ...kStopping],
                    maxWorkers: 3,
                    sequence: {groupOrder: 0},
                },
            },
            {
                test: {
                    ...each,
                    name: 'alone',
                    include: kMeasuring,
                    fileParallelism: false,
                    sequence: {groupOrder: 1},
                },
            },
            {
                test: {...each, name: 'last', include: kStopping, sequence: {groupOrder: 2}},
            },
        ],
    },
});
