import { sleep } from 'n8n-workflow';

/** A pause that can be cut short. */
export class Pause {
	private end: () => void = () => undefined;

	async of(ms: number): Promise<void> {
		await Promise.race([sleep(ms), new Promise<void>((end) => (this.end = end))]);
	}

	cut(): void {
		this.end();
	}
}
