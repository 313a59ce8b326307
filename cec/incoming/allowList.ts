/** The allow list of a trigger: its option, what may be wrong with it, and whom it lets in. */
import type { INodeProperties } from 'n8n-workflow';

import { readList } from '../formats/lists';
import { isAllowed, unreadableAddresses } from './addresses';
import type { SettingsProblem } from './settingsProblem';

/** The option of a trigger that takes `what`: "results", "events" … */
export const allowedAddressesOption = (what: string): INodeProperties => ({
	displayName: 'Allowed Addresses',
	name: 'allowedAddresses',
	type: 'string',
	default: '',
	placeholder: 'e.g. 192.0.2.10, 198.51.100.0/24',
	description: `Addresses or networks from which ${what} are taken; any when left empty. Behind a reverse proxy n8n needs N8N_PROXY_HOPS to see them.`,
});

export function allowListProblem(given: unknown): SettingsProblem | undefined {
	const [unreadable] = unreadableAddresses(addresses(given));
	if (unreadable === undefined) return undefined;
	return {
		message: `"${unreadable}" is no IP address or network`,
		advice: 'Write "Allowed Addresses" like 192.0.2.10 or 198.51.100.0/24.',
	};
}

/** Whether the caller is on the list; without a list everybody is. */
export function isCallerAllowed({ ip }: { ip?: string }, given: unknown): boolean {
	return isAllowed(ip ?? '', addresses(given));
}

function addresses(given: unknown): string[] {
	return readList(given).map(String);
}
