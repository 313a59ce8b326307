import { z } from 'zod';
import { int, oneOf, oneOfText, text } from '../../schema/fields';
import type { World } from '../../world';
import { type BotInterface, shapes } from '../bot-interface';
import { codes, refuse, unknown } from '../codes';
import { authToken, checkTenant, page, tenantId } from '../fields';
import type { Item, Job } from './state';

/** 10.20. */

const BASE = '/oifde/rest/api/rpa';
const LATEST = 7_258_089_600_000;
const pages = { pageNo: int(1).default(1), pageSize: oneOf(5, 10, 20, 50).default(50) };
const priority = oneOfText('low', 'normal', 'high');
const ok = { errorCode: 0, errorMsg: null };

const isJson = (value: string): boolean => {
	try {
		JSON.parse(value);
		return true;
	} catch {
		return false;
	}
};

const shownJob = (world: World, job: Job): object => ({
	uid: job.uid,
	jobName: job.jobName,
	createTime: world.local(job.createTime),
	startTime: job.startTime === undefined ? null : world.local(job.startTime),
	status: job.status,
	mode: job.mode,
	runMode: 'online',
	timeout: job.timeout,
	description: job.description,
});

const shownDetails = (world: World, job: Job): object => ({
	...shownJob(world, job),
	workstationName: 'robot-1',
	jobType: 'procedure',
	procedureName: job.jobName,
	procedureVersion: '1.0.5',
	...(job.recentTaskStatus !== undefined && { recentTaskStatus: job.recentTaskStatus }),
	...(job.queueUid !== undefined && world.bots.rpa.queue(job.queueUid)),
});

const shownItem = (world: World, item: Item): object => ({
	id: item.id,
	uid: item.uid,
	...world.bots.rpa.queue(item.queueUid),
	createTime: item.createTime,
	expectStartTime: item.expectStartTime ?? null,
	expectEndTime: item.expectEndTime ?? null,
	status: item.status,
	priority: item.priority,
	inactived: 'active',
	tag: item.tag ?? null,
	inputJsonData: item.inputJsonData ?? null,
	outputJsonData: item.outputJsonData ?? null,
	analysisJsonData: null,
	failedReason: item.failedReason ?? null,
	failedReasonDetail: item.failedReasonDetail ?? null,
	description: item.description ?? null,
	progress: item.progress ?? null,
});

/** A list in the tables, an object in the samples. */
const one = (world: World, shown: object): object => (world.bots.settings.answers === 'table' ? [shown] : shown);

export const rpaRoutes: BotInterface[] = [
	{
		section: '10.20.1',
		method: 'POST',
		path: `${BASE}/queryJob`,
		way: 'body',
		refusal: shapes.errorMsg,
		body: z
			.object({
				tenantId,
				...pages,
				conditions: z
					.object({
						jobName: z.string().optional(),
						// An Integer in the table, which lists words.
						status: oneOfText('init', 'running', 'suspend', 'success').optional(),
					})
					.strict()
					.optional(),
				authToken,
			})
			.strict(),
		handle({ world, body }) {
			checkTenant(body.tenantId);
			const { jobName = '', status } = body.conditions ?? {};
			const found = world.bots.rpa.jobs.filter(
				(job) => job.jobName.includes(jobName) && (status === undefined || job.status === status),
			);
			const jobs = page(found, body.pageNo, body.pageSize).map((job) => shownJob(world, job));
			return { total: found.length, jobs, ...ok };
		},
	},
	{
		section: '10.20.2',
		method: 'POST',
		path: `${BASE}/queryJobDetails`,
		way: 'body',
		refusal: shapes.errorMsg,
		body: z.object({ tenantId, jobName: z.string().optional(), uid: z.string().optional(), authToken }).strict(),
		handle({ world, body }) {
			checkTenant(body.tenantId);
			const { uid, jobName } = body;
			if (!uid && !jobName) refuse(codes.missingParameter, 'uid or jobName is missing');
			// With both of them it is the uid that counts.
			const found = world.bots.rpa.jobs.find((job) => (uid ? job.uid === uid : job.jobName === jobName));
			if (!found) return unknown(uid ? 'uid' : 'jobName');
			return { ...ok, jobDetail: one(world, shownDetails(world, found)) };
		},
	},
	{
		section: '10.20.3',
		method: 'POST',
		path: `${BASE}/createRpaQueueData`,
		way: 'body',
		refusal: shapes.errorMsg,
		body: z
			.object({
				tenantId,
				authToken,
				tag: text(32).optional(),
				priority: priority.default('normal'),
				// JSON in a text, says the table; the sample has an object.
				inputJsonData: text(65_535).refine(isJson, 'is not JSON').optional(),
				expectStartTime: int(0, LATEST).optional(),
				expectEndTime: int(0, LATEST).optional(),
				description: z.string().max(100).optional(),
				queueUid: text(),
			})
			.strict(),
		handle({ world, body }) {
			const { tenantId: ofWhom, authToken: _, ...given } = body;
			checkTenant(ofWhom);
			return { ...ok, queueData: one(world, shownItem(world, world.bots.rpa.add(given))) };
		},
	},
	{
		section: '10.20.4',
		method: 'POST',
		path: `${BASE}/queryRpaQueueData`,
		way: 'body',
		refusal: shapes.errorMsg,
		body: z
			.object({
				tenantId,
				authToken,
				...pages,
				conditions: z
					.object({
						uid: text().optional(),
						queueUid: text().optional(),
						queueName: text(32).optional(),
						tag: text().optional(),
						status: oneOfText('init', 'processing', 'success', 'failed').optional(),
						inactived: oneOfText('active', 'inactive').default('active'),
						priority: priority.optional(),
					})
					.strict(),
			})
			.strict(),
		handle({ world, body }) {
			checkTenant(body.tenantId);
			const { uid, queueUid, queueName, tag, status, inactived, priority: wanted } = body.conditions;
			if (!uid && !queueUid && !queueName) {
				refuse(codes.missingParameter, 'uid, queueUid or queueName is missing');
			}
			const { rpa } = world.bots;
			const found = rpa.items.filter(
				(item) =>
					inactived === 'active' &&
					(!uid || item.uid === uid) &&
					(!queueUid || item.queueUid === queueUid) &&
					(!queueName || rpa.queue(item.queueUid).queueName === queueName) &&
					(!tag || item.tag === tag) &&
					(!status || item.status === status) &&
					(!wanted || item.priority === wanted),
			);
			const queueData = page(found, body.pageNo, body.pageSize).map((item) => shownItem(world, item));
			return { ...ok, total: found.length, queueData };
		},
	},
];
