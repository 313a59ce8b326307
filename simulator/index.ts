import type { Server } from 'node:http';
import { generate } from 'selfsigned';
import { Clock } from './clock';
import { Control } from './control/control';
import { hurryCalls } from './hurry';
import { createServer } from './server';
import { tenant } from './tenant';
import { World } from './world';

export { tenant };
export type { Fault } from './control/faults';
export type { LoggedRequest } from './control/request-log';

export interface SimulatorOptions {
	/** 0, the default, takes any free port. */
	port?: number;
	tls?: boolean;
	seed?: number;
	/** Where the clock starts: now, unless told otherwise. */
	start?: Date | 'now';
	/** 1, the default, is real time; at 0 the clock stands still until it is advanced. */
	speed?: number;
	/** How much faster than real time the clock runs while calls are going on; it is set back to real time afterwards. */
	hurry?: number;
	/** Time zone of the tenant: that of the system, unless told otherwise. */
	zone?: string;
}

export interface Simulator {
	url: string;
	port: number;
	tenant: typeof tenant;
	/** The self-signed certificate in PEM, when tls was asked for. */
	certificate?: string;
	clock: {
		/** Milliseconds since 1970, on the simulated clock. */
		now(): number;
		/** When the next thing falls due, if anything will. */
		due(): number | undefined;
		/** Runs everything that falls due within this many milliseconds, in order. */
		advance(ms: number): Promise<void>;
		run(speed: number): void;
	};
	control: Control;
	close(): Promise<void>;
}

const HOST = '127.0.0.1';

export async function startSimulator(options: SimulatorOptions = {}): Promise<Simulator> {
	const { port = 0, tls = false, seed = 1, start = 'now', speed = 1, hurry, zone = 'local' } = options;
	const startTime = (): number => (start === 'now' ? Date.now() : start.getTime());
	const clock = new Clock(startTime(), speed);
	let world = new World(clock, zone, seed);
	const renew = (newSeed = seed, newSpeed = speed): void => {
		world.callbacks.close();
		world.agents.close();
		world.bots.close();
		clock.reset(startTime(), newSpeed);
		const { url } = world;
		world = new World(clock, zone, newSeed);
		world.url = url;
	};
	const hurrying = hurry === undefined ? undefined : hurryCalls(clock, () => world, hurry);
	const refusers: Refuser[] = [];
	const control = new Control(
		clock,
		() => world,
		renew,
		(ms) => refusers.forEach((refuser) => refuser.refuse(ms)),
	);
	const https = tls ? await certificate() : undefined;
	const app = createServer({ clock, control, world: () => world, https });
	await app.listen({ host: HOST, port });
	const server = app.server as Server;
	const address = server.address();
	if (address === null || typeof address === 'string') throw new Error('The simulator is not listening on a port.');
	const url = `${tls ? 'https' : 'http'}://${HOST}:${address.port}`;
	world.url = url;
	refusers.push(new Refuser(server, address.port));
	return {
		url,
		port: address.port,
		tenant,
		certificate: https?.cert,
		clock: {
			now: () => clock.now(),
			due: () => clock.due,
			advance: async (ms) => await clock.advance(ms),
			run: (rate) => clock.run(rate),
		},
		control,
		async close() {
			hurrying?.close();
			clock.close();
			world.callbacks.close();
			world.agents.close();
			world.bots.close();
			refusers.forEach((refuser) => refuser.close());
			await app.close();
		},
	};
}

/** A server that is down: the port is given up, and taken again after a while. */
class Refuser {
	private again?: NodeJS.Timeout;

	constructor(
		private readonly server: Server,
		private readonly port: number,
	) {}

	refuse(ms: number): void {
		// Once the answer to whoever asked for this is out.
		setImmediate(() => {
			this.server.close();
			this.server.closeIdleConnections();
			setTimeout(() => this.server.closeAllConnections(), 20).unref();
			// Nothing else keeps the process alive meanwhile.
			this.again = setTimeout(() => this.server.listen(this.port, HOST), ms);
		});
	}

	close(): void {
		clearTimeout(this.again);
	}
}

async function certificate(): Promise<{ key: string; cert: string }> {
	const made = await generate([{ name: 'commonName', value: 'localhost' }], {
		keyType: 'ec',
		algorithm: 'sha256',
		extensions: [
			{ name: 'basicConstraints', cA: true },
			{ name: 'keyUsage', digitalSignature: true, keyCertSign: true },
			{ name: 'extKeyUsage', serverAuth: true },
			{
				name: 'subjectAltName',
				altNames: [
					{ type: 2, value: 'localhost' },
					{ type: 7, ip: HOST },
				],
			},
		],
	});
	return { key: made.private, cert: made.cert };
}
