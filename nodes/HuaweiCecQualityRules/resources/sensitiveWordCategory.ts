import { done, entries, object } from '../../../cec/catalogue/answer';
import { pick, text } from '../../../cec/catalogue/field';
import { operation, resource } from '../../../cec/catalogue/operation';
import { sqm } from '../../../cec/families/sqm';
import { byUser, SQM } from './shared';

const WORDS = `${SQM}/sensitiveWordManage`;

const name = text('Name').required();
export const sensitiveWordCategory = pick('sensitiveWordCategories', 'Sensitive Word Category').named('sensitiveWordCategoryId');

export const sensitiveWordCategories = resource('sensitiveWordCategory', 'Sensitive Word Category', sqm, {
	create: operation('12.2.3.7', {
		name: 'Create',
		action: 'Create a sensitive word category',
		request: `POST ${WORDS}/createSensitiveCategory`,
		risk: 'write',
		findOut: 'Look with "Get Many" whether the category exists.',
		headers: byUser,
		body: { name },
		answer: object(),
	}),

	delete: operation('12.2.3.3', {
		name: 'Delete',
		action: 'Delete a sensitive word category',
		description: 'Delete a category; move its words to another one before, since CEC may delete them as well',
		request: `POST ${WORDS}/deleteSensitiveCategory`,
		risk: 'destructive',
		headers: byUser,
		body: { category_id: sensitiveWordCategory.required() },
		answer: done('deleted'),
	}),

	getMany: operation('12.2.3.5', {
		name: 'Get Many',
		action: 'Get many sensitive word categories',
		request: `POST ${WORDS}/querySensitiveCategoryList`,
		risk: 'read',
		headers: byUser,
		body: {},
		answer: entries('data'),
		errata: [
			{ printed: 'category_id and name as keys of the answer in the table, in a list under data in the sample', sent: 'the list under data is read', why: 'There may be more than one category.' },
		],
	}),

	update: operation('12.2.3.10', {
		name: 'Update',
		action: 'Update a sensitive word category',
		description: 'Rename a category',
		request: `POST ${WORDS}/updateSensitiveCategory`,
		risk: 'write',
		headers: byUser,
		body: { category_id: sensitiveWordCategory.required(), name },
		answer: done(),
	}),
});
