/** The session of an agent: sealed on its way, and always the newest one. */
import fc from 'fast-check';

import { AgentSession, guidIn, sessionToKeep } from '../../../cec/auth/agentSession';

const T0 = Date.UTC(2026, 2, 2, 9);
let agents = 101;

/** An agent of its own for each test, since this process remembers what it knows of each. */
const credential = (changes: object = {}) => {
	agents += 1;
	return { baseUrl: 'https://gateway.example.com:8043/', agentId: agents, password: 'Agent-pw1', ...changes };
};

function signedIn(of = credential(), guid = 'g1', now = T0): AgentSession {
	const session = AgentSession.none(of);
	session.learn({ 'set-guid': `JSESSIONID=${guid}.AgentGateway0` }, now);
	return session;
}

test('there is none before the gateway has answered', () => {
	const session = AgentSession.none(credential());
	expect(session.guid).toBeUndefined();
	expect(session.seal()).toBeUndefined();
});

test.each([
	['a cookie', { 'set-guid': 'JSESSIONID=abc.AgentGateway1' }],
	['a cookie with attributes', { 'set-guid': 'JSESSIONID=abc.AgentGateway1; Path=/; Secure' }],
	['several values', { 'set-guid': ['JSESSIONID=abc.AgentGateway1'] }],
	['a plain value', { guid: 'abc.AgentGateway1' }],
])('is learned from %s, the name of the node included', (_what, headers) => {
	const session = AgentSession.none(credential());
	session.learn(headers, T0);
	expect(session.guid).toBe('abc.AgentGateway1');
});

test('stays when an answer names none', () => {
	const session = signedIn();
	session.learn({}, T0 + 1000);
	session.learn({ 'set-guid': '' }, T0 + 2000);
	expect(session.guid).toBe('g1.AgentGateway0');
});

test('travels sealed, and opens with the same credential only', () => {
	const mine = credential();
	const sealed = signedIn(mine).seal() as string;
	expect(sealed).not.toContain('AgentGateway');
	expect(AgentSession.open(` ${sealed}\n`, { ...mine })?.guid).toBe('g1.AgentGateway0');
	// The same gateway, written in another way.
	expect(AgentSession.open(sealed, { ...mine, baseUrl: 'https://gateway.example.com:8043' })?.guid).toBe('g1.AgentGateway0');
	const others = [{ password: 'Other-pw1' }, { agentId: 999 }, { baseUrl: 'https://other.example.com' }];
	for (const other of others) expect(AgentSession.open(sealed, { ...mine, ...other })).toBeUndefined();
});

test('is never the same text twice', () => {
	const session = signedIn();
	expect(session.seal()).not.toBe(session.seal());
});

test('does not open when a single character was changed, nor from anything else', () => {
	const mine = credential();
	const sealed = signedIn(mine).seal() as string;
	fc.assert(
		fc.property(fc.integer({ min: 5, max: sealed.length - 2 }), fc.constantFrom(...'ABCxyz019-_'), (at, letter) => {
			fc.pre(sealed[at] !== letter);
			expect(AgentSession.open(sealed.slice(0, at) + letter + sealed.slice(at + 1), mine)).toBeUndefined();
		}),
	);
	fc.assert(fc.property(fc.string(), (text) => expect(AgentSession.open(text, mine)).toBeUndefined()));
});

test('is the newest that this process knows, whatever an item carries', () => {
	const mine = credential();
	const early = signedIn(mine, 'g1', T0).seal() as string;
	const owner = AgentSession.open(early, mine) as AgentSession;
	const worker = AgentSession.open(early, mine) as AgentSession;
	owner.learn({ 'set-guid': 'JSESSIONID=g2' }, T0 + 60_000);
	expect(worker.guid).toBe('g2');
	expect(AgentSession.open(early, mine)?.guid).toBe('g2');
	expect(AgentSession.open(worker.seal() as string, mine)?.guid).toBe('g2');
});

test('in an item may be newer than what this process knows', () => {
	const mine = credential();
	const early = signedIn(mine, 'g1', T0).seal() as string;
	const late = signedIn(mine, 'g2', T0 + 60_000).seal() as string;
	expect(AgentSession.open(late, mine)?.guid).toBe('g2.AgentGateway0');
	expect(AgentSession.open(early, mine)?.guid).toBe('g2.AgentGateway0');
});

test('agents do not mix', () => {
	const [one, other] = [signedIn(credential(), 'g1'), signedIn(credential(), 'g2', T0 + 1)];
	expect(one.agent).not.toBe(other.agent);
	expect(one.guid).toBe('g1.AgentGateway0');
});

test('that was refused is replaced by another one, where one is known', () => {
	const mine = credential();
	const sealed = signedIn(mine, 'g1', T0).seal() as string;
	signedIn(mine, 'g2', T0 + 60_000);
	const item = AgentSession.open(sealed, mine) as AgentSession;
	expect(item.guid).toBe('g2.AgentGateway0');
	expect(item.insteadOf('g2.AgentGateway0', '')).toBe('g1.AgentGateway0');
	expect(item.insteadOf('g1.AgentGateway0', '')).toBeUndefined();
});

test('is there for whoever carries none but has the same credential', () => {
	const mine = credential();
	expect(AgentSession.ofThisProcess(mine)).toBeUndefined();
	const session = signedIn(mine, 'g1', T0);
	expect(AgentSession.ofThisProcess({ ...mine })?.guid).toBe('g1.AgentGateway0');
	expect(AgentSession.ofThisProcess({ ...mine, password: 'Other-pw1' })).toBeUndefined();
	session.learn({ 'set-guid': 'JSESSIONID=g2' }, T0 + 60_000);
	const known = AgentSession.ofThisProcess(mine) as AgentSession;
	expect(known.guid).toBe('g2');
	// What it learns, all others know.
	known.learn({ 'set-guid': 'JSESSIONID=g3' }, T0 + 120_000);
	expect(session.guid).toBe('g3');
});

describe('other processes', () => {
	/** What another process has sealed, which this one does not know. */
	async function elsewhere(of: ReturnType<typeof credential>, guid: string, now: number): Promise<string> {
		let sealed = '';
		await jest.isolateModulesAsync(async () => {
			const other = await import('../../../cec/auth/agentSession');
			const session = other.AgentSession.none(of);
			session.learn({ guid }, now);
			sealed = session.seal() ?? '';
		});
		return sealed;
	}

	test('find the newest session in the credential when theirs is refused', async () => {
		const mine = credential();
		const item = AgentSession.open(await elsewhere(mine, 'g1', T0), mine) as AgentSession;
		const stored = await elsewhere(mine, 'g4', T0 + 180_000);
		expect(item.guid).toBe('g1');
		expect(item.insteadOf('g1', stored)).toBe('g4');
		expect(guidIn(item.token, mine)).toBe('g4');
		expect(AgentSession.ofThisProcess(mine)?.guid).toBe('g4');
	});

	test('take it although their own clock is ahead', async () => {
		const mine = credential();
		const item = AgentSession.open(await elsewhere(mine, 'g1', T0 + 600_000), mine) as AgentSession;
		expect(item.insteadOf('g1', await elsewhere(mine, 'g2', T0))).toBe('g2');
		expect(item.guid).toBe('g2');
	});

	test('prefer what they have learned since', async () => {
		const mine = credential();
		const item = AgentSession.open(await elsewhere(mine, 'g1', T0), mine) as AgentSession;
		const stored = await elsewhere(mine, 'g2', T0 + 60_000);
		AgentSession.open(await elsewhere(mine, 'g3', T0 + 120_000), mine);
		expect(item.insteadOf('g1', stored)).toBe('g3');
	});

	test.each(['', 'none', 'cec1.AAAA'])('have no other one where %p stands in the credential', (stored) => {
		expect(signedIn().insteadOf('g1.AgentGateway0', stored)).toBeUndefined();
	});

	test('are told once of what was learned, and not of what came with an item', async () => {
		const mine = credential();
		const session = signedIn(mine, 'g1', T0);
		// Empty: n8n asks the credential, and keeps what it gets.
		expect(session.token).toBe('');
		expect(guidIn(sessionToKeep(mine) as string, mine)).toBe('g1.AgentGateway0');
		expect(guidIn(session.token, mine)).toBe('g1.AgentGateway0');
		session.learn({ guid: 'g2' }, T0 + 60_000);
		expect(session.token).toBe('');
		sessionToKeep(mine);
		const item = AgentSession.open(await elsewhere(mine, 'g3', T0 + 120_000), mine) as AgentSession;
		expect(guidIn(item.token, mine)).toBe('g3');
	});

	test('learn nothing of a sign-in under way, nor by another password', () => {
		const mine = credential();
		expect(sessionToKeep(mine)).toBeUndefined();
		signedIn(mine);
		expect(AgentSession.none(mine).token).not.toBe('');
		expect(guidIn(AgentSession.none(mine).token, mine)).toBeUndefined();
		expect(sessionToKeep({ ...mine, password: 'Other-pw1' })).toBeUndefined();
	});
});
