/** An invented family and its interfaces, for tests of what all interfaces share. */
import { entries } from '../../cec/catalogue/answer';
import type { Family } from '../../cec/catalogue/family';
import { operation, resource, type Operation, type OperationSpec, type Risk } from '../../cec/catalogue/operation';

export const family: Family = {
	name: 'invented',
	title: 'CEC',
	credential: 'huaweiCecSignatureApi',
	contentType: 'application/json',
	envelope: { codes: ['resultCode', 'returnCode'], texts: ['resultDesc', 'returnDesc'] },
	isSuccess: (code) => code === '0',
	codes: { '7': { means: 'It is gone', remedy: 'Choose another.' } },
};

/** An operation with what the test needs of it, and nothing else. */
export function invented(spec: Partial<OperationSpec> = {}, ofFamily: Partial<Family> = {}): Operation {
	const { operations } = resource(
		'thing',
		'Thing',
		{ ...family, ...ofFamily },
		{
			getMany: operation('0.0', {
				name: 'Get Many',
				action: 'Get many things',
				request: 'POST /things',
				risk: 'read',
				answer: entries('data'),
				...spec,
			}),
		},
	);
	return operations.getMany;
}

export const RISKS: Risk[] = ['read', 'write', 'dial', 'destructive'];

export const around = { zone: 'UTC', now: 0, credential: { vdnId: 1 } };
