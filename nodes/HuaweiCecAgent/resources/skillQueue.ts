import { done, entries, nameOf, object } from '../../../cec/catalogue/answer';
import { choice, group, integer, pick, picks, section, text, type Field, type Fields } from '../../../cec/catalogue/field';
import { operation, resource } from '../../../cec/catalogue/operation';
import { byOffset } from '../../../cec/catalogue/paging';
import { ccManagement } from '../../../cec/families/ccManagement';

export const MEDIA_TYPE = {
	2: 'Voice Click-to-Call',
	5: 'Voice and Video',
	18: 'Video Click-to-Call',
	53: 'Multimedia',
};
export const MEDIA_TYPE_READ = { ...MEDIA_TYPE, 5: 'Voice', 19: 'Video' };

const IVR = 3;
const SKILL_QUEUE = 1;

const name = text('Name', 'Unique name of the queue').max(20);
const description = text('Description').max(50).only(/^[\p{L}\p{N}]*$/u, 'letters and digits, no blanks');
const maxWaitTime = integer('Maximum Wait', 'Seconds a customer waits at most').between(0, 60000).startsAs(60);
const maxWaitNum = integer('Maximum Waiting Customers').between(0, 10000).startsAs(100);
const maxAgentWrapupTime = integer('Wrap-Up Time', 'Seconds an agent has after a call').between(0, 3600).startsAs(5);

/** What becomes of a call in one situation: released, or transferred to a queue or an IVR flow. */
const treatment = (prefix: string, label: string, hint: string): Field =>
	section({
		transferType: choice(label, { Release: 'Release the Call', Transfer: 'Transfer the Call' }, hint)
			.named(`${prefix}Action`)
			.required(),
		deviceType: choice(`${label}: Transfer To`, { [SKILL_QUEUE]: 'Skill Queue', [IVR]: 'IVR Flow' })
			.asText()
			.startsAs(SKILL_QUEUE)
			.named(`${prefix}Target`)
			.when({ transferType: ['Transfer'] })
			.required(),
		value: pick('skillQueues', `${label}: Skill Queue`)
			.asInteger()
			.named(`${prefix}Queue`)
			.when({ transferType: ['Transfer'], deviceType: [SKILL_QUEUE] })
			.required(),
		valueOfFlow: pick('ivrFlows', `${label}: IVR Flow`)
			.asInteger()
			.wire('value')
			.named(`${prefix}Flow`)
			.when({ transferType: ['Transfer'], deviceType: [IVR] })
			.required(),
	}).required();

const treatments: Fields = {
	noAgents: treatment('noAgents', 'When Nobody Works', 'What becomes of a call when no agent of the queue is signed in'),
	busy: treatment('busy', 'When Busy', 'What becomes of a call when the queue is full'),
	timeOut: treatment('timeOut', 'When Waiting Too Long', 'What becomes of a call after the maximum wait'),
};

const answerFunction = choice('Announcement', { 0: 'Agent ID', 2: 'None' }, 'What a customer hears when an agent answers').asText();

const waitVoice = section({
	parameterType: choice('While Waiting', { Voice: 'Default Music', IVR: 'IVR Flow' }, 'What a customer hears in the queue')
		.named('waitVoiceType')
		.startsAs('Voice')
		.required(),
	id: pick('ivrFlows', 'While Waiting: IVR Flow').named('waitVoiceFlow').when({ parameterType: ['IVR'] }).required(),
}).required();

const AUDIO_ONLY = { mediaTypeId: [5] };

export const skillQueue = resource('skillQueue', 'Skill Queue', ccManagement, {
	create: operation('5.2.1', {
		name: 'Create',
		action: 'Create a skill queue',
		request: 'POST /apiaccess/rest/cc-management/v1/skill/createSkill',
		risk: 'write',
		findOut: 'Look with "Get Many" whether the queue exists.',
		body: {
			mediaTypeId: choice('Media Type', MEDIA_TYPE, 'Which calls the queue takes').required().startsAs(5),
			name: name.required(),
			description: description.required(),
			maxWaitTime: maxWaitTime.required(),
			maxWaitNum: maxWaitNum.required(),
			maxAgentWrapupTime: maxAgentWrapupTime.required(),
			skillParam: section({
				...treatments,
				answerFunction: answerFunction.when(AUDIO_ONLY).required(),
				waitVoice: waitVoice.when(AUDIO_ONLY),
			}).required(),
		},
		check: ({ mediaTypeId, skillParam }) =>
			Number(mediaTypeId) === 53 && transfersToFlow(skillParam) ? 'A multimedia queue can transfer to a skill queue only' : undefined,
		answer: object(),
	}),

	delete: operation('5.2.2', {
		name: 'Delete',
		action: 'Delete skill queues',
		description: 'Delete any number of skill queues',
		request: 'POST /apiaccess/rest/cc-management/v1/skill/deleteSkill',
		risk: 'destructive',
		body: { skillIds: picks('skillQueues', 'Skill Queue Names or IDs').joinedBy(',').required().min(1) },
		batch: { list: 'skillIds', from: 'entries', size: 10, as: 'skillId', noun: ['skill queue', 'skill queues'] },
		answer: done('deleted'),
	}),

	update: operation('5.2.3', {
		name: 'Update',
		action: 'Update a skill queue',
		request: 'POST /apiaccess/rest/cc-management/v1/skill/modifySkill',
		risk: 'write',
		body: {
			skillId: pick('skillQueues', 'Skill Queue').asInteger().required(),
			description,
			maxWaitTime,
			maxWaitNum,
			maxAgentWrapupTime,
			skillParam: group(
				'Call Treatment',
				{
					// Queues for other media than voice and video refuse an announcement and something to wait with.
					mediaTypeId: choice('Media Type', MEDIA_TYPE, 'That of the queue; it cannot be changed').startsAs(5).notSent(),
					...treatments,
					answerFunction: answerFunction.when(AUDIO_ONLY).required(),
					waitVoice: waitVoice.when(AUDIO_ONLY),
				},
				'All of it is replaced',
			),
		},
		answer: done(),
	}),

	getMany: operation('5.2.4', {
		name: 'Get Many',
		action: 'Get many skill queues',
		request: 'POST /apiaccess/rest/cc-management/v1/skill/querySkills',
		risk: 'read',
		body: {
			name,
			mediaTypeId: choice('Media Type', MEDIA_TYPE).asText(),
			skillIds: picks('skillQueues', 'Skill Queue Names or IDs', 'Only these queues, at most 100').max(100),
		},
		page: byOffset({ max: 100, total: 'total', asText: true }),
		answer: entries('data', { adds: { mediaTypeName: nameOf('mediaTypeId', MEDIA_TYPE_READ) } }),
		errata: [
			{
				printed: 'limit "10" as a text and offset 0 as a number in one sample',
				sent: 'both as texts',
				why: 'The table gives both as string.',
			},
		],
	}),
});

function transfersToFlow(skillParam: unknown): boolean {
	const treatmentsGiven = Object.values((skillParam ?? {}) as Record<string, Record<string, unknown> | undefined>);
	return treatmentsGiven.some((given) => given?.transferType === 'Transfer' && Number(given.deviceType) === IVR);
}
