import { randomBytes } from 'node:crypto';
import { melody } from '../recordings/audio';
import type { Content } from '../recordings/content';
import type { World } from '../world';
import { Lock } from './admission';
import { Operations } from './operations';

/** 13.2.1.8: a token is good for so long. */
const TOKEN_MS = 30 * 60 * 1000;

export interface IvrFile {
	path: string;
	content: Content;
	/** Nodes that have it (CTI pool). */
	locations: string[];
}

/** The file server CC-FS: what it makes, keeps and lets be played. Recordings themselves belong to the gateway of agents. */
export class FileServer {
	readonly lock = new Lock();
	readonly operations: Operations;
	/** Generated files by kind and name. */
	readonly indexes = new Map<string, Buffer>();
	/** By path. */
	readonly ivrFiles = new Map<string, IvrFile>();
	private readonly tokens = new Map<string, { path: string; until: number }>();

	constructor(private readonly world: World) {
		this.operations = new Operations(world);
		for (const { path, seconds } of world.tenant.ivrRecordings) {
			this.ivrFiles.set(path, { path, content: melody(path, { seconds }), locations: [] });
		}
	}

	playable(path: string): string {
		const token = randomBytes(16).toString('hex').toUpperCase();
		this.tokens.set(token, { path, until: this.world.clock.now() + TOKEN_MS });
		return token;
	}

	/** The recording that a token stands for, while it does. */
	pathFor(token: string): string | undefined {
		const known = this.tokens.get(token);
		return known && known.until > this.world.clock.now() ? known.path : undefined;
	}

	report(): object {
		return {
			indexes: [...this.indexes].map(([name, bytes]) => ({ name, bytes: bytes.length })),
			ivrFiles: [...this.ivrFiles.values()].map(({ content, ...file }) => ({ ...file, bytes: content.bytes })),
		};
	}
}
