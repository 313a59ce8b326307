/** Rules for what is not published: simulator, tests and scripts run outside n8n and may use all of Node. */
import js from '@eslint/js';
import tseslint from 'typescript-eslint';

export default tseslint.config(
	{ ignores: ['dist', 'node_modules', 'artifacts'] },
	{
		files: ['**/*.ts'],
		extends: [js.configs.recommended, tseslint.configs.recommended],
		linterOptions: { noInlineConfig: true },
		rules: {
			'@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
		},
	},
	{
		// Tests look into JSON of every shape, and the simulator's schemas have checked a body before a handler sees it.
		files: ['test/**/*.ts', 'simulator/**/*.ts'],
		rules: { '@typescript-eslint/no-explicit-any': 'off' },
	},
);
