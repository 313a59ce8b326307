import axios from 'axios';
import { Agent as HttpAgent } from 'node:http';
import { Agent as HttpsAgent } from 'node:https';

import { concurrently } from '../../cec/run/concurrently';
import { demoTenant } from '../simulator';
import { read } from './workflows';

/** The same reads by a client without n8n that keeps its connections, eight at once. Milliseconds. */
export async function bareReads(baseUrl: string, numbers: string[]): Promise<number> {
	const client = axios.create({
		baseURL: baseUrl,
		httpAgent: new HttpAgent({ keepAlive: true, maxSockets: 8 }),
		httpsAgent: new HttpsAgent({ keepAlive: true, maxSockets: 8, rejectUnauthorized: false }),
	});
	const { appKey, appSecret } = demoTenant.app;
	const body = { app_key: appKey, app_secret: appSecret };
	const { data } = await client.post<{ AccessToken: string }>('/apigovernance/api/oauth/tokenByAkSk', body);
	const headers = { Authorization: `Bearer ${data.AccessToken}`, 'x-app-key': appKey };
	const start = performance.now();
	await concurrently(numbers.length, 8, async (index) => {
		await client.post(read.http.path, { phoneNo: numbers[index] }, { headers });
	});
	return performance.now() - start;
}
