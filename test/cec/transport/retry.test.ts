import fc from 'fast-check';

import type { Risk } from '../../../cec/catalogue/operation';
import type { Failure } from '../../../cec/transport/failure';
import { waitBeforeRetry } from '../../../cec/transport/retry';
import { invented, RISKS } from '../../support/invented';

const refusedConnection: Failure = { kind: 'network', carriedOut: 'no', networkCode: 'ECONNREFUSED' };
const brokenConnection: Failure = { kind: 'network', carriedOut: 'perhaps', networkCode: 'ECONNRESET' };
const throttled: Failure = { kind: 'http', carriedOut: 'no', status: 429 };
const failed: Failure = { kind: 'http', carriedOut: 'perhaps', status: 500 };
const badGateway: Failure = { kind: 'http', carriedOut: 'perhaps', status: 502 };
const unavailable: Failure = { kind: 'http', carriedOut: 'perhaps', status: 503 };
const comeBack: Failure = { kind: 'http', carriedOut: 'no', status: 503, retryAfterMs: 2000 };
const unauthorized: Failure = { kind: 'http', carriedOut: 'no', status: 401 };
const refused: Failure = { kind: 'refused', carriedOut: 'no', code: '7' };
const nothingDone: Failure = { kind: 'refused', carriedOut: 'no', code: '22' };
const page: Failure = { kind: 'notJson', carriedOut: 'perhaps', status: 200 };
const untrusted: Failure = { kind: 'network', carriedOut: 'no', networkCode: 'DEPTH_ZERO_SELF_SIGNED_CERT' };

/** What may be tried again, by what the request does. */
const table: Array<[name: string, failure: Failure, repeated: Risk[]]> = [
	['a connection that was refused', refusedConnection, ['read', 'write', 'destructive']],
	['a connection that broke off', brokenConnection, ['read']],
	['HTTP 429', throttled, ['read', 'write', 'destructive']],
	['HTTP 500', failed, []],
	['HTTP 502', badGateway, ['read']],
	['HTTP 503', unavailable, ['read']],
	['HTTP 503 with Retry-After', comeBack, ['read', 'write', 'destructive']],
	['HTTP 401', unauthorized, []],
	['a refusal', refused, []],
	['a refusal that says nothing was done', nothingDone, ['read', 'write', 'destructive']],
	['an answer that is no JSON', page, []],
	['a certificate that is not trusted', untrusted, []],
];

describe.each(table)('after %s', (_name, failure, repeated) => {
	test.each(RISKS)('a request of the kind "%s"', (risk) => {
		const wait = waitBeforeRetry(invented({ risk, nothingDoneCodes: ['22'] }), failure, 1);
		expect(wait !== undefined).toBe(repeated.includes(risk));
	});
});

test('the family too may name codes that say nothing was done', () => {
	const operation = invented({ risk: 'write' }, { nothingDoneCodes: ['22'] });
	expect(waitBeforeRetry(operation, nothingDone, 1)).toBeGreaterThan(0);
	expect(waitBeforeRetry(operation, refused, 1)).toBeUndefined();
});

test('an interface may ask to be told of throttling at once', () => {
	expect(waitBeforeRetry(invented({ failsWhenThrottled: true }), throttled, 1)).toBeUndefined();
});

test('waits grow, with chance in them, and end after five attempts', () => {
	fc.assert(
		fc.property(
			fc.integer({ min: 1, max: 4 }),
			fc.double({ min: 0, max: 0.999, noNaN: true }),
			(attempt, chance) => {
				const wait = waitBeforeRetry(invented(), brokenConnection, attempt, () => chance) as number;
				const ceiling = 500 * 2 ** (attempt - 1);
				expect(wait).toBeGreaterThanOrEqual(ceiling / 2);
				expect(wait).toBeLessThanOrEqual(ceiling);
			},
		),
	);
	expect(waitBeforeRetry(invented(), brokenConnection, 5)).toBeUndefined();
});

test('CEC says how long to wait, unless that is too long to wait for', () => {
	expect(waitBeforeRetry(invented(), { ...throttled, retryAfterMs: 7000 }, 1)).toBe(7000);
	expect(waitBeforeRetry(invented(), { ...throttled, retryAfterMs: 60_000 }, 1)).toBe(60_000);
	expect(waitBeforeRetry(invented(), { ...throttled, retryAfterMs: 60_001 }, 1)).toBeUndefined();
});
