/** What has to be ended before this process ends: in reverse order of starting, once, whatever the reason. */

type Cleanup = () => Promise<unknown>;

const cleanups: Cleanup[] = [];
let cleaning: Promise<void> | undefined;

export function onEnd(cleanup: Cleanup): void {
	cleanups.push(cleanup);
}

/** From then on things fail because they are being ended: nothing to tell anybody about. */
export function isEnding(): boolean {
	return cleaning !== undefined;
}

export async function cleanUp(): Promise<void> {
	cleaning ??= (async () => {
		for (const cleanup of cleanups.reverse()) await cleanup().catch(() => {});
	})();
	await cleaning;
}

/** Ctrl-C, a polite kill, a closed terminal and the end of the process that started us all end in the same way. */
export function cleanUpOnSignals(message: string): void {
	let asked = false;
	const end = (exitCode: number) => {
		if (asked) return;
		asked = true;
		process.stdout.write(`\n${message}\n`);
		void cleanUp().then(() => process.exit(exitCode));
	};
	process.on('SIGINT', () => end(130));
	process.on('SIGTERM', () => end(143));
	process.on('SIGHUP', () => end(129));
	process.on('disconnect', () => end(1));
	process.channel?.unref();
}
