import { join } from 'node:path';
import type { Browser, Locator, Page } from 'playwright-core';

import { artifactsFolder } from '../n8n/folders';
import { demoOwner, type Owner } from '../n8n/session';
import { launchChromium } from './chromium';

const slowMs = 60_000;

/** n8n's editor in a browser, as its owner sees it. */
export class Editor {
	readonly pageErrors: string[] = [];

	private constructor(
		private readonly browser: Browser,
		readonly page: Page,
		private readonly url: string,
	) {
		page.on('pageerror', ({ message }) => this.pageErrors.push(message));
	}

	static async signIn(url: string, owner: Owner = demoOwner): Promise<Editor> {
		const browser = await launchChromium();
		try {
			const page = await (await browser.newContext({ viewport: { width: 1440, height: 900 } })).newPage();
			page.setDefaultTimeout(slowMs);
			const editor = new Editor(browser, page, url);
			await page.goto(`${url}/signin`);
			await page.locator('input[name="emailOrLdapLoginId"], input[name="email"]').first().fill(owner.email);
			await page.locator('input[name="password"]').fill(owner.password);
			await page.locator(byId('form-submit-button')).click();
			await page.waitForURL(({ pathname }) => !pathname.includes('signin'));
			return editor;
		} catch (error) {
			await browser.close();
			throw error;
		}
	}

	async openWorkflow(workflowId: string): Promise<Locator> {
		await this.page.goto(`${this.url}/workflow/${workflowId}`);
		const nodes = this.page.locator(byId('canvas-node'));
		await nodes.first().waitFor();
		return nodes;
	}

	/** Opens the panel of a node; the editor finds it by the first part of its id. */
	async openNode(workflowId: string, nodeId: string): Promise<Locator> {
		await this.page.goto(`${this.url}/workflow/${workflowId}/${nodeId.split('-')[0]}`);
		const panel = this.page.locator(byId('ndv')).first();
		await this.page.locator('[data-test-id="parameter-input"]').first().waitFor();
		return panel;
	}

	/** The captions of the parameters in the open panel. */
	async parameterLabels(): Promise<string[]> {
		const texts = await this.page.locator(`${byId('input-label')}, .parameter-item label`).allInnerTexts();
		const captions = texts.map((text) => text.trim().split('\n')[0]); // the switch to expressions stands below
		return [...new Set(captions.filter((caption) => caption && !['Fixed', 'Expression'].includes(caption)))];
	}

	/** Opens a drop-down list of the open panel and reads its entries. */
	async openOptions(parameter: string): Promise<string[]> {
		await this.page.locator(byId(`parameter-input-${parameter}`)).first().click();
		const entries = this.page.locator('.el-select-dropdown__item:visible');
		await entries.first().waitFor();
		return await readTexts(entries);
	}

	/** Opens the list of a resource locator and reads the names that the node's list search put into it. */
	async openResourceLocator(parameter: string): Promise<string[]> {
		const locator = this.page.locator(byId(`resource-locator-${parameter}`)).first();
		await locator.locator(byId('rlc-input-container')).locator('input').first().click();
		const entries = this.page.locator(`${byId('rlc-item')}:visible`);
		await entries.first().waitFor();
		return await readTexts(entries);
	}

	async searchResourceLocator(text: string): Promise<void> {
		await this.page.locator(`${byId('rlc-search')} input:visible, input${byId('rlc-search')}:visible`).first().fill(text);
	}

	/** Opens the dialog of a stored credential. */
	async openCredential(name: string): Promise<Locator> {
		await this.page.goto(`${this.url}/home/credentials`);
		// Only some of a long list are on the page.
		await this.page.locator(`input${byId('resources-list-search')}, ${byId('resources-list-search')} input`).first().fill(name);
		await this.page.getByText(name, { exact: true }).first().click();
		const dialog = this.page.locator(byId('editCredential-modal')).or(this.page.getByRole('dialog')).first();
		await dialog.waitFor();
		return dialog;
	}

	/** Presses the open credential dialog's test button and reads what it then says. */
	async testCredential(): Promise<{ ok: boolean; text: string }> {
		const ok = this.page.locator(`${byId('credentials-config-container-test-success')}:visible`);
		const failed = this.page.locator(`${byId('credential-edit-dialog')} .el-tag--danger:visible`);
		const result = ok.or(failed).first();
		await result.waitFor(); // the dialog has run the test once by itself when it opened
		await this.page.getByRole('button', { name: 'Retry', exact: true }).click();
		await this.page.getByText('Retrying').first().waitFor({ state: 'hidden' });
		await result.waitFor();
		const more = failed.getByText('More details');
		if (await more.isVisible()) await more.click();
		const text = (await result.innerText()).replace(/\s*(Retry|More details|Show less)\s*/g, ' ').trim();
		return { ok: await ok.isVisible(), text };
	}

	/** Kept below artifacts/screenshots, for people to look at. */
	async screenshot(name: string): Promise<string> {
		const path = join(artifactsFolder('screenshots'), `${name}.png`);
		await this.page.screenshot({ path });
		return path;
	}

	async close(): Promise<void> {
		await this.browser.close();
	}
}

function byId(id: string): string {
	return `[data-test-id="${id}"]`;
}

async function readTexts(entries: Locator): Promise<string[]> {
	return (await entries.allInnerTexts()).map((text) => text.trim());
}
