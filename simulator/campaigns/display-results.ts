import { z } from 'zod';
import { envelopes, type Interface } from '../interface';
import { generic, intText, text } from '../schema/fields';
import type { World } from '../world';
import { failCodes } from './fail-codes';
import { ok, page, refuse, V1 } from './isales';
import type { DisplayResult } from './state';

/** 7.9: the outcomes that a tenant shows for the codes of failed calls. */

const paging = z.object({ pageSize: intText(1, 50), pageNum: intText(1, Number.MAX_SAFE_INTEGER) }).strict();
const obsCodes = z.array(text()).min(1);

function find(world: World, defId: string): DisplayResult {
	return world.campaigns.displayResults.get(defId) ?? refuse(generic.parameter, 'The display result does not exist.');
}

function checkCodes(world: World, codes: string[]): void {
	const unknown = codes.find((code) => !world.campaigns.knowsFailCode(code));
	if (unknown !== undefined) refuse(generic.parameter, `The OBS result code ${unknown} does not exist.`);
}

export const displayResults: Interface[] = [
	{
		section: '7.9.1',
		method: 'GET',
		path: `${V1}/queryOBSResultCode`,
		envelope: envelopes.both,
		query: paging,
		handle: ({ query }) =>
			ok('query queryOBSResultCode Success!', {
				obsCodes: page(failCodes, query.pageNum, query.pageSize).map(({ code, description }) => ({
					obsCodeDesc: description,
					obsCode: code,
				})),
				totalCount: failCodes.length,
			}),
	},
	{
		section: '7.9.2',
		method: 'POST',
		path: `${V1}/createObResult`,
		envelope: envelopes.both,
		body: z
			.object({
				// "Shorter than 8 characters".
				resultCode: z.string().max(7).optional(),
				displayResult: text(),
				obsCodes,
			})
			.strict(),
		handle({ world, body }) {
			checkCodes(world, body.obsCodes);
			const taken = [...world.campaigns.displayResults.values()].some(
				(one) =>
					one.displayResult === body.displayResult || (body.resultCode && one.resultCode === body.resultCode),
			);
			if (taken) refuse(generic.parameter, 'The display result already exists.');
			const added = world.campaigns.addDisplayResult(
				body.displayResult,
				body.obsCodes,
				body.resultCode || undefined,
			);
			return ok('createObResult Success!', { defId: added.defId });
		},
	},
	{
		section: '7.9.3',
		method: 'POST',
		path: `${V1}/updateObResult`,
		envelope: envelopes.both,
		body: z.object({ defId: text(), displayResult: text(), obsCodes }).strict(),
		handle({ world, body }) {
			const found = find(world, body.defId);
			checkCodes(world, body.obsCodes);
			found.displayResult = body.displayResult;
			found.maps = body.obsCodes.map((failCode: string) => ({
				mapId: String(world.campaigns.shortId()),
				failCode,
			}));
			return ok('updateObResult Success!');
		},
	},
	{
		section: '7.9.4',
		method: 'DELETE',
		path: `${V1}/{defId}/deleteObsResult`,
		envelope: envelopes.both,
		handle({ world, params }) {
			world.campaigns.displayResults.delete(find(world, params.defId).defId);
			return ok('delete ObResult success');
		},
	},
	{
		section: '7.9.5',
		method: 'GET',
		path: `${V1}/queryOBSResults`,
		envelope: envelopes.both,
		query: paging,
		handle({ world, query }) {
			const all = [...world.campaigns.displayResults.values()];
			return ok('query outboundResult success', {
				data: page(all, query.pageNum, query.pageSize).map(({ displayResult, resultCode, defId }) => ({
					displayResult,
					resultCode,
					defId,
				})),
				totalCount: all.length,
			});
		},
	},
	{
		section: '7.9.6',
		method: 'GET',
		path: `${V1}/{defId}/queryObsResultDetail`,
		envelope: envelopes.both,
		handle({ world, params }) {
			const { defId, displayResult, resultCode, maps } = find(world, params.defId);
			const { vdnId } = world.tenant;
			return ok('queryObsResultDetail success', {
				obResult: {
					defId,
					displayResult,
					vdnId,
					resultCode,
					// vdnId is an int in the table and a string in the sample.
					resultMapList: maps.map((map) => ({ ...map, defId, vdnId: String(vdnId) })),
				},
			});
		},
	},
];
