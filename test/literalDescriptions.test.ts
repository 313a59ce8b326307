/** n8n's own rules for nodes, applied to what the editor shows. */
import { ESLint } from 'eslint';
import tseslint from 'typescript-eslint';

import { credentialClasses, nodeClasses } from '../scripts/catalogue/published';
import { credentialSource, nodeSource, type Source } from './lint/literals';
import { credentialRules, n8nNodesBase, nodeRules } from './lint/rules';

const eslint = new ESLint({
	overrideConfigFile: true,
	overrideConfig: [
		{
			files: ['**/*.ts'],
			languageOptions: { parser: tseslint.parser as never },
			plugins: { 'n8n-nodes-base': n8nNodesBase },
		},
		{ files: ['nodes/**'], rules: nodeRules },
		{ files: ['credentials/**'], rules: credentialRules },
	],
});

const sources: Source[] = [
	...Object.entries(nodeClasses).map(([name, Node]) => nodeSource(name, new Node().description)),
	...Object.entries(credentialClasses).map(([name, Credential]) => credentialSource(name, new Credential())),
];

test.each(sources)('$path, written out as literals, keeps the rules of n8n', async ({ path, text }) => {
	expect(await complaints(path, text)).toEqual([]);
});

test('a description that breaks a rule is found', async () => {
	const { description } = new nodeClasses.HuaweiCecAgent();
	const [{ options = [], ...resource }] = description.properties;
	const broken = { ...description, properties: [{ ...resource, options: [...options].reverse() }] };
	const { path, text } = nodeSource('HuaweiCecAgent', broken);
	expect(await complaints(path, text)).toContainEqual(expect.stringContaining('unsorted-items'));
});

async function complaints(path: string, text: string): Promise<string[]> {
	const [{ messages }] = await eslint.lintText(text, { filePath: path });
	const lines = text.split('\n');
	return messages.map(({ ruleId, line, message }) => `${ruleId}: ${message} ${lines[line - 1]?.trim()}`);
}
