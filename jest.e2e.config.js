/** The package in the real n8n: one n8n and one simulator for each run of jest, told apart by CEC_N8N. */
module.exports = {
	testEnvironment: 'node',
	transform: { '^.+\\.ts$': '@swc/jest' },
	testMatch: ['<rootDir>/test/e2e/**/*.e2e.ts', '!**/test/e2e/scaling/**'],
	modulePathIgnorePatterns: ['<rootDir>/dist/'],
	globalSetup: '<rootDir>/test/e2e/support/setup.ts',
	globalTeardown: '<rootDir>/test/e2e/support/teardown.ts',
	testTimeout: 120_000,
	maxWorkers: 1,
};
