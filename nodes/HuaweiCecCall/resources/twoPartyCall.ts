import { done } from '../../../cec/catalogue/answer';
import { pick, type Fields } from '../../../cec/catalogue/field';
import type { Codes } from '../../../cec/catalogue/family';
import { operation, resource, type Operation, type OperationSpec } from '../../../cec/catalogue/operation';
import { calls } from '../../../cec/families/calls';
import { call } from './call';
import { callbackSpelling, callData, findCall, noNumber, phone, releaseCallback, shownToCustomer, untilReleased } from './shared';

const codes: Codes = {
	'1': { means: 'CEC could not add the call; it may already have the same one', remedy: 'Wait until the earlier one has ended.' },
	'2': { means: 'CEC does not accept the call data', remedy: 'Check length and content of "Call Data".' },
	'3': { means: 'CEC found no serial number for the call' },
	'5': {
		means: 'CEC does not accept one of the numbers',
		remedy: 'Check the numbers of both sides and the displayed ones: digits only, at most 32.',
	},
	'6': { means: 'The VDN cannot be used', remedy: 'Ask the operator of CEC whether it is active.' },
	'8': {
		means: 'The number of the agent is none of the softphones of this tenant',
		remedy: 'Pick a softphone of the list, or have the number assigned.',
	},
	'9': {
		means: 'CEC does not accept the callback address',
		remedy: 'Its host must be on the trustlist of CEC, and it may hold letters, digits and - : . / _ # ? & only.',
	},
	'16': { means: 'The number of the agent is not on the list of this trial tenant', remedy: 'Have it added by the operator of CEC.' },
	'21': { means: 'A trial tenant may make ten calls a day', remedy: 'Try again tomorrow.' },
};

const create: OperationSpec = {
	name: 'Create',
	action: 'Create a two party call',
	description: 'Call the phone of an agent and then a customer, and connect them',
	request: 'POST /apiaccess/CC-Management/v1/mobileAgent/createCall',
	risk: 'dial',
	body: {
		caller: phone('Agent Phone', 'Mobile number or softphone number of the agent, which rings first').required(),
		called: phone('Customer Phone', 'Rings when the agent has answered').required(),
		agentWorkNo: pick('agentIds', 'Agent', 'The agent for whom the call is counted').asInteger(),
		callData: callData.called('Call Data', 'Travels with the call and comes back in callbacks and records. Calls over a partner network (ITA) take none.'),
		callerPresent: shownToCustomer,
		agentPresent: shownToCustomer.called(
			'Displayed to Agent',
			'The number that the agent sees, under the same rules as the one displayed to the customer',
		),
		callBackUrl: releaseCallback.base64(),
	},
	answer: done('success', 'result.callSerialNo'),
	codes,
	doubtfulCodes: ['1', '3', '90100600', '90104008'],
	findOut: findCall,
	errata: [callbackSpelling, noNumber],
};

const withSoftphone: Fields = {
	softPhone: pick('softphones', 'Softphone', 'The softphone of the agent, which rings first').required().max(32),
	called: phone('Customer Phone', 'Rings when the agent has answered').required(),
	caller: phone('Agent Phone', 'Mobile number of the agent, where calls go there instead of the softphone'),
	callData,
	callerPresent: shownToCustomer,
};

export const twoPartyCall = resource('twoPartyCall', 'Two-Party Call', calls, {
	create: operation('6.2.1', create),

	createAndWait: operation('6.2.1', {
		...create,
		name: 'Create and Wait',
		action: 'Create a two party call and wait for its end',
		description: 'Call the phone of an agent and then a customer, and go on when the call has ended; no callback is needed',
		wait: untilReleased((): Operation => call.operations.getState),
	}),

	createWithSoftphone: operation('6.2.2', {
		name: 'Create With Softphone',
		action: 'Create a two party call with a softphone',
		description: 'Call the softphone of an agent and then a customer, and connect them',
		request: 'POST /apiaccess/CC-Management/v3/mobileAgent/createCall',
		risk: 'dial',
		body: withSoftphone,
		answer: done('success', 'result.callSerialNo'),
		codes,
		doubtfulCodes: create.doubtfulCodes,
		findOut: findCall,
		errata: [
			{
				printed: 'numbers in the sample, strings in the table',
				sent: 'strings',
				why: 'Phone numbers may begin with zeros.',
			},
		],
	}),
});
