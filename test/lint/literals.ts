/**
 * The rules of eslint-plugin-n8n-nodes-base read object literals in sources. Our descriptions are made from a
 * catalogue, so the rules would see nothing: here they are written out as the literals that n8n ends up with.
 */
import type { ICredentialType, INodeTypeDescription } from 'n8n-workflow';

export interface Source {
	/** Where such a file would lie; the rules look at its name. */
	path: string;
	text: string;
}

export function nodeSource(className: string, description: INodeTypeDescription): Source {
	return {
		path: `nodes/${className}/${className}.node.ts`,
		text: [
			"import type { INodeType, INodeTypeDescription } from 'n8n-workflow';",
			'',
			`export class ${className} implements INodeType {`,
			`\tdescription: INodeTypeDescription = ${literal(description, 1)};`,
			'}',
			'',
		].join('\n'),
	};
}

export function credentialSource(className: string, credential: ICredentialType): Source {
	const { name, displayName, documentationUrl, icon, properties } = credential;
	const members = Object.entries({ name, displayName, icon, documentationUrl, properties });
	return {
		path: `credentials/${className}.credentials.ts`,
		text: [
			"import type { ICredentialType, INodeProperties } from 'n8n-workflow';",
			'',
			`export class ${className} implements ICredentialType {`,
			...members.map(
				([key, value]) =>
					`\t${key}${key === 'properties' ? ': INodeProperties[]' : ''} = ${literal(value, 1)};`,
			),
			'}',
			'',
		].join('\n'),
	};
}

/** A value as TypeScript, with keys that need no quotes written without them. */
export function literal(value: unknown, depth = 0): string {
	const inside = '\t'.repeat(depth + 1);
	const outside = '\t'.repeat(depth);
	if (typeof value === 'string') return quoted(value);
	if (Array.isArray(value)) {
		return value.length === 0
			? '[]'
			: `[\n${value.map((each) => `${inside}${literal(each, depth + 1)},\n`).join('')}${outside}]`;
	}
	if (typeof value !== 'object' || value === null) return String(value);
	const entries = Object.entries(value).filter(([, each]) => each !== undefined && typeof each !== 'function');
	if (entries.length === 0) return '{}';
	const lines = entries.map(([key, each]) => `${inside}${keyText(key)}: ${literal(each, depth + 1)},\n`);
	return `{\n${lines.join('')}${outside}}`;
}

function keyText(key: string): string {
	return /^[A-Za-z_$][\w$]*$/.test(key) ? key : quoted(key);
}

function quoted(text: string): string {
	return `'${JSON.stringify(text).slice(1, -1).replace(/\\"/g, '"').replace(/'/g, "\\'")}'`;
}
