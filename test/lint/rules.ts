/** The rules of eslint-plugin-n8n-nodes-base, as eslint.config.mjs uses them. */
import type { Linter } from 'eslint';

type Rules = Linter.RulesRecord;

interface Plugin {
	rules: Record<string, never>;
	configs: Record<'nodes' | 'credentials', { rules: Rules }>;
}

export const n8nNodesBase = loadPlugin();

export const nodeRules: Rules = {
	...n8nNodesBase.configs.nodes.rules,
	// These two want the text 'main' where n8n's types, and its newer rules, want NodeConnectionTypes.Main.
	'n8n-nodes-base/node-class-description-inputs-wrong-regular-node': 'off',
	'n8n-nodes-base/node-class-description-outputs-wrong': 'off',
	// A ceiling tells the user at once what CEC would refuse later.
	'n8n-nodes-base/node-param-type-options-max-value-present': 'off',
	// In rows, what decides which fields are shown stands before those fields, not where the alphabet puts it.
	'n8n-nodes-base/node-param-fixed-collection-type-unsorted-items': 'off',
};

export const credentialRules: Rules = {
	...n8nNodesBase.configs.credentials.rules,
	// For n8n's own nodes it is the name of a page; a community package gives a URL.
	'n8n-nodes-base/cred-class-field-documentation-url-miscased': 'off',
	// It takes every name with "key" for a secret; the app key and the access key are names of accounts.
	'n8n-nodes-base/cred-class-field-type-options-password-missing': 'off',
};

/** In tests of its own, which it knows by NODE_ENV, the plugin takes every file for every kind of node. */
function loadPlugin(): Plugin {
	const { NODE_ENV } = process.env;
	process.env.NODE_ENV = 'production';
	const plugin = jest.requireActual<Plugin>('eslint-plugin-n8n-nodes-base');
	process.env.NODE_ENV = NODE_ENV;
	return plugin;
}
