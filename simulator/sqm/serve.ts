import { type Call, envelopes, HttpAnswer, type Interface } from '../interface';
import { int, oneOf } from '../schema/fields';
import { type Operator, operators } from './seed';

/** Where CCSQM is reached (12.2.1 to 12.2.16). Some URLs print "ccism", and one "appraisescor": letters were lost. */
export const CCSQM = '/apiaccess/CCSQM/rest/ccisqm/v1';

export interface QualityCall extends Call {
	/** Whose x-UserId it is; undefined where there is none and need be none. */
	operator?: Operator;
}

/** Interfaces of 12.2 are POSTs with the token of 4.2, an x-app-key, and an x-UserId. */
export interface QualityInterface extends Pick<Interface, 'section' | 'path' | 'body' | 'bodyOptional' | 'exact'> {
	/** The resultCode of success, a text in most sections; some answers have none. */
	code?: string | number;
	/** The table says that x-UserId may be left out. */
	userOptional?: boolean;
	/** What the answer holds besides resultCode and resultDesc. */
	handle(call: QualityCall): unknown;
}

const DONE = '操作成功';
const texts: Record<number, string> = {
	400: '错误的请求：请检查请求路径及参数。',
	409: '规则名称重复',
	500: '业务失败：请依次确认您请求中各参数的取值。',
};

/** A status of the tables, with the text that belongs to it. */
class Wrong extends Error {
	constructor(
		readonly status: number,
		message: string,
	) {
		super(message);
	}
}

const refuse =
	(status: number) =>
	(message: string): never => {
		throw new Wrong(status, message);
	};

/** No section lists codes: what is malformed is HTTP 400, what the business refuses 500, by their texts. */
export const malformed = refuse(400);
export const wrong = refuse(500);
/** A name that is there already, where a section lists that status. */
export const taken = refuse(409);

export function quality(one: QualityInterface): Interface {
	const { section, path, body, bodyOptional, exact } = one;
	return {
		section,
		path,
		body,
		bodyOptional,
		exact,
		method: 'POST',
		envelope: envelopes.resultDesc,
		handle: async (call) => await answer(one, call),
	};
}

async function answer(one: QualityInterface, call: Call): Promise<unknown> {
	try {
		const content = await one.handle({ ...call, operator: admit(one, call) });
		return one.code === undefined ? content : { ...(content as object), resultCode: one.code, resultDesc: DONE };
	} catch (error) {
		if (!(error instanceof Wrong)) throw error;
		return new HttpAnswer(error.status, `${texts[error.status]} (${error.message})`);
	}
}

function admit({ userOptional }: QualityInterface, { headers }: Call): Operator | undefined {
	if (headers['x-app-key'] === undefined) malformed('x-app-key is missing');
	const userId = headers['x-userid'];
	if (typeof userId !== 'string' || userId === '') {
		return userOptional ? undefined : malformed('x-UserId is missing');
	}
	return operators.find((operator) => operator.userId === userId) ?? wrong(`The user ${userId} does not exist.`);
}

/** The parameters of a page, of which most sections allow few sizes. */
export const paging = { page: int(1), limit: oneOf(5, 10, 20, 50, 100) };
export const anyPaging = { page: int(1), limit: int(1) };

/** The rows of one page, counted from 1. */
export const pageOf = <T>(rows: T[], { page, limit }: { page: number; limit: number }): T[] =>
	rows.slice((page - 1) * limit, page * limit);

/** One of these by its id, or a refusal that names it. */
export const find = <T>(things: ReadonlyMap<string, T>, id: string, noun: string): T =>
	things.get(id) ?? wrong(`The ${noun} ${id} does not exist.`);
