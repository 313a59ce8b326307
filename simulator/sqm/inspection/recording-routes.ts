import { z } from 'zod';
import type { Interface } from '../../interface';
import { int, oneOfText, text } from '../../schema/fields';
import { LOCAL, parseLocal } from '../../time';
import type { World } from '../../world';
import { zip } from '../../zip';
import { malformed, quality, type QualityInterface, wrong } from '../serve';
import { VOICE } from './calls';
import { findCall } from './call-routes';
import { recordings } from './seed';
import { creditView, detailView } from './views';

/** 12.2.17: another service than CCSQM, which wants no user. */

const BASE = '/apiaccess/CCISQM/rest/ccisqm/v1';
const SUCCESS = { resultCode: '1010200', resultDesc: 'success' };
const NO_TEXT = 1010404;

const language = oneOfText('zh_CN', 'en_US');

const recorded = z
	.object({ language, voiceFilePath: text(), agentId: int(1), beginTime: text(), endTime: text() })
	.strict();

/** An agent of the tenant, and when the call was. */
function about(world: World, body: z.infer<typeof recorded>) {
	const agent =
		[...world.centre.agents.values()].find(({ workNo }) => Number(workNo) === body.agentId) ??
		wrong(`The agent ${body.agentId} does not exist.`);
	const [begin, end] = [body.beginTime, body.endTime].map(
		(time) => parseLocal(time, world.zone, LOCAL) ?? malformed(`${time} is not yyyy-MM-dd HH:mm:ss`),
	);
	if (end < begin) wrong('The call ends before it begins.');
	return { staffName: agent.userName, staffId: agent.userAccount, calledAt: begin, seconds: (end - begin) / 1000 };
}

/** Times are milliseconds, roles those of the table. */
const sentencesOf = (found: ReturnType<World['qualityInspection']['textOf']>): object => ({
	sentences: (found ?? []).map(({ speaker, text: said, start, end }) => ({
		st: start * 1000,
		et: end * 1000,
		text: said,
		c: 1,
		sa: { role: speaker === 'staff' ? 'agent' : 'user' },
		e: 'HAPPY',
	})),
});

const one = z.object({ call_uuid: text() }).strict();

const interfaces: QualityInterface[] = [
	{
		section: '12.2.17.1',
		path: `${BASE}/openapi/getTextByTaskId`,
		body: z.object({ taskId: text(), language }).strict(),
		handle({ world: { qualityInspection }, body }) {
			const found = qualityInspection.textOf(body.taskId, body.language);
			if (!found) return { errorMessage: `Failed to obtain the task id is {}${body.taskId}`, errorCode: NO_TEXT };
			const archive = zip([{ name: '0.json', bytes: Buffer.from(JSON.stringify(sentencesOf(found))) }]);
			return { resultCode: SUCCESS.resultCode, bytesZip: archive.toString('base64'), resultDesc: SUCCESS.resultDesc };
		},
	},
	{
		section: '12.2.17.2',
		path: `${BASE}/openapi/voice2Text`,
		body: recorded,
		handle({ world, body }) {
			const { seconds } = about(world, body);
			const { id } = world.qualityInspection.transcribe(body.voiceFilePath, body.language);
			return { ...SUCCESS, taskId: id, duration: String(seconds) };
		},
	},
	{
		section: '12.2.17.3',
		path: `${BASE}/appraisecall/detail`,
		body: one,
		handle: ({ world: { qualityInspection, clock }, body }) =>
			detailView(findCall(qualityInspection, body.call_uuid), clock.now()),
	},
	{
		section: '12.2.17.4',
		path: `${BASE}/appraisecall/credit`,
		body: one,
		handle: ({ world: { qualityInspection }, body }) => [creditView(findCall(qualityInspection, body.call_uuid))],
	},
	{
		section: '12.2.17.5',
		path: `${BASE}/openapi/qualityInspect`,
		body: recorded,
		handle({ world, body }) {
			const { uuid } = world.qualityInspection.handIn({
				...about(world, body),
				fileName: body.voiceFilePath.split('\\').at(-1) as string,
				type: VOICE,
				isThere: recordings.includes(body.voiceFilePath),
			});
			return { ...SUCCESS, call_uuid: uuid };
		},
	},
];

export const recordingInspection: Interface[] = interfaces.map((each) => quality({ ...each, userOptional: true }));
