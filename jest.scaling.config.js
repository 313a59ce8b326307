/** The package on n8n in queue mode: PostgreSQL, Redis, one main, one webhook processor, two workers. */
module.exports = {
	...require('./jest.e2e.config.js'),
	testMatch: ['<rootDir>/test/e2e/scaling/**/*.e2e.ts'],
	globalSetup: '<rootDir>/test/e2e/scaling/support/setup.ts',
	testTimeout: 180_000,
};
