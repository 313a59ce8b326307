import { z } from 'zod';
import { envelopes, type Interface } from '../interface';
import { tenant } from '../tenant';
import { page, refuse, textPage } from './fields';

/** 6.2.6 and 6.2.7: the softphones allocated to the tenant. */

const BASE = '/apiaccess/CC-Management';
const MOST = 100;

type Seed = (typeof tenant.softphones)[number];

const body = z.object(page).strict();

/** Beyond 100 is read as 100 and below 1 as 1; a negative offset as 0. */
function chosen(asked: { limit?: string; offset?: string }): Seed[] {
	const { limit, offset } = textPage(asked.limit, asked.offset) ?? refuse('4', 'limit or offset is not a number.');
	const from = Math.max(0, offset);
	return tenant.softphones.slice(from, from + Math.min(MOST, Math.max(1, limit)));
}

const ok = (result: object): object => ({
	retMsg: 'successfully',
	retCode: '0',
	result: { total: tenant.softphones.length, ...result },
});

/** The two tables write one field of a softphone, and one of a node, differently. */
const { ip, port, sipIp, sipPort } = tenant.registration;
const register = { regIPAddress: ip, regPort: port, sipServicePort: sipPort, sipServiceIp: sipIp };
const { regIPAddress: regIpAddress, ...others } = register;

export const softphones: Interface[] = [
	{
		section: '6.2.6',
		method: 'POST',
		path: `${BASE}/v1/mobileAgent/queryPhone`,
		envelope: envelopes.retMsg,
		bodyOptional: true,
		body,
		handle: (call) =>
			ok({
				// A number by the table, a text in the sample.
				regPort: port,
				phone: chosen(call.body).map(({ phoneNum, password, id, status, remark }) => ({
					phoneNum,
					password,
					id: String(id),
					status,
					remark,
					tenantId: tenant.tenantId,
					partdbId: '1',
				})),
				regIPAddress: ip,
			}),
	},
	{
		section: '6.2.7',
		method: 'POST',
		path: `${BASE}/v2/mobileAgent/queryPhone`,
		envelope: envelopes.retMsg,
		bodyOptional: true,
		body,
		handle: (call) =>
			// As the table has it: the sample is a copy of that of 6.2.6.
			ok({
				singleRegServ: [register],
				poolRegServ: { node1: [register], node2: [{ regIpAddress, ...others }] },
				phone: chosen(call.body).map(({ phoneNum, password, id, status, remark }) => ({
					phoneNum,
					password,
					id,
					status,
					remark,
					tenantId: tenant.tenantId,
					partDbId: '1',
				})),
			}),
	},
];
