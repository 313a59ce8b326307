/**
 * The session of a signed-in agent (4.5): a `Guid` that every request carries and that the gateway changes every
 * minute. It travels through the workflow sealed, since whoever has it acts as the agent: only nodes with the same
 * credential can open it, in whatever process they run. The gateway names the next Guid to whoever polls alone; the
 * process that has learned it leaves it in the credential, where other processes find it when theirs is refused.
 */
import { createCipheriv, createDecipheriv, createHash, hkdfSync, randomBytes } from 'node:crypto';
import type { ICredentialDataDecryptedObject } from 'n8n-workflow';

import { isRecord } from '../formats/paths';
import { baseUrl } from './token';

interface Held {
	guid: string;
	/** When this process learned of it, in milliseconds since 1970. */
	since: number;
}

const PREFIX = 'cec1.';
const CIPHER = 'aes-256-gcm';
const IV_BYTES = 12;
const TAG_BYTES = 16;

interface Known extends Held {
	/** Tells credentials with another password apart, which must not act by this session. */
	owner: string;
	/** Learned from the gateway, and not yet left in the credential. */
	isNews: boolean;
}

/** Stands in the credential for a request without a session: where n8n finds nothing, it asks the credential for one. */
const NO_SESSION = 'none';

/** The newest Guid of each agent that this process knows: items may carry an older one. */
const newest = new Map<string, Known>();

export class AgentSession {
	/** Tells agents apart, also those of different gateways. */
	readonly agent: string;

	private held?: Held;

	private constructor(
		private readonly credential: ICredentialDataDecryptedObject,
		held?: Held,
	) {
		this.agent = agentOf(credential);
		this.held = held;
	}

	/** For a sign-in: there is no session until the gateway has answered. */
	static none(credential: ICredentialDataDecryptedObject): AgentSession {
		return new AgentSession(credential);
	}

	/** Opens what `seal` made; undefined when it was made with another credential, or is something else. */
	static open(sealed: string, credential: ICredentialDataDecryptedObject): AgentSession | undefined {
		const held = unseal(sealed.trim(), keyOf(credential));
		if (!held) return undefined;
		remember(credential, held, false);
		return new AgentSession(credential, held);
	}

	/**
	 * What this process knows of the agent's session, for whoever carries none; undefined when it knows nothing, or
	 * learned of it by a credential with another password. The session may be over all the same.
	 */
	static ofThisProcess(credential: ICredentialDataDecryptedObject): AgentSession | undefined {
		const known = newest.get(agentOf(credential));
		return known?.owner === ownerOf(credential) ? new AgentSession(credential, known) : undefined;
	}

	/** The newest Guid that is known; undefined before the agent has signed in. */
	get guid(): string | undefined {
		const known = newest.get(this.agent);
		return this.held && known && known.since > this.held.since ? known.guid : this.held?.guid;
	}

	/**
	 * The newest Guid but the refused one, where this process or the item knows one, or another process has left one
	 * in the credential (`stored`).
	 */
	insteadOf(refused: string, stored: string): string | undefined {
		// What this process took for the newest may be that of a session before: clocks differ between machines.
		if (newest.get(this.agent)?.guid === refused) newest.delete(this.agent);
		const others = [newest.get(this.agent), this.held, unseal(stored, keyOf(this.credential))]
			.filter((one): one is Held => one !== undefined && one.guid !== refused)
			.sort((one, other) => other.since - one.since);
		if (others.length === 0) return undefined;
		const { guid, since } = others[0];
		this.held = { guid, since };
		remember(this.credential, this.held, false);
		return guid;
	}

	/** What the credential is given for a request. Empty makes n8n ask it for the session, and keep that for all processes. */
	get token(): string {
		const known = newest.get(this.agent);
		return known?.isNews && known.guid === this.guid ? '' : (this.seal() ?? NO_SESSION);
	}

	/** Takes over the Guid of an answer. The gateway names it in either header, as a cookie or plainly. */
	learn(headers: Record<string, unknown>, now: number): void {
		const found = [headers['set-guid'], headers.guid].flat().find((value) => typeof value === 'string' && value !== '');
		if (typeof found !== 'string') return;
		const guid = found.replace(/^JSESSIONID=/i, '').split(';')[0].trim();
		if (guid === '' || guid === this.guid) return;
		// Learned later is newer, even if the clock was set back meanwhile.
		this.held = { guid, since: Math.max(now, (newest.get(this.agent)?.since ?? 0) + 1) };
		remember(this.credential, this.held, true);
	}

	/** The session as text that can travel in an item; undefined before the agent has signed in. */
	seal(): string | undefined {
		const { guid } = this;
		if (guid === undefined) return undefined;
		const since = newest.get(this.agent)?.since ?? this.held?.since;
		const iv = randomBytes(IV_BYTES);
		const cipher = createCipheriv(CIPHER, keyOf(this.credential), iv);
		const content = Buffer.concat([cipher.update(JSON.stringify({ guid, since }), 'utf8'), cipher.final()]);
		return PREFIX + Buffer.concat([iv, cipher.getAuthTag(), content]).toString('base64url');
	}
}

/** The session that this process knows, for n8n to keep in the credential; undefined when it knows none. */
export function sessionToKeep(credential: ICredentialDataDecryptedObject): string | undefined {
	const sealed = AgentSession.ofThisProcess(credential)?.seal();
	const known = newest.get(agentOf(credential));
	if (known && sealed !== undefined) known.isNews = false;
	return sealed;
}

/** The Guid in what `seal` made, for the request that carries it. */
export function guidIn(sealed: string, credential: ICredentialDataDecryptedObject): string | undefined {
	return unseal(sealed, keyOf(credential))?.guid;
}

function remember(credential: ICredentialDataDecryptedObject, held: Held, isNews: boolean): void {
	const agent = agentOf(credential);
	const known = newest.get(agent);
	if (!known || known.since < held.since) newest.set(agent, { ...held, owner: ownerOf(credential), isNews });
}

function unseal(sealed: string, key: Buffer): Held | undefined {
	try {
		const bytes = Buffer.from(sealed.slice(PREFIX.length), 'base64url');
		const decipher = createDecipheriv(CIPHER, key, bytes.subarray(0, IV_BYTES));
		decipher.setAuthTag(bytes.subarray(IV_BYTES, IV_BYTES + TAG_BYTES));
		const text = Buffer.concat([decipher.update(bytes.subarray(IV_BYTES + TAG_BYTES)), decipher.final()]).toString('utf8');
		const held: unknown = JSON.parse(text);
		if (isRecord(held) && typeof held.guid === 'string' && typeof held.since === 'number') return { guid: held.guid, since: held.since };
	} catch {
		// Whatever is wrong with it, it cannot be used.
	}
	return undefined;
}

function agentOf(credential: ICredentialDataDecryptedObject): string {
	return createHash('sha256').update(`${baseUrl(credential)} ${String(credential.agentId)}`).digest('hex');
}

function ownerOf(credential: ICredentialDataDecryptedObject): string {
	return createHash('sha256').update(keyOf(credential)).digest('hex');
}

function keyOf(credential: ICredentialDataDecryptedObject): Buffer {
	const salt = `${baseUrl(credential)} ${String(credential.agentId)}`;
	return Buffer.from(hkdfSync('sha256', String(credential.password), salt, 'agent session', 32));
}
