/** Unit tests and the generic test of every operation: quick, in process, against the simulator. */
module.exports = {
	testEnvironment: 'node',
	transform: { '^.+\\.ts$': '@swc/jest' },
	testMatch: ['<rootDir>/test/**/*.test.ts'],
	testPathIgnorePatterns: ['<rootDir>/node_modules/', '<rootDir>/test/e2e/'],
	// One file has half of the tests: with fewer workers than processors the others would wait for it.
	maxWorkers: '100%',
	// Work that takes a second may take ten on a busy machine; a test that hangs is found all the same.
	testTimeout: 30_000,
	modulePathIgnorePatterns: ['<rootDir>/dist/'],
};
