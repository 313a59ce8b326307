import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import { expectedAuthorization } from '../auth/signature';
import { contentOf } from '../recordings/content';
import { parseLocal } from '../time';
import type { World } from '../world';
import { zip } from '../zip';
import { codes, refuse } from './codes';
import { callRows, csv, operationRows, recordRows, type Wanted } from './rows';
import { type Asked, type CcfsInterface, FileAnswer, optionalText, text } from './serve';

/** 13.2.1.2, .3, .6 and .7: files that are made behind the scenes, and then told of. */

const MOST_MS = 3 * 24 * 3600 * 1000;
/** How long making one takes. The reference does not say. */
const MAKING_MS = 5000;

/** What a file of a kind is called in the callback, and what is in it. */
interface Kind {
	name: 'bill' | 'agentOprInfo';
	key: 'billFileName' | 'agentOprInfoFileName';
	parts(world: World, wanted: Wanted, dataType?: string): Array<[part: string, rows: unknown[][]]>;
}

const bills: Kind = {
	name: 'bill',
	key: 'billFileName',
	parts: (world, wanted, dataType = '') => {
		const parts = { call: callRows, record: recordRows };
		return Object.entries(parts)
			.filter(([part]) => dataType.split('_').includes(part))
			.map(([part, rows]) => [part, rows(world, wanted)]);
	},
};

const operations: Kind = {
	name: 'agentOprInfo',
	key: 'agentOprInfoFileName',
	parts: (world, wanted) => [['agentOprInfo', operationRows(world, wanted)]],
};

const span = { beginTime: text(19), endTime: text(19), accountId: optionalText(20), agentId: optionalText(20) };
const callBackURL = z.string().url();
const fileName = text(49);

function generate(world: World, kind: Kind, { body }: Asked): object {
	const wanted = { ...body, ...spanOf(world, body) } as Wanted;
	const now = world.clock.now();
	// Never the same one again, whatever the seed: whoever is told of a file knows by its name whether it is new.
	const responseId = randomBytes(16).toString('hex');
	const name = `${world.local(now).slice(0, 10).replaceAll('-', '')}_${responseId}.zip`;
	world.clock.after(MAKING_MS, async () => {
		const entries = kind
			.parts(world, wanted, body.dataType)
			.map(([part, rows]) => ({
				name: `${stamp(world)}${world.random.digits(3)}_${part}_1.csv`,
				bytes: csv(rows),
			}));
		world.fileServer.indexes.set(`${kind.name} ${name}`, zip(entries));
		await tell(world, body.callBackURL, {
			request: { version: '2.0' },
			msgBody: { responseId, [kind.key]: name, ...(body.accountId && { accountId: body.accountId }) },
		});
	});
	return { responseId };
}

/** The callback is signed with the keys of whoever asked, over what the samples name. */
async function tell(world: World, url: string, body: object): Promise<void> {
	const { accessKey, secretKey } = world.tenant;
	const { host, pathname, search } = new URL(url);
	await world.callbacks.indexReady(url, body, (raw) => {
		const headers = {
			host,
			'content-type': 'application/json;charset=UTF-8',
			'content-length': String(raw.length),
		};
		const signed = { method: 'POST', target: `${pathname}${search}`, headers, body: raw };
		const timestamp = `${new Date().toISOString().slice(0, 19)}Z`;
		return {
			...headers,
			authorization: expectedAuthorization(signed, accessKey, secretKey, timestamp, Object.keys(headers)),
		};
	});
}

function download(world: World, { name }: Kind, given: string): FileAnswer {
	if (!/^[a-zA-Z0-9.\-_]+$/.test(given))
		refuse(codes.characters, 'The parameter fileName value contains illegal characters.');
	const bytes = world.fileServer.indexes.get(`${name} ${given}`) ?? refuse(codes.noFile, 'The file does not exist.');
	return new FileAnswer(contentOf(bytes));
}

/** Times are those of the tenant, unless told otherwise. */
export function spanOf(
	world: World,
	{ beginTime, endTime }: { beginTime: string; endTime: string },
	zone = world.zone,
): { begin: number; end: number } {
	const [begin, end] = Object.entries({ beginTime, endTime }).map(([name, time]) => {
		const read = parseLocal(time, zone) ?? refuse(codes.format, `The format of ${name} is incorrect.`);
		return read > world.clock.now()
			? refuse(codes.future, `The value of ${name} is greater than current time.`)
			: read;
	});
	if (begin > end) refuse(codes.order, 'The beginTime cannot be later than the endTime.');
	if (end - begin > MOST_MS) refuse(codes.span, 'The maximum duration between the beginTime and endTime is 3 days.');
	return { begin, end };
}

const stamp = (world: World): string => `${world.local(world.clock.now()).replace(/\D/g, '')}000`;

export const indexRoutes: CcfsInterface[] = [
	{
		section: '13.2.1.2',
		path: 'queryBillData',
		fields: z
			.object({
				...span,
				callId: optionalText(25),
				callerNo: optionalText(25),
				calleeNo: optionalText(25),
				calleeNo2: optionalText(25),
				dataType: z.enum(['call', 'record', 'call_record']),
				callBackURL,
			})
			.strict(),
		handle: (world, asked) => generate(world, bills, asked),
	},
	{
		section: '13.2.1.3',
		path: 'downloadBillFile',
		fields: z.object({ billFileName: fileName }).strict(),
		handle: (world, { body }) => download(world, bills, body.billFileName),
	},
	{
		section: '13.2.1.6',
		path: 'queryAgentOprInfoData',
		fields: z.object({ ...span, callBackURL }).strict(),
		handle: (world, asked) => generate(world, operations, asked),
	},
	{
		section: '13.2.1.7',
		path: 'downloadAgentOprInfoFile',
		fields: z.object({ agentOprInfoFileName: fileName }).strict(),
		handle: (world, { body }) => download(world, operations, body.agentOprInfoFileName),
	},
];
