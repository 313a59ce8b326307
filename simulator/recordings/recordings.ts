import { HttpAnswer } from '../interface';
import type { World } from '../world';
import { melody } from './audio';
import type { Content } from './content';
import { isGoodLink } from './links';

/** Where recordings of campaigns (7.5.2) and of calls (6.2.5) lie. */
export const CAMPAIGN_RECORDINGS = '/isales/record';
export const CALL_RECORDINGS = '/obs';

/** The recording behind a signed link, as object stores answer. */
export function recording(world: World, path: string, query: Record<string, string>): HttpAnswer | Content {
	if (!isGoodLink(world, path, query)) return new HttpAnswer(403, 'AccessDenied');
	return find(world, path) ?? new HttpAnswer(404, 'NoSuchKey');
}

function find(world: World, path: string): Content | undefined {
	const name = path.slice(path.lastIndexOf('/') + 1);
	if (path.startsWith(CAMPAIGN_RECORDINGS)) {
		const result = world.campaigns.calls.get(name);
		return result && talk(name, result.answerTime ?? undefined, result.endTime);
	}
	const call = world.calls.all.get(name);
	if (call?.recordingBytes !== undefined) return melody(name, { bytes: call.recordingBytes });
	return call && talk(name, call.talkingTime, call.releaseTime);
}

function talk(name: string, from: number | undefined, to: number | undefined): Content | undefined {
	if (from === undefined || to === undefined) return undefined;
	return melody(name, { seconds: (to - from) / 1000 });
}
