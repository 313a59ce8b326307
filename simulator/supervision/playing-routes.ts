import { z } from 'zod';
import { refuse, success } from '../agent-gateway/codes';
import { number } from '../agent-gateway/fields';
import type { OnlineAgent } from '../agent-gateway/online-agent';
import { agentInterface, pathInt } from '../agent-gateway/request';
import type { Call, Interface } from '../interface';
import type { World } from '../world';
import { codes } from './codes';
import type { Playback } from './playbacks';

/** 13.1.1.1 to 13.1.1.6 and 13.1.1.11: playing recordings to agents. */

const PLAY = '/recordplay/{agentid}';
const LONGEST_JUMP = 2_147_483_647;
/** The sample has it, and no table tells what it is. */
const NO_NODE = -1;

const done = (): object => success({});

const path = z.string().min(1).max(100);
/** A text of digits in the table, a number in the sample. */
const strength = z.union([z.string().regex(/^\d{0,5}$/), z.number().int().min(0).max(99_999)]).optional();
const node = z
	.union([
		z.number().int(),
		z
			.string()
			.regex(/^-?\d+$/)
			.transform(Number),
	])
	.refine((value) => value >= NO_NODE && value <= 65_535, 'must be between 0 and 65535')
	.optional();

/** Something is heard already, or the telephone is needed elsewhere. */
const mayHear = (world: World, { workNo, options }: OnlineAgent): boolean =>
	options.phoneNumber !== '' && !world.agentCalls.telephones.isTaken(workNo) && !world.conferences.of(workNo);

const duringPlayback = (
	section: string,
	method: Interface['method'],
	where: string,
	wrongState: string,
	isAllowed: (playback: Playback) => boolean,
	act: (world: World, playback: Playback, params: Call['params']) => void,
): Interface =>
	agentInterface({
		section,
		method,
		path: `${PLAY}${where}`,
		handle({ workNo }, { world, params }) {
			const playback = world.playbacks.of(workNo);
			if (!playback || !isAllowed(playback))
				return refuse(wrongState, 'Nothing is played that this could be done with.');
			act(world, playback, params);
			return done();
		},
	});

const isPaused = ({ since }: Playback): boolean => since === undefined;
const any = (): boolean => true;
const secondsOf = ({ time }: Call['params']): number => pathInt(time, 0, LONGEST_JUMP);

export const playingRoutes: Interface[] = [
	agentInterface({
		section: '13.1.1.1',
		method: 'PUT',
		path: `${PLAY}/play`,
		body: z
			.object({
				voicepath: path,
				startpostion: number().default(0),
				volumechange: strength,
				speedchange: strength,
				/** Whatever it is, it counts as once. */
				times: z.number().int().optional(),
				codeformat: z.literal(0).optional(),
				locationId: node,
			})
			.strict(),
		handle(agent, { world, body }) {
			if (agent.isOnCall || !mayHear(world, agent)) refuse(codes.playInWrongState, 'The agent is in a call.');
			world.playbacks.begin(agent.workNo, {
				path: body.voicepath,
				position: body.startpostion,
				isEndless: false,
			});
			return done();
		},
	}),
	duringPlayback(
		'13.1.1.2',
		'POST',
		'/pauseplay',
		codes.pauseInWrongState,
		(playback) => !isPaused(playback),
		(world, playback) => world.playbacks.pause(playback),
	),
	duringPlayback('13.1.1.3', 'POST', '/resumeplay', codes.resumeInWrongState, isPaused, (world, playback) =>
		world.playbacks.resume(playback),
	),
	duringPlayback('13.1.1.4', 'POST', '/forefast/{time}', codes.forwardInWrongState, any, (world, playback, params) =>
		world.playbacks.jump(playback, secondsOf(params)),
	),
	duringPlayback('13.1.1.5', 'POST', '/backfast/{time}', codes.backInWrongState, any, (world, playback, params) =>
		world.playbacks.jump(playback, -secondsOf(params)),
	),
	duringPlayback('13.1.1.6', 'DELETE', '/stopplay', codes.stopPlayInWrongState, any, (world, playback) =>
		world.playbacks.stop(playback),
	),
	agentInterface({
		section: '13.1.1.11',
		method: 'POST',
		path: `${PLAY}/netplay`,
		body: z
			.object({
				fileName: path,
				position: number().default(0),
				/** 0 is for ever, and whatever else is once. */
				playTime: number().default(1),
				fileFormat: number()
					.refine((value) => value <= 2, 'must be 0, 1 or 2')
					.optional(),
				/** "cclid" in the table and "cclId" in the sample, with an l for the I. */
				ccId: number(),
				locationId: node,
			})
			.strict(),
		handle(agent, { world, body }) {
			const { fileName, position, playTime, ccId } = body;
			if (ccId !== world.tenant.ccId) refuse(codes.failed, 'There is no such call centre.');
			if (vdnOf(fileName) !== String(world.tenant.vdnId))
				refuse(codes.wrongVdn, 'The recording is of another VDN.');
			const isThreeWay = world.agentCalls.voiceOf(agent.workNo).some(({ call }) => call.isConference);
			if (isThreeWay || !mayHear(world, agent)) refuse(codes.playInWrongState, 'More than two are talking.');
			world.playbacks.begin(agent.workNo, { path: fileName, position, isEndless: playTime === 0 });
			return done();
		},
	}),
];

/** The folder of its VDN, below the drive. */
export const vdnOf = (file: string): string | undefined =>
	/^[A-Za-z]:[\\/]+(?:3rdfile[\\/]+)?(\d+)[\\/]/.exec(file)?.[1];
