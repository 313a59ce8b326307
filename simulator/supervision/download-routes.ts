import { z } from 'zod';
import { refuse } from '../agent-gateway/codes';
import { agentInterface } from '../agent-gateway/request';
import { HttpAnswer, type Interface } from '../interface';
import { DRIVE, NODE, type RecordedFile } from '../recordings/agent-recordings';
import { intText } from '../schema/fields';
import type { World } from '../world';
import { codes } from './codes';
import { vdnOf } from './playing-routes';

/** 13.1.2 and 13.1.3: files are sent as they are, and refusals as JSON. */

const FILES = '/recordfile/{agentid}';
const INSPECTOR = 3;
/** High definition, standard definition, and what was shared, which nobody here does (table 13-44). */
const QUALITIES = ['0', '1'];

const text = z.string().min(1);
const locationId = intText(0, 65_535).optional();

function sent(world: World, file: RecordedFile, quality = ''): HttpAnswer {
	const content = world.agentRecordings.content(file, quality);
	const headers = { 'content-type': 'application/octet-stream;charset=utf-8' };
	return new HttpAnswer(200, `${content.bytes} bytes`, headers, content);
}

/** The node has to be named where there are several, and must be the right one. */
function isHere(world: World, node: number | undefined): boolean {
	if (!world.operator.isPool) return true;
	if (node === undefined) refuse(codes.nodeMissing, 'locationId: is needed.');
	return node === NODE;
}

const leadsAway = (path: string): boolean => path.split(/[\\/]/).includes('..');
const isOnDrive = (path: string): boolean => path.toUpperCase().startsWith(`${DRIVE}:`);

function videosMustBeOn({ operator }: World): void {
	if (!operator.givesVideos) refuse(codes.videosOff, 'Videos are not given out.');
}

export const downloadRoutes: Interface[] = [
	agentInterface({
		section: '13.1.2.1',
		method: 'GET',
		path: FILES,
		query: z.object({ recordId: text, filetype: z.enum(['1', '2']).default('1'), locationId }).strict(),
		handle(_agent, { world, query }) {
			const { recordId, filetype } = query;
			if (!world.operator.givesRecordings) refuse(codes.recordingsOff, 'Recordings are not given out.');
			const isThere = isHere(world, query.locationId);
			if (leadsAway(recordId)) refuse(codes.wrongName, 'The name is not allowed.');
			if (!isOnDrive(recordId)) refuse(codes.noDrive, 'The drive is not mapped.');
			const file = isThere ? world.agentRecordings.find(recordId) : undefined;
			if (!file || file.type !== filetype) return refuse(codes.noRecording, 'There is no such recording.');
			if (file.media === 'video') refuse(codes.wrongFormat, 'This is a video.');
			return sent(world, file);
		},
	}),
	agentInterface({
		section: '13.1.2.2',
		method: 'GET',
		path: `${FILES}/recordfiledownloadEx`,
		query: z.object({ callId: text, hwFileName: text.optional(), workNo: text.optional() }).strict(),
		handle({ account, workNo }, { world, query }) {
			const { callId, hwFileName } = query;
			videosMustBeOn(world);
			if (!world.operator.hasRecordingServer) refuse(codes.noRecordingServer, 'There is no recording server.');
			if (hwFileName === undefined) {
				const isInspector = account.ccRoleId === INSPECTOR;
				if (isInspector && query.workNo === undefined) refuse(codes.wrongParameter, 'workNo: is required');
				const whose = isInspector ? query.workNo : workNo;
				const found = world.agentRecordings.ofCall(callId, whose).filter(({ media }) => media === 'audio');
				const newest = found.pop() ?? refuse(codes.noRecordingOfCall, 'There is no recording of this call.');
				return sent(world, newest);
			}
			const file = world.agentRecordings.find(hwFileName);
			if (file?.media !== 'video') return refuse(codes.noRecordingOfCall, 'There is no such video.');
			if (file.callId !== callId) refuse(codes.pathOfOtherCall, 'The path is that of another call.');
			return sent(world, file);
		},
	}),
	agentInterface({
		section: '13.1.3.1',
		method: 'GET',
		path: `${FILES}/videofiledownload`,
		// "confereceld" in print, with the l for the I that the event of 6.5.1.4.1 misspells in another way.
		query: z.object({ conferenceId: text, recordId: text.optional(), fileType: text }).strict(),
		handle(_agent, { world, query }) {
			const { conferenceId, recordId, fileType } = query;
			videosMustBeOn(world);
			const videos = world.agentRecordings.ofConference(conferenceId);
			if (videos.length === 0) refuse(codes.noConference, 'There are no videos of this conference.');
			const video =
				recordId === undefined ? videos[0] : videos.find(({ conference }) => conference?.recordId === recordId);
			if (!video) return refuse(codes.noVideoOfId, 'There is no such video.');
			if (!QUALITIES.includes(fileType)) refuse(codes.noFileType, 'There is no file of this type.');
			return sent(world, video, fileType);
		},
	}),
	agentInterface({
		section: '13.1.3.2',
		method: 'GET',
		path: `${FILES}/videofiledownloadEx`,
		query: z.object({ recordId: text, locationId }).strict(),
		handle(_agent, { world, query }) {
			const { recordId } = query;
			videosMustBeOn(world);
			const isThere = isHere(world, query.locationId);
			if (leadsAway(recordId)) refuse(codes.wrongName, 'The name is not allowed.');
			if (!isOnDrive(recordId)) refuse(codes.noVideoDrive, 'The drive is not mapped.');
			if (vdnOf(recordId) !== String(world.tenant.vdnId))
				refuse(codes.videoOfOtherVdn, 'The video is of another VDN.');
			const file = isThere ? world.agentRecordings.find(recordId) : undefined;
			if (!file) return refuse(codes.noVideo, 'There is no such video.');
			if (file.media !== 'video') refuse(codes.noFileType, 'This is no video.');
			return sent(world, file);
		},
	}),
];
