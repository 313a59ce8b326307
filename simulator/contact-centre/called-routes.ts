import { z } from 'zod';
import { envelopes, type Interface, Refusal } from '../interface';
import { int, oneOf, text } from '../schema/fields';
import { tenant } from '../tenant';
import type { World } from '../world';
import type { CalledRoute } from './state';

/** 5.3: access codes, called routes, and where a number comes from. */

const BASE = '/apiaccess/rest/cc-management/v1';
const MOST_ROUTES = 1000;

const fail = (message: string): never => {
	throw new Refusal('1', message);
};

/** More than 100 is read as 100, no limit too (5.3.1, 5.3.5); a negative offset as 0. */
const page = <T>(found: T[], limit = 100, offset = 0): T[] => {
	const from = Math.max(0, offset);
	return found.slice(from, from + Math.min(100, limit));
};

/** Which media of queues an access code of a medium may lead to (table 5-97). */
const LEADS_TO: Record<number, number[]> = { 5: [5, 19], 53: [53], 2: [2, 18] };

function checkDevice(world: World, accessCode: string, devicetype: number, deviceId: number, media?: number): number {
	const code =
		tenant.accessCodes.find((known) => known.accessCode === accessCode) ?? fail('The access code does not exist.');
	if (devicetype === 3) {
		if (code.mediatypeId === 53) fail('An IVR flow cannot be chosen for the multimedia channel.');
		if (!tenant.ivrFlows.some(({ id }) => id === deviceId)) fail(`The IVR flow ${deviceId} does not exist.`);
		return media ?? 5;
	}
	const queue = world.centre.queues.get(deviceId) ?? fail(`The skill queue ${deviceId} does not exist.`);
	if (media !== undefined && media !== queue.mediaTypeId) {
		fail('mediaTypeId does not agree with the media type of the skill queue.');
	}
	if (!LEADS_TO[code.mediatypeId]?.includes(queue.mediaTypeId)) {
		fail('The media type of the access code does not agree with that of the skill queue.');
	}
	return queue.mediaTypeId;
}

export const calledRoutes: Interface[] = [
	{
		section: '5.3.1',
		method: 'POST',
		path: `${BASE}/accessCodeInfo/queryAccessCodeList`,
		envelope: envelopes.returnDescription,
		bodyOptional: true,
		body: z
			.object({
				accessCode: z.string().optional(),
				mediatypeId: int().optional(),
				description: z.string().optional(),
				limit: int(0).optional(),
				offset: int().optional(),
			})
			.strict(),
		handle({ body }) {
			const found = tenant.accessCodes.filter(
				(code) =>
					code.accessCode.includes(body.accessCode ?? '') &&
					(body.mediatypeId === undefined || code.mediatypeId === body.mediatypeId) &&
					code.description.includes(body.description ?? ''),
			);
			const calledRouteList = page(found, body.limit, body.offset).map((code) => ({ ...code, n400Number: null }));
			return { returnCode: '0', data: { total: found.length, calledRouteList }, description: 'success' };
		},
	},
	{
		section: '5.3.2',
		method: 'POST',
		path: `${BASE}/calledRoute/createCalledRoute`,
		envelope: envelopes.returnDescription,
		body: z
			.object({
				accessCode: text(32),
				extCode: z.string().max(12).optional(),
				mediaTypeId: oneOf(2, 5, 18, 19, 53).optional(),
				devicetype: oneOf(1, 3),
				deviceId: int(),
			})
			.strict(),
		handle({ world, body }) {
			const { accessCode, extCode = '', devicetype, deviceId } = body;
			const mediatypeId = checkDevice(world, accessCode, devicetype, deviceId, body.mediaTypeId);
			const routes = [...world.centre.routes.values()];
			if (routes.some((route) => route.accessCode === accessCode && route.extCode === extCode)) {
				fail('The access code and extended code are already bound.');
			}
			world.centre.addRoute({ accessCode, extCode, mediatypeId, devicetype, deviceId });
			return { returnCode: '0', description: 'data create success' };
		},
	},
	{
		section: '5.3.3',
		method: 'POST',
		path: `${BASE}/calledRoute/deleteCalledRoute`,
		envelope: envelopes.returnDescription,
		body: z
			.object({
				dnids: text(1e6).refine((value) => value.split(',').length <= MOST_ROUTES, 'takes at most 1000'),
			})
			.strict(),
		handle({ world, body }) {
			const routes = [...world.centre.routes.values()];
			const gone: CalledRoute[] = [];
			const failed: string[] = [];
			for (const dnid of body.dnids.split(',').map((part: string) => part.trim())) {
				const route = routes.find((candidate) => String(candidate.dnid) === dnid);
				if (route && world.centre.routes.delete(route.id)) gone.push(route);
				else failed.push(dnid);
			}
			const name = gone.map((route) => route.accessCode + route.extCode).join(',');
			const all = failed.length === 0 ? name : failed.join(',');
			const partly = failed.length > 0 && gone.length > 0;
			return {
				returnCode: gone.length > 0 ? '0' : '1',
				data: {
					name: gone.length > 0 ? name : all,
					id: gone.map((route) => route.id).join(','),
					content: partly ? `Success:${name}, Failed:${failed.join(',')}` : all,
				},
				description: gone.length > 0 ? 'data delete success' : 'data delete failed',
			};
		},
	},
	{
		section: '5.3.4',
		method: 'POST',
		path: `${BASE}/calledRoute/modifyCalledRoute`,
		envelope: envelopes.returnDescription,
		body: z.object({ id: text(), devicetype: oneOf(1, 3), deviceId: int() }).strict(),
		handle({ world, body }) {
			const route = world.centre.routes.get(body.id) ?? fail('The called route does not exist.');
			route.mediatypeId = checkDevice(world, route.accessCode, body.devicetype, body.deviceId);
			route.devicetype = body.devicetype;
			route.deviceId = body.deviceId;
			return { returnCode: '0', description: 'data update success' };
		},
	},
	{
		section: '5.3.5',
		method: 'POST',
		path: `${BASE}/calledRoute/queryCalledRoute`,
		envelope: envelopes.returnDescription,
		bodyOptional: true,
		body: z
			.object({
				accessCode: z.string().optional(),
				extCode: z.string().optional(),
				devicetype: int().optional(),
				deviceDesc: z.string().optional(),
				// Table ("mediaTypeeld") and sample ("mediatypeld") disagree on the capital T, and nothing decides: both.
				mediaTypeId: int().optional(),
				mediatypeId: int().optional(),
				limit: int(0).optional(),
				offset: int().optional(),
			})
			.strict(),
		handle({ world, body }) {
			const media = body.mediaTypeId ?? body.mediatypeId;
			const found = [...world.centre.routes.values()].filter(
				(route) =>
					(!body.accessCode || route.accessCode === body.accessCode) &&
					(!body.extCode || route.extCode === body.extCode) &&
					(body.devicetype === undefined || route.devicetype === body.devicetype) &&
					(media === undefined || route.mediatypeId === media) &&
					deviceName(world, route).includes(body.deviceDesc ?? ''),
			);
			const calledRouteList = page(found, body.limit, body.offset).map((route) => ({
				...route,
				deviceDesc: deviceName(world, route),
				editable: '0',
				...(route.devicetype === 3 ? { flowAccessCode: flowOf(route)?.accessCode } : {}),
			}));
			return { returnCode: '0', data: { total: found.length, calledRouteList }, description: 'success' };
		},
	},
	{
		section: '5.3.6',
		method: 'POST',
		path: `${BASE}/phonearea/getPhoneNoRegionInfo`,
		envelope: envelopes.returnDescription,
		body: z.object({ phoneNo: text() }).strict(),
		handle({ body }) {
			const { phoneNo } = body;
			const mobile = /^1\d{10}$/.test(phoneNo);
			if (!mobile && !/^0\d{9,11}$/.test(phoneNo))
				fail('The number is neither a mobile nor a fixed-line number.');
			return {
				returnCode: '0',
				data: {
					areaCode: '110100',
					province: '北京',
					city: '北京',
					cityCode: mobile ? '010' : '',
					isp: mobile ? '联通' : '未知',
					postCode: mobile ? '100000' : '',
					phoneNo: mobile ? phoneNo.slice(0, 7) : phoneNo.slice(0, 3),
				},
				description: 'success',
			};
		},
	},
];

function flowOf(route: CalledRoute) {
	return tenant.ivrFlows.find(({ id }) => id === route.deviceId);
}

function deviceName(world: World, route: CalledRoute): string {
	if (route.devicetype === 3) return flowOf(route)?.description ?? '';
	return world.centre.queues.get(route.deviceId)?.name ?? '';
}
