/** Fields and lists that the resources of signed-in agents share. */
import { readAs, type DerivedFields } from '../../../cec/catalogue/answer';
import { fromCredential, pick, type Field, type Fields } from '../../../cec/catalogue/field';
import { isRecord } from '../../../cec/formats/paths';

/** The gateway takes five queries in two seconds from one agent (6.1.3 and 6.5.6); they do not travel equally fast. */
export const QUERY_GAP_MS = 425;

/** The agent of the session, as every address of the gateway names it. */
export const self: Fields = { agentid: fromCredential('agentId', 'string') };

const digits = (field: Field): Field => field.only(/^\d+$/, 'digits');

/** Another agent. Work numbers have got longer than those that the reference allows. */
export const otherAgent = (hint = 'An agent of the same VDN') => digits(pick('agents', 'Agent', hint));

export const skillQueue = (hint?: string) => digits(pick('skillQueues', 'Skill Queue', hint));

/** Table 6-452; the platform (6-453) and the synchronisation (6-454) number states otherwise. */
export const AGENT_STATE = {
	0: 'Unknown',
	1: 'Signed In',
	2: 'Signed Out',
	3: 'Busy',
	4: 'Idle',
	5: 'Wrap-Up',
	6: 'Idle',
	7: 'Talking',
	8: 'Rest',
	9: 'Rest Requested',
};

export const CTI_STATE = {
	0: 'Signed Out',
	1: 'Idle',
	2: 'Preoccupied',
	3: 'Occupied',
	4: 'Answering',
	5: 'Talking',
	6: 'Wrap-Up',
	7: 'Busy',
	8: 'Rest',
	9: 'Study',
};

/** Media types of skill queues. */
export const MEDIA_TYPE = {
	1: 'Text Chat',
	2: 'Click to Call',
	4: 'Callback Request',
	5: 'Audio and Video Call',
	15: 'Predictive Outbound',
	16: 'Preview Outbound',
	17: 'Message',
	19: 'Video Call',
	51: 'Multimedia Web Chat',
	53: 'Social Chat',
};

/** `mediatype` has a letter for each server, such as `TTF`: those for calls, chats and mails. */
const isSignedInAt = (place: number) => (servers: unknown) =>
	typeof servers === 'string' && servers.length > place ? servers[place] === 'T' : undefined;

export const isSignedInForCalls = isSignedInAt(0);
export const isSignedInForChats = isSignedInAt(1);

export const signedInServers: DerivedFields = {
	signedInForCalls: readAs('mediatype', isSignedInForCalls),
	signedInForChats: readAs('mediatype', isSignedInForChats),
};

/** The name of a coded value inside a list, where `nameOf` does not reach. */
export function wordFor(value: unknown, words: Record<string, string>): string | undefined {
	return words[String(value)];
}

/** The objects of a list inside an answer; none where it is something else. */
export function rowsOf(value: unknown): Array<Record<string, unknown>> {
	return Array.isArray(value) ? value.filter(isRecord) : [];
}
