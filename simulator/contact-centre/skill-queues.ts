import { z } from 'zod';
import { envelopes, type Interface, Refusal } from '../interface';
import { int, oneOf, oneOfText, text } from '../schema/fields';
import { tenant } from '../tenant';
import type { World } from '../world';
import type { Destination, SkillParam, SkillQueue } from './state';

/** 5.2.1 to 5.2.4: skill queues. */

const BASE = '/apiaccess/rest/cc-management/v1/skill';

const name = text(20, /^[^[\]`~!#$%^&*()+={}';,<>/?！￥…（）—【】‘；：”“’。，、？\s]+$/);
const description = text(50, /^[\p{Script=Han}A-Za-z0-9]+$/u);

/** Release stands alone; Transfer needs the device and which one (tables 5-45 and 5-51). */
const destination = z
	.object({
		deviceType: oneOfText('1', '3').optional(),
		transferType: oneOfText('Release', 'Transfer'),
		value: int().optional(),
	})
	.strict()
	.refine((given) => {
		const rest = [given.deviceType, given.value];
		return given.transferType === 'Release'
			? rest.every((v) => v === undefined)
			: rest.every((v) => v !== undefined);
	}, 'Release stands alone, Transfer needs deviceType and value');

const skillParam = z
	.object({
		noAgents: destination,
		busy: destination,
		timeOut: destination,
		answerFunction: oneOfText('0', '2').optional(),
		waitVoice: z
			.object({ parameterType: oneOfText('Voice', 'IVR'), id: z.string().optional() })
			.strict()
			.refine((given) => (given.parameterType === 'IVR') === (given.id !== undefined), 'id belongs to IVR')
			.optional(),
	})
	.strict();

const numbers = { maxWaitTime: int(0, 60000), maxWaitNum: int(0, 10000), maxAgentWrapupTime: int(0, 3600) };

/** Queue numbers are typed as strings, and the sample writes "limit":"10" beside "offset":0. */
const looseNumber = z.union([z.string().regex(/^\d+$/), int(0)]).transform(Number);

const fail = (message: string): never => {
	throw new Refusal('1', message);
};

function checkParam(world: World, param: SkillParam, mediaTypeId: number): void {
	const voiced = mediaTypeId === 5 || mediaTypeId === 19;
	if (voiced && (param.answerFunction === undefined || param.waitVoice === undefined)) {
		fail('answerFunction and waitVoice are required for this media type.');
	}
	if (!voiced && (param.answerFunction !== undefined || param.waitVoice !== undefined)) {
		fail('This media type has only noAgents, busy and timeOut.');
	}
	for (const to of [param.noAgents, param.busy, param.timeOut]) checkDestination(world, to, mediaTypeId);
	const { waitVoice } = param;
	if (waitVoice?.id !== undefined && !tenant.ivrFlows.some(({ id }) => String(id) === waitVoice.id)) {
		fail(`The IVR flow ${waitVoice.id} does not exist.`);
	}
}

function checkDestination(world: World, to: Destination, mediaTypeId: number): void {
	if (to.value === undefined) return;
	if (mediaTypeId === 53 && to.deviceType !== '1') fail('deviceType can only be 1 for media type 53.');
	const known =
		to.deviceType === '1'
			? world.centre.queues.has(to.value)
			: tenant.ivrFlows.some((flow) => flow.id === to.value);
	if (!known) fail(`The device ${to.value} does not exist.`);
}

export const skillQueues: Interface[] = [
	{
		section: '5.2.1',
		method: 'POST',
		path: `${BASE}/createSkill`,
		envelope: envelopes.returnDescription,
		body: z.object({ mediaTypeId: oneOf(5, 53, 2, 18), description, name, ...numbers, skillParam }).strict(),
		handle({ world, body }) {
			const { queues } = world.centre;
			if ([...queues.values()].some((queue) => queue.name === body.name)) fail('The skill queue already exists.');
			checkParam(world, body.skillParam, body.mediaTypeId);
			const skillId = world.centre.nextSkillId();
			queues.set(skillId, { ...body, skillId });
			return { returnCode: '0', skillId: String(skillId), description: 'Create Skill successfully' };
		},
	},
	{
		section: '5.2.2',
		method: 'POST',
		path: `${BASE}/deleteSkill`,
		envelope: envelopes.returnDescription,
		body: z
			.object({
				skillIds: text().refine((value) => {
					const ids = splitIds(value);
					return ids.length <= 10 && ids.every((id) => /^\d+$/.test(id));
				}, 'takes at most 10 ids'),
			})
			.strict(),
		handle({ world, body }) {
			const ids = splitIds(body.skillIds).map(Number);
			const missing = ids.find((id) => !world.centre.queues.has(id));
			if (missing !== undefined) fail(`The skill queue ${missing} does not exist.`);
			for (const id of ids) {
				world.centre.queues.delete(id);
				for (const agent of world.centre.agents.values()) {
					agent.skills = agent.skills.filter(({ skillId }) => skillId !== id);
				}
			}
			return { returnCode: '0', description: 'Success' };
		},
	},
	{
		section: '5.2.3',
		method: 'POST',
		path: `${BASE}/modifySkill`,
		envelope: envelopes.returnDescription,
		body: z
			.object({
				skillId: int(),
				description: description.optional(),
				maxWaitTime: numbers.maxWaitTime.optional(),
				maxWaitNum: numbers.maxWaitNum.optional(),
				maxAgentWrapupTime: numbers.maxAgentWrapupTime.optional(),
				skillParam: skillParam.optional(),
			})
			.strict(),
		handle({ world, body }) {
			const queue =
				world.centre.queues.get(body.skillId) ?? fail(`The skill queue ${body.skillId} does not exist.`);
			if (body.skillParam !== undefined) checkParam(world, body.skillParam, queue.mediaTypeId);
			Object.assign(queue, body);
			return { returnCode: '0', description: 'Update Skill successfully' };
		},
	},
	{
		section: '5.2.4',
		method: 'POST',
		path: `${BASE}/querySkills`,
		envelope: envelopes.returnDescription,
		body: z
			.object({
				name: z.string().max(20).optional(),
				mediaTypeId: z.string().optional(),
				limit: looseNumber
					.refine((value) => value >= 1 && value <= 100, 'must be between 1 and 100')
					.optional(),
				offset: looseNumber.optional(),
				skillIds: z.array(z.string()).optional(),
			})
			.strict(),
		handle({ world, body }) {
			let found = [...world.centre.queues.values()];
			if (body.name) found = found.filter((queue) => queue.name.includes(body.name));
			if (body.mediaTypeId) found = found.filter((queue) => String(queue.mediaTypeId) === body.mediaTypeId);
			if (body.skillIds?.length > 0)
				found = found.filter((queue) => body.skillIds.includes(String(queue.skillId)));
			const offset = body.offset ?? 0;
			return {
				returnCode: '0',
				total: found.length,
				data: found.slice(offset, offset + (body.limit ?? 100)).map(queueView),
				description: 'success',
			};
		},
	},
];

function splitIds(value: string): string[] {
	return value.split(/[,;-]/).map((id) => id.trim());
}

function queueView(queue: SkillQueue): Record<string, unknown> {
	const { waitVoice } = queue.skillParam;
	const flow = tenant.ivrFlows.find(({ id }) => String(id) === waitVoice?.id);
	return {
		...queue,
		skillParam: {
			...queue.skillParam,
			...(flow && waitVoice ? { waitVoice: { ...waitVoice, value: flow.accessCode } } : {}),
		},
	};
}
