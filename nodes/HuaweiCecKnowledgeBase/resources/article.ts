import { entries, nameOf, object, readAs, timeOf } from '../../../cec/catalogue/answer';
import { choice, dateTime, pick, text, yesNo } from '../../../cec/catalogue/field';
import { operation, resource } from '../../../cec/catalogue/operation';
import { byOffset } from '../../../cec/catalogue/paging';
import { knowledge } from '../../../cec/families/knowledge';
import { htmlToText } from '../../../cec/formats/html';
import { DATE_TIME } from '../../../cec/formats/times';
import { attachment } from './attachment';
import { inEachWay, KIND, misread } from './shared';

const ARTICLE_STATE = { 1: 'New', 2: 'In Review', 3: 'Published', 4: 'Updated', 5: 'Rejected' };
const SERVICE_STATE = { 1: 'Normal', 2: 'Hot', 3: 'New', 4: 'Updated', 5: 'Expired' };

const OPENED_BY_SEARCH = 2;
const OPENED_FROM_ANOTHER = 5;

/** Numbers in the tables, texts of two kinds in a sample. */
const time = (from: string) => timeOf(from, 'yyyyMMddHHmmss', DATE_TIME, 'epochMillis');

const textOnly = yesNo('Text Only', 'Whether to put out only what a language model needs: titles and text, and what tells articles apart').notSent();
const lean = (...own: string[]) => ({ when: 'textOnly', keys: ['coluKngId', ...own, 'text', 'summaryInfo', 'kind', 'serviceState', 'beyondColuPath', 'changedAt', 'validUntil'] });

const plain = (from: string) => readAs(from, (html) => (typeof html === 'string' ? htmlToText(html) : undefined));

export const article = resource('article', 'Article', knowledge, {
	get: operation('9.2.1', {
		name: 'Get',
		action: 'Get an article',
		description: 'Get an article with its content as HTML and as plain text, its attachments and related articles',
		...inEachWay('columnkngapi/queryKngDetail', {
			coluKngId: pick('articles', 'Article').searchOnly().required(),
			openType: choice(
				'Opened From',
				{ 1: 'Shortcut', 2: 'Search', 3: 'Column', 4: 'Favorites', 5: 'Related Article' },
				'What CEC counts the view as',
			)
				.asText()
				.startsAs(1)
				.required(),
			searchWord: text('Search Text', 'What was searched for').when({ openType: [OPENED_BY_SEARCH] }).required(),
			searchRank: text('Search Rank', 'Number of the article among the results').startsAs('1').when({ openType: [OPENED_BY_SEARCH] }).required(),
			searchSortType: choice('Sorted By', { bidRankId: 'Bid Rank', clickNum: 'Clicks', hit: 'Hit Rate', modifyTime: 'Last Change' })
				.startsAs('hit')
				.when({ openType: [OPENED_BY_SEARCH] })
				.required(),
			openKng: pick('articles', 'Related Article', 'The article from which this one was opened').searchOnly().when({ openType: [OPENED_FROM_ANOTHER] }).required(),
			textOnly,
		}),
		risk: 'read',
		attachments: {
			list: 'data.kngFiles',
			ask: () => attachment.operations.download,
			given: ({ kngId, adjKey }) => ({ kngId, fileKey: adjKey }),
			fileName: ({ adjName }) => String(adjName),
		},
		answer: object('data', {
			adds: {
				text: plain('kngContent'),
				kind: nameOf('coluKngType', KIND),
				state: nameOf('kngStatus', ARTICLE_STATE),
				serviceState: nameOf('serviceStatus', SERVICE_STATE),
				createdAt: time('creationTime'),
				changedAt: time('modifyTime'),
				validFrom: time('validStartTime'),
				validUntil: time('validEndTime'),
			},
			lean: lean('coluKngName', 'kngFiles', 'relaKngs'),
		}),
		errata: [misread],
	}),

	getMany: operation('9.2.3', {
		name: 'Get Many',
		action: 'Get many articles',
		description: 'Search the knowledge base for a text, and get the articles in which it is found with their content as plain text',
		...inEachWay('columnkngapi/advancedSearch', {
			keyword: text('Search Text', 'What to look for in titles, keywords and contents; use a few plain words').required(),
			code: pick('columnCodes', 'Column', 'Only below this column; its ID is the key "code" of the column'),
			coluKngType: choice('Kind', KIND).asText(),
			startTime: dateTime('From', 'Changed at or after this time').as('epochMillis'),
			endTime: dateTime('To', 'Changed at or before this time').as('epochMillis'),
			textOnly,
		}),
		risk: 'read',
		page: byOffset({ max: 100, total: 'data.total' }),
		answer: entries('data.results', {
			adds: {
				title: plain('coluKngName'),
				text: plain('contentInfo'),
				kind: nameOf('coluKngType', KIND),
				serviceState: nameOf('serviceStatus', SERVICE_STATE),
				createdAt: time('createTime'),
				changedAt: time('modifyTime'),
				validFrom: time('validStartTime'),
				validUntil: time('validEndTime'),
			},
			lean: lean('title'),
		}),
		errata: [
			misread,
			{ printed: 'times as numbers in the table, as texts of two kinds in the sample', sent: 'all three are read', why: 'They contradict each other.' },
		],
	}),
});
