// SPDX-License-Identifier: Apache-2.0
// A person who has nothing but the accessibility tree: what it names can be read and pressed, what
// it leaves out is not there.
import {expect} from 'vitest';
import type {CDPSession, Page} from 'playwright-core';

interface Node {
    role: string;
    name: string;
    backend: number;
}

const kWaitMs = 20_000;

export class ScreenReader {
    private constructor(
        private readonly page: Page,
        private readonly cdp: CDPSession,
    ) {}

    static async of(page: Page): Promise<ScreenReader> {
        const cdp = await page.context().newCDPSession(page);
        await cdp.send('Accessibility.enable');
        return new ScreenReader(page, cdp);
    }

    // Waits until the tree has such a thing; the first of several.
    async hear(role: string, name: RegExp | string): Promise<Node> {
        let found: Node | undefined;
        const look = async () => {
            found = (await this.all(role, name))[0];
            return found !== undefined;
        };
        await expect.poll(look, {timeout: kWaitMs, message: `${role} ${String(name)}`}).toBe(true);
        return found!;
    }

    async all(role: string, name: RegExp | string): Promise<Node[]> {
        const fits = (given: string) =>
            typeof name === 'string' ? given === name : name.test(given);
        return (await this.tree()).filter((node) => node.role === role && fits(node.name));
    }

    // What a screen reader's "activate" does; its cursor has brought the thing into view before.
    async press(role: string, name: RegExp | string): Promise<void> {
        await this.act(await this.hear(role, name), 'click');
    }

    async write(role: string, name: RegExp | string, text: string): Promise<void> {
        await this.act(await this.hear(role, name), 'focus');
        await this.page.keyboard.insertText(text);
    }

    private async tree(): Promise<Node[]> {
        const {nodes} = await this.cdp.send('Accessibility.getFullAXTree').catch(() => ({nodes: []}));
        return nodes
            .filter((node) => !node.ignored && node.backendDOMNodeId !== undefined)
            .map((node) => ({
                role: String(node.role?.value ?? ''),
                name: String(node.name?.value ?? ''),
                backend: node.backendDOMNodeId!,
            }));
    }

    private async act(node: Node, how: 'click' | 'focus'): Promise<void> {
        const {object} = await this.cdp.send('DOM.resolveNode', {backendNodeId: node.backend});
        await this.cdp.send('Runtime.callFunctionOn', {
            objectId: object.objectId!,
            functionDeclaration: `function () {
                const at = this instanceof Element ? this : this.parentElement;
                at.scrollIntoView({block: 'center'});
                at.${how}();
            }`,
            userGesture: true,
        });
    }
}
