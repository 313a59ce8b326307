import { z, type ZodTypeAny } from 'zod';
import { refuse, silentSuccess, success } from '../agent-gateway/codes';
import { bool, number } from '../agent-gateway/fields';
import type { OnlineAgent } from '../agent-gateway/online-agent';
import { agentInterface } from '../agent-gateway/request';
import { type Call, HttpAnswer, type Interface } from '../interface';
import type { World } from '../world';
import { codes } from './codes';
import { AGENT, changes, type Conference, type Participant, PLAY_MS, reasons } from './conferences';
import { later, tell } from './desk';
import { caller, within } from './fields';

/** 6.1.6.1 to 6.1.6.19: conferences. What the platform refuses is 100-007 with its code of table 6-450 in the text. */

const MOST_MINUTES = 1440;
const MOST_PARTICIPANTS = 120;
const INSPECTOR = 3;

const done = (): object => success({});
const platformRefuses = (code: number): never => refuse(codes.failed, `Unknown ERROR_${code}`);

/** The interfaces of playing say the code in their result as well. */
function platformAnswers(errorReason: number): HttpAnswer {
	const refused = { message: `Unknown ERROR_${errorReason}`, retcode: codes.failed, result: { errorReason } };
	return new HttpAnswer(200, refused);
}

const voicePath = z
	.string()
	.max(127)
	.regex(/^[A-Za-z]:\/conf\/\d+\/[^/]+$/);
const playMode = number()
	.refine((value) => value === 2, 'must be 2')
	.default(2);
/** A tone for those who come needs a file (6.1.6.1, 6.1.6.10). */
const beep = { beepTone: bool().default(false), playMode, voicePath: voicePath.optional() };
const hasFile = (given: { beepTone: boolean; voicePath?: string }): boolean => !given.beepTone || !!given.voicePath;
const FILE_MISSING = { message: 'is needed for a tone', path: ['voicePath'] };

const address = { addressType: z.enum(['6', '9']), address: z.string().min(1).max(24) };
const someone = z.object(address).strict();
const device = within(0, 255).optional();

interface Given extends Call {
	agent: OnlineAgent;
	conference: Conference;
	self: Participant;
}

function own(world: World, agent: OnlineAgent): { conference: Conference; self: Participant } {
	return world.conferences.of(agent.workNo) ?? refuse(codes.noConference, 'The agent is in no conference.');
}

/** What only a chair may do, and only when the conference is ready. */
function chaired(
	section: string,
	path: string,
	body: ZodTypeAny | undefined,
	handle: (given: Given) => unknown,
): Interface {
	return agentInterface({
		section,
		method: 'POST',
		path: `/agentconf/{agentid}/${path}`,
		body,
		handle(agent, call) {
			const { conference, self } = own(call.world, agent);
			if (conference.chair !== agent.workNo) refuse(codes.notChair, 'The agent is not the chair.');
			if (!conference.isReady) platformRefuses(21_225);
			return handle({ ...call, agent, conference, self });
		},
	});
}

/** What whoever is asked or in may do. */
const asked = (section: string, path: string, handle: (given: Given) => unknown): Interface =>
	agentInterface({
		section,
		method: 'POST',
		path: `/agentconf/{agentid}/${path}`,
		handle: (agent, call) => handle({ ...call, agent, ...own(call.world, agent) }),
	});

function find({ participants }: Conference, wanted: z.infer<typeof someone>): Participant | undefined {
	return participants.find((one) => one.addressType === wanted.addressType && one.address === wanted.address);
}

function present(conference: Conference, wanted: z.infer<typeof someone>): Participant {
	const found = find(conference, wanted);
	return found?.state === 'joined' ? found : platformRefuses(21_237);
}

const holding = (section: string, path: string, body: ZodTypeAny, isHeld: boolean): Interface =>
	chaired(section, path, body, ({ world, conference, body: given }) => {
		const one = present(conference, given);
		if ((one.channel === 'held') === isHeld) platformRefuses(isHeld ? 21_251 : 21_252);
		one.channel = isHeld ? 'held' : 'talking';
		world.conferences.tellChange(conference, one, isHeld ? changes.held : changes.unheld, { toAll: true });
		return done();
	});

/** Only those who are idle, or talk in a call in which nothing is going on (6.1.6.1). */
function maySitDown(world: World, { state, workNo }: OnlineAgent): boolean {
	const calls = world.agentCalls.of(workNo);
	if (calls.length === 0) return state === 'idle' && !world.agentCalls.telephones.isTaken(workNo);
	const [{ call, member }] = calls;
	return calls.length === 1 && !call.chat && !call.transfer && member.state === 'talking' && !member.muted;
}

export const conferenceRoutes: Interface[] = [
	agentInterface({
		section: '6.1.6.1',
		method: 'POST',
		path: '/agentconf/{agentid}/requestagentconf',
		body: z
			.object({
				memberNum: within(1, MOST_PARTICIPANTS),
				confCallerNo: caller,
				time: within(4, MOST_MINUTES).default(60),
				promptTime: within(3, MOST_MINUTES).default(3),
				...beep,
			})
			.strict()
			.refine(hasFile, FILE_MISSING),
		handle(agent, { world, body }) {
			if (world.conferences.of(agent.workNo)) refuse(codes.inConference, 'The agent is in a conference.');
			if (!maySitDown(world, agent)) platformRefuses(21_205);
			const { memberNum, time, promptTime } = body;
			world.conferences.request(agent.workNo, {
				capacity: memberNum,
				minutes: time,
				promptMinutes: promptTime,
			});
			return done();
		},
	}),
	asked('6.1.6.2', 'answeragentconf', ({ world, conference, self }) => {
		if (self.state !== 'ringing') refuse(codes.noConference, 'The agent is not asked into a conference.');
		world.conferences.answer(conference, self);
		return done();
	}),
	asked('6.1.6.3', 'rejectagentconf', ({ world, conference, self }) => {
		if (self.state !== 'ringing') refuse(codes.noConference, 'The agent is not asked into a conference.');
		world.conferences.refuse(conference, self);
		return done();
	}),
	asked('6.1.6.4', 'requestleaveagentconf', ({ world, conference, self }) => {
		if (self.state !== 'joined') refuse(codes.noConference, 'The agent is in no conference.');
		if (conference.chair === self.workNo) refuse(codes.chairLeaves, 'The chair does not leave.');
		world.conferences.leave(conference, self, reasons.byItself);
		return done();
	}),
	chaired('6.1.6.5', 'releaseagentconf', undefined, ({ world, conference }) => {
		world.conferences.end(conference);
		return done();
	}),
	holding('6.1.6.6', 'holdparticipant', z.object({ ...address, playMode, voicePath }).strict(), true),
	holding('6.1.6.7', 'unholdparticipant', someone, false),
	chaired(
		'6.1.6.8',
		'prolongtime',
		z.object({ prolongTime: within(1, MOST_MINUTES) }).strict(),
		({ world, conference, body }) => {
			if (conference.minutes >= MOST_MINUTES) platformRefuses(21_246);
			return success({ appliedTime: world.conferences.prolong(conference, body.prolongTime, MOST_MINUTES) });
		},
	),
	chaired(
		'6.1.6.9',
		'applytoshiftpresident',
		z.object({ destAgentNo: within(101, 59_999) }).strict(),
		({ world, conference, agent, body }) => {
			const workNo = String(body.destAgentNo);
			if (workNo === agent.workNo) refuse(codes.chairToItself, 'The agent is the chair already.');
			const next = present(conference, { addressType: AGENT, address: workNo });
			conference.chair = workNo;
			world.conferences.tellChange(conference, next, changes.chair, { toAll: true });
			tell(world, workNo, 'AgentConf_PresidentChanged', { confId: conference.confId });
			return done();
		},
	),
	chaired(
		'6.1.6.10',
		'batchaddparticipant',
		z
			.object({
				addresses: z
					.array(z.object({ ...address, deviceCallType: device, deviceType: device }).strict())
					.max(MOST_PARTICIPANTS),
				caller,
				...beep,
			})
			.strict()
			.refine(hasFile, FILE_MISSING),
		({ world, conference, agent, body }) => {
			const { addresses } = body;
			if (addresses.length === 0) platformRefuses(21_228);
			const isChair = (one: z.infer<typeof someone>): boolean =>
				one.addressType === AGENT && one.address === agent.workNo;
			if (addresses.some(isChair)) platformRefuses(21_221);
			if (conference.participants.length + addresses.length > conference.capacity) platformRefuses(21_224);
			for (const one of addresses) world.conferences.invite(conference, one);
			return done();
		},
	),
	chaired(
		'6.1.6.11',
		'batchremoveparticipant',
		z.object({ addresses: z.array(someone).max(30) }).strict(),
		({ world, conference, agent, body }) => {
			const addresses: Array<z.infer<typeof someone>> = body.addresses;
			if (addresses.length === 0) platformRefuses(21_229);
			if (addresses.some((one) => one.addressType === AGENT && one.address === agent.workNo)) {
				refuse(codes.chairRemoved, 'The chair does not remove itself.');
			}
			const noExistParticipants: object[] = [];
			for (const one of addresses) {
				const found = find(conference, one);
				if (found) world.conferences.leave(conference, found, reasons.byChair);
				else noExistParticipants.push(one);
			}
			return silentSuccess({ noExistParticipants });
		},
	),
	chaired(
		'6.1.6.12',
		'changeparticipantmode',
		z.object({ attribute: within(1, 4), ...address }).strict(),
		({ world, conference, body }) => {
			const { attribute, ...wanted } = body;
			const one = present(conference, wanted);
			if (one.attribute === attribute) platformRefuses(21_216);
			one.attribute = attribute;
			const change = { 1: changes.silenced, 3: changes.unsilenced }[attribute as number];
			if (change !== undefined) world.conferences.tellChange(conference, one, change, { toAll: true });
			return done();
		},
	),
	chaired(
		'6.1.6.13',
		'playvoicetoconf',
		z.object({ playType: within(0, 1).default(0), playMode, voicePath }).strict(),
		({ world, conference }) => {
			if (conference.voice) platformRefuses(21_247);
			conference.voice = later(world, PLAY_MS, () => {
				conference.voice = undefined;
				tell(world, conference.chair, 'AgentConf_StopVoice', { result: 0 });
			});
			return done();
		},
	),
	chaired('6.1.6.14', 'stopvoicetoconf', undefined, ({ conference }) => {
		if (!conference.voice) return platformAnswers(21_248);
		conference.voice.cancel();
		conference.voice = undefined;
		return done();
	}),
	chaired(
		'6.1.6.15',
		'playvoicetoparticipant',
		z.object({ ...address, playMode, voicePath }).strict(),
		({ world, conference, body }) => {
			const one = find(conference, body);
			if (one?.state !== 'joined') return platformAnswers(21_237);
			if (one.channel === 'playing') return platformAnswers(21_249);
			const before = one.channel;
			one.channel = 'playing';
			one.voice = later(world, PLAY_MS, () => {
				one.channel = before;
				tell(world, conference.chair, 'AgentConf_StopParticipantVoice', { result: 0 });
			});
			return done();
		},
	),
	chaired('6.1.6.16', 'stopvoicetoparticipant', someone, ({ conference, body }) => {
		const one = find(conference, body);
		if (one?.channel !== 'playing') return platformAnswers(one ? 21_250 : 21_237);
		one.voice?.cancel();
		one.channel = 'talking';
		return done();
	}),
	chaired(
		'6.1.6.17',
		'modifyconfresource',
		z.object({ modifyType: within(0, 1), modifyNum: within(2, 118) }).strict(),
		({ conference, body }) => {
			const capacity = conference.capacity + (body.modifyType === 0 ? body.modifyNum : -body.modifyNum);
			if (capacity > MOST_PARTICIPANTS) platformRefuses(21_238);
			if (capacity < conference.participants.length) platformRefuses(21_239);
			conference.capacity = capacity;
			return done();
		},
	),
	agentInterface({
		section: '6.1.6.18',
		method: 'POST',
		path: '/agentconf/{agentid}/queryconfinfos',
		body: z.object({ confIds: z.array(number()).max(20) }).strict(),
		handle({ account, workNo }, { world, body }) {
			const mine = world.conferences.of(workNo)?.conference;
			const confs = (body.confIds as number[])
				.flatMap((id) => world.conferences.all.get(id) ?? [])
				.filter((one) => account.ccRoleId === INSPECTOR || one === mine);
			// A list in the table, and a list within an object in the sample.
			return silentSuccess({ confs: confs.map((one) => described(world, one)) });
		},
	}),
	agentInterface({
		section: '6.1.6.19',
		method: 'GET',
		path: '/agentconf/{agentid}/queryvdnconfid',
		handle({ account }, { world }) {
			if (account.ccRoleId !== INSPECTOR) refuse(codes.notInspector, 'Only an inspector may ask this.');
			return success({ confIds: [...world.conferences.all.keys()] });
		},
	}),
];

const CHANNEL_STATES = { talking: 0, held: 1, playing: 2 };

const described = (world: World, conference: Conference): object => ({
	confId: conference.confId,
	confState: conference.voice ? 1 : 0,
	startTime: Math.floor(conference.began),
	applyConfTime: conference.minutes,
	confHaveBeenTime: Math.floor((world.clock.now() - conference.began) / 60_000),
	addresses: conference.participants
		.filter(({ state }) => state === 'joined')
		.map((one) => ({
			addressType: one.addressType,
			address: one.address,
			deviceCallType: one.deviceCallType,
			deviceType: one.deviceType,
			channelAttrib: one.attribute,
			channelState: CHANNEL_STATES[one.channel],
			role: one.workNo !== '' && one.workNo === conference.chair ? 1 : 0,
			enterTime: Math.floor(one.enterTime ?? conference.began),
		})),
});
