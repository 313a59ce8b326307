import { done, entries, nameOf } from '../../../cec/catalogue/answer';
import { pick, rows, text } from '../../../cec/catalogue/field';
import { operation, resource } from '../../../cec/catalogue/operation';
import { byPage } from '../../../cec/catalogue/paging';
import { isales } from '../../../cec/families/isales';
import { NO_SPECIAL, NO_SPECIAL_MEANS, V1, vdn } from './shared';

const name = text('Name').max(50).only(NO_SPECIAL, NO_SPECIAL_MEANS).required();
const code = text('Code').max(50).only(/^[A-Za-z0-9-]*$/, 'letters, digits and -');
const description = text('Description').max(200).only(NO_SPECIAL, NO_SPECIAL_MEANS);

export const businessResult = resource('businessResult', 'Business Result', isales, {
	create: operation('7.1.12', {
		name: 'Create',
		action: 'Create a business result',
		description: 'Define an outcome that can be written back to calls, with its sub-results. It cannot be changed later.',
		request: `POST ${V1}/addBusinessResult`,
		risk: 'write',
		findOut: 'Look with "Get Many" whether it exists.',
		path: vdn,
		body: { name, code, description, children: rows('Sub-Results', 'Sub-Result', { name, code, description }) },
		answer: done(),
	}),

	getMany: operation('7.1.13', {
		name: 'Get Many',
		action: 'Get many business results',
		request: `GET ${V1}/queryBusinessResults`,
		risk: 'read',
		path: vdn,
		page: byPage({ in: 'query', first: 1, max: 50 }),
		answer: entries('data', { adds: { level: nameOf('defLevel', { 1: 'Result', 2: 'Sub-Result' }) } }),
		codes: {
			'0200005': { means: 'CEC does not accept a value', remedy: 'Its own text below names it.' },
			'0200007': { means: 'CEC does not accept a value', remedy: 'Its own text below names it.' },
		},
	}),

	writeBack: operation('7.7.1', {
		name: 'Write Back',
		action: 'Write a business result back to a call',
		description: 'Record what came of a call. Where the retry policy has a rule for the result, the customer is called again.',
		request: `POST ${V1}/callBusiResult/{dataId}`,
		risk: 'dial',
		findOut: 'Look at the number in CEC before you run it again: its rule may already have started a call.',
		path: { ...vdn, dataId: text('Data ID', 'ID of the outbound data, from the call data of the call (iSales.ServiceID)').required() },
		body: {
			busiResult: pick('businessResults', 'Business Result').max(50).required(),
			subStatus: text('Sub-Result Code').max(50),
			busiResultDesc: text('Remark'),
			workNo: text('Agent ID', 'Agent who made the call; further calls to the customer go to the same agent'),
		},
		answer: done(),
		codes: {
			'0200033': { means: 'The outbound data does not exist', remedy: 'Check "Data ID".' },
			'0200034': { means: 'The sub-result does not belong to the business result', remedy: 'Check "Sub-Result Code".' },
			'0200999': { means: 'CEC could not write the result back', remedy: 'Look at the number in CEC before you try again.' },
		},
		errata: [
			{
				printed: 'dataId as int',
				sent: 'a text in the path',
				why: 'The ids have 20 digits, more than a number holds exactly.',
			},
		],
	}),
});
