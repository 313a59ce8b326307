import http from 'node:http';
import type { AddressInfo } from 'node:net';

import { receive, type Posted } from './n8n';

export type Hook = Omit<Posted, 'body' | 'raw' | 'ip' | 'headers' | 'path'>;

/** A small n8n: hands what is posted to a node's webhook, and answers as n8n would. */
export async function webhookServer(hook: () => Hook) {
	const items: Array<Record<string, any>> = [];
	const answers: Array<{ path: string; status: number; body: unknown }> = [];
	const server = http.createServer((request, response) => {
		const chunks: Buffer[] = [];
		request.on('data', (chunk: Buffer) => chunks.push(chunk));
		request.on('end', async () => {
			const { url: path = '/', headers } = request;
			const raw = Buffer.concat(chunks);
			const ip = request.socket.remoteAddress;
			const { response: given, answered } = await receive({ ...hook(), body: {}, raw, headers, path, ip });
			items.push(...(given.workflowData ?? []).flat().map(({ json }) => json));
			const { status, body } = answered ?? { status: 200, body: given.webhookResponse };
			answers.push({ path, status, body });
			response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
		});
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	// A test that fails before it closes this must not keep the whole run waiting.
	server.unref();
	return {
		url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/webhook`,
		items,
		answers,
		close: async () =>
			await new Promise<void>((resolve) => {
				server.close(() => resolve());
				server.closeAllConnections();
			}),
	};
}
