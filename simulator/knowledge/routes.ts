import { Readable } from 'node:stream';
import { z } from 'zod';
import type { Answered, OwnRoute, Received } from '../own-route';
import { isJson } from '../own-route';
import { isGoodLink, signedLink } from '../recordings/links';
import { int, oneOfText, optionalText, text } from '../schema/fields';
import { check } from '../schema/validate';
import type { World } from '../world';
import { type KnowledgeInterface, knowledgeRoutes, refuse } from './serve';
import type { Entry } from './state';
import { columnView, detailView, foundView, plain } from './views';

const MOST_ON_A_PAGE = 100;
const SEARCH = '2';
const RELATED = '5';

const siaRequest = z.object({ jwt: text(), domain: text() }).strict();

function siaToken(world: World, request: Received): Answered {
	const checked = check(siaRequest, request.json);
	if (!isJson(request) || 'problem' in checked) return { status: 400, body: 'Bad Request' };
	const { jwt, domain } = checked.value;
	if (!world.siaTokens.knows(jwt, domain)) return { status: 401, body: 'Unauthorized (jwt or domain is wrong)' };
	return { status: 200, body: world.siaTokens.issue() };
}

const interfaces: KnowledgeInterface[] = [
	{
		section: '9.2.1',
		path: 'columnkngapi/queryKngDetail',
		fields: z.object({
			coluKngId: text(),
			openType: oneOfText('1', '2', '3', '4', '5'),
			openKng: optionalText(),
			// Required for searches, and 1 unless it is given.
			searchRank: optionalText(10, /^[1-9]\d*$/),
			searchSortType: oneOfText('hit', 'modifyTime', 'clickNum', 'bidRankId').optional(),
			searchWord: optionalText(),
		}),
		rule: (schema) =>
			schema.superRefine((given, context) => {
				const needed: Record<string, string[]> = {
					[SEARCH]: ['searchSortType', 'searchWord'],
					[RELATED]: ['openKng'],
				};
				const missing = needed[given.openType]?.find((name) => !given[name]);
				if (missing) context.addIssue({ code: 'custom', path: [missing], message: 'is required' });
			}),
		handle(world, body) {
			const { entries } = world.knowledge;
			const entry = entries.get(body.coluKngId) ?? refuse('The knowledge does not exist.');
			if (body.openKng && !entries.has(body.openKng)) refuse('The related knowledge does not exist.');
			entry.clicks++;
			return { data: detailView(world, entry) };
		},
	},
	{
		section: '9.2.2',
		path: 'columnkngapi/queryColumnsBySuperCode',
		// As the sample has it; "beyondCoulid" in the table is a misprint.
		fields: z.object({ beyondColuId: text() }),
		handle(world, body) {
			const columns = world.knowledge.childrenOf(body.beyondColuId).filter(({ type }) => type === 1);
			return { datas: columns.map(columnView) };
		},
	},
	{
		section: '9.2.3',
		path: 'columnkngapi/advancedSearch',
		fields: z.object({
			keyword: text(),
			offset: int(0),
			limit: int(1),
			code: optionalText(),
			coluKngType: oneOfText('1', '2', '3').optional(),
			startTime: int(0).optional(),
			endTime: int(0).optional(),
		}),
		handle(world, { keyword, offset, limit, code, coluKngType, startTime, endTime }, way) {
			const found = [...world.knowledge.entries.values()].filter(
				(entry) =>
					matches(entry, keyword) &&
					// Codes of columns begin those of everything below them.
					(!code || entry.code.startsWith(code)) &&
					(!coluKngType || String(entry.type) === coluKngType) &&
					// Which time is meant is not said: the last change.
					entry.changedAt >= (startTime ?? 0) &&
					entry.changedAt <= (endTime ?? Infinity),
			);
			// The later edition gives a hundred at most, the reference names no limit.
			const most = way === 'token' ? Math.min(limit, MOST_ON_A_PAGE) : limit;
			const results = found.slice(offset, offset + most).map((entry) => foundView(world, entry, keyword));
			return { data: { total: found.length, results } };
		},
	},
	{
		section: '9.2.4',
		path: 'knowledge/download',
		fields: z.object({ kngId: text(), fileKey: text() }),
		handle(world, { kngId, fileKey }) {
			const entry = world.knowledge.entries.get(kngId) ?? refuse('The knowledge does not exist.');
			// The text sends to a column that 9.2.1 shows as adjKey; the sample looks like an adjId.
			const file = entry.files.find(({ id, key }) => key === fileKey || id === fileKey);
			if (!file) return refuse('The file does not exist.');
			const url = signedLink(world, `/${file.key}`, 'AccessKeyId');
			return world.knowledge.shape === 'sample' ? { url } : { data: { url } };
		},
	},
];

function matches(entry: Entry, keyword: string): boolean {
	const wanted = keyword.toLowerCase();
	return [entry.name, plain(entry.html), entry.keyword].some((given) => given.toLowerCase().includes(wanted));
}

/** An attachment behind its link, as object stores give them out. */
function attachment(world: World, { target, query, params }: Received): Answered {
	const [path] = target.split('?');
	if (!isGoodLink(world, path, query)) return { status: 403, body: 'AccessDenied' };
	const file = params.tenant === world.tenant.tenantId ? world.knowledge.file(params.name) : undefined;
	if (!file) return { status: 404, body: 'NoSuchKey' };
	const { bytes } = file;
	return {
		status: 200,
		body: `${bytes.length} bytes`,
		content: { bytes: bytes.length, stream: () => Readable.from([bytes], { objectMode: false }) },
		headers: { 'content-type': 'application/octet-stream' },
	};
}

export const knowledge: OwnRoute[] = [
	{ section: '9.1.1', method: 'POST', path: '/rest/sia/v1/tokens/jwt/sia', serve: siaToken },
	...knowledgeRoutes(interfaces),
	{ section: null, method: 'GET', path: '/ccikbs/file/{tenant}/{name}', serve: attachment },
];
