import { parseArgs } from 'node:util';
import { startSimulator } from '.';

/** npx tsx simulator/main.ts --port 0 [--tls] [--seed 1] [--speed 1] [--hurry 60] [--zone Asia/Shanghai] */
async function main(): Promise<void> {
	const { values } = parseArgs({
		options: {
			port: { type: 'string', default: '0' },
			tls: { type: 'boolean', default: false },
			seed: { type: 'string', default: '1' },
			speed: { type: 'string', default: '1' },
			hurry: { type: 'string' },
			zone: { type: 'string', default: 'local' },
		},
	});
	const { url, port, certificate, close } = await startSimulator({
		port: Number(values.port),
		tls: values.tls,
		seed: Number(values.seed),
		speed: Number(values.speed),
		hurry: values.hurry === undefined ? undefined : Number(values.hurry),
		zone: values.zone,
	});
	const stop = (): void => {
		void close().then(() => process.exit(0));
	};
	process.once('SIGTERM', stop);
	process.once('SIGINT', stop);
	console.log(JSON.stringify({ url, port, certificate }));
}

void main();
