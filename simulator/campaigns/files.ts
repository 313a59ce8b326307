import { DateTime } from 'luxon';
import { z } from 'zod';
import { type Call, envelopes, type Interface } from '../interface';
import { generic, int, optionalText, phoneNumber, text } from '../schema/fields';
import { check } from '../schema/validate';
import type { FileSeed } from '../tenant';
import { isoUtc } from '../time';
import type { World } from '../world';
import { expiryOf, restriction } from './blocklist';
import { campaignOf, ok, refuse, V1 } from './isales';
import { importContact, newContact } from './numbers';
import { FINISHED, type FileServer, type ImportTask } from './state';

/** 7.8 file servers, and the imports of their files (7.3.5, 7.3.6, 7.4.8, 7.4.9). */

const STARTS_AFTER_MS = 1_000;
const MS_A_ROW = 20;
const LEAST_MS = 2_000;
const ACCEPTED = '数据导入中, 请通过“导入结果”查看详细信息。';

const serverInfo = z.object({ ip: text(), port: text(5, /^[0-9]+$/), filePath: text() }).strict();
const userName = text(30, /^[^`~!@#$%^&*()+={}|'";<>/?.\\[\]]+$/);
const serverPwd = z.string().refine((value) => value.length >= 8 && value.length <= 80, {
	message: '参数长度需要介于8和80之间',
	params: { code: generic.length },
});

function serverOf(world: World, params: Record<string, string>): FileServer {
	return (
		world.campaigns.fileServers.get(params.serverId) ??
		refuse('0200006', 'The server configuration does not exist.')
	);
}

const sameServer = (a: FileServer, b: { ip: string; port: string; filePath: string }): boolean =>
	a.ip === b.ip && a.port === b.port && a.filePath === b.filePath;

const twoDigits = (most: number) => (value: string) => /^\d{1,2}$/.test(value) && Number(value) <= most;

const upload = z
	.object({
		serverId: text(),
		filePath: optionalText(),
		fileName: text(),
		hour: z
			.string()
			.refine(twoDigits(23), { message: 'must be 0 to 23', params: { code: generic.size } })
			.optional(),
		minute: z
			.string()
			.refine((value) => value === '00' || value === '30', {
				message: 'must be 00 or 30',
				params: { code: generic.size },
			})
			.optional(),
	})
	.strict()
	.refine((given) => (given.hour === undefined) === (given.minute === undefined), {
		message: 'hour and minute are given together',
		params: { code: generic.hourMinute },
	});

const query = z.object({ offset: int(0), limit: int(1, 100), importTaskIds: z.array(z.string()).optional() }).strict();

/** Reads one row of the sheet: added, there already, or unusable. */
type ReadRow = (row: Record<string, unknown>, seen: Set<string>) => 'added' | 'repeated' | 'failed';

function startImport({ world, body }: Call, campaignId: number | null, readRow: ReadRow): object {
	const { campaigns, clock, zone } = world;
	const server =
		campaigns.fileServers.get(body.serverId) ?? refuse(generic.parameter, 'The file server does not exist.');
	const now = clock.now();
	let begins = now;
	if (body.hour !== undefined) {
		const today = DateTime.fromMillis(now, { zone }).set({
			hour: Number(body.hour),
			minute: Number(body.minute),
			second: 0,
			millisecond: 0,
		});
		begins = (today.toMillis() < now ? today.plus({ days: 1 }) : today).toMillis();
	}
	const task: ImportTask = {
		id: campaigns.longId(now),
		campaignId,
		beginTime: begins,
		endTime: null,
		status: '0',
		succNum: 0,
		repeatNum: 0,
		failNum: 0,
		errMsg: '',
	};
	campaigns.imports.set(task.id, task);
	const path = (body.filePath ?? '').replace(/\/+$/, '');
	clock.at(begins + STARTS_AFTER_MS, () => {
		const file = server.files.find((one) => one.fileName === body.fileName && one.filePath === path);
		if (!file) {
			Object.assign(task, { status: '3', endTime: clock.now(), errMsg: 'The file does not exist.' });
			return;
		}
		task.status = '1';
		clock.after(Math.max(LEAST_MS, file.rows.length * MS_A_ROW), () =>
			finishImport(task, file, readRow, clock.now()),
		);
	});
	return ok(ACCEPTED, { importTaskId: task.id });
}

function finishImport(task: ImportTask, file: FileSeed, readRow: ReadRow, now: number): void {
	const seen = new Set<string>();
	for (const row of file.rows) {
		const outcome = readRow(row, seen);
		if (outcome === 'added') task.succNum++;
		else if (outcome === 'repeated') task.repeatNum++;
		else task.failNum++;
	}
	task.status = '2';
	task.endTime = now;
}

function tasks({ world, body }: Call, campaignId: number | null): object {
	const found = [...world.campaigns.imports.values()].filter(
		(task) =>
			task.campaignId === campaignId && (!body.importTaskIds?.length || body.importTaskIds.includes(task.id)),
	);
	return ok('success', {
		result: found.slice(body.offset, body.offset + body.limit).map(({ campaignId: _, ...task }) => ({
			...task,
			beginTime: isoUtc(task.beginTime),
			endTime: task.endTime === null ? null : isoUtc(task.endTime),
		})),
		count: found.length,
	});
}

export const files: Interface[] = [
	{
		section: '7.3.5',
		method: 'POST',
		path: `${V1}/blackfile/uploadFileServer`,
		envelope: envelopes.both,
		body: upload,
		handle: (call) => startImport(call, null, blockRow(call.world)),
	},
	{
		section: '7.3.6',
		method: 'POST',
		path: `${V1}/blackfile/queryDataImportTask`,
		envelope: envelopes.both,
		body: query,
		handle: (call) => tasks(call, null),
	},
	{
		section: '7.4.8',
		method: 'POST',
		path: `${V1}/calldatafile/uploadFileServer/{campaignId}`,
		envelope: envelopes.both,
		body: upload,
		handle(call) {
			const campaign = campaignOf(call.world, call.params, generic.parameter);
			if (campaign.status === FINISHED) refuse(generic.parameter, 'The campaign has ended.');
			return startImport(call, campaign.id, (row, seen) => {
				const parsed = check(newContact, row);
				if ('problem' in parsed) return 'failed';
				const keys = parsed.value.called.map(({ calledNo }) => calledNo);
				if (keys.some((key) => seen.has(key))) return 'repeated';
				keys.forEach((key) => seen.add(key));
				const outcome = importContact(call.world, campaign, parsed.value);
				call.world.dialer.wake(campaign);
				return outcome === true ? 'added' : 'failed';
			});
		},
	},
	{
		section: '7.4.9',
		method: 'POST',
		path: `${V1}/calldatafile/queryDataImportTask/{campaignId}`,
		envelope: envelopes.both,
		body: query,
		handle: (call) => tasks(call, campaignOf(call.world, call.params, generic.parameter).id),
	},
	{
		section: '7.8.1',
		method: 'POST',
		path: `${V1}/file/addServer`,
		envelope: envelopes.both,
		// The sample of a refusal has a description, and no second pair.
		refusalEnvelope: envelopes.resultDescription,
		body: z.object({ serverInfo, userName, serverPwd }).strict(),
		handle({ world, body }) {
			const { fileServers } = world.campaigns;
			if ([...fileServers.values()].some((other) => sameServer(other, body.serverInfo))) {
				refuse(generic.parameter, 'The file server already exists.');
			}
			const serverId = world.campaigns.longId(world.clock.now());
			fileServers.set(serverId, {
				serverId,
				...body.serverInfo,
				userName: body.userName,
				password: body.serverPwd,
				files: [],
			});
			return ok('success', { serverId });
		},
	},
	{
		section: '7.8.2',
		method: 'POST',
		path: `${V1}/file/{serverId}/deleteServer`,
		envelope: envelopes.both,
		bodyOptional: true,
		body: z.object({}).strict(),
		handle({ world, params }) {
			world.campaigns.fileServers.delete(serverOf(world, params).serverId);
			return ok('success');
		},
	},
	{
		section: '7.8.3',
		method: 'POST',
		path: `${V1}/file/{serverId}/updateServer`,
		envelope: envelopes.both,
		body: z.object({ serverInfo, userName, serverPwd: serverPwd.optional() }).strict(),
		handle({ world, params, body }) {
			const server = serverOf(world, params);
			if (body.serverInfo.ip !== server.ip && body.serverPwd === undefined) {
				refuse(generic.combination, 'serverPwd is required when the ip changes');
			}
			const others = [...world.campaigns.fileServers.values()].filter((other) => other !== server);
			if (others.some((other) => sameServer(other, body.serverInfo))) {
				refuse(generic.parameter, 'The file server already exists.');
			}
			Object.assign(server, body.serverInfo, {
				userName: body.userName,
				password: body.serverPwd ?? server.password,
			});
			return ok('success');
		},
	},
	{
		section: '7.8.4',
		method: 'POST',
		path: `${V1}/file/queryServer`,
		envelope: envelopes.both,
		body: z.object({ offset: int(0), limit: int(1, 100), serverIds: z.array(z.string()).optional() }).strict(),
		handle({ world, body }) {
			const found = [...world.campaigns.fileServers.values()].filter(
				({ serverId }) => !body.serverIds?.length || body.serverIds.includes(serverId),
			);
			return ok('success', {
				server: found.slice(body.offset, body.offset + body.limit).map((server) => ({
					port: server.port,
					ip: server.ip,
					filePath: server.filePath,
					userName: server.userName,
					serverId: server.serverId,
				})),
				count: found.length,
			});
		},
	},
];

const blockedRow = z.object({ blockNum: phoneNumber, ...restriction }).strict();

function blockRow(world: World): ReadRow {
	return (row, seen) => {
		const parsed = check(blockedRow, row);
		if ('problem' in parsed) return 'failed';
		const { blockNum, restrictTimes, restrictPeriod } = parsed.value;
		if ((restrictTimes === undefined) !== (restrictPeriod === undefined)) return 'failed';
		if (seen.has(blockNum) || world.campaigns.blocklist.has(blockNum)) return 'repeated';
		seen.add(blockNum);
		world.campaigns.blocklist.set(blockNum, {
			blockNum,
			expiry: expiryOf(world, parsed.value),
			restrictTimes,
			restrictPeriod,
		});
		return 'added';
	};
}
