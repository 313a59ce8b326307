import { DateTime } from 'luxon';
import type { World } from '../world';
import { type Attachment, COLUMN, type Entry, ROOT } from './state';

/** Entries as the samples of 9.2 print them. Times have three shapes: numbers of milliseconds and two texts. */

const KB = 1024;
/** Who wrote everything. */
const AUTHOR = { id: '1659333863849146111', name: 'editor.one' };

const pathOf = (entry: Entry | undefined): string => (entry ? `${pathOf(entry.parent)}/${entry.name}` : '');

const placed = (entry: Entry): object => ({
	coluKngId: entry.id,
	coluKngName: entry.name,
	coluKngType: entry.type,
	code: entry.code,
	superCode: entry.parent?.code ?? '-1',
	beyondColuId: entry.parent?.id ?? ROOT,
	beyondColuPath: pathOf(entry.parent) || '/',
});

/** The table has most of them as numbers, the codes included, the sample as here. */
export const columnView = (entry: Entry): object => ({ ...placed(entry), coluType: 1, id: entry.rowId });

const short = (entry: Entry): object => ({
	coluKngId: entry.id,
	coluKngName: entry.name,
	coluKngType: entry.type,
});

const fileView = (world: World, entry: Entry, file: Attachment, at: number): object => ({
	adjKey: file.key,
	creationTime: file.createdAt,
	orderId: at + 1,
	versionNum: 1,
	adjId: file.id,
	kngId: entry.id,
	creatorId: AUTHOR.id,
	adjName: file.name,
	adjClass: file.isInner ? 1 : 2,
	adjSize: file.bytes.length,
	partdbId: 0,
	tenantId: world.tenant.tenantId,
	adjType: file.type,
});

/** 9.2.1, with the keys of table and sample. */
export function detailView(world: World, entry: Entry): object {
	const { knowledge } = world;
	const beside = knowledge.childrenOf(entry.parent?.id ?? ROOT).filter(({ type }) => type !== COLUMN);
	const at = beside.indexOf(entry);
	const [before, after] = at < 0 ? [] : [beside[at - 1], beside[at + 1]];
	const related = entry.related.flatMap((name) => knowledge.named(name) ?? []);
	return {
		...placed(entry),
		coluType: 1,
		orderId: entry.orderId,
		creatorId: AUTHOR.id,
		creatorName: AUTHOR.name,
		modifierId: AUTHOR.id,
		creationTime: entry.createdAt,
		modifyTime: entry.changedAt,
		validStartTime: entry.createdAt,
		validEndTime: entry.validUntil,
		servicesStartTime: entry.createdAt,
		servicesEndTime: entry.validUntil,
		summaryInfo: entry.summary,
		keyword: entry.keyword,
		serviceStatus: entry.serviceStatus,
		kngStatus: 3,
		kngSize: Math.ceil(Buffer.byteLength(entry.html) / KB),
		kngContent: entry.html,
		clickNum: entry.clicks,
		releaseTimes: 1,
		relVersionNum: 1,
		curVersionNum: 1,
		displayFlag: 1,
		partdbId: 0,
		tenantId: world.tenant.tenantId,
		...(before ? { pre: short(before) } : {}),
		...(after ? { next: short(after) } : {}),
		kngFiles: entry.files.map((file, order) => fileView(world, entry, file, order)),
		relaKngs: related.map((one) => ({ ...short(one), serviceStatus: one.serviceStatus })),
	};
}

/** 9.2.3. What matches in a title is marked with an end tag that is none, as in the sample. */
export function foundView(world: World, entry: Entry, keyword: string): object {
	const marked = entry.name.replaceAll(
		new RegExp(keyword.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'), 'gi'),
		(found) => `<font color = red>${found}</font color = red>`,
	);
	return {
		...placed(entry),
		coluKngName: marked,
		adjs: null,
		orderId: entry.orderId,
		creatorId: AUTHOR.id,
		modifierId: AUTHOR.id,
		creatorName: AUTHOR.name,
		contentInfo: plain(entry.html),
		modifyTime: DateTime.fromMillis(entry.changedAt, { zone: world.zone }).toFormat('yyyyMMddHHmmss'),
		createTime: world.local(entry.createdAt),
		validStartTime: world.local(entry.createdAt),
		validEndTime: world.local(entry.validUntil),
		summaryInfo: entry.summary,
		keyword: entry.keyword,
		serviceStatus: entry.serviceStatus,
		clickNum: entry.clicks,
		curVersionNum: 1,
		kngPath: null,
		kngAdj: null,
		tenantId: world.tenant.tenantId,
	};
}

const entities: Record<string, string> = { nbsp: ' ', amp: '&', lt: '<', gt: '>' };

/** What a reader sees of the HTML. */
export const plain = (html: string): string =>
	html
		.replace(/<[^>]*>/g, ' ')
		.replace(/&(nbsp|amp|lt|gt);/g, (_, name: string) => entities[name])
		.replace(/\s+/g, ' ')
		.trim();
