/** Shows long steps with the time they took, so that nobody has to wonder whether something hangs. */

const onTerminal = Boolean(process.stdout.isTTY) && !process.env.CI;
const heartbeatMs = onTerminal ? 1000 : 15_000;

export interface Step {
	/** A few words on how far the step has come, shown beside the elapsed time. */
	detail(text: string): void;
}

export function elapsed(since: number): string {
	const seconds = (Date.now() - since) / 1000;
	return seconds < 60
		? `${seconds.toFixed(1)} s`
		: `${Math.floor(seconds / 60)} min ${Math.round(seconds % 60)} s`;
}

export function say(text: string): void {
	clearLine();
	process.stdout.write(`${text}\n`);
}

export async function step<T>(title: string, work: (step: Step) => Promise<T>): Promise<T> {
	const start = Date.now();
	let detail = '';
	const show = () => {
		const line = `  … ${title}${detail && `: ${detail}`} (${elapsed(start)})`;
		if (onTerminal) process.stdout.write(`\r\x1b[2K${line}`);
		else process.stdout.write(`${line}\n`);
	};
	const heartbeat = setInterval(show, heartbeatMs);
	heartbeat.unref();
	try {
		const result = await work({ detail: (text) => (detail = text) });
		say(`  ✓ ${title} (${elapsed(start)})`);
		return result;
	} catch (error) {
		say(`  ✗ ${title} (${elapsed(start)})`);
		throw error;
	} finally {
		clearInterval(heartbeat);
	}
}

function clearLine(): void {
	if (onTerminal) process.stdout.write('\r\x1b[2K');
}
