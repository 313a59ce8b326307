/** Links to what the guide tells of a credential. */
import { credentialClasses } from '../catalogue/published';
import { code } from './markdown';

/** Its title, linked to the guide, and its internal name. */
export function credentialLink(name: string): string {
	const Credential = Object.values(credentialClasses).find((Each) => new Each().name === name)!;
	const { displayName, documentationUrl = '' } = new Credential();
	return `[${displayName}](../${documentationUrl.replace(/^.*\/docs\//, '')}) (${code(name)})`;
}
