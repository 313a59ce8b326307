import { z, type ZodIssue, type ZodTypeAny } from 'zod';
import { Refusal } from '../interface';
import { type Answered, isJson, type OwnRoute, type Received } from '../own-route';
import type { Content } from '../recordings/content';
import { withoutNulls } from '../schema/validate';
import type { World } from '../world';
import { turnAway } from './admission';
import { codes, refuse } from './codes';

/** What the interfaces of 13.2.1 share: a signature, a body in two parts, and an envelope or a file. */

export const CCFS = '/CCFS/resource/ccfs';
const VERSION = '2.0';

export interface Asked {
	query: Record<string, string>;
	body: any;
}

export class FileAnswer {
	constructor(readonly content: Content) {}
}

export interface CcfsInterface {
	section: string;
	path: string;
	query?: ZodTypeAny;
	/** Of msgBody, or of the body where there is none (13.2.1.1). */
	fields: ZodTypeAny;
	isFlat?: true;
	/** Gives resultData, or a file. */
	handle(world: World, asked: Asked): unknown;
}

export const text = (most: number) => z.string().min(1).max(most);
/** The samples have what is not given as empty texts. */
export const optionalText = (most: number) => z.string().max(most).optional();
export const wholeNumber = z.string().regex(/^\d+$/);

export function ccfsRoutes(interfaces: CcfsInterface[]): OwnRoute[] {
	return interfaces.map((one) => ({
		section: one.section,
		method: 'POST' as const,
		path: `${CCFS}/${one.path}`,
		serve: async (world: World, request: Received) =>
			turnAway(world, request) ?? (await answered(world, one, request)),
	}));
}

async function answered(world: World, one: CcfsInterface, request: Received): Promise<Answered> {
	try {
		const given = await one.handle(world, { query: readQuery(one, request), body: readBody(one, request) });
		if (given instanceof FileAnswer) return sent(given.content);
		return { status: 200, body: { resultData: given, resultCode: codes.ok, resultDesc: 'success' } };
	} catch (error) {
		if (!(error instanceof Refusal)) throw error;
		return { status: 200, body: refusal(error, '') };
	}
}

export const refusal = ({ code, message }: Refusal, resultData: unknown): object => ({
	resultData,
	resultCode: code,
	resultDesc: message,
});

export const sent = (content: Content): Answered => ({
	status: 200,
	body: `${content.bytes} bytes`,
	content,
	headers: { 'content-type': 'Application/Octet-stream;charset=UTF-8' },
});

function readQuery(one: CcfsInterface, { query }: Received): Record<string, string> {
	return checked(one.query ?? z.object({}).strict(), query) as Record<string, string>;
}

function readBody(one: CcfsInterface, request: Received): unknown {
	if (!isJson(request)) refuse(codes.parameter, 'Parameter Content-Type is error.');
	if (request.json === undefined) refuse(codes.noBody, 'The params of requestBody is null.');
	if (one.isFlat) return checked(one.fields, request.json);
	const whole = z.object({ request: z.object({ version: z.string() }).strict(), msgBody: one.fields }).strict();
	const { request: head, msgBody } = checked(whole, request.json) as {
		request: { version: string };
		msgBody: unknown;
	};
	if (head.version !== VERSION)
		refuse(codes.version, `The value of version is error, current version is ${VERSION}.`);
	return msgBody;
}

function checked(schema: ZodTypeAny, value: unknown): unknown {
	const parsed = schema.safeParse(withoutNulls(value));
	if (parsed.success) return parsed.data as unknown;
	const [issue] = parsed.error.issues;
	const name = issue.path.at(-1) ?? 'requestBody';
	const [code, words] = problemOf(issue);
	return refuse(code, words.replace('{}', String(name)));
}

function problemOf(issue: ZodIssue): [code: string, words: string] {
	switch (issue.code) {
		case 'invalid_type':
			if (issue.received === 'undefined') return [codes.missing, 'The value of {} cannot be null.'];
			return [codes.format, 'The format of {} is incorrect.'];
		case 'too_small':
			return [codes.empty, 'The value of {} cannot be an empty string.'];
		case 'too_big':
			return [codes.tooLong, 'The length of {} is too long.'];
		case 'unrecognized_keys':
			return [codes.parameter, `Parameter ${issue.keys.join()} is error.`];
		default:
			return [codes.format, 'The format of {} is incorrect.'];
	}
}
