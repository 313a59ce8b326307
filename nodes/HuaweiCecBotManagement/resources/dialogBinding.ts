import { done, entries, nameOf, readAs, type AnswerSpec } from '../../../cec/catalogue/answer';
import { choice, pick, picks, text } from '../../../cec/catalogue/field';
import { operation, resource, type Erratum } from '../../../cec/catalogue/operation';
import { bots } from '../../../cec/families/bots';
import { paged, source, SOURCES, tenant } from './shared';

const API = '/oifde/rest/api';

const DIALOG_TYPES = { 1: 'Voice Navigation', 2: 'Outbound Bot', 3: 'Chatbot', 4: 'IVR Flow' };

const dialogType = choice('Dialog Type', DIALOG_TYPES).startsAs(3).required();
const flowCode = pick('flows', 'Flow', 'What answers at the access code');
const domainId = pick('domains', 'Domain').asInteger();
const accessCode = text('Access Code', 'What customers call or write to').max(24);
const description = text('Description', 'In hosted versions of CEC the name of the bot, which no other may have').max(50);

/** Changes succeed without a word. */
const inSilence = (answer: AnswerSpec): AnswerSpec => ({ ...answer, mayBeEmpty: true });

const lengths: Erratum = { printed: 'at most 20 characters, and 9 to 24', sent: 'at most 24', why: 'The one is said of own installations, the other of hosted ones.' };

const FIND_OUT = 'Look at the bindings with "Get Many".';

/** Access codes with the flows that answer there. */
export const dialogBinding = resource('dialogBinding', 'Dialog Binding', bots, {
	getMany: operation('10.3.1', {
		name: 'Get Many',
		action: 'Get many dialog bindings',
		description: 'Get the access codes with the flows that answer there',
		request: `POST ${API}/querynavigationinfo`,
		risk: 'read',
		body: { ...tenant, source, accessCode: pick('accessCodes', 'Access Code', 'Only the binding of this access code') },
		page: paged({ total: 'total', asText: true }),
		answer: entries('accessInfoList', {
			adds: {
				dialogTypeName: nameOf('dialogType', DIALOG_TYPES),
				sourceName: nameOf('source', SOURCES),
				isCaptured: readAs('usingRecordService', (code) => Number(code) !== 0),
			},
		}),
		errata: [
			lengths,
			{ printed: '"description" and "source" explained the other way round in the sample', sent: 'each as in the table', why: 'Their values show it.' },
		],
	}),

	create: operation('10.3.2', {
		name: 'Create',
		action: 'Create a dialog binding',
		description: 'Let a flow answer at an access code. CEC gives back nothing: "Get Many" finds the binding with its ID.',
		request: `POST ${API}/createnavigationinfo`,
		risk: 'write',
		body: {
			...tenant,
			source,
			dialogType,
			flowCode: flowCode.required(),
			accessCode: accessCode.called('Access Code', 'CEC makes one when it is left empty, in hosted versions with a mode only'),
			domainId,
			description,
			createFlag: choice('Mode', { 0: ['Add', 'For bots'], 1: ['Replace', 'A binding of this access code is deleted first'] }).asText(),
		},
		check: ({ description: words, createFlag }) =>
			words || (createFlag !== undefined && createFlag !== '') ? undefined : 'Give a "Description" or a "Mode", or both',
		answer: inSilence(done()),
		findOut: FIND_OUT,
		errata: [lengths],
	}),

	update: operation('10.3.3', {
		name: 'Update',
		action: 'Update a dialog binding',
		description: 'Change what answers at an access code',
		request: `POST ${API}/updatenavigationinfo`,
		risk: 'write',
		body: {
			...tenant,
			source,
			accessId: pick('dialogBindings', 'Dialog Binding').required(),
			dialogType,
			description: description.called('Description', 'Replaces the one before, also when it is left empty').shown().orEmpty(),
			accessCode,
			domainId,
			flowCode,
		},
		answer: inSilence(done('success')),
		findOut: FIND_OUT,
		errata: [lengths],
	}),

	delete: operation('10.3.4', {
		name: 'Delete',
		action: 'Delete dialog bindings',
		description: 'Delete bindings: nothing answers at their access codes any more',
		request: `POST ${API}/deletenavigationinfo`,
		risk: 'destructive',
		body: {
			...tenant,
			source: source.called('Source', 'Of the bindings to choose from').notSent(),
			accessIdList: picks('dialogBindings', 'Dialog Binding Names or IDs').follows('source').required().min(1),
			accessCodeList: picks('accessCodes', 'Access Code Names or IDs', 'Those of the same bindings').follows('source'),
		},
		answer: inSilence(done('deleted')),
		findOut: FIND_OUT,
	}),
});
