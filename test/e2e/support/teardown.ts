export default async function teardown(): Promise<void> {
	await (globalThis as { endOfE2e?: () => Promise<void> }).endOfE2e?.();
}
