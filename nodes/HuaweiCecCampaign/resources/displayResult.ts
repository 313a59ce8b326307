import { done, entries, object, readAs } from '../../../cec/catalogue/answer';
import { pick, picks, text } from '../../../cec/catalogue/field';
import { operation, resource } from '../../../cec/catalogue/operation';
import { byPage } from '../../../cec/catalogue/paging';
import { isales } from '../../../cec/families/isales';
import { failReason } from '../failCodes';
import { V1, vdn } from './shared';

const ofDisplayResult = pick('displayResultIds', 'Display Result').required();
const shownAs = text('Display Result', 'Text that is shown for the codes below').required();
const failCodes = picks('resultCodes', 'Result Code Names or IDs', 'Codes of failed calls that are shown as this').required();

export const displayResult = resource('displayResult', 'Display Result', isales, {
	getManyCodes: operation('7.9.1', {
		name: 'Get Many Result Codes',
		action: 'Get many result codes of calls',
		description: 'Get the codes with which calls can end',
		request: `GET ${V1}/queryOBSResultCode`,
		risk: 'read',
		path: vdn,
		page: byPage({ in: 'query', first: 1, max: 50, total: 'totalCount' }),
		answer: entries('obsCodes', { adds: { reason: readAs('obsCode', failReason) } }),
	}),

	create: operation('7.9.2', {
		name: 'Create',
		action: 'Create a display result',
		description: 'Show several result codes of calls as one result',
		request: `POST ${V1}/createObResult`,
		risk: 'write',
		findOut: 'Look with "Get Many" whether it exists.',
		path: vdn,
		body: { displayResult: shownAs, obsCodes: failCodes, resultCode: text('Code', 'Own code of the display result').max(7) },
		answer: object(),
	}),

	update: operation('7.9.3', {
		name: 'Update',
		action: 'Update a display result',
		request: `POST ${V1}/updateObResult`,
		risk: 'write',
		path: vdn,
		body: { defId: ofDisplayResult, displayResult: shownAs, obsCodes: failCodes },
		answer: done(),
	}),

	delete: operation('7.9.4', {
		name: 'Delete',
		action: 'Delete a display result',
		request: `DELETE ${V1}/{defId}/deleteObsResult`,
		risk: 'destructive',
		path: { ...vdn, defId: ofDisplayResult },
		answer: done('deleted'),
	}),

	getMany: operation('7.9.5', {
		name: 'Get Many',
		action: 'Get many display results',
		request: `GET ${V1}/queryOBSResults`,
		risk: 'read',
		path: vdn,
		page: byPage({ in: 'query', first: 1, max: 50, total: 'totalCount' }),
		answer: entries('data'),
	}),

	get: operation('7.9.6', {
		name: 'Get',
		action: 'Get a display result',
		description: 'Get a display result with its result codes',
		request: `GET ${V1}/{defId}/queryObsResultDetail`,
		risk: 'read',
		path: { ...vdn, defId: ofDisplayResult },
		answer: object('obResult'),
		errata: [
			{ printed: 'defId as int', sent: 'a text in the path', why: 'Everywhere else it is a String.' },
		],
	}),
});
